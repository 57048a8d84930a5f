// What a click does, and what comes of all clicks: flags, scores, and what somebody knows.
import { describe, expect, it } from 'vitest';
import { type Answer, flatten } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';
import type { Place, Pressed } from '../../src/port.ts';
import { bestOf, lettered } from '../../src/quiz/asked.ts';
import { itemById } from '../../src/quiz/questions/index.ts';
import { createStage } from '../delivery/stage.ts';
import {
  CONFLICT,
  close,
  DAY,
  HOUR,
  MINUTE,
  MORNING,
  openRoom,
  type Posed,
  type Room,
  slackPlace,
} from './quiz-room.ts';

const elsewhere: Place = { ...slackPlace, channel: 'C2' };
const pressedOn = (place: Place, message = 'the post'): Pressed => ({ place, posted: { message } });
const choices = async ({ store }: Room, { id }: Posed) =>
  (await store.answers.tally(id)).map(({ choice, count }) => [choice, count]);

/** What a person can read of an answer, and what its buttons carry. */
const everything = (answer: Answer) =>
  `${toPlain(answer)}\n${JSON.stringify([answer.choices, answer.links, answer.about])}`;

describe('a click', () => {
  it('is locked in, written down before it is confirmed, and tells nothing', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    const told: string[] = [];
    for (const [user, choice] of [
      ['ann', quiz.right],
      ['bob', quiz.wrong],
    ] as const) {
      const answer = await room.person(user).ask(`quiz answer ${quiz.id} ${choice}`, pressedOn(room.place));
      expect(answer.title).toBe(`Locked in: ${lettered(quiz.asked, choice)}`);
      expect(answer.audience).toBe('asker');
      expect(answer.blocks).toEqual([{ kind: 'text', text: ['The solution comes ', { time: quiz.reveal }, '.'] }]);
      told.push(everything(answer).replaceAll(lettered(quiz.asked, choice), ''));
    }
    // But for the choice itself, right and wrong are told the same.
    expect(told[0]).toBe(told[1]);
    expect(await choices(room, quiz)).toEqual(
      [
        [quiz.right, 1],
        [quiz.wrong, 1],
      ].toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    );
  });

  it('counts once: the second is told kindly that the first stands', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    const ann = room.person('ann');
    await ann.ask(`quiz answer ${quiz.id} ${quiz.wrong}`);
    const again = await ann.ask(`quiz answer ${quiz.id} ${quiz.right}`);
    expect(again.title).toBe('You have answered already');
    expect(everything(again)).toContain(lettered(quiz.asked, quiz.wrong));
    expect(everything(again)).not.toContain(lettered(quiz.asked, quiz.right));
    expect(await choices(room, quiz)).toEqual([[quiz.wrong, 1]]);
  });

  it('after the close tells the answer and gives no points', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    await room.person('ann').ask(`quiz answer ${quiz.id} ${quiz.right}`);
    await close(room, quiz);
    const late = await room.person('bob').ask(`quiz answer ${quiz.id} ${quiz.wrong}`);
    expect(late.title).toBe('This question is closed');
    expect(toPlain(late)).toContain(`It was ${lettered(quiz.asked, bestOf(quiz.asked))}.`);
    expect(toPlain(late)).toContain('no points');
    expect(await room.person('ann').read(`quiz answer ${quiz.id} ${quiz.wrong}`)).toContain(
      'Your first answer counted.',
    );
    expect(await choices(room, quiz)).toEqual([[quiz.right, 1]]);
  });

  it('on a question that was taken out says so', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    await room.store.deliveries.void(quiz.id, room.now);
    expect((await room.person('ann').ask(`quiz answer ${quiz.id} 0`)).title).toBe('This question was taken out');
    expect(await choices(room, quiz)).toEqual([]);
  });

  it.each(['unknown', 'sending'] as const)('proves that a post stands which was %s', async (status) => {
    const room = await openRoom();
    const quiz = await room.pose({ status });
    await room.person('ann').ask(`quiz answer ${quiz.id} 0`);
    expect((await room.store.deliveries.get(quiz.id))?.status).toBe(status);
    await room.person('bob').ask(`quiz answer ${quiz.id} 0`, pressedOn(elsewhere));
    expect((await room.store.deliveries.get(quiz.id))?.status).toBe(status);
    await room.person('cid').ask(`quiz answer ${quiz.id} 0`, pressedOn(room.place, '1.5'));
    expect(await room.store.deliveries.get(quiz.id)).toMatchObject({ status: 'sent', message: '1.5' });
    expect(await choices(room, quiz)).toEqual([[0, 3]]);
  });

  it('counts once each where a thousand come at once, and twice from everybody', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    const people = Array.from({ length: 1000 }, (_, index) => room.person(`u${index}`));
    const clicks = [...people, ...people].map(({ by }, index) =>
      room.bot.ask({ kind: 'line', by, line: `quiz answer ${quiz.id} ${index % 3}`, from: pressedOn(room.place) }),
    );
    const titles = Map.groupBy(await Promise.all(clicks), (answer) => (answer?.title ?? '').slice(0, 9));
    expect([...titles].map(([title, { length }]) => [title, length])).toEqual([
      ['Locked in', 1000],
      ['You have ', 1000],
    ]);
    expect(await choices(room, quiz)).toEqual([
      [0, 334],
      [1, 333],
      [2, 333],
    ]);
  });
});

describe('a forged line', () => {
  const NONE = 'I know no such question here';

  it.each([
    ['an index beyond the options', (id: string) => `quiz answer ${id} 3`],
    ['a huge index', (id: string) => `quiz answer ${id} 99999999999999999999`],
    ['a negative index', (id: string) => `quiz answer ${id} -1`],
    ['half an index', (id: string) => `quiz answer ${id} 0.5`],
    ['no index', (id: string) => `quiz answer ${id}`],
    ['more than an index', (id: string) => `quiz answer ${id} 0 1`],
    ['an id that is none', () => 'quiz answer 01JDF8Q4T5W6X7Y8Z9ABCDEFGH 0'],
    ['no id', () => 'quiz answer'],
    ['a piece of SQL', () => `quiz answer ' or 1=1 -- 0`],
  ])('with %s counts nothing', async (_, line) => {
    const room = await openRoom();
    const quiz = await room.pose();
    expect((await room.person('ann').ask(line(quiz.id), pressedOn(room.place))).title).toBe(NONE);
    expect(await choices(room, quiz)).toEqual([]);
  });

  it('asks nothing of another channel, whatever it carries', async () => {
    const room = await openRoom();
    const quiz = await room.pose({ place: elsewhere, status: 'unknown' });
    const ann = room.person('ann');
    for (const line of [`answer ${quiz.id} 0`, `flag ${quiz.id}`, `void ${quiz.id}`])
      expect((await ann.ask(`quiz ${line}`, pressedOn(room.place))).title).toBe(NONE);
    expect(await room.store.deliveries.get(quiz.id)).toMatchObject({ status: 'unknown', voidedAt: null });
    expect(await room.store.flags.list(elsewhere)).toEqual([]);
    for (const other of [{ team: 'T2' }, { platform: 'discord' as const }])
      expect((await room.person('ann', { ...elsewhere, ...other }).ask(`quiz answer ${quiz.id} 0`)).title).toBe(NONE);
    expect(await choices(room, quiz)).toEqual([]);
  });

  it('cannot answer with the id of a reveal, nor a question that is not out', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    const reveal = await room.store.deliveries.revealOf(quiz.id);
    expect((await room.person('ann').ask(`quiz answer ${reveal?.id} 0`)).title).toBe(NONE);
    room.now += DAY;
    await room.store.deliveries.insert({
      id: '0'.repeat(26),
      place: room.place,
      kind: 'quiz',
      date: '2026-11-26',
      slot: '2026-11-26',
      notBefore: room.now,
      content: { item: quiz.asked.itemId, payload: quiz.asked },
    });
    expect((await room.person('ann').ask(`quiz answer ${'0'.repeat(26)} 0`)).title).toBe(NONE);
  });

  it.each([`practice ${CONFLICT} 9 seed`, 'practice nothing:404 0 seed'])('“quiz %s” is told so', async (line) => {
    const room = await openRoom();
    expect((await room.person('ann').ask(`quiz ${line}`)).title).toBe('That question is not asked any more');
    expect(await room.store.memory.practice({ platform: 'slack', user: 'ann' })).toEqual([]);
  });
});

describe('quiz now', () => {
  it('puts a question and its solution into the outbox at once, for points and not for streaks', async () => {
    const room = await openRoom();
    await room.person('ann').ask('quiz schedule 09:30 Berlin reveal 2h');
    const answer = await room.person('bob').ask('quiz now');
    expect(answer.audience).toBe('asker');
    const rows = await room.store.deliveries.list(room.place, { from: '2026-11-25', to: '2026-11-25' });
    expect(rows.map(({ kind, notBefore, status }) => [kind, notBefore, status])).toEqual([
      ['quiz', MORNING, 'pending'],
      ['reveal', MORNING + 2 * HOUR, 'pending'],
    ]);
    expect(rows[1]?.parent).toBe(rows[0]?.id);
    expect(rows[0]?.slot).toBe(rows[0]?.id);
    expect(room.woken).toBe(1);
  });

  it.each([
    ['quiz now', 6 * HOUR],
    ['quiz now 10m', 10 * MINUTE],
    ['quiz now reveal in 1h', HOUR],
    ['quiz now at 16:00', 7 * HOUR + 30 * MINUTE],
  ])('“%s” needs no schedule', async (line, after) => {
    const room = await openRoom();
    await room.person('ann').ask(line);
    const [, reveal] = await room.store.deliveries.list(room.place, { from: '2026-11-25', to: '2026-11-25' });
    expect((reveal?.notBefore ?? 0) - MORNING).toBe(after);
  });

  it('waits while another one in between is open, so that nobody floods a channel', async () => {
    const room = await openRoom();
    const first = await room.pose({ scheduled: false });
    const refused = await room.person('bob').ask('quiz now');
    expect(refused.title).toBe('One question in between is still open');
    expect(JSON.stringify(refused.blocks)).toContain(String(first.reveal));
    await close(room, first);
    expect((await room.person('bob').ask('quiz now')).title).toBe('A question is on its way');
  });

  it('does not wait for the question of the day', async () => {
    const room = await openRoom();
    await room.pose();
    expect((await room.person('bob').ask('quiz now')).title).toBe('A question is on its way');
  });

  it('says what is wrong with a wish', async () => {
    const room = await openRoom();
    expect((await room.person('bob').ask('quiz now 3 weeks')).about.kind).toBe('error');
    expect(room.woken).toBe(0);
  });
});

describe('quiz practice', () => {
  it('asks only whoever asked, tells at once, and remembers what they know', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    const asked = await ann.ask('quiz practice');
    expect(asked.audience).toBe('asker');
    for (const { line } of asked.choices) expect(line.length).toBeLessThanOrEqual(100);
    const told = await ann.ask(asked.choices[0]?.line ?? '');
    const [card, ...others] = await room.store.memory.practice({ platform: 'slack', user: 'ann' });
    expect(others).toEqual([]);
    expect(card).toMatchObject({ askedAt: room.now, outcome: told.title.startsWith('Right') ? 'good' : 'again' });
    expect(card?.due).toBeGreaterThan(room.now);
    // The same button again tells the same, and teaches nothing new.
    room.now += DAY;
    expect((await ann.ask(asked.choices[1]?.line ?? '')).about.kind).toBe('quiz');
    expect(await room.store.memory.practice({ platform: 'slack', user: 'ann' })).toEqual([card]);
  });

  it('brings back what is about to be forgotten, and nothing twice in a row', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    const seen: string[] = [];
    for (let round = 0; round < 15; round += 1) {
      const [first] = (await ann.ask('quiz practice')).choices;
      seen.push((first?.line ?? '').split(' ')[2] ?? '');
      await ann.ask(first?.line ?? '');
      room.now += MINUTE;
    }
    expect(new Set(seen).size).toBe(15);
    room.now += 400 * DAY;
    const [again] = (await ann.ask('quiz practice')).choices;
    expect(seen).toContain((again?.line ?? '').split(' ')[2]);
  });

  it('does not give away a question that the channel is still thinking about', async () => {
    const room = await openRoom();
    await room.person('ann').ask(`quiz practice ${CONFLICT} 0 seed`);
    room.now += 30 * DAY;
    const due = (await room.person('ann').ask('quiz practice')).choices[0]?.line;
    expect(due).toContain(CONFLICT);
    await room.pose();
    expect((await room.person('ann').ask('quiz practice')).choices[0]?.line).not.toContain(CONFLICT);
  });

  it('keeps to the level of the channel', async () => {
    const room = await openRoom();
    const { level } = itemById(CONFLICT) ?? expect.unreachable();
    expect(level).toBe('common');
    for (let round = 0; round < 30; round += 1) {
      const [first] = (await room.person(`u${round}`).ask('quiz practice')).choices;
      expect(itemById((first?.line ?? '').split(' ')[2] ?? '')?.level).toBe('common');
    }
  });
});

/** Three days of one channel: ann right each day, bob twice right, cid once wrong; all closed. */
async function threeDays(room: Room): Promise<readonly Posed[]> {
  const posed: Posed[] = [];
  for (const date of ['2026-11-23', '2026-11-24', '2026-11-25']) {
    room.now = Date.parse(`${date}T08:30:00Z`);
    const quiz = await room.pose({ date });
    await room.person('ann').ask(`quiz answer ${quiz.id} ${quiz.right}`);
    if (date !== '2026-11-23') await room.person('bob').ask(`quiz answer ${quiz.id} ${quiz.right}`);
    if (date === '2026-11-25') await room.person('cid').ask(`quiz answer ${quiz.id} ${quiz.wrong}`);
    room.now += 6 * HOUR;
    await close(room, quiz);
    posed.push(quiz);
  }
  return posed;
}

const rowsOf = ({ blocks }: Answer) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(flatten).join(' ')) : []));

describe('quiz scores', () => {
  it('shows the channel, its first five and the own place, to whoever asks alone', async () => {
    const room = await openRoom();
    await threeDays(room);
    const scores = await room.person('cid').ask('quiz scores');
    expect(scores.audience).toBe('asker');
    expect(scores.title).toBe('This month’s scores');
    // Ten a right answer and two for taking part, with one more for each question in a row.
    expect(rowsOf(scores)).toEqual(['1. @ann 36 3 of 3 3', '2. @bob 23 2 of 2 2', '3. @cid 3 0 of 1 1']);
    expect(toPlain(scores)).toContain(
      'Together: 83 % right in 6 answers to 3 questions. 3 questions answered in a row.',
    );
    expect(toPlain(scores)).toContain('You: 3 points, place 3 of 3.');
    expect(scores.choices.map(({ line }) => line)).toEqual([
      'quiz scores week',
      'quiz scores all',
      'quiz me',
      'quiz practice',
    ]);
    expect(await room.person('dan').read('quiz scores')).toContain('You have not answered in this time yet.');
  });

  it.each([
    ['week', '2026-11-30T09:00:00Z', 0],
    ['season', '2026-11-30T09:00:00Z', 3],
    ['season', '2026-12-01T09:00:00Z', 0],
    ['all', '2026-12-01T09:00:00Z', 3],
  ])('of the %s at %s have %i people', async (span, at, people) => {
    const room = await openRoom();
    await threeDays(room);
    room.now = Date.parse(at);
    expect(rowsOf(await room.person('ann').ask(`quiz scores ${span}`))).toHaveLength(people);
  });

  it('name five, and everybody else only to themselves', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    for (const user of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
      await room.person(user).ask(`quiz answer ${quiz.id} ${user === 'g' ? quiz.wrong : quiz.right}`);
    await close(room, quiz);
    const scores = await room.person('g').ask('quiz scores');
    expect(rowsOf(scores)).toHaveLength(5);
    expect(toPlain(scores)).toContain('7 people in all.');
    expect(toPlain(scores)).toContain('You: 3 points, place 7 of 7.');
    expect(toPlain(await room.person('a').ask('quiz scores'))).not.toContain('@g');
  });

  it('say nothing of a question that is still open', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    await room.person('ann').ask(`quiz answer ${quiz.id} ${quiz.right}`);
    for (const line of ['quiz scores', 'quiz scores all', 'quiz me', 'quiz export-me']) {
      const answer = await room.person('ann').ask(line);
      expect(everything(answer), line).not.toMatch(/\d+ points|100 %|"correct"|"right"|Right answers/);
    }
  });

  it('are counted anew without a question that was taken out, streaks too', async () => {
    const room = await openRoom();
    const [, second] = await threeDays(room);
    await room.person('ann').ask(`quiz void ${second?.id}`);
    expect(rowsOf(await room.person('ann').ask('quiz scores'))).toEqual([
      '1. @ann 23 2 of 2 2',
      '2. @bob 11 1 of 1 1',
      '3. @cid 3 0 of 1 1',
    ]);
  });

  it('do not know other spans', async () => {
    const room = await openRoom();
    expect((await room.person('ann').ask('quiz scores today')).about.kind).toBe('error');
  });
});

describe('quiz me', () => {
  it('shows what somebody knows by class, what they confuse, and their streak here', async () => {
    const room = await openRoom();
    const quiz = await room.pose({ date: '2026-11-24' });
    await room.person('ann').ask(`quiz answer ${quiz.id} ${quiz.wrong}`);
    await close(room, quiz);
    const me = await room.person('ann').ask('quiz me');
    expect(me.audience).toBe('asker');
    const chosen = quiz.asked.options[quiz.wrong]?.slice(0, 3);
    expect(me.blocks.filter(({ kind }) => kind === 'bars')).toEqual([
      { kind: 'bars', title: 'Right answers in percent', whole: 100, bars: [{ label: '4xx, 0 of 1', value: 0 }] },
      { kind: 'bars', title: 'What you took for what', bars: [{ label: `${chosen} for 409`, value: 1 }] },
    ]);
    expect(toPlain(me)).toContain('Your streak here: 1, at best 1.');
    expect(await room.person('ann', { team: null }).read('quiz me')).not.toContain('streak');
    expect(await room.person('bob').read('quiz me')).toContain('You have not answered a question yet');
  });
});

describe('quiz flag and quiz void', () => {
  it('notes a doubt once a person, also of the last question, and lists it for whoever looks after the quiz', async () => {
    const room = await openRoom();
    const first = await room.pose({ date: '2026-11-24' });
    room.now += DAY;
    const last = await room.pose();
    expect(await room.person('ann').read('quiz flag')).toContain('1 person doubts');
    expect(await room.person('ann').read(`quiz flag ${last.id}`)).toContain('1 person doubts');
    expect(await room.person('bob').read(`quiz flag ${last.id.toLowerCase()}`)).toContain('2 people doubt');
    expect(await room.person('bob').read(`quiz flag ${first.id}`)).toContain('1 person doubts');
    const list = await room.person('eva').ask('quiz void');
    expect(list.choices.map(({ label, line }) => [label, line])).toEqual([
      ['Take out 2026-11-25', `quiz void ${last.id}`],
      ['Take out 2026-11-24', `quiz void ${first.id}`],
    ]);
  });

  it('takes a question out once, tells the channel who did, and no longer lists it', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    await room.person('ann').ask('quiz flag');
    expect((await room.person('eva').ask(`quiz void ${quiz.id}`)).title).toBe('The question is taken out');
    expect(room.told.map(({ answer }) => toPlain(answer))).toEqual([
      'The daily quiz\n\n@eva took out the question of 2026-11-25: it counts for nobody.',
    ]);
    expect((await room.person('eva').ask(`quiz void ${quiz.id}`)).title).toBe('The question was taken out already');
    expect(room.told).toHaveLength(1);
    expect((await room.person('eva').ask('quiz void')).title).toBe('Nobody doubts a question here');
  });

  it('takes out an open question at once: its post says so, no solution comes, and nobody can answer any more', async () => {
    const room = await openRoom();
    const quiz = await room.pose();
    const stage = createStage(room.store, room.now);
    await room.person('ann').ask(`quiz answer ${quiz.id} ${quiz.right}`);
    await room.person('eva').ask(`quiz void ${quiz.id}`);
    expect(room.woken).toBe(1);
    await stage.pass(room.now + 1);
    expect(stage.slack.edits.map(({ message, answer }) => [message, toPlain(answer)])).toEqual([
      [`message of ${quiz.id}`, expect.stringContaining('This question was taken out')],
    ]);
    await stage.pass(room.now + DAY);
    expect(stage.slack.said).toEqual([]);
    const late = await room.person('bob').ask(`quiz answer ${quiz.id} ${quiz.right}`, pressedOn(room.place));
    expect(late.title).toBe('This question was taken out');
    expect((await room.store.memory.of(room.place, 0)).cards).toEqual([]);
  });

  it('takes back what the channel learnt from the question, and only that', async () => {
    const room = await openRoom();
    const stage = createStage(room.store, room.now);
    const pair = 'pair:401-403:403';
    /** One more question, answered and told. */
    const ask = async (item: string, right: boolean) => {
      const quiz = await room.pose({ item, scheduled: false });
      for (const user of ['ann', 'bob'])
        await room.person(user).ask(`quiz answer ${quiz.id} ${right ? quiz.right : quiz.wrong}`);
      await stage.pass(quiz.reveal);
      room.now += DAY;
      return quiz;
    };
    const known = async () => {
      const { cards, waiting } = await room.store.memory.of(room.place, 0);
      return { cards: cards.toSorted((a, b) => (a.item < b.item ? -1 : 1)), waiting };
    };
    await ask(CONFLICT, true);
    await ask(pair, true);
    const before = await known();
    const wrong = await ask(pair, false);
    const alone = await ask('meaning:404', true);
    expect((await known()).waiting).toMatchObject([{ pair: [401, 403], item: pair }]);
    expect((await known()).cards).toHaveLength(3);
    await room.person('eva').ask(`quiz void ${alone.id}`);
    const waiting = await known();
    // What settled the pair is taken out: it waits again.
    const settled = await ask(pair, true);
    expect((await known()).waiting).toEqual([]);
    await room.person('eva').ask(`quiz void ${settled.id}`);
    expect(await known()).toEqual(waiting);
    await room.person('eva').ask(`quiz void ${wrong.id}`);
    expect(await known()).toEqual(before);
  });

  it('has nothing to flag where nothing was asked', async () => {
    const room = await openRoom();
    expect((await room.person('ann').ask('quiz flag')).title).toBe('I know no such question here');
  });
});
