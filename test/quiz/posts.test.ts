// What is posted and said: the promises of the model, and nothing that gives the answer away before the reveal.
import { describe, expect, it } from 'vitest';
import { type Answer, flatten } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { meaningsOf } from '../../src/catalog/index.ts';
import { type Asked, ask, bestOf, isRight, lettered } from '../../src/quiz/asked.ts';
import {
  sayAnsweredBefore,
  sayLockedIn,
  sayPractice,
  sayPracticed,
  sayPreview,
  sayTakenOut,
  sayTooLate,
} from '../../src/quiz/feedback.ts';
import type { Item } from '../../src/quiz/item.ts';
import { sayClosed, sayQuestion, sayVoided } from '../../src/quiz/post.ts';
import { itemById, items } from '../../src/quiz/questions/index.ts';
import { sayReveal } from '../../src/quiz/reveal.ts';
import { expectPromises } from '../commands/ask.ts';

const ID = '01JDF8Q4T5W6X7Y8Z9ABCDEFGH';
const AT = Date.parse('2026-11-26T15:30:00Z');
const post = { id: ID, revealAt: AT, scheduled: true };
const all = items();

const find = (id: string): Item => itemById(id) ?? expect.unreachable(`no item ${id}`);
const conflict = ask(find('situation:409:something-else-still-depends'), 'seed');
const everyPut = all.map((item) => ask(item, ID));

const outcome = (asked: Asked, counts = asked.options.map((_, index) => index + 1)) => ({
  id: ID,
  counts,
  streaks: [],
});

describe('a question as it is put', () => {
  it('shows the answer, what is accepted too and two lures at most, once each', () => {
    for (const [at, item] of all.entries()) {
      const { options, right, whys } = everyPut[at] ?? expect.unreachable();
      expect(options.length, item.id).toBeGreaterThanOrEqual(2);
      expect(options.length, item.id).toBeLessThanOrEqual(5);
      expect(new Set(options).size, item.id).toBe(options.length);
      expect(options[right[0] ?? -1], item.id).toBe(item.answer);
      expect(
        right.slice(1).map((index) => options[index]),
        item.id,
      ).toEqual(item.alsoAcceptable.slice(0, 1));
      for (const [index, why] of whys.entries()) expect(why === '', `${item.id} ${index}`).toBe(right.includes(index));
    }
  });

  it('keeps its order for the same delivery and has the answer in every place', () => {
    const item = find('situation:409:something-else-still-depends');
    expect(ask(item, ID)).toEqual(ask(item, ID));
    const places = Array.from({ length: 300 }, (_, seed) => bestOf(ask(item, `${seed}`)));
    for (const place of [0, 1, 2]) expect(places.filter((one) => one === place).length).toBeGreaterThan(60);
    const lures = new Set(Array.from({ length: 100 }, (_, seed) => ask(item, `${seed}`).options).flat());
    expect(lures.size).toBe(1 + item.lures.length);
    for (let seed = 0; seed < 50; seed++) expect(ask(item, `${seed}`).options).toContain(item.lures[0]?.text);
  });

  it('puts True before False', () => {
    for (const put of everyPut.filter(({ kind, options }) => kind === 'myth' && options.includes('True')))
      expect(put.options).toEqual(['True', 'False']);
  });

  it('survives JSON as it is', () => {
    for (const put of everyPut) expect(JSON.parse(JSON.stringify(put))).toEqual(put);
  });
});

describe('the open post', () => {
  it('keeps the promises of the model, for every question', () => {
    for (const put of everyPut) {
      const answer = sayQuestion(put, post);
      expectPromises(answer);
      expect(answer.choices.map(({ line }) => line)).toEqual(
        put.options.map((_, index) => `quiz answer ${ID} ${index}`),
      );
      expect(answer.audience).toBe('room');
    }
  });

  it('gives nothing away: no colour, link, code or word about what is right', () => {
    for (const put of everyPut) {
      const answer = sayQuestion(put, post);
      expect([answer.tone, answer.links, answer.line, answer.about]).toEqual([
        'neutral',
        [],
        undefined,
        { kind: 'quiz', codes: [], class: null },
      ]);
      const everything = JSON.stringify(answer);
      for (const secret of [put.source.href, put.itemId, ...put.whys.filter(Boolean)])
        expect(everything).not.toContain(secret);
      expect(everything).not.toContain(JSON.stringify(put.explanation).slice(1, -1));
      // The same post with every option in the place of the right one looks the same.
      const other = { ...put, right: [put.options.length - 1 - bestOf(put)] };
      expect(sayQuestion(other, post)).toEqual(answer);
    }
  });

  it('has letters on its buttons, and the options above them, where an option is too long for one', () => {
    const long = sayQuestion(ask(find('meaning:409'), ID), post);
    expect(long.choices.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
    expect(long.blocks.find(({ kind }) => kind === 'list')).toMatchObject({ items: { length: 3 } });
    const short = sayQuestion(conflict, post);
    expect(short.choices[0]?.label).toBe(lettered(conflict, 0));
    expect(short.blocks.some(({ kind }) => kind === 'list')).toBe(false);
  });

  it('shows an exchange as code', () => {
    expect(sayQuestion(ask(find('exchange:405'), ID), post).blocks[1]).toMatchObject({
      kind: 'code',
      language: 'http',
    });
  });
});

describe('the reveal', () => {
  it('keeps the promises of the model, for every question', () => {
    for (const put of everyPut) {
      const answer = sayReveal(put, outcome(put));
      expectPromises(answer);
      const text = toPlain(answer);
      for (const [index, why] of put.whys.entries()) if (!isRight(put, index)) expect(text).toContain(why.slice(0, 40));
      expect(answer.links).toEqual([{ label: put.source.title, href: put.source.href }]);
    }
  });

  it('has bars that say what was chosen, the right one marked, short enough for a chart', () => {
    for (const put of everyPut) {
      const [bars] = sayReveal(put, outcome(put)).blocks.flatMap((block) => (block.kind === 'bars' ? [block] : []));
      expect(bars?.bars.map(({ value }) => value)).toEqual(put.options.map((_, index) => index + 1));
      for (const [index, { label }] of (bars?.bars ?? []).entries()) {
        expect(label.length).toBeLessThanOrEqual(20);
        expect(label.startsWith('✓')).toBe(isRight(put, index));
      }
      expect(new Set(bars?.bars.map(({ label }) => label)).size).toBe(put.options.length);
    }
  });

  it('leads on with lines that can be typed', () => {
    const { choices } = sayReveal(conflict, outcome(conflict));
    expect(choices.map(({ line }) => line)).toEqual(['409', 'quiz practice', `quiz flag ${ID}`]);
  });

  it('tells the streaks, the longest first, and counts the rest', () => {
    const streaks = Array.from({ length: 14 }, (_, at) => ({ user: `U${at}`, streak: at }));
    const text = toPlain(sayReveal(conflict, { ...outcome(conflict), streaks, channelStreak: 9 }));
    expect(text).toContain('Streaks: @U13 13, @U12 12');
    expect(text).toContain('and 2 more');
    expect(text).not.toContain('@U1 1');
    expect(text).toContain('answered 9 questions in a row');
    expect(toPlain(sayReveal(conflict, outcome(conflict)))).not.toContain('treak');
  });

  it('says so when nobody answered, and what experts accept as well', () => {
    expect(toPlain(sayReveal(conflict, outcome(conflict, [0, 0, 0])))).toContain('Nobody answered this time.');
    const both = { ...conflict, right: [0, 1], whys: ['', '', 'No.'] };
    expect(toPlain(sayReveal(both, outcome(both, [2, 3, 1])))).toContain('is right here, too.');
    expect(sayReveal(both, outcome(both, [2, 3, 1])).blocks).toContainEqual(
      expect.objectContaining({ title: '5 of 6 right' }),
    );
  });
});

describe('the closed post', () => {
  it('shows the answer and has no button to answer with', () => {
    for (const put of everyPut) {
      for (const answer of [sayClosed(put, post), sayVoided(put, post)]) {
        expectPromises(answer);
        expect(answer.choices.some(({ line }) => line.startsWith('quiz answer'))).toBe(false);
      }
      expect(toPlain(sayClosed(put, post))).toContain('Closed.');
      expect(toPlain(sayVoided(put, post))).not.toContain('The answer is');
    }
  });
});

const said = (answer: Answer) =>
  [answer.title, ...answer.blocks.map((block) => (block.kind === 'text' ? flatten(block.text) : ''))].join('\n');

describe('a sentence that ends in an option', () => {
  it('has one full stop, also where the option is a sentence itself', () => {
    for (const [at, put] of everyPut.entries()) {
      const best = bestOf(put);
      const wrong = put.options.findIndex((_, index) => !isRight(put, index));
      const answers = [
        sayClosed(put, post),
        sayReveal(put, outcome(put)),
        ...[best, wrong].flatMap((choice) => [sayAnsweredBefore(put, choice, AT), sayTooLate(put, choice)]),
        sayPracticed(all[at] ?? expect.unreachable(), ID, wrong),
      ];
      for (const answer of answers) expect(said(answer), put.itemId).not.toMatch(/[.!?]\./);
    }
    expect(said(sayClosed(conflict, post))).toMatch(/The answer is . · 409 Conflict\.$/);
  });
});

describe('what one person is told', () => {
  it('keeps the promises of the model and is for them alone', () => {
    for (const put of everyPut)
      for (const answer of [
        sayLockedIn(put, 0, AT),
        sayAnsweredBefore(put, 0, AT),
        sayTooLate(put, 0),
        sayTooLate(put, 1, 0),
        sayTakenOut(),
        sayPreview([{ asked: put, at: AT }]),
        sayPreview([]),
      ]) {
        expectPromises(answer);
        expect(answer.audience).toBe('asker');
      }
  });

  it('is the same before the reveal whether they are right or wrong', () => {
    const other = { ...conflict, right: [(bestOf(conflict) + 1) % 3] };
    for (const choice of [0, 1, 2]) {
      expect(sayLockedIn(other, choice, AT)).toEqual(sayLockedIn(conflict, choice, AT));
      expect(sayAnsweredBefore(other, choice, AT)).toEqual(sayAnsweredBefore(conflict, choice, AT));
      expect(sayPreview([{ asked: other, at: AT }])).toEqual(sayPreview([{ asked: conflict, at: AT }]));
    }
    expect(sayLockedIn(conflict, 1, AT).title).toBe(`Locked in: ${lettered(conflict, 1)}`);
  });

  it('is the answer, without points, after the close', () => {
    const best = bestOf(conflict);
    const wrong = (best + 1) % 3;
    expect(said(sayTooLate(conflict, wrong))).toContain(
      `It was ${lettered(conflict, best)}. The question is closed, so there are no points.`,
    );
    expect(said(sayTooLate(conflict, wrong))).toContain(conflict.whys[wrong]);
    expect(said(sayTooLate(conflict, best))).toContain('That was right. The question is closed');
    expect(said(sayTooLate(conflict, wrong, best))).toContain('That was right. Your first answer counted.');
  });
});

describe('practice', () => {
  it('carries in its lines all that is needed to judge the answer', () => {
    for (const item of all) {
      const seed = 'k3x9a0b2c4';
      const asked = ask(item, seed);
      const question = sayPractice(item, seed);
      expectPromises(question);
      expect(question.choices.map(({ line }) => line)).toEqual(
        asked.options.map((_, index) => `quiz practice ${item.id} ${index} ${seed}`),
      );
      for (const choice of asked.options.keys()) {
        const answer = sayPracticed(item, seed, choice);
        expectPromises(answer);
        expect(answer.title.startsWith('Right')).toBe(isRight(asked, choice));
        expect(answer.choices[0]?.line).toBe('quiz practice');
      }
    }
  });

  it('lists its options once, so that they can be read where there are no buttons', () => {
    for (const item of all) {
      const asked = ask(item, 's');
      const question = sayPractice(item, 's');
      const list = asked.options.map((_, index) => `- ${lettered(asked, index)}`).join('\n');
      expect(toPlain(question).split(list), item.id).toHaveLength(2);
      expect(question.choices.map(({ label }) => label)).toEqual(
        ['A', 'B', 'C', 'D', 'E'].slice(0, asked.options.length),
      );
    }
  });

  it('says how to answer where there is nothing to press', () => {
    const item = find('situation:409:something-else-still-depends');
    expect(toPlain(sayPractice(item, 's', true))).toContain(`quiz practice ${item.id} A s`);
    expect(toPlain(sayPractice(item, 's'))).not.toContain('quiz practice');
  });

  it('says why a wrong answer is wrong', () => {
    const item = find('situation:409:something-else-still-depends');
    const asked = ask(item, 's');
    const wrong = (bestOf(asked) + 1) % 3;
    expect(said(sayPracticed(item, 's', wrong))).toContain(asked.whys[wrong]);
    expect(meaningsOf(409)[0]?.name).toBe('Conflict');
  });
});
