// Writing a rule, editing and removing it: decided in view of what it is at that moment, and made known.
import type { Answer, Choice } from '../../answer/answer.ts';
import { type Checked, checkLink, checkOwnCode, checkStatus, checkText } from '../../house/fields.ts';
import { keyOf, MOST, type Rule } from '../../house/house.ts';
import { makeKnown } from '../known.ts';
import { say, sayProblem } from '../note.ts';
import type { PlacedVisit } from '../visit.ts';
import { titleOfCode } from '../wording.ts';
import { editButton, stampOf } from './forms.ts';
import { lineOfRule, type RuleLine } from './line.ts';
import { allRulesButton, linked, note, ourCodes, ruleBlock, titleOfOwn } from './words.ts';

const EXAMPLE = 'rule 422 "validation errors; see ADR-12" https://wiki.example/adr-12';
/** At most what a button carries. */
const LINE = 100;

/** "rule 422 "validation errors; see ADR-12" https://…", or a form that says the same. */
export async function setRule(visit: PlacedVisit, line: Extract<RuleLine, { do: 'set' }>): Promise<Answer> {
  const wish = check(line);
  if ('title' in wish) return wish;
  const { rule, leftOut } = wish;
  const { store, place, person, now } = visit;
  const decided = await store.house.change(place, rule.code, { user: person.user, at: now }, (current) => {
    if (line.stamp !== null && line.stamp !== stampOf(current)) return { change: null, before: current, stale: true };
    const same = current?.text === rule.text && current.link === rule.link;
    return { change: same ? null : rule, before: current, stale: false };
  });
  if (decided.stale) return sayChangedMeanwhile(rule.code);
  if (decided.change === null) return sayRule(rule, 'It says that already', visit);
  // Slack does not tell that an app is back: who writes something down proves it.
  await store.upkeep.readmit(place.platform, place.team);
  const { before } = decided;
  const what = `${before === null ? 'wrote' : 'changed'} the house rule for ${titleOfCode(rule)}`;
  const back = before === null ? `rule remove ${rule.code}` : lineBack(before);
  return tellChange(visit, what, {
    title: before === null ? 'The rule is kept' : 'The rule is changed',
    blocks: [
      ruleBlock({ ...rule, from: { by: person.user, at: now } }),
      ...(leftOut === 0 ? [] : [say('A rule has one link: I kept the first.')]),
      ...(before === null ? [] : [say('Before, it said: ', before.text, ...linked(before.link))]),
      say(before === null ? 'This takes it away again: ' : 'This brings that back: ', { code: back }),
    ],
    choices: [openRule(rule.code), ...undo(back), allRulesButton],
    known: [ruleBlock({ ...rule, from: { by: person.user, at: now } })],
  });
}

/** A line about rules that names no code, or several. */
export function sayDoubt({ several, deed }: Extract<RuleLine, { do: 'doubt' }>): Answer {
  return sayProblem(
    several ? 'A rule is for one code: write one for each' : 'Name the code, too',
    deed === null ? EXAMPLE : `rule ${deed} 422`,
    'code',
  );
}

/** "rule remove 422", "rule remove E1042" */
export async function removeRule(visit: PlacedVisit, code: string): Promise<Answer> {
  const status = checkStatus(code);
  if ('problem' in status) return removeCode(visit, code);
  const { store, place, person, now } = visit;
  const { value } = status;
  const { before } = await store.house.change(place, value, { user: person.user, at: now }, (current) => ({
    change: current === null ? null : ('remove' as const),
    before: current,
  }));
  if (before === null)
    return note({
      title: `There is no house rule for ${titleOfCode({ code: value })} to remove`,
      blocks: [say('If it comes from a file, it is changed there.')],
      choices: [allRulesButton],
    });
  const back = lineBack(before);
  return tellChange(visit, `removed the house rule for ${titleOfCode({ code: value })}`, {
    title: 'The rule is removed',
    blocks: [say('It said: ', before.text, ...linked(before.link)), say('This brings it back: ', { code: back })],
    choices: [...undo(back), allRulesButton],
    known: [say('It said: ', before.text, ...linked(before.link))],
  });
}

async function removeCode(visit: PlacedVisit, typed: string): Promise<Answer> {
  const checked = checkOwnCode(typed);
  if ('problem' in checked) return problemWith('The code', checked, 'rule remove 422');
  const { store, place, person, now } = visit;
  const removed = await store.house.removeCode(place, keyOf(checked.value), { user: person.user, at: now });
  if (removed === null)
    return note({
      title: 'There is no such code to remove',
      blocks: [say('If it comes from a file, it is changed there.')],
      choices: [ourCodes],
    });
  const { writeCodeInLine } = await import('../../house/writing.ts');
  return tellChange(visit, `removed the code ${removed.code}`, {
    title: 'The code is removed',
    blocks: [
      say({ strong: titleOfOwn(removed) }, `: ${removed.meaning}`),
      say('This brings it back: ', { code: `rule import ${writeCodeInLine(removed)}` }),
    ],
    choices: [ourCodes],
    known: [say({ strong: titleOfOwn(removed) }, `: ${removed.meaning}`)],
  });
}

interface Told {
  readonly title: string;
  readonly blocks: Parameters<typeof note>[0]['blocks'];
  readonly choices: readonly Choice[];
  /** What a channel is told beside who did it. */
  readonly known: NonNullable<Parameters<typeof makeKnown>[1]['blocks']>;
}

/** The reply to whoever changed something; the channel learns of it as well. */
export async function tellChange(
  visit: PlacedVisit,
  what: string,
  { title, blocks = [], choices, known }: Told,
): Promise<Answer> {
  const word = { kind: 'house', title: 'House rules', invite: 'so that I can tell who changed a rule' } as const;
  const said = note({
    title,
    blocks: [...blocks, ...(await makeKnown(visit, { ...word, what, blocks: known }))],
    choices,
  });
  return visit.place.platform === 'discord' ? { ...said, audience: 'channel' } : said;
}

function check({ code, text, links }: Extract<RuleLine, { do: 'set' }>): { rule: Rule; leftOut: number } | Answer {
  const status = checkStatus(code);
  if ('problem' in status) return problemWith(`“${code}”`, status, EXAMPLE, 'code');
  if (text === '' && links.length > 0)
    return sayProblem('Say the rule in a few words as well, before the link', EXAMPLE, 'text');
  const words = checkText(text, MOST.text);
  if ('problem' in words) return problemWith('The rule', words, EXAMPLE, 'text');
  const [first, ...others] = links;
  if (first === undefined) return { rule: { code: status.value, text: words.value, link: null }, leftOut: 0 };
  const link = checkLink(first);
  if ('problem' in link) return problemWith('The link', link, EXAMPLE, 'link');
  return { rule: { code: status.value, text: words.value, link: link.value }, leftOut: others.length };
}

function problemWith(
  what: string,
  { problem }: Extract<Checked<unknown>, { problem: string }>,
  example: string,
  field?: string,
) {
  return sayProblem(`${what} ${problem}`, example, field);
}

/** A rule as a line that sets it; in the rare case that no line can, as one that imports it. */
function lineBack(rule: Rule): string {
  const { code, text, link } = rule;
  return (
    lineOfRule(rule) ?? `rule import ${JSON.stringify({ rules: { [code]: { text, ...(link !== null && { link }) } } })}`
  );
}

function undo(line: string): readonly Choice[] {
  return line.length <= LINE ? [{ label: 'Undo', line }] : [];
}

function openRule(code: number): Choice {
  return { label: `Rule for ${code}`, line: `rule ${code}` };
}

function sayChangedMeanwhile(code: number): Answer {
  return sayProblem('There is another rule for this code by now: please look at it, and edit that one', `rule ${code}`);
}

async function sayRule(rule: Rule, title: string, { store, place }: PlacedVisit): Promise<Answer> {
  const [kept] = await store.house.rulesFor(place, [rule.code]);
  return note({
    title,
    blocks: kept === undefined ? [] : [ruleBlock({ ...kept, from: { by: kept.setBy, at: kept.setAt } })],
    choices: kept === undefined ? [] : [editButton(rule.code, kept), allRulesButton],
  });
}
