// "rule 422", "rules", "rule history 422", "our codes": what is written down, for everybody of the workspace or server.
import type { Answer, Block, Choice, Text } from '../../answer/answer.ts';
import { checkStatus } from '../../house/fields.ts';
import { keyOf } from '../../house/house.ts';
import type { Asker } from '../../port.ts';
import type { HouseEvent, KeptRule } from '../../store/house-records.ts';
import { about, card, openCard } from '../card.ts';
import { counted, say, sayProblem } from '../note.ts';
import { titleOfCode } from '../wording.ts';
import { addButton, editButton, importButton } from './forms.ts';
import { allCodes, allRules, codesCalled, type Library, rulesFor, teamOf } from './kept.ts';
import { allRulesButton, byWords, fromWords, linked, note, ourCodes, ownCard, ruleText, titleOfOwn } from './words.ts';

/** Entries of a list on one page. */
const RULES = 8;
const CODES = 15;
/** Changes shown below a rule, and those of a history. */
const LATELY = 3;
const HISTORY = 15;
/** Characters of a rule as a history repeats it. */
const deeds: Readonly<Record<HouseEvent['what'], string>> = {
  set: 'wrote',
  edit: 'changed it to',
  remove: 'removed',
  import: 'imported',
};

/** "rule 422", "rule E1042" */
export async function showRule(by: Asker, typed: string, room: Library): Promise<Answer> {
  const status = checkStatus(typed);
  if ('problem' in status) return showCode(by, typed, room);
  const code = status.value;
  const rules = await rulesFor(by, [code], room);
  const events = await historyOf(by, String(code), LATELY, room);
  const title = titleOfCode({ code });
  const own = rules.find(({ from }) => 'at' in from);
  return card({
    title: rules.length === 0 ? `No house rule for ${title}` : `House rule for ${title}`,
    tone: 'neutral',
    blocks: [
      ...rules.map((rule): Block => ({ kind: 'text', text: ruleText(rule) })),
      ...(rules.length === 0 ? [sayHow(code, canKeep(by, room))] : []),
      ...(events.length > 1 || own === undefined ? lately(events) : []),
    ],
    choices: [
      ...(canKeep(by, room) ? [editButton(code, await keptOf(by, code, room))] : []),
      ...(own === undefined ? [] : [{ label: 'Remove', line: `rule remove ${code}` }]),
      ...(events.length === 0 ? [] : [{ label: 'History', line: `rule history ${code}` }]),
      openCard({ code }),
      allRulesButton,
    ],
    about: about('house', [code]),
    line: `rule ${code}`,
  });
}

async function showCode(by: Asker, typed: string, room: Library): Promise<Answer> {
  const [own] = await codesCalled(by, [keyOf(typed)], room);
  return own === undefined ? sayUnknown() : ownCard(own);
}

function sayUnknown(): Answer {
  return sayProblem('That is neither a status code nor a code of your own', 'rule 422');
}

/** The rule as the team keeps it, for a form. */
export async function keptOf(by: Asker, code: number, { store }: Library): Promise<KeptRule | null> {
  const team = teamOf(by);
  const [kept] = team === null || store === null ? [] : await store.house.rulesFor(team, [code]);
  return kept ?? null;
}

export function canKeep(by: Asker, { store }: Library): boolean {
  return store !== null && teamOf(by) !== null;
}

function sayHow(code: number, canKeep: boolean): Block {
  return canKeep
    ? say('Write one in a line: ', { code: `rule ${code} "validation errors; see ADR-12" https://wiki.example/adr-12` })
    : say('Rules belong to a workspace or server, or come from a file.');
}

/** "rule edit 422", "rule add": how to type it, and the form. */
export async function askForRule(by: Asker, typed: string | null, room: Library): Promise<Answer> {
  const status = typed === null ? null : checkStatus(typed);
  if (status !== null && 'problem' in status) return sayUnknown();
  const code = status?.value ?? null;
  return note({
    title: code === null ? 'Which rule shall I keep?' : `The house rule for ${titleOfCode({ code })}`,
    blocks: [
      say('The code, what holds for it, and a link if you like: ', {
        code: `rule ${code ?? 422} "validation errors; see ADR-12" https://wiki.example/adr-12`,
      }),
    ],
    choices: [code === null ? addButton : editButton(code, await keptOf(by, code, room)), allRulesButton],
  });
}

/** "rule history 422" */
export async function showHistory(by: Asker, typed: string, room: Library): Promise<Answer> {
  const status = checkStatus(typed);
  const isRule = 'value' in status;
  const events = await historyOf(by, isRule ? String(status.value) : keyOf(typed), HISTORY, room);
  const [own] = isRule ? [] : await codesCalled(by, [keyOf(typed)], room);
  if (!isRule && own === undefined && events.length === 0) return sayUnknown();
  const name = isRule ? titleOfCode({ code: status.value }) : (own?.code ?? typed);
  return note({
    title: `What was done to the ${isRule ? 'house rule for' : 'code'} ${name}`,
    blocks: events.length === 0 ? [say('Nothing so far.')] : [{ kind: 'list', items: events.map(eventText) }],
    choices: [
      isRule
        ? { label: `Rule for ${status.value}`, line: `rule ${status.value}` }
        : { label: name, line: own?.code ?? 'our codes' },
      allRulesButton,
    ],
  });
}

async function historyOf(by: Asker, subject: string, most: number, { store }: Library): Promise<readonly HouseEvent[]> {
  const team = teamOf(by);
  return team === null || store === null ? [] : store.house.history(team, subject, most);
}

function lately(events: readonly HouseEvent[]): readonly Block[] {
  if (events.length === 0) return [];
  return [
    { kind: 'heading', text: 'Lately' },
    { kind: 'list', items: events.map(eventText) },
  ];
}

function eventText({ what, text, link, by, at }: HouseEvent): Text {
  return [{ time: at }, ': ', byWords(by), ` ${deeds[what]}: `, text, ...linked(link)];
}

/** "rules" */
export async function listRules(by: Asker, page: number, room: Library): Promise<Answer> {
  const rules = await allRules(by, room);
  const { shown, next, of } = pageOf(rules, page, RULES);
  const codes = await allCodes(by, room);
  return listed({
    title: rules.length === 0 ? 'There are no house rules yet' : counted(rules.length, 'house rule'),
    page,
    of,
    blocks:
      rules.length === 0
        ? [sayHow(422, canKeep(by, room))]
        : [{ kind: 'list', items: shown.map((rule): Text => [{ strong: `${rule.code}:` }, ' ', ...ruleText(rule)]) }],
    choices: [
      ...(next === null ? [] : [{ label: 'More', line: `rules ${next}` }]),
      ...(canKeep(by, room) ? [addButton, importButton] : []),
      ...(rules.length + codes.length === 0 ? [] : [{ label: 'Export', line: 'rule export' }]),
      ...(codes.length === 0 ? [] : [ourCodes]),
    ],
    line: page === 1 ? 'rules' : `rules ${page}`,
  });
}

/** "our codes" */
export async function listCodes(by: Asker, page: number, room: Library): Promise<Answer> {
  const codes = await allCodes(by, room);
  const { shown, next, of } = pageOf(codes, page, CODES);
  return listed({
    title: codes.length === 0 ? 'There are no codes of your own yet' : `${counted(codes.length, 'code')} of your own`,
    page,
    of,
    blocks:
      codes.length === 0
        ? [
            say('They come with an import, for example: ', {
              code: 'rule import codes: {E1042: {name: Card declined, meaning: The bank refused., status: 402}}',
            }),
          ]
        : [{ kind: 'list', items: shown.map((code): Text => [{ strong: titleOfOwn(code) }, ...carrierWords(code)]) }],
    choices: [
      ...(next === null ? [] : [{ label: 'More', line: `our codes ${next}` }]),
      ...shown.slice(0, 2).map((code): Choice => ({ label: titleOfOwn(code), line: code.code })),
      ...(canKeep(by, room) ? [importButton] : []),
      allRulesButton,
    ],
    line: page === 1 ? 'our codes' : `our codes ${page}`,
  });
}

function carrierWords({ status, from }: Parameters<typeof ownCard>[0]): Text {
  return [...(status === null ? [] : [`, with ${titleOfCode({ code: status })}`]), ' (', ...fromWords(from), ')'];
}

interface Listed {
  readonly title: string;
  readonly page: number;
  readonly of: number;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  readonly line: string;
}

function listed({ page, of, ...rest }: Listed): Answer {
  if (page > of) return sayProblem(`There ${of === 1 ? 'is one page' : `are ${of} pages`} of that`, 'rules');
  return card({
    ...rest,
    ...(of > 1 && { subtitle: `Page ${page} of ${of}` }),
    tone: 'neutral',
    about: about('house', []),
  });
}

function pageOf<Item>(items: readonly Item[], page: number, size: number) {
  const of = Math.max(1, Math.ceil(items.length / size));
  return { shown: items.slice((page - 1) * size, page * size), of, next: page < of ? page + 1 : null };
}
