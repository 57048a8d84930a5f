// Every question there is keeps the promises of the shape, and none gives its answer away.
import { describe, expect, it } from 'vitest';
import { confusedWith, meaningsOf, neighbours, registered } from '../../src/catalog/index.ts';
import { ask } from '../../src/quiz/asked.ts';
import type { QuestionKind } from '../../src/quiz/item.ts';
import { askable, givesAway, levelOf, nearby, whyNot } from '../../src/quiz/questions/codes.ts';
import { itemById, items } from '../../src/quiz/questions/index.ts';
import { openings } from '../../src/quiz/questions/situation.ts';
import { writtenItems } from '../../src/quiz/questions/written.ts';
import { scenarios } from '../../src/quiz/scenarios/index.ts';

const all = items();
const made = all.filter(({ id }) => !id.startsWith('scenario:'));
const ofKind = (kind: QuestionKind) => made.filter((item) => item.kind === kind);

const ID = /^[a-z]+:[a-z0-9:-]+$/;
const CODE_AND_NAME = /^(\d{3}) (.+)$/;
const SENTENCE_END = /[.!?”)]$/;
const NUMBER = /^\d{3}$/;
const ADDRESS = /^https:\/\//;
const FROM_QUESTION = /^403 Forbidden would be right if /;
const CUT_LOOSE = /would be right if .*\bsay so\b/;

/** Options may be longer where they are listed in the post instead of standing on buttons. */
const optionLimit = (kind: QuestionKind) => (kind === 'meaning' ? 160 : 75);

describe('every question', () => {
  it('keeps the promises of the shape', () => {
    for (const { id, kind, level, codes, answer, lures, alsoAcceptable, prompt, explanation, source, pair } of all) {
      expect(id).toMatch(ID);
      expect(id.length, id).toBeLessThanOrEqual(60);
      expect(lures.length, id).toBeGreaterThanOrEqual(kind === 'myth' || kind === 'pair' ? 1 : 2);
      const options = [answer, ...alsoAcceptable, ...lures.map(({ text }) => text)];
      expect(new Set(options).size, id).toBe(options.length);
      for (const option of options) expect(option.length, `${id}: ${option}`).toBeLessThanOrEqual(optionLimit(kind));
      for (const said of [explanation, ...lures.map(({ why }) => why)]) expect(said, id).toMatch(SENTENCE_END);
      expect(prompt.length, id).toBeLessThanOrEqual(400);
      expect(codes.length, id).toBeGreaterThan(0);
      expect(level, id).toBe(levelOf(codes));
      expect(source.href, id).toMatch(ADDRESS);
      if (pair !== undefined) expect(pair[0], id).toBeLessThan(pair[1]);
    }
  });

  it('does not give its answer away', () => {
    for (const { id, kind, prompt, exchange = '', answer } of all) {
      const shown = `${prompt} ${exchange}`;
      const [, code = '', name = ''] = CODE_AND_NAME.exec(answer) ?? [];
      if (kind === 'name') expect(answer, id).toMatch(NUMBER);
      if (code !== '' && kind !== 'pair') expect(shown, id).not.toMatch(new RegExp(`\\b${code}\\b`));
      if (name !== '') expect(shown.toLowerCase(), id).not.toContain(`${code} ${name}`.toLowerCase());
      if (kind === 'header') expect(shown.toLowerCase(), id).not.toContain(`${answer.toLowerCase()}:`);
    }
  });
});

describe('all questions', () => {
  it('have ids of their own and are found by them', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const item of all) expect(itemById(item.id)).toBe(item);
    expect(itemById('meaning:1000')).toBeUndefined();
  });

  it('are made once', () => {
    expect(items()).toBe(all);
  });

  it('are enough of each kind for a year without repeats too soon', () => {
    const counts = Object.fromEntries(
      (['situation', 'pair', 'meaning', 'name', 'header', 'exchange', 'myth'] as const).map((kind) => [
        kind,
        ofKind(kind).length,
      ]),
    );
    for (const [kind, least] of Object.entries({
      situation: 60,
      pair: 250,
      meaning: 50,
      name: 50,
      header: 50,
      exchange: 30,
      myth: 60,
    }))
      expect(counts[kind], kind).toBeGreaterThanOrEqual(least);
    expect(made.filter(({ level }) => level === 'common').length).toBeGreaterThan(250);
  });

  it('do not let the answer be told by its length', () => {
    for (const kind of ['situation', 'meaning', 'header', 'exchange'] as const) {
      const longest = ofKind(kind).filter((item) => {
        const { options, right } = ask(item, 'length');
        const answer = options[right[0] ?? 0] ?? '';
        return options.every((option) => option === answer || option.length < answer.length);
      });
      // One in three by chance.
      expect(longest.length / ofKind(kind).length, kind).toBeLessThan(0.5);
    }
  });

  it('have true and false in some balance', () => {
    const said = ofKind('myth').filter(({ answer }) => answer === 'True').length;
    expect(said / ofKind('myth').length).toBeGreaterThan(0.2);
    expect(said / ofKind('myth').length).toBeLessThan(0.8);
  });
});

describe('questions made from the catalog', () => {
  it('take their lures from the confusable codes and their neighbours', () => {
    for (const { code } of askable) {
      const around = new Set([...confusedWith(code), ...confusedWith(code).flatMap(confusedWith)]);
      for (const lure of nearby(code)) expect(around, `${code} ${lure}`).toContain(lure);
      expect(nearby(code)).not.toContain(code);
    }
  });

  it('ask common codes with common lures', () => {
    for (const item of made.filter(({ kind, level }) => level === 'common' && kind === 'situation'))
      for (const { text } of item.lures)
        expect(levelOf([Number(text.slice(0, 3))]), `${item.id}: ${text}`).toBe('common');
  });

  it('find every situation they name', () => {
    const ids = new Set(ofKind('situation').map(({ prompt }) => prompt));
    for (const [code, opening] of openings) {
      const found = meaningsOf(code)[0]?.situations.filter(({ when }) => when.startsWith(opening)) ?? [];
      expect(found, `${code}: ${opening}`).toHaveLength(1);
      expect(found[0]?.rival, `${code}: ${opening}`).toBeUndefined();
      const hidden = givesAway(found[0]?.when ?? '', meaningsOf(code)[0]?.name ?? '');
      expect(ids.has(`Which code fits when ${found[0]?.when}?`), `${code}: ${opening}`).toBe(!hidden);
    }
  });

  it('ask about both sides of a pair where neither gives itself away', () => {
    const siblings = Map.groupBy(ofKind('pair'), ({ pair }) => pair?.join(' '));
    expect([...siblings.values()].every((group) => group.length <= 2)).toBe(true);
    expect([...siblings.values()].filter((group) => group.length === 2).length).toBeGreaterThan(100);
  });

  it('never name the code they ask for', () => {
    for (const { id, kind, prompt, exchange = '', codes } of made) {
      if (kind === 'header' || kind === 'myth' || kind === 'name' || kind === 'meaning') continue;
      const name = meaningsOf(codes[0] ?? 0)[0]?.name ?? '';
      expect(givesAway(`${prompt} ${exchange}`, name), id).toBe(false);
    }
  });

  it('hide the number and the name of the code in an exchange', () => {
    for (const { id, exchange = '', codes } of ofKind('exchange')) {
      expect(exchange, id).toContain('???');
      expect(exchange, id).not.toMatch(new RegExp(`\\b${codes[0]}\\b`));
    }
  });
});

describe('words that give a name away', () => {
  it.each([
    ['a resource was created', 'Created', true],
    ['the request conflicts with what is stored', 'Conflict', true],
    ['the service cannot take requests', 'Service Unavailable', false],
    ['the service is unavailable', 'Service Unavailable', true],
    ['nothing answers to this address', 'Not Found', false],
    ['it was found nowhere', 'Not Found', true],
    ['the body is larger than allowed', 'Content Too Large', false],
    ['a gateway got no answer', 'Bad Gateway', false],
    ['I am a little teapot', 'I’m a Teapot', true],
  ])('“%s” for %s: %s', (text, name, told) => {
    expect(givesAway(text, name)).toBe(told);
  });
});

describe('why a lure is wrong', () => {
  it('comes from the deciding question of the two', () => {
    expect(whyNot(403, 401)).toMatch(FROM_QUESTION);
  });

  it('repeats the question where its answer makes no sense alone', () => {
    const bare = neighbours.flatMap(({ codes, answers }) =>
      answers.flatMap((one) => codes.filter((code) => code !== one.code).map((code) => whyNot(one.code, code))),
    );
    for (const why of bare) expect(why).not.toMatch(CUT_LOOSE);
  });

  it('falls back to what the lure means', () => {
    expect(whyNot(418, 200)).toBe(
      `418 I'm a Teapot says something else: “${registered.find(({ code }) => code === 418)?.meaning}”`,
    );
    expect(whyNot(299, 200)).toBe('299 is no code at all.');
  });
});

describe('written scenarios', () => {
  it('become items with names for numbers', () => {
    const [item] = writtenItems([
      {
        id: '409-duplicate-email',
        kind: 'situation',
        codes: [409],
        prompt: 'Somebody signs up with an address that has an account.',
        answer: 409,
        alsoAcceptable: [422],
        lures: [
          { option: 400, why: 'The request can be read.' },
          { option: 'No code', why: 'There is one.' },
        ],
        explanation: 'It clashes with what is stored.',
        source: { title: 'RFC 9110 §15.5.10', href: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.10' },
        difficulty: 1,
      },
    ]);
    expect(item).toMatchObject({
      id: 'scenario:409-duplicate-email',
      level: 'common',
      answer: '409 Conflict',
      alsoAcceptable: ['422 Unprocessable Content'],
      lures: [{ text: '400 Bad Request' }, { text: 'No code' }],
    });
  });

  it('are all among the questions', () => {
    for (const { id } of scenarios) expect(itemById(`scenario:${id}`), id).toBeDefined();
  });
});
