// "quiz export-me": everything that is kept about whoever asks, as JSON. What does not fit one message comes in parts.
import type { Answer } from '../../answer/answer.ts';
import { askedOf } from '../../delivery/history.ts';
import type { Dossier, OwnAnswer } from '../../store/records.ts';
import { partsOf } from '../parts.ts';
import type { Visit } from '../visit.ts';
import { note, say, sayProblem } from './note.ts';

const NUMBER = /^\d{1,4}$/;

export async function answerExportMe({ store, person, words }: Visit): Promise<Answer> {
  const parts = partsOf(write(await store.people.export(person)));
  const number = words === '' ? 1 : NUMBER.test(words) ? Number(words) : 0;
  const part = parts[number - 1];
  if (part === undefined)
    return sayProblem({ problem: `There are ${parts.length} parts, counted from 1.`, example: 'quiz export-me 1' });
  const next = number < parts.length ? number + 1 : null;
  return note({
    title: 'What I know about you',
    ...(parts.length > 1 && { subtitle: `Part ${number} of ${parts.length}` }),
    blocks: [
      { kind: 'code', source: part, language: 'json' },
      ...(parts.length > 1 ? [say('The parts, one after the other, are one JSON document.')] : []),
    ],
    choices: [
      ...(next === null ? [] : [{ label: `Part ${next}`, line: `quiz export-me ${next}`, style: 'primary' } as const]),
      { label: 'Forget me', line: 'quiz forget-me' },
    ],
  });
}

/** One line for each thing that is kept, so that a part ends where a thing ends. */
function write({ person, hidden, answers, ...others }: Dossier): string {
  const lists = Object.entries({ answers: answers.map(tell), ...others });
  const head = Object.entries({ person, hidden }).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`);
  const rest = lists.map(([name, rows]) => {
    if (rows.length === 0) return `  "${name}": []`;
    return `  "${name}": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  });
  return `{\n${[...head, ...rest].join(',\n')}\n}`;
}

/** Whether an answer was right is told once everybody may know it. */
function tell({ delivery, place, date, content, choice, correct, at, closed, voided }: OwnAnswer): object {
  const chosen = askedOf({ content })?.options[choice];
  return { delivery, place, date, choice, chosen, ...(closed && { correct }), at, voided };
}
