// The written questions, row by row: their shape, what they may show, and that the catalog knows what they offer.
import { describe, expect, it } from 'vitest';
import { decidingQuestion, meaningsOf, written } from '../../src/catalog/index.ts';
import type { Named, Scenario } from '../../src/quiz/item.ts';
import { items } from '../../src/quiz/questions/index.ts';
import { writtenItems } from '../../src/quiz/questions/written.ts';
import { scenarios } from '../../src/quiz/scenarios/index.ts';

const SCENARIO_ID = /^(\d{3})(?:-[a-z0-9]+)+$/;
const ITEM_ID = /^[a-z]+:\d{3}(?:[-:][a-z0-9]+)*$/;
const WORD = /[\p{L}\p{N}]+/gu;
const LETTERS = /[a-z]/i;
const HIDDEN = '???';
/** The end of a sentence with another one behind it; a capital or digit has to follow, so that "e.g. this" is none. */
const ANOTHER_SENTENCE = /[.!?][”")]?\s+(?=[“"(]?[A-Z0-9])/g;
const SENTENCE = /^\S.*[.!?][”")]?$/s;
const ADDRESS = /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(?:\/|$)/;

const sentences = (text: string) => text.split(ANOTHER_SENTENCE).length;

const bare = (text: string) => ` ${text.toLowerCase().match(WORD)?.join(' ') ?? ''} `;

/** Whether a text holds these words as words of their own, in any case. */
const holds = (text: string, words: string) => bare(text).includes(bare(words));

/** A code's number and what it is called officially. */
const namesOf = (code: number) => [written(code), ...meaningsOf(code).map(({ name }) => name)];

/** What would give an answer away: all that a code is called, or the words themselves. */
const tellTales = (answer: Named): readonly string[] =>
  typeof answer === 'string' ? [answer] : [...namesOf(answer), ...meaningsOf(answer).flatMap(({ aliases }) => aliases)];

/** What is wrong with a row, in words; empty where nothing is. */
function problemsOf(scenario: Scenario): readonly string[] {
  const { id, kind, codes, prompt, exchange, answer, alsoAcceptable, lures, explanation, source, pair } = scenario;
  const options = [answer, ...alsoAcceptable, ...lures.map(({ option }) => option)];
  const texts = writtenItems([scenario]).flatMap((item) => [
    item.answer,
    ...item.alsoAcceptable,
    ...item.lures.map(({ text }) => text),
  ]);
  const asksCode = typeof answer === 'number';
  const told = kind === 'myth' ? [] : tellTales(answer).filter((words) => holds(prompt, words));
  const known = [...codes, ...options].filter((option) => typeof option === 'number');
  const rules: readonly (readonly [broken: boolean, words: string])[] = [
    [id.length > 50 || SCENARIO_ID.exec(id)?.[1] !== written(codes[0] ?? 0), 'has no good id'],
    [prompt.length > 400, `has a prompt of ${prompt.length} characters`],
    [told.length > 0, `says “${told.join('”, “')}” in its prompt`],
    [(exchange ?? '').length > 1000, 'has too long an exchange'],
    [asksCode && exchange !== undefined && !exchange.includes(HIDDEN), 'does not hide its code'],
    [asksCode && namesOf(answer).some((words) => holds(exchange ?? '', words)), 'shows its code in the exchange'],
    [kind === 'exchange' && exchange === undefined, 'has no exchange'],
    [texts.some((text) => text.length > 75), 'has an option of more than 75 characters'],
    [new Set(texts).size < texts.length, 'has an option twice'],
    [lures.some(({ option }) => option === answer), 'has its answer among the lures'],
    [lures.some(({ option }) => alsoAcceptable.includes(option)), 'has an acceptable option among the lures'],
    [lures.length < (kind === 'myth' || kind === 'pair' ? 1 : 2), 'has too few lures'],
    [known.some((code) => meaningsOf(code).length === 0), 'has a code that nobody owns'],
    [sentences(explanation) > 2 || !SENTENCE.test(explanation), 'explains in more than two sentences'],
    [lures.some(({ why }) => sentences(why) > 1 || !SENTENCE.test(why)), 'has a why that is not one sentence'],
    [!ADDRESS.test(source.href) || !LETTERS.test(source.title), 'has no source'],
    [kind === 'pair' && pair === undefined, 'drills no pair'],
    [
      pair !== undefined && (pair[0] >= pair[1] || decidingQuestion(pair) === undefined),
      'drills a pair without a deciding question',
    ],
  ];
  return rules.flatMap(([broken, words]) => (broken ? [`${id} ${words}`] : []));
}

describe('the written scenarios', () => {
  it('are enough, over enough codes', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(300);
    expect(new Set(scenarios.map(({ codes }) => codes[0])).size).toBeGreaterThanOrEqual(45);
  });

  it('have ids of their own', () => {
    const ids = scenarios.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('keep every rule of a row', () => {
    expect(scenarios.flatMap(problemsOf)).toEqual([]);
  });
});

/** A row without a flaw. */
const sound: Scenario = {
  id: '401-no-token',
  kind: 'pair',
  codes: [401, 403],
  prompt: 'A call comes without any token. Which of the two?',
  exchange: 'GET /me HTTP/1.1\n\nHTTP/1.1 ???',
  answer: 401,
  alsoAcceptable: [407],
  lures: [{ option: 403, why: 'Nobody knows yet who is calling.' }],
  explanation: 'Nobody has signed in. A challenge tells how.',
  source: { title: 'RFC 9110 §15.5.2', href: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2' },
  pair: [401, 403],
  difficulty: 1,
};
const lure = (option: Named, why = 'It is another matter.') => ({ option, why });

const flaws: readonly (readonly [flaw: Partial<Scenario>, words: string])[] = [
  [{ id: '401-No-Token' }, 'has no good id'],
  [{ id: '403-no-token' }, 'has no good id'],
  [{ id: `401-${'a'.repeat(47)}` }, 'has no good id'],
  [{ prompt: 'a'.repeat(401) }, 'has a prompt of 401 characters'],
  [{ prompt: 'Is it 401?' }, 'says “401” in its prompt'],
  [{ prompt: 'The caller is unauthorized.' }, 'says “Unauthorized” in its prompt'],
  [{ prompt: 'The caller is unauthenticated.' }, 'says “unauthenticated” in its prompt'],
  [{ answer: 'Age', prompt: 'Is it Age?' }, 'says “Age” in its prompt'],
  [{ exchange: `???${'a'.repeat(998)}` }, 'has too long an exchange'],
  [{ exchange: 'HTTP/1.1' }, 'does not hide its code'],
  [{ exchange: 'HTTP/1.1 ???\n\n{"status": 401}' }, 'shows its code in the exchange'],
  [{ exchange: 'HTTP/1.1 ??? Unauthorized' }, 'shows its code in the exchange'],
  [{ lures: [lure('a'.repeat(76))] }, 'has an option of more than 75 characters'],
  [{ lures: [lure(403), lure(403)] }, 'has an option twice'],
  [{ lures: [lure(401)] }, 'has its answer among the lures'],
  [{ lures: [lure(407)] }, 'has an acceptable option among the lures'],
  [{ lures: [] }, 'has too few lures'],
  [{ kind: 'situation' }, 'has too few lures'],
  [{ lures: [lure(299)] }, 'has a code that nobody owns'],
  [{ explanation: 'One. Two. Three.' }, 'explains in more than two sentences'],
  [{ lures: [lure(403, 'One. Two.')] }, 'has a why that is not one sentence'],
  [{ lures: [lure(403, 'half a')] }, 'has a why that is not one sentence'],
  [{ source: { title: 'RFC 9110', href: 'http://www.rfc-editor.org/rfc/rfc9110' } }, 'has no source'],
  [{ pair: [403, 401] }, 'drills a pair without a deciding question'],
  [{ pair: [204, 511] }, 'drills a pair without a deciding question'],
];

describe('a rule of a row', () => {
  it.each(flaws)('bites at %o', (flaw, words) => {
    expect(problemsOf({ ...sound, ...flaw })).toContain(`${flaw.id ?? sound.id} ${words}`);
  });

  it('bites at what a kind needs and the row has not', () => {
    const { pair, exchange, ...bare } = sound;
    expect(problemsOf(bare)).toEqual(['401-no-token drills no pair']);
    expect(problemsOf({ ...bare, kind: 'exchange', lures: [lure(403), lure(400)] })).toEqual([
      '401-no-token has no exchange',
    ]);
  });

  it('lets a sound row pass', () => {
    expect(problemsOf(sound)).toEqual([]);
  });
});

describe('every question, written or made', () => {
  const all = items();

  it('has an id of its own that says where it comes from', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, kind } of all) {
      expect(id).toMatch(ITEM_ID);
      expect([kind, 'scenario'], id).toContain(id.split(':')[0]);
    }
  });

  it('offers at least two options and does not say its answer in the prompt', () => {
    const broken = all.filter(
      ({ kind, prompt, answer, alsoAcceptable, lures }) =>
        new Set([answer, ...alsoAcceptable, ...lures.map(({ text }) => text)]).size < 2 ||
        (kind !== 'myth' && holds(prompt, answer)),
    );
    expect(broken.map(({ id }) => id)).toEqual([]);
  });
});
