// Points, streaks, boards and insights: against a slow, obvious recount, and in the named cases.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, countsOf } from '../../src/quiz/asked.ts';
import { boardOf } from '../../src/quiz/board.ts';
import {
  accuracyOf,
  byClassOf,
  channelStreakOf,
  confusionsOf,
  hardestOf,
  mostConfusedOf,
} from '../../src/quiz/insights.ts';
import { type Given, keepLedger, type Quiz } from '../../src/quiz/scoring.ts';

const DAY = 24 * 60 * 60_000;
const START = Date.parse('2026-11-01T09:30:00Z');
const nobody: ReadonlySet<string> = new Set();

const asked = (options: readonly string[], right: readonly number[] = [0]): Asked => ({
  itemId: 'x',
  kind: 'situation',
  codes: [Number(options[right[0] ?? 0]?.slice(0, 3))],
  prompt: '?',
  options,
  whys: options.map(() => ''),
  right,
  explanation: '',
  source: { title: '', href: '' },
});
const plain = asked(['409 Conflict', '422 Unprocessable Content', '400 Bad Request']);

/** The quiz of the n-th day. */
const quiz = (day: number, more: Partial<Quiz> = {}): Quiz => ({
  id: `q${day}`,
  slot: new Date(START + day * DAY).toISOString().slice(0, 10),
  at: START + day * DAY,
  scheduled: true,
  state: 'closed',
  asked: plain,
  ...more,
});
const days = (count: number) => Array.from({ length: count }, (_, day) => quiz(day));
const given = (user: string, day: number, choice = 0, more: Partial<Given> = {}): Given => ({
  quiz: `q${day}`,
  user,
  choice,
  at: START + day * DAY + 60_000,
  ...more,
});

/** What was answered on which days, as a word: "rrw.r" is right, right, wrong, nothing, right. */
const typed = (user: string, word: string) =>
  [...word].flatMap((letter, day) => (letter === '.' ? [] : [given(user, day, letter === 'r' ? 0 : 1)]));

describe('points', () => {
  it.each([
    ['a right answer, on the first day of a streak', 'r', [11]],
    ['a wrong answer', 'w', [3]],
    ['a streak', 'rrrrrrr', [11, 12, 13, 14, 15, 15, 15]],
    ['a streak of wrong answers', 'wwww', [3, 4, 5, 6]],
    ['a gap', 'rr.rr', [11, 12, 11, 12]],
    ['a freeze after seven', 'rrrrrrr.r', [11, 12, 13, 14, 15, 15, 15, 15]],
    ['two days missed with one freeze', 'rrrrrrr..r', [11, 12, 13, 14, 15, 15, 15, 11]],
  ])('for %s', (_, word, points) => {
    const { entries } = keepLedger(days(word.length), typed('ada', word));
    expect(entries.map((entry) => entry.points)).toEqual(points);
  });

  it('for a question in between have no bonus and leave the streak', () => {
    const between = quiz(1, { scheduled: false });
    const { entries, standings } = keepLedger([quiz(0), between, quiz(2)], typed('ada', 'rrr'));
    expect(entries.map(({ points }) => points)).toEqual([11, 10, 12]);
    expect(keepLedger([quiz(0), between, quiz(2)], typed('ada', 'r.r')).standings.get('ada')?.streak).toBe(2);
    expect(standings.get('ada')?.streak).toBe(2);
  });

  it.each([
    ['voided', { state: 'voided' }],
    ['skipped', { state: 'skipped', asked: null }],
    ['still open', { state: 'open' }],
  ] as const)('and streaks pass over a question that is %s', (_, more) => {
    const { entries, standings } = keepLedger([quiz(0), quiz(1, more), quiz(2)], typed('ada', 'rrr'));
    expect(entries.map(({ points }) => points)).toEqual([11, 12]);
    expect(standings.get('ada')?.streak).toBe(2);
    expect(keepLedger([quiz(0), quiz(1, more), quiz(2)], typed('ada', 'r.r')).standings.get('ada')?.streak).toBe(2);
  });

  it('count an option that experts accept as well', () => {
    const both = quiz(0, { asked: asked(['403 Forbidden', '404 Not Found', '401 Unauthorized'], [0, 1]) });
    expect(keepLedger([both], [given('ada', 0, 1)]).entries[0]).toMatchObject({ right: true, points: 11 });
  });

  it('count the first answer only', () => {
    const twice = [given('ada', 0, 0, { at: START + 2 }), given('ada', 0, 1, { at: START + 1 })];
    expect(keepLedger(days(1), twice).entries).toMatchObject([{ choice: 1, points: 3 }]);
  });
});

describe('freezes', () => {
  it('are kept two at most and only spent on a streak', () => {
    const standing = (word: string) => keepLedger(days(word.length), typed('ada', word)).standings.get('ada');
    expect(standing('r'.repeat(21))).toEqual({ streak: 21, longest: 21, freezes: 2, answered: 21 });
    expect(standing(`${'r'.repeat(21)}..r`)).toEqual({ streak: 22, longest: 22, freezes: 0, answered: 22 });
    expect(standing(`${'r'.repeat(21)}...r`)).toEqual({ streak: 1, longest: 21, freezes: 0, answered: 22 });
    expect(standing(`${'r'.repeat(3)}....${'r'.repeat(4)}`)).toEqual({
      streak: 4,
      longest: 4,
      freezes: 1,
      answered: 7,
    });
  });
});

/** Everything of one person anew, quiz by quiz, without any table in between. */
function recount(quizzes: readonly Quiz[], answers: readonly Given[], user: string) {
  const counted = quizzes.filter(({ state }) => state === 'closed').sort((a, b) => a.at - b.at);
  const own = (id: string) =>
    answers.filter((one) => one.user === user && one.quiz === id).sort((a, b) => a.at - b.at)[0];
  let [streak, longest, freezes, answered, points] = [0, 0, 0, 0, 0];
  for (const one of counted) {
    const answer = own(one.id);
    const right = answer !== undefined && (one.asked?.right.includes(answer.choice) ?? false);
    if (!one.scheduled) {
      points += answer === undefined ? 0 : right ? 10 : 2;
    } else if (answer !== undefined) {
      streak += 1;
      longest = Math.max(longest, streak);
      answered += 1;
      if (answered === 7 * Math.floor(answered / 7)) freezes = Math.min(2, freezes + 1);
      points += (right ? 10 : 2) + Math.min(5, streak);
    } else if (streak > 0 && freezes > 0) {
      freezes -= 1;
    } else {
      streak = 0;
    }
  }
  return { streak, longest, freezes, answered, points };
}

describe('the ledger', () => {
  const people = ['ada', 'bob', 'cyd', 'dee', 'eve', 'fay', 'gus'];
  const history = fc
    .array(
      fc.record({
        state: fc.constantFrom('closed', 'closed', 'closed', 'closed', 'open', 'voided', 'skipped'),
        scheduled: fc.constantFrom(true, true, true, false),
        choices: fc.array(fc.constantFrom(0, 0, 1, 2, null), { minLength: people.length, maxLength: people.length }),
      }),
      { maxLength: 40 },
    )
    .map((rows) => ({
      quizzes: rows.map(({ state, scheduled }, day) =>
        quiz(day, { state, scheduled, asked: state === 'skipped' ? null : plain } as Partial<Quiz>),
      ),
      answers: rows.flatMap(({ choices }, day) =>
        choices.flatMap((choice, at) => (choice === null ? [] : [given(people[at] ?? '', day, choice)])),
      ),
    }));

  it('equals a recount from the raw answers, in any order of rows', () => {
    fc.assert(
      fc.property(history, fc.boolean(), ({ quizzes, answers }, reversed) => {
        const { entries, standings } = keepLedger(
          reversed ? quizzes.toReversed() : quizzes,
          reversed ? answers.toReversed() : answers,
        );
        for (const user of people) {
          const { points, ...standing } = recount(quizzes, answers, user);
          const own = entries.filter((entry) => entry.user === user);
          expect(own.reduce((sum, entry) => sum + entry.points, 0)).toBe(points);
          if (standing.answered > 0) expect(standings.get(user)).toEqual(standing);
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('is after a void as if the question had never been', () => {
    fc.assert(
      fc.property(history, fc.nat(), ({ quizzes, answers }, which) => {
        const id = quizzes[which % Math.max(1, quizzes.length)]?.id;
        const voided = quizzes.map((one): Quiz => (one.id === id ? { ...one, state: 'voided' } : one));
        const without = quizzes.filter((one) => one.id !== id);
        expect(keepLedger(voided, answers)).toEqual(
          keepLedger(
            without,
            answers.filter((one) => one.quiz !== id),
          ),
        );
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('gives every board that a plain sort gives', () => {
    fc.assert(
      fc.property(history, fc.subarray(people), fc.constantFrom(...people), ({ quizzes, answers }, hide, me) => {
        const hidden = new Set(hide);
        const { top, own, people: shown } = boardOf(keepLedger(quizzes, answers), me, hidden);
        const totals = people
          .filter((user) => keepLedger(quizzes, answers).entries.some((entry) => entry.user === user))
          .map((user) => ({ user, ...recount(quizzes, answers, user) }));
        const open = totals
          .filter(({ user }) => !hidden.has(user))
          .map(({ points }) => points)
          .sort((a, b) => b - a);
        expect(shown).toBe(open.length);
        expect(top.map(({ points }) => points)).toEqual(open.slice(0, 5));
        for (const { place, points, user } of [...top, ...(own === null ? [] : [own])]) {
          expect(place).toBe(1 + open.filter((other) => other > points).length);
          expect(points).toBe(totals.find((one) => one.user === user)?.points);
        }
        expect(top.some(({ user }) => hidden.has(user))).toBe(false);
        expect(own?.user ?? me).toBe(me);
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe('a board', () => {
  const answers = [...typed('ada', 'rrr'), ...typed('bob', 'rrr'), ...typed('cyd', 'www'), ...typed('dee', '..r')];

  it('shares places among equals', () => {
    const { top } = boardOf(keepLedger(days(3), answers), null, nobody);
    expect(top.map(({ place, user, points }) => `${place} ${user} ${points}`)).toEqual([
      '1 ada 36',
      '1 bob 36',
      '3 cyd 12',
      '4 dee 11',
    ]);
  });

  it('counts a period only, and streaks over everything', () => {
    const { top } = boardOf(keepLedger(days(3), answers), null, nobody, { from: '2026-11-03', to: '2026-11-30' });
    expect(top.map(({ user, points, streak }) => `${user} ${points} ${streak}`)).toEqual([
      'ada 13 3',
      'bob 13 3',
      'dee 11 1',
      'cyd 5 3',
    ]);
  });

  it('shows hidden people to themselves alone', () => {
    const hidden = new Set(['ada']);
    expect(boardOf(keepLedger(days(3), answers), 'ada', hidden)).toMatchObject({
      people: 3,
      own: { place: 1, user: 'ada' },
    });
    expect(boardOf(keepLedger(days(3), answers), 'bob', hidden)).toMatchObject({ own: { place: 1, user: 'bob' } });
    expect(boardOf(keepLedger(days(3), answers), 'zoe', hidden).own).toBeNull();
  });
});

describe('insights', () => {
  const gone = quiz(1, { asked: asked(['410 Gone', '404 Not Found', '503 Service Unavailable']) });
  const myth = quiz(2, { asked: { ...asked(['True', 'False']), kind: 'myth', codes: [503] } });
  const quizzes = [quiz(0), gone, myth, quiz(3, { state: 'voided' })];
  const answers = [
    given('ada', 0, 0),
    given('bob', 0, 1),
    given('cyd', 0, 1),
    given('dee', 0, 2),
    given('ada', 1, 1),
    given('bob', 1, 1),
    given('cyd', 1, 0),
    given('ada', 2, 1),
    given('bob', 2, 0),
    given('ada', 3, 1),
    given('bob', 3, 1),
    given('cyd', 3, 1),
  ];
  const tallies = quizzes.flatMap(({ id }) =>
    [0, 1, 2].map((choice) => ({
      quiz: id,
      choice,
      count: answers.filter((one) => one.quiz === id && one.choice === choice).length,
    })),
  );

  it('tell how much is right, without voided questions', () => {
    expect(accuracyOf(quizzes, tallies)).toEqual({ answered: 9, right: 3 });
    expect(
      countsOf(
        plain,
        tallies.filter(({ quiz }) => quiz === gone.id),
      ),
    ).toEqual([1, 2, 0]);
  });

  it('tell one person their accuracy by class and their confusions', () => {
    expect(byClassOf(quizzes, answers, 'ada')).toEqual([
      { class: 4, answered: 2, right: 1 },
      { class: 5, answered: 1, right: 0 },
    ]);
    expect(confusionsOf(quizzes, answers, 'bob')).toEqual([
      { right: 409, chosen: 422, count: 1 },
      { right: 410, chosen: 404, count: 1 },
    ]);
    expect(confusionsOf(quizzes, answers, 'ada')).toEqual([{ right: 410, chosen: 404, count: 1 }]);
  });

  it('find the hardest question and the most confused pair', () => {
    expect(hardestOf(quizzes, tallies)).toMatchObject({ quiz: { id: 'q0' }, answered: 4, right: 1 });
    expect(mostConfusedOf(quizzes, tallies)).toEqual({ pair: [404, 410], count: 2 });
    expect(hardestOf([myth], tallies)).toBeNull();
    expect(mostConfusedOf([myth], tallies)).toBeNull();
  });

  it('count a channel’s streak up to the last question nobody answered', () => {
    const streak = (word: string) =>
      channelStreakOf(
        days(word.length),
        typed('ada', word).map(({ quiz: id, choice }) => ({ quiz: id, choice, count: 1 })),
      );
    expect([streak('rrr'), streak('r.rw'), streak('rr.'), streak('')]).toEqual([3, 2, 0, 0]);
  });
});
