// `npm run eval`: accuracy by kind, for the questions used in tuning and for those kept away from it.
// `npm run eval -- --misses [kind]` lists what was read wrongly among the former; `--file F` scores another file.
// The pastes have lines of their own; `--pastes` shows each of their formats, and what was read wrongly among those for tuning.
import { parseArgs } from 'node:util';
import { read } from '../../src/query/read.ts';
import { loadPastes, marksOf, shareOf } from '../pastes/score.ts';
import { codesOf, isRight, loadQuestions, meanOverKinds, scoreByKind } from './score.ts';

const { values, positionals } = parseArgs({
  options: {
    misses: { type: 'boolean', default: false },
    pastes: { type: 'boolean', default: false },
    file: { type: 'string' },
  },
  allowPositionals: true,
});
const questions = loadQuestions(values.file);
const tuning = scoreByKind(questions.filter(({ held }) => !held));
const held = scoreByKind(questions.filter(({ held }) => held));

const percent = (share?: { right: number; of: number }) =>
  share === undefined ? '-' : `${((100 * share.right) / share.of).toFixed(1)} % of ${share.of}`;
console.log(`${'kind'.padEnd(12)}${'tuning'.padEnd(20)}held out`);
for (const kind of new Set([...tuning.keys(), ...held.keys()]))
  console.log(`${kind.padEnd(12)}${percent(tuning.get(kind)).padEnd(20)}${percent(held.get(kind))}`);
const mean = (shares: typeof tuning) => (shares.size === 0 ? '-' : `${(100 * meanOverKinds(shares)).toFixed(1)} %`);
console.log(`${'mean'.padEnd(12)}${mean(tuning).padEnd(20)}${mean(held)}`);

if (values.file === undefined) {
  const pastes = loadPastes();
  const row = (label: string, of: typeof pastes, mark: 'codes' | 'producer' | 'name') => {
    const [tuned, kept] = [false, true].map((which) => of.filter((paste) => (paste.held ?? false) === which));
    console.log(`${label}${percent(shareOf(tuned ?? [], mark)).padEnd(20)}${percent(shareOf(kept ?? [], mark))}`);
  };
  console.log(`\n${'pastes'.padEnd(12)}${'tuning'.padEnd(20)}held out`);
  row('codes'.padEnd(12), pastes, 'codes');
  row('producer'.padEnd(12), pastes, 'producer');
  row('its name'.padEnd(12), pastes, 'name');
  if (values.pastes) {
    for (const [format, of] of Map.groupBy(pastes, (paste) => paste.format))
      for (const mark of ['codes', 'producer'] as const) row(`${format}, ${mark}`.padEnd(36), of, mark);
    for (const paste of pastes.filter(({ held }) => !held)) {
      const { codes, producer, name } = marksOf(paste);
      const wrong = [!codes && 'codes', !producer && 'producer', !name && 'name'].filter(Boolean);
      if (wrong.length > 0)
        console.log(`${paste.id} wrong ${wrong.join(', ')}: ${JSON.stringify(paste.text).slice(0, 200)}`);
    }
  }
}

if (values.misses)
  for (const question of questions) {
    if (question.held || (positionals[0] !== undefined && question.kind !== positionals[0])) continue;
    const reading = read(question.text);
    if (isRight(question, reading)) continue;
    const wanted = question.codes?.length ? question.codes.join(' ') : (question.class ?? question.kind);
    console.log(
      `${question.id} wanted ${wanted}, read ${reading.kind} ${codesOf(reading).join(' ')}: ${JSON.stringify(question.text).slice(0, 200)}`,
    );
  }
