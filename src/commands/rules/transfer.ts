// "rule export", "rule import": rules and own codes as a file.
import type { Answer, Block, Text } from '../../answer/answer.ts';
import { contentFor, MOST } from '../../house/house.ts';
import type { Problem } from '../../house/yaml.ts';
import type { Asker } from '../../port.ts';
import type { Imported } from '../../store/house-records.ts';
import { about } from '../card.ts';
import { counted, say, sayProblem } from '../note.ts';
import { partsOf } from '../parts.ts';
import type { PlacedVisit } from '../visit.ts';
import { importButton } from './forms.ts';
import { allCodes, allRules, type Library } from './kept.ts';
import { tellChange } from './set.ts';
import { allRulesButton, note, ourCodes } from './words.ts';

const EXAMPLE = 'rule import rules: {422: {text: see ADR-12, link: https://wiki.example/adr-12}}';
/** Problems told at once. */
const TOLD = 12;

/** Everything that holds here, also what the file says: to look at, to keep, to move. */
export async function exportRules(by: Asker, part: number, room: Library): Promise<Answer> {
  const [rules, codes] = [await allRules(by, room), await allCodes(by, room)];
  // Loaded here, because few ask for it.
  const { writeHouse } = await import('../../house/writing.ts');
  // The team's own word for a code comes first, and is the one that counts.
  const first = rules.filter(({ code }, at) => rules.findIndex((rule) => rule.code === code) === at);
  const parts = partsOf(writeHouse({ rules: first, codes }).trimEnd());
  const text = parts[part - 1];
  if (rules.length + codes.length === 0)
    return note({ title: 'There is nothing to export yet', choices: [allRulesButton] });
  if (text === undefined)
    return sayProblem(
      parts.length === 1 ? 'There is one part of it' : `There are ${parts.length} parts, counted from 1`,
      'rule export',
    );
  return note({
    title: [
      ...(first.length === 0 ? [] : [counted(first.length, 'house rule')]),
      ...(codes.length === 0 ? [] : [`${counted(codes.length, 'code')} of your own`]),
    ].join(' and '),
    ...(parts.length > 1 && { subtitle: `Part ${part} of ${parts.length}` }),
    blocks: [
      { kind: 'code', source: text, language: 'yaml' },
      ...(parts.length > 1 ? [say('The parts, one after the other, are one file.')] : []),
    ],
    choices: [
      ...(part < parts.length
        ? [{ label: `Part ${part + 1}`, line: `rule export ${part + 1}`, style: 'primary' } as const]
        : []),
      allRulesButton,
    ],
  });
}

/** "rule import" and a file's text; what is not named in it stays as it is. */
export async function importRules(visit: PlacedVisit, yaml: string): Promise<Answer> {
  if (yaml === '') return sayHow();
  if (yaml.length > MOST.typed) return sayTooLong();
  const { readHouse } = await import('../../house/reading.ts');
  const read = readHouse(yaml, 'this text');
  if (!read.ok) return sayProblems(read.problems);
  const { store, place, person, now } = visit;
  const { others, ...content } = contentFor(place, read.sections);
  const imported = await store.house.add(place, content, { user: person.user, at: now }, MOST.codes);
  if (imported === null) return sayProblem(`More than ${MOST.codes} codes are too many for me`, EXAMPLE, 'yaml');
  await store.upkeep.readmit(place.platform, place.team);
  const left = say('What is for another workspace or server only, I left out.');
  if (imported.rules + imported.codes === 0)
    return note({
      title: 'Nothing in it is new',
      blocks: [...(others > 0 ? [left] : []), say('All of it is kept here already.')],
      choices: [allRulesButton, ourCodes],
    });
  const what = sayImported(imported);
  return tellChange(visit, `imported ${what}`, {
    title: `Imported: ${what}`,
    blocks: [
      ...(others > 0 ? [left] : []),
      say(
        'What was not named in it stays as it was. ',
        { code: 'rule history 422' },
        ' shows what a rule said before.',
      ),
    ],
    choices: [allRulesButton, ourCodes, { label: 'Export', line: 'rule export' }],
    known: [],
  });
}

/** "3 rules and 2 codes" */
export function sayImported({ rules, codes }: Imported): string {
  return [
    ...(rules === 0 ? [] : [counted(rules, 'house rule')]),
    ...(codes === 0 ? [] : [counted(codes, 'code')]),
  ].join(' and ');
}

function sayHow(): Answer {
  return note({
    title: 'Which rules and codes shall I keep?',
    blocks: [
      say('Rules by status code, and codes of your own, as YAML:'),
      { kind: 'code', source: SAMPLE, language: 'yaml' },
      say('The button has room for a page of it; a longer file goes in with ', { code: 'teapot rules import' }, '.'),
    ],
    choices: [importButton, { label: 'Export', line: 'rule export' }, allRulesButton],
  });
}

function sayTooLong(): Answer {
  return sayProblem(
    `More than ${MOST.typed} characters are too many for me at once; send it in parts, or have it read by teapot rules import`,
    EXAMPLE,
    'yaml',
  );
}

const SAMPLE = `rules:
  422:
    text: validation errors; see ADR-12
    link: https://wiki.example/adr-12
codes:
  E1042:
    name: Card declined
    meaning: The bank refused the payment.
    do: Ask for another card.
    status: 402
    aliases: [card_declined]`;

/** All of them, as far as they fit; a form that they come from stays open. */
function sayProblems(problems: readonly Problem[]): Answer {
  const items = problems
    .slice(0, TOLD)
    .map(({ line, field, message }): Text => [`Line ${line}${field === '' ? '' : `, ${field}:`} ${message}`]);
  const more = problems.length - items.length;
  const blocks: readonly Block[] = [
    { kind: 'list', items },
    ...(more > 0 ? [say(`And ${more} more.`)] : []),
    say('Nothing was changed. For example: ', { code: EXAMPLE }),
  ];
  return {
    ...note({
      title: `${counted(problems.length, 'thing is', 'things are')} wrong with it`,
      blocks,
      choices: [importButton],
    }),
    about: about('error', []),
    field: 'yaml',
  };
}
