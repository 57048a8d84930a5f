// Which question comes next: rests, shares, siblings, what is due, and what is done when everything was asked.
import fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/quiz/asked.ts';
import { type Choosing, chooseComing, chooseItem, kindShares, type Turn } from '../../src/quiz/choose.ts';
import type { Item, QuestionKind } from '../../src/quiz/item.ts';
import { learn, type Waiting } from '../../src/quiz/lesson.ts';
import { knownShare, type Memory, type Review, ratingOf, remember, retrievability } from '../../src/quiz/memory.ts';
import { choosePractice } from '../../src/quiz/practice.ts';
import { items as everyItem } from '../../src/quiz/questions/index.ts';
import type { Past } from '../../src/quiz/siblings.ts';
import { themeOf, themes } from '../../src/quiz/themes.ts';

const DAY = 24 * 60 * 60_000;
const START = Date.parse('2026-11-02T09:30:00Z');

const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: 'situation',
  level: 'common',
  codes: [409],
  prompt: '?',
  answer: '409 Conflict',
  alsoAcceptable: [],
  lures: [
    { text: '400 Bad Request', why: 'No.' },
    { text: '422 Unprocessable Content', why: 'No.' },
  ],
  explanation: '.',
  source: { title: '', href: '' },
  difficulty: 1,
  ...more,
});

const choosing = (more: Partial<Choosing & Turn>): Choosing & Turn => ({
  items: [],
  level: 'vendors',
  past: [],
  memories: new Map(),
  waiting: [],
  now: START,
  seed: 'place 2026-11-02',
  ...more,
});

/** A channel over many days in which a share of its people is right; what it was asked, and why. */
function play(items: readonly Item[], days: number, share: (day: number) => number, seed = 'a') {
  const memories = new Map<string, Memory>();
  const asked: { readonly item: Item; readonly lane: string; readonly at: number }[] = [];
  let waiting: readonly Waiting[] = [];
  for (let day = 0; day < days; day++) {
    const at = START + day * DAY;
    const past = asked.map(
      (one): Past => ({
        itemId: one.item.id,
        kind: one.item.kind,
        at: one.at,
        ...(one.item.pair && { pair: one.item.pair }),
      }),
    );
    const chosen = chooseItem(choosing({ items, past, memories, waiting, now: at, seed: `${seed} ${day}` }));
    if (chosen === null) break;
    asked.push({ ...chosen, at });
    const put = ask(chosen.item, `${seed} ${day}`);
    const right = Math.round(10 * share(day));
    const best = put.right[0] ?? 0;
    const wrong = put.options.findIndex((_, index) => !put.right.includes(index));
    const counts = put.options.map((_, index) => (index === best ? right : index === wrong ? 10 - right : 0));
    const closed = at + DAY / 4;
    const lesson = learn(put, counts, memories.get(chosen.item.id) ?? null, closed, `${seed} ${day}`);
    if (lesson === null) continue;
    memories.set(chosen.item.id, lesson.memory);
    const { wait, settled } = lesson;
    const same = (pair: readonly [number, number] | undefined) => (one: Waiting) =>
      pair === undefined || one.pair.join() !== pair.join();
    waiting = wait === undefined ? waiting.filter(same(settled)) : [...waiting.filter(same(wait.pair)), wait];
  }
  return asked;
}

/** From the oldest review to the newest. */
function memoryOf(reviews: readonly Review[]): Memory | null {
  return reviews.reduce<Memory | null>(remember, null);
}

describe('the next question', () => {
  it('is the same for the same seed and history', () => {
    const one = choosing({ items: everyItem() });
    expect(chooseItem(one)).toEqual(chooseItem(one));
    const others = new Set(Array.from({ length: 20 }, (_, seed) => chooseItem({ ...one, seed: `${seed}` })?.item.id));
    expect(others.size).toBeGreaterThan(15);
  });

  it('is within the level', () => {
    const items = [
      item('meaning:1'),
      item('meaning:2', { level: 'registered' }),
      item('meaning:3', { level: 'vendors' }),
    ];
    const levels = {
      common: ['meaning:1'],
      registered: ['meaning:1', 'meaning:2'],
      vendors: ['meaning:1', 'meaning:2', 'meaning:3'],
    } as const;
    for (const level of ['common', 'registered', 'vendors'] as const) {
      const seen = Array.from(
        { length: 60 },
        (_, seed) => chooseItem(choosing({ items, level, seed: `${seed}` }))?.item.id,
      );
      expect([...new Set(seen)].sort()).toEqual(levels[level]);
    }
  });

  it('does not come again within 30 days, nor a third time in a row as the same kind, for three years', () => {
    const asked = play(everyItem(), 700, () => 0.6);
    expect(asked).toHaveLength(700);
    const last = new Map<string, number>();
    for (const [at, one] of asked.entries()) {
      const before = last.get(one.item.id);
      if (before !== undefined) expect(one.at - before, one.item.id).toBeGreaterThanOrEqual(30 * DAY);
      last.set(one.item.id, one.at);
      const kinds = asked.slice(at, at + 3).map(({ item: { kind } }) => kind);
      if (kinds.length === 3) expect(new Set(kinds).size).toBeGreaterThan(1);
    }
    expect(new Set(asked.map(({ lane }) => lane))).toEqual(new Set(['new', 'due', 'sibling']));
  });

  it('comes from the lanes and kinds in about the shares that are meant', () => {
    const asked = play(everyItem(), 700, (day) => (day % 4 === 0 ? 0.3 : 0.9), 'shares').slice(60);
    const share = (wanted: (one: (typeof asked)[number]) => boolean) => asked.filter(wanted).length / asked.length;
    expect(share(({ lane }) => lane === 'new')).toBeGreaterThan(0.4);
    expect(share(({ lane }) => lane === 'new')).toBeLessThan(0.7);
    expect(share(({ lane }) => lane === 'due')).toBeGreaterThan(0.2);
    const pools = new Set(everyItem().map(({ kind }) => kind));
    const present = Object.entries(kindShares).filter(([kind]) => pools.has(kind as QuestionKind));
    const total = present.reduce((sum, [, of]) => sum + of, 0);
    for (const [kind, of] of present)
      expect(Math.abs(share((one) => one.item.kind === kind) - of / total), kind).toBeLessThan(0.13);
  });

  it('is the oldest one when everything was asked within 30 days, and never fails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 80 }), fc.string(), (count, days, seed) => {
        const kinds: readonly QuestionKind[] = ['situation', 'pair', 'name'];
        const items = Array.from({ length: count }, (_, at) =>
          item(`meaning:${at}`, { kind: kinds[at % 3] ?? 'name' }),
        );
        const asked = play(items, days, () => 0.5, seed);
        expect(asked).toHaveLength(days);
        for (const [at, { item: own, lane }] of asked.entries()) {
          if (at < count) expect(lane).not.toBe('oldest');
          else if (count > 3)
            expect(asked.slice(Math.max(0, at - 2), at).map((one) => one.item.id)).not.toContain(own.id);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
    expect(chooseItem(choosing({ items: [] }))).toBeNull();
    expect(chooseItem(choosing({ items: [item('meaning:1', { level: 'vendors' })], level: 'common' }))).toBeNull();
  });

  it('is the sibling of a pair that went wrong, as the second to fourth question after, whenever there is one', () => {
    const siblings = Map.groupBy(everyItem(), ({ pair }) => pair?.join());
    const distances: number[] = [];
    for (let round = 0; round < 150; round++) {
      const asked = play(everyItem(), 12, (day) => (day === 3 ? 0 : 1), `round ${round}`);
      const wrong = asked[3]?.item;
      const again = asked
        .slice(4)
        .findIndex(({ item: { pair } }) => pair !== undefined && pair.join() === wrong?.pair?.join());
      if (wrong?.pair === undefined || (siblings.get(wrong.pair.join())?.length ?? 0) < 2) {
        expect(asked.map(({ lane }) => lane)).not.toContain('sibling');
        continue;
      }
      const sibling = asked[4 + again];
      expect(sibling?.lane, wrong.id).toBe('sibling');
      expect(sibling?.item.id).not.toBe(wrong.id);
      distances.push(again + 1);
    }
    expect(distances.length).toBeGreaterThan(20);
    expect([...new Set(distances)].sort()).toEqual([2, 3, 4]);
  });

  it('is, among what is due, the least remembered of its kind', () => {
    const items = ['meaning:1', 'meaning:2', 'meaning:3'].map((id) => item(id));
    const review = { answered: 10, options: 3, acceptable: 1 };
    const memories = new Map(
      items.map(({ id }, at) => {
        const memory = memoryOf([{ ...review, at: START - 100 * DAY, right: [10, 4, 7][at] ?? 0 }]);
        return memory === null ? expect.unreachable() : ([id, memory] as const);
      }),
    );
    const past = items.map(
      ({ id }, at): Past => ({
        itemId: id,
        kind: (['pair', 'name', 'myth'] as const)[at] ?? 'name',
        at: START - 100 * DAY,
      }),
    );
    expect(chooseItem(choosing({ items, past, memories }))).toMatchObject({ item: { id: 'meaning:2' }, lane: 'due' });
  });

  it('is about the week’s theme more often than by chance', () => {
    const theme = themeOf('2026-11-02').codes;
    const on = (with_: boolean) =>
      Array.from({ length: 200 }, (_, seed) =>
        chooseItem(choosing({ items: everyItem(), seed: `${seed}`, ...(with_ && { theme }) })),
      ).filter((one) => theme.has(one?.item.codes[0] ?? 0)).length;
    expect(on(true)).toBeGreaterThan(on(false) * 2);
  });

  it('is shown beforehand as it will come', () => {
    const one = choosing({ items: everyItem() });
    const coming = chooseComing(
      one,
      [0, 1, 2].map((day) => ({ now: START + day * DAY, seed: `${day}` })),
    );
    expect(coming).toHaveLength(3);
    expect(coming[0]).toEqual(chooseItem({ ...one, seed: '0' }));
    expect(new Set(coming.map(({ item: { id } }) => id)).size).toBe(3);
  });
});

describe('what a channel remembers', () => {
  it.each([
    [{ answered: 0, right: 0, options: 3, acceptable: 1 }, null],
    [{ answered: 1, right: 1, options: 3, acceptable: 1 }, Rating.Good],
    [{ answered: 2, right: 1, options: 3, acceptable: 1 }, Rating.Again],
    [{ answered: 2, right: 2, options: 3, acceptable: 1 }, Rating.Good],
    [{ answered: 3, right: 1, options: 3, acceptable: 1 }, Rating.Again],
    [{ answered: 10, right: 6, options: 3, acceptable: 1 }, Rating.Hard],
    [{ answered: 10, right: 6, options: 2, acceptable: 1 }, Rating.Again],
    [{ answered: 10, right: 8, options: 3, acceptable: 1 }, Rating.Good],
    [{ answered: 10, right: 10, options: 3, acceptable: 1 }, Rating.Easy],
    [{ answered: 10, right: 7, options: 4, acceptable: 2 }, Rating.Hard],
  ] as const)('rates %j', (review, rating) => {
    expect(ratingOf(review)).toBe(rating);
  });

  it('takes guessing out of a share', () => {
    expect(knownShare({ answered: 9, right: 3, options: 3, acceptable: 1 })).toBeCloseTo(0);
    expect(knownShare({ answered: 9, right: 9, options: 3, acceptable: 1 })).toBe(1);
    expect(knownShare({ answered: 9, right: 1, options: 2, acceptable: 2 })).toBe(1);
  });

  it.each([
    ['Good, Good, Good', [8, 8, 8], [4, 31, 120]],
    ['Again, Good, Good', [3, 8, 8], [1, 4, 17]],
    ['Hard, Hard, Good', [6, 6, 8], [2, 9, 33]],
  ])('waits after %s as the reference measured', (_, shares, days) => {
    let memory: Memory | null = null;
    let at = START;
    const waited = shares.map((right) => {
      memory = remember(memory, { at, answered: 10, right, options: 3, acceptable: 1 });
      const gap: number = memory === null ? 0 : Math.round((memory.due - at) / DAY);
      at += gap * DAY;
      return gap;
    });
    expect(waited).toEqual(days);
  });

  it('comes from all reviews, and survives JSON', () => {
    const reviews = [0, 5, 40].map((day) => ({
      at: START + day * DAY,
      answered: 5,
      right: 4,
      options: 3,
      acceptable: 1,
    }));
    const memory = memoryOf(reviews);
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
    expect(memoryOf([])).toBeNull();
    if (memory === null) return expect.unreachable();
    expect(retrievability(memory, memory.reviewed)).toBeCloseTo(1);
    expect(retrievability(memory, memory.due)).toBeCloseTo(0.85, 1);
  });

  it('is not touched by a question nobody answered', () => {
    const put = ask(item('meaning:1'), 'x');
    expect(learn(put, [0, 0, 0], null, START, 'x')).toBeNull();
  });
});

describe('practice', () => {
  const items = everyItem();
  const practising = {
    items,
    level: 'vendors',
    memories: new Map<string, Memory>(),
    recent: [],
    now: START,
    seed: 'me 1',
  } as const;

  it('is endless, deterministic and never the same twice in a row', () => {
    expect(choosePractice(practising)).toEqual(choosePractice(practising));
    const memories = new Map<string, Memory>();
    const recent: string[] = [];
    const few = items.slice(0, 5);
    for (let turn = 0; turn < 60; turn++) {
      const now = START + turn * 60_000;
      const next = choosePractice({
        ...practising,
        items: few,
        memories,
        recent: recent.slice(-1),
        now,
        seed: `${turn}`,
      });
      if (next === null) return expect.unreachable();
      expect(next.id).not.toBe(recent.at(-1));
      recent.push(next.id);
      const memory = remember(memories.get(next.id) ?? null, {
        at: now,
        answered: 1,
        right: turn % 2,
        options: 3,
        acceptable: 1,
      });
      if (memory !== null) memories.set(next.id, memory);
    }
    expect(new Set(recent).size).toBe(5);
    expect(choosePractice({ ...practising, items: [] })).toBeNull();
  });

  it('brings back what is about to be forgotten first', () => {
    const memory = memoryOf([{ at: START - 30 * DAY, answered: 1, right: 0, options: 3, acceptable: 1 }]);
    if (memory === null) return expect.unreachable();
    expect(choosePractice({ ...practising, memories: new Map([['meaning:404', memory]]) })?.id).toBe('meaning:404');
  });
});

describe('the themes', () => {
  it('take turns by the week, from Monday on, and name codes that can be asked about', () => {
    expect(themeOf('2026-11-02')).toBe(themeOf('2026-11-08'));
    const turns = themes.map((_, week) => themeOf(new Date(START + week * 7 * DAY).toISOString().slice(0, 10)));
    expect(new Set(turns).size).toBe(themes.length);
    const known = new Set(everyItem().flatMap(({ codes }) => codes.slice(0, 1)));
    for (const { codes } of themes) for (const code of codes) expect(known).toContain(code);
  });
});
