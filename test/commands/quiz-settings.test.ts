// When a channel is asked: who may say so, what is kept of it, and who hears of it.
import { describe, expect, it } from 'vitest';
import { type Answer, type Form, flatten, type Span, type Text } from '../../src/answer/answer.ts';
import { fillForm } from '../../src/answer/form.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { askedOf } from '../../src/delivery/history.ts';
import { formValue } from '../../src/platforms/slack/form-value.ts';
import type { Place } from '../../src/port.ts';
import { createStage } from '../delivery/stage.ts';
import { DAY, HOUR, MINUTE, MORNING, openRoom, type Room } from './quiz-room.ts';

const discord: Place = { platform: 'discord', team: 'G1', channel: 'D1' };
const at = (iso: string) => Date.parse(iso);

/** The moments that an answer names, in order. */
function timesIn({ blocks }: Answer): readonly string[] {
  const texts = blocks.flatMap((block): readonly Text[] => {
    if (block.kind === 'text') return [block.text];
    return block.kind === 'list' ? block.items : [];
  });
  const spans: readonly Span[] = texts.flat();
  return spans.flatMap((span) =>
    typeof span !== 'string' && 'time' in span ? [new Date(span.time).toISOString().slice(0, 16)] : [],
  );
}

/** Set up at a quarter to nine in Berlin on a Wednesday. */
async function setUp(line = 'quiz schedule 09:30 Europe/Berlin weekdays', place?: Place): Promise<Room> {
  const room = await openRoom(place);
  room.now = MORNING - 45 * MINUTE;
  await room.person('ann').ask(line);
  room.told.length = 0;
  return room;
}

/** The same, with whoever posts: `turn` turns the clock and lets everything happen that is due then. */
async function setUpPosting() {
  const room = await setUp();
  const stage = createStage(room.store, room.now);
  const list = () => room.store.deliveries.list(room.place, { from: '2026-11-01', to: '2026-12-31' }, ['quiz']);
  return {
    room,
    turn: async (to: number) => {
      room.now = to;
      await stage.pass(to);
    },
    posted: () => stage.slack.said.length,
    asked: async () => (await list()).map((row) => askedOf(row)?.prompt ?? expect.unreachable()),
  };
}

const stored = async ({ store, place }: Room) =>
  (await store.schedules.get(place)) ?? expect.unreachable('nothing is set');

describe('quiz schedule', () => {
  it.each([
    ['09:30 Europe/Berlin weekdays', { time: '09:30', zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] }],
    ['9.30 am berlin', { time: '09:30', level: 'common', reveal: { after: 360 } }],
    ['daily at noon in Tokyo level vendors', { zone: 'Asia/Tokyo', days: [1, 2, 3, 4, 5, 6, 7], level: 'vendors' }],
    ['17:00 New York mon,wed reveal 18:00', { zone: 'America/New_York', days: [1, 3], reveal: { at: '18:00' } }],
  ])('keeps “%s”', async (words, kept) => {
    const room = await openRoom();
    await room.person('ann').ask(`quiz schedule ${words}`);
    const schedule = await stored(room);
    expect(schedule).toMatchObject({ ...kept, place: room.place, enabled: true, digest: false, setBy: 'ann' });
    expect(schedule.nextRunAt).toBeGreaterThan(room.now);
  });

  it('repeats the next three times, over the weekend', async () => {
    const room = await openRoom();
    const answer = await room.person('ann').ask('quiz schedule 09:30 Europe/Berlin weekdays');
    // Set at 09:30 sharp on a Wednesday: that moment has begun.
    expect(timesIn(answer)).toEqual(['2026-11-26T08:30', '2026-11-27T08:30', '2026-11-30T08:30']);
  });

  it('does not promise a second question on a day that had its own', async () => {
    const room = await setUp();
    room.now = MORNING;
    await room.pose();
    room.now = MORNING + HOUR;
    const answer = await room.person('ann').ask('quiz schedule 17:00');
    expect(timesIn(answer)[0]).toBe('2026-11-26T16:00');
    expect((await stored(room)).zone).toBe('Europe/Berlin');
  });

  it('keeps what is not said: level, pauses and digest', async () => {
    const room = await setUp();
    await room.person('ann').ask('quiz level vendors');
    await room.person('ann').ask('quiz digest on');
    await room.person('ann').ask('quiz skip 2026-12-24..2027-01-02');
    await room.person('bob').ask('quiz schedule 10:00');
    expect(await stored(room)).toMatchObject({
      time: '10:00',
      level: 'vendors',
      digest: true,
      skips: [{ from: '2026-12-24' }],
      setBy: 'bob',
    });
  });

  it.each([
    ['25:00 Berlin', 'hour 25'],
    ['09:30 Atlantis', 'Atlantis'],
    ['09:30 CET', 'clock setting'],
    ['09:30', 'time zone'],
    ['09:30 Berlin level expert', 'level'],
  ])('says kindly what is wrong with “%s”, keeps nothing, and a form would stay open', async (words, hint) => {
    const room = await openRoom();
    const answer = await room.person('ann').ask(`quiz schedule ${words}`);
    expect(answer.about.kind).toBe('error');
    expect(toPlain(answer)).toContain(hint);
    expect(toPlain(answer)).toContain('For example: quiz schedule ');
    expect(answer.audience).toBe('asker');
    expect(await room.store.schedules.get(room.place)).toBeNull();
    expect(room.told).toEqual([]);
  });

  it.each(['quiz level expert', 'quiz skip 2026-13-24', 'quiz skip yesterday', 'quiz now soon', 'quiz digest maybe'])(
    'gives an example that can be typed as it stands: %s',
    async (line) => {
      const room = await setUp();
      const said = await room.person('ann').ask(line);
      expect(said.about.kind).toBe('error');
      const [, example = ''] = /For example: (.+)/.exec(toPlain(said)) ?? [];
      expect((await room.person('ann').ask(example)).about.kind).toBe('quiz');
    },
  );

  it('names the field of the form in which something is wrong', async () => {
    const room = await setUp();
    const { choices } = await room.person('ann').ask('quiz schedule');
    const names = choices.flatMap(({ form }) => form?.fields.map(({ name }) => name) ?? []);
    const wrong = { time: '25:00', zone: 'Atlantis', level: 'expert', reveal: '3 weeks' };
    const said = async (part: keyof typeof wrong) => {
      const filled = { time: '09:30', zone: 'Berlin', level: 'common', reveal: '6h', [part]: wrong[part] };
      const line = `quiz schedule ${filled.time} ${filled.zone} level ${filled.level} reveal ${filled.reveal}`;
      return (await room.person('ann').ask(line)).field;
    };
    for (const part of ['time', 'zone', 'level', 'reveal'] as const) {
      expect(names).toContain(part);
      expect(await said(part)).toBe(part);
    }
  });

  it('without words offers the form, which says the same as a line', async () => {
    const room = await setUp('quiz schedule 17:00 New York mon,wed level vendors reveal 18:00');
    const answer = await room.person('ann').ask('quiz schedule');
    const choice = answer.choices.find(({ line }) => line === 'quiz schedule') ?? expect.unreachable();
    const form = choice.form ?? expect.unreachable();
    expect(formValue(choice)).not.toBeNull();
    expect(form.template.length).toBeLessThanOrEqual(100);
    expect(form.fields.length).toBeLessThanOrEqual(5);
    for (const { label } of form.fields) expect(label.length).toBeLessThanOrEqual(45);
    const before = await stored(room);
    await room.person('ann').ask(fillForm(form, new Map(form.fields.map(({ name, value = '' }) => [name, value]))));
    expect(await stored(room)).toEqual(before);
  });

  it('keeps what is due this very moment when only something else changes', async () => {
    const room = await setUp();
    room.now = MORNING + 2000;
    await room.person('ann').ask('quiz level vendors');
    expect((await stored(room)).nextRunAt).toBe(MORNING);
    await room.person('ann').ask('quiz schedule 09:45');
    expect((await stored(room)).nextRunAt).toBe(MORNING + 15 * MINUTE);
  });
});

const managed = [
  'schedule 09:30 Berlin',
  'schedule',
  'skip 2026-12-24',
  'on',
  'off',
  'level common',
  'digest on',
  'preview',
  'void',
];

describe('who may not change it', () => {
  it.each(managed)('is refused kindly at “quiz %s”, and told who may', async (part) => {
    for (const [place, who] of [
      [undefined, 'admins and owners'],
      [discord, 'Manage Server'],
    ] as const) {
      const room = await setUp(undefined, place);
      const before = await stored(room);
      const answer = await room.person('eve', { manages: async () => false }).ask(`quiz ${part}`);
      expect(toPlain(answer)).toContain(who);
      expect(answer.audience).toBe('asker');
      expect(answer.choices.every(({ form }) => form === undefined)).toBe(true);
      expect(await stored(room)).toEqual(before);
      expect(room.told).toEqual([]);
    }
  });

  it('may do everything else, without being looked up', async () => {
    const room = await setUp();
    const eve = room.person('eve', { manages: () => expect.unreachable('looked up') });
    for (const part of ['now', 'practice', 'scores', 'me', 'flag', 'hide-me', 'forget-me', 'export-me', 'help', ''])
      await eve.ask(`quiz ${part}`);
  });
});

describe('a change', () => {
  it.each([
    ['schedule 10:00', 'changed the daily quiz'],
    ['level vendors', 'set the quiz to the level vendors'],
    ['digest on', 'switched the Friday digest on'],
    ['skip 2026-12-24', 'added a pause: 2026-12-24'],
    ['off', 'switched the daily quiz off'],
  ])('“quiz %s” is told to the channel on Slack, with who made it', async (part, what) => {
    const room = await setUp();
    const answer = await room.person('bob').ask(`quiz ${part}`);
    const [word, ...others] = room.told;
    expect(others).toEqual([]);
    expect(word?.place).toEqual(room.place);
    expect(word?.answer.blocks[0]).toEqual({ kind: 'text', text: [{ user: 'bob' }, ` ${what}.`] });
    expect(word?.answer.audience).toBe('room');
    expect(answer.audience).toBe('asker');
    expect(toPlain(answer)).toContain('I have told the channel.');
  });

  it('says how to let Teapot in where it could not post', async () => {
    const room = await setUp();
    room.announced = 'failed';
    expect(await room.person('ann').read('quiz level vendors')).toContain('/invite @teapot');
    room.announced = 'unsure';
    expect(await room.person('ann').read('quiz level common')).not.toContain('channel');
  });

  it('is seen by everybody on Discord as the reply itself', async () => {
    const room = await setUp(undefined, discord);
    expect((await room.person('ann').ask('quiz off')).audience).toBe('channel');
    expect(room.told).toEqual([]);
  });

  it.each(['level common', 'digest on', 'skip 2026-12-24', 'on', 'off'])(
    '“quiz %s” needs a quiz first',
    async (part) => {
      const room = await openRoom();
      const answer = await room.person('ann').ask(`quiz ${part}`);
      expect(answer.title).toBe('There is no quiz in this channel yet');
      expect(answer.choices[0]?.form?.template).toContain('quiz schedule');
    },
  );

  it.each([
    ['level expert', 'expert'],
    ['digest', 'on or off'],
    ['skip 24.12.2026', '2026-12-24'],
    ['skip 2026-11-01', 'over already'],
  ])('“quiz %s” is explained', async (part, hint) => {
    const room = await setUp();
    const before = await stored(room);
    const answer = await room.person('ann').ask(`quiz ${part}`);
    expect(answer.about.kind).toBe('error');
    expect(toPlain(answer)).toContain(hint);
    expect(await stored(room)).toEqual(before);
  });
});

describe('quiz skip', () => {
  it('keeps several ranges with their names, in order, once each, and drops what is over', async () => {
    const room = await setUp();
    const ann = room.person('ann');
    await ann.ask('quiz skip 2026-12-24..2027-01-02 winter break');
    await ann.ask('quiz skip tomorrow');
    const answer = await ann.ask('quiz skip 2026-12-24..2027-01-02 holidays');
    expect((await stored(room)).skips).toEqual([
      { from: '2026-11-26', to: '2026-11-26' },
      { from: '2026-12-24', to: '2027-01-02', name: 'holidays' },
    ]);
    expect(toPlain(answer)).toContain('2026-12-24..2027-01-02 (holidays)');
    expect(timesIn(answer)).toEqual(['2026-11-25T08:30', '2026-11-27T08:30', '2026-11-30T08:30']);
    room.now += 10 * DAY;
    await ann.ask('quiz skip 2026-12-22');
    expect((await stored(room)).skips.map(({ from }) => from)).toEqual(['2026-12-22', '2026-12-24']);
    await ann.ask('quiz skip none');
    expect((await stored(room)).skips).toEqual([]);
  });

  it('today keeps away a question that is written down already', async () => {
    const { room, turn, posted } = await setUpPosting();
    await turn(MORNING - MINUTE / 4);
    await room.person('ann').ask('quiz skip today');
    expect((await stored(room)).nextRunAt).toBe(MORNING + DAY);
    await turn(MORNING);
    expect(posted()).toBe(0);
    await turn(MORNING + DAY);
    expect(posted()).toBe(1);
  });

  it('today keeps away a question that is due already and waits for its turn', async () => {
    const room = await setUp();
    const row = { id: 'Q', place: room.place, kind: 'quiz', date: '2026-11-25', slot: '2026-11-25' } as const;
    await room.store.deliveries.insert({ ...row, notBefore: MORNING });
    room.now = MORNING + 1;
    await room.person('ann').ask('quiz skip today');
    await createStage(room.store, room.now).pass();
    expect(await room.store.deliveries.get('Q')).toMatchObject({ status: 'skipped', error: 'the day is skipped' });
  });
});

describe('half a minute before its time, when the question is written down already', () => {
  it.each([
    ['a later time', ['schedule 17:00'], [0, 1]],
    ['an earlier time, which is over', ['schedule 08:00'], [0, 0]],
    ['off', ['off'], [0, 0]],
    ['off and on again', ['off', 'on'], [1, 1]],
    ['a pause and none', ['skip today', 'skip none'], [1, 1]],
    ['another level', ['level vendors'], [1, 1]],
  ])('%s holds at once: one question that day at most, none at the old time', async (_, lines, counts) => {
    const { room, turn, posted } = await setUpPosting();
    await turn(MORNING - MINUTE / 4);
    expect(await room.store.deliveries.backlog(MORNING)).toMatchObject({ count: 1 });
    for (const line of lines) await room.person('ann').ask(`quiz ${line}`);
    const seen = [];
    for (const to of [MORNING, MORNING + 8 * HOUR]) {
      await turn(to);
      seen.push(posted());
    }
    expect(seen).toEqual(counts);
  });

  it('it is still named as one to come', async () => {
    const { room, turn } = await setUpPosting();
    await turn(MORNING - MINUTE / 4);
    expect(timesIn(await room.person('ann').ask('quiz'))[0]).toBe('2026-11-25T08:30');
  });

  it('another time of the solution holds for it, too', async () => {
    const { room, turn } = await setUpPosting();
    await turn(MORNING - MINUTE / 4);
    await room.person('ann').ask('quiz schedule reveal 2h');
    await turn(MORNING);
    const { store, place } = room;
    const [reveal] = await store.deliveries.list(place, { from: '2026-11-25', to: '2026-11-25' }, ['reveal']);
    expect(reveal?.notBefore).toBe(MORNING + 2 * HOUR);
  });
});

describe('two people at once', () => {
  it('change different things, and neither is lost', async () => {
    const room = await setUp();
    const lines = ['level vendors', 'digest on', 'skip 2026-12-24', 'schedule 10:00', 'schedule reveal 16:00'];
    await Promise.all(lines.map((line, index) => room.person(`U${index}`).ask(`quiz ${line}`)));
    expect(await stored(room)).toMatchObject({
      time: '10:00',
      level: 'vendors',
      digest: true,
      reveal: { at: '16:00' },
      skips: [{ from: '2026-12-24' }],
    });
  });

  it('cannot undo each other’s change with a form that knows nothing of it', async () => {
    const room = await setUp();
    const formOf = async () => {
      const { choices } = await room.person('ann').ask('quiz schedule');
      return choices.find(({ form }) => form !== undefined)?.form ?? expect.unreachable();
    };
    const sent = (form: Form) => fillForm(form, new Map(form.fields.map(({ name, value = '' }) => [name, value])));
    const old = await formOf();
    await room.person('bob').ask('quiz level vendors');
    const refused = await room.person('ann').ask(sent(old));
    expect(refused.about.kind).toBe('error');
    expect(refused.title).toContain('Somebody has changed the quiz since');
    expect((await stored(room)).level).toBe('vendors');
    expect((await room.person('ann').ask(sent(await formOf()))).title).toBe('The quiz is set');
    expect((await stored(room)).level).toBe('vendors');
  });
});

describe('quiz off and on', () => {
  it('keeps all that was set, and comes back', async () => {
    const room = await setUp('quiz schedule 09:30 Berlin daily level vendors reveal 16:00');
    const ann = room.person('ann');
    expect((await ann.ask('quiz off')).title).toBe('The quiz is off');
    expect(await stored(room)).toMatchObject({ enabled: false, nextRunAt: null, level: 'vendors' });
    expect((await ann.ask('quiz off')).title).toBe('The quiz is off already');
    expect(await ann.read('quiz')).toContain('switched off');
    room.now += DAY;
    const back = await ann.ask('quiz on');
    expect(timesIn(back)[0]).toBe('2026-11-26T08:30');
    expect(await stored(room)).toMatchObject({ enabled: true, days: [1, 2, 3, 4, 5, 6, 7], reveal: { at: '16:00' } });
    expect((await ann.ask('quiz on')).title).toBe('The quiz is on already');
  });

  it('on shows that Teapot is back where it was removed: nothing is purged', async () => {
    const room = await setUp();
    await room.bot.heed?.({ platform: 'slack', team: room.place.team, member: false });
    expect(await room.person('bob').read('quiz')).toContain('I was removed meanwhile');
    await room.person('ann').ask('quiz on');
    expect(await room.store.upkeep.purge(room.now + 90 * DAY)).toBe(0);
    expect(await stored(room)).toMatchObject({ enabled: true, disabledReason: null });
  });

  it('leaves the solution of an open question alone', async () => {
    const room = await setUp();
    room.now = MORNING;
    const { id } = await room.pose();
    await room.person('ann').ask('quiz off');
    expect((await room.store.deliveries.revealOf(id))?.status).toBe('pending');
  });
});

describe('quiz preview', () => {
  it('shows the coming three, with their answers only when asked', async () => {
    const room = await setUp();
    const ann = room.person('ann');
    const shown = await ann.ask('quiz preview');
    expect(shown.audience).toBe('asker');
    expect(timesIn(shown)).toEqual(['2026-11-25T08:30', '2026-11-26T08:30', '2026-11-27T08:30']);
    const told = await ann.ask(shown.choices[0]?.line ?? '');
    const answers = told.blocks.slice(-3).map((block) => (block.kind === 'text' ? flatten(block.text) : ''));
    for (const answer of answers) expect(answer).toMatch(/: [A-E] · .+ – .+/);
    for (const answer of answers) expect(toPlain(shown)).not.toContain(answer.slice(answer.indexOf('–')));
  });

  it('shows the very questions that come then', async () => {
    const { room, turn, asked } = await setUpPosting();
    const shown = toPlain(await room.person('ann').ask('quiz preview'));
    // Nobody answers, so nothing that is learnt changes what comes.
    for (const day of [0, 1, 2]) await turn(MORNING + day * DAY);
    const prompts = await asked();
    expect(prompts).toHaveLength(3);
    for (const prompt of prompts) expect(shown).toContain(prompt);
  });

  it('says so where nothing is planned', async () => {
    const room = await openRoom();
    expect(await room.person('ann').read('quiz preview')).toContain('Nothing is planned');
  });
});

describe('a notice', () => {
  it.each([
    ['gone', 'the channel is gone or archived'],
    ['repairable', 'on three days I was not allowed to post'],
  ])('that a schedule is off (%s) stands once above the next answer of whoever set it', async (reason, words) => {
    const room = await setUp();
    await room.store.schedules.disable(room.place, reason, 'ann');
    expect(await room.person('bob').read('404')).not.toContain('switch the daily quiz off');
    const elsewhere = room.person('ann', { channel: 'C2' });
    const first = await elsewhere.ask('404');
    expect(first.title).toBe('404 Not Found');
    expect(flatten(first.blocks[0]?.kind === 'text' ? first.blocks[0].text : [])).toContain('in the channel C1');
    expect(toPlain(first)).toContain(words);
    expect(await elsewhere.read('404')).not.toContain('switch the daily quiz off');
    expect(await room.person('bob').read('quiz')).toContain(words);
  });

  it('comes with no click, and is not lost when the next command mends it', async () => {
    const room = await setUp();
    const { id } = await room.pose();
    await room.store.schedules.disable(room.place, 'gone', 'ann');
    const ann = room.person('ann');
    expect(await ann.read(`quiz answer ${id} 0`)).not.toContain('had to');
    // On Discord a form may open in place of this answer.
    expect(await ann.read('quiz schedule')).not.toContain('had to');
    expect(await ann.read('quiz on')).toContain('I had to switch the daily quiz off in this channel');
  });

  it('stands below what is wrong in a form', async () => {
    const room = await setUp();
    await room.store.schedules.disable(room.place, 'gone', 'ann');
    const { title, blocks } = await room.person('ann').ask('quiz level expert');
    expect(title).toContain('expert');
    const last = blocks.at(-1);
    expect(last?.kind === 'text' && flatten(last.text)).toContain('I had to switch the daily quiz off in this channel');
  });

  it('never costs the answer', async () => {
    const room = await setUp();
    const warned: object[] = [];
    const { createBot } = await import('../../src/bot.ts');
    const bot = createBot({
      store: {
        ...room.store,
        schedules: { ...room.store.schedules, takeNotices: () => Promise.reject(new Error('x')) },
      },
      log: { info: () => {}, warn: (fields) => warned.push(fields), error: () => expect.unreachable() },
    });
    const answer = await bot.ask({ kind: 'line', by: room.person('ann').by, line: '404' });
    expect(answer?.title).toBe('404 Not Found');
    expect(warned).toHaveLength(1);
  });
});

describe('the help', () => {
  it('says how it stands in this channel, and leads on', async () => {
    const room = await openRoom();
    room.now = at('2026-11-25T07:00:00Z');
    const ann = room.person('ann');
    expect((await ann.ask('quiz')).choices.map(({ label }) => label)).toEqual(['Set it up', 'Practise', 'Scores']);
    await ann.ask('quiz schedule 09:30 Berlin');
    const help = await ann.ask('quiz help');
    expect(timesIn(help)[0]).toBe('2026-11-25T08:30');
    expect(help.choices[0]).toMatchObject({ label: 'Change it', line: 'quiz schedule' });
  });
});
