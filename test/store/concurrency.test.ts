// Many at once, on both engines: each answer counted once, each row claimed once, each slot filled once.
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Recorded, Schedule } from '../../src/store/records.ts';
import type { Plan, Store } from '../../src/store/store.ts';
import { engines, type TestDatabase } from './engines.ts';
import { DAY, MINUTE, MORNING, place, quiz, schedule } from './sample.ts';

const PEOPLE = 1000;
const ROWS = 200;

describe.each(engines)('many at once on $engine', ({ engine, create }) => {
  let database: TestDatabase;
  /** As many processes as the engine allows. */
  let stores: Store[];

  beforeAll(async () => {
    database = await create();
    stores = [];
    for (let count = engine === 'postgres' ? 4 : 1; count > 0; count -= 1) stores.push(await openStore(database.url));
  });
  afterAll(async () => {
    for (const store of stores ?? []) await store.close();
    await database?.drop();
  });

  /** The store of the nth worker; four work at once, on SQLite in one process. */
  const worker = (number: number): Store => stores[number % stores.length] as Store;
  const workers = [0, 1, 2, 3];

  function record(delivery: string, person: number, choice: number): Promise<Recorded> {
    return worker(person).answers.record({
      delivery,
      person: { platform: 'slack', user: `U${person}` },
      choice,
      correct: choice === 1,
      at: MORNING,
    });
  }

  it(`${PEOPLE} people answer at once and click twice: each is counted once, none is lost`, async () => {
    const row = quiz(place());
    await worker(0).deliveries.insert(row);
    const clicks = Array.from({ length: PEOPLE }, (_, person) => [
      record(row.id, person, person % 3),
      record(row.id, person, (person + 1) % 3),
    ]);
    const outcomes = await Promise.all(clicks.map((twice) => Promise.all(twice)));
    for (const twice of outcomes) {
      expect(twice.map(({ outcome }) => outcome).sort()).toStrictEqual(['already', 'counted']);
      const choices = twice.map((recorded) => ('choice' in recorded ? recorded.choice : null));
      expect(new Set(choices).size).toBe(1);
    }
    const stood = outcomes.map(([first]) => (first !== undefined && 'choice' in first ? first.choice : null));
    const tally = await worker(0).answers.tally(row.id);
    expect(tally.map(({ choice, count }) => [choice, count])).toStrictEqual(
      [0, 1, 2].map((choice) => [choice, stood.filter((one) => one === choice).length]),
    );
    const kept = await worker(0).answers.list(row.place, { from: '2026-11-25', to: '2026-11-25' });
    expect(new Set(kept.map(({ user }) => user)).size).toBe(PEOPLE);
    expect(kept).toHaveLength(PEOPLE);
  });

  it('a quiz closes amid answers: its distribution is what was told to count, from then on', async () => {
    for (let round = 0; round < 5; round += 1) {
      const row = quiz(place());
      await worker(0).deliveries.insert(row);
      const answers = Array.from({ length: 60 }, (_, person) => record(row.id, person, 1));
      // Early in one round, late in another.
      await Promise.all(answers.slice(0, round * 10));
      await worker(1).deliveries.close(row.id, MORNING);
      const atTheClose = await worker(1).answers.tally(row.id);
      const outcomes = (await Promise.all(answers)).map(({ outcome }) => outcome);
      const counted = outcomes.filter((outcome) => outcome === 'counted').length;
      expect(outcomes.filter((outcome) => outcome === 'closed')).toHaveLength(60 - counted);
      expect(atTheClose[0]?.count ?? 0).toBe(counted);
      expect(await worker(1).answers.tally(row.id)).toStrictEqual(atTheClose);
    }
  });

  it.runIf(engine === 'postgres')('a quiz waits with its close for an answer under way', async () => {
    const row = quiz(place());
    await worker(0).deliveries.insert(row);
    const other = new Client({ connectionString: database.url });
    await other.connect();
    /** Until so many statements of this database wait for a lock. */
    const waiting = async (count: number) => {
      const statement = `select count(*) as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      while (Number((await other.query(statement)).rows[0].count) < count && !closed) await pause(5);
    };
    let closed = false;
    // Their answer cannot be written down before it is known whether this one stays.
    await other.query('begin');
    await other.query('insert into answer values ($1, $2, 0, 0, 0)', [row.id, 'U1']);
    const answering = record(row.id, 1, 1);
    await waiting(1);
    const closing = worker(0)
      .deliveries.close(row.id, MORNING)
      .then(() => worker(0).answers.tally(row.id))
      .finally(() => {
        closed = true;
      });
    await waiting(2);
    await other.query('rollback');
    await other.end();
    expect(await answering).toStrictEqual({ outcome: 'counted', choice: 1 });
    expect(await closing).toStrictEqual([{ delivery: row.id, choice: 1, correct: true, count: 1 }]);
  });

  it('eight claims at once: every row goes to one of them', async () => {
    const at = place();
    const ids = Array.from({ length: ROWS }, (_, count) =>
      quiz({ ...at, team: `T${count % 7}`, channel: `C${count}` }),
    );
    await Promise.all(ids.map((row, count) => worker(count).deliveries.insert(row)));
    const taken: string[] = [];
    const claim = async (number: number) => {
      const owner = `process-${number}`;
      const wanted = { owner, now: MORNING, leaseMs: MINUTE, limit: 80, perTeam: 30 };
      const rows = await worker(number).deliveries.claim(wanted);
      taken.push(...rows.map(({ id }) => id));
      const sent = rows.map(({ id }) => worker(number).deliveries.markSent(id, owner, id, MORNING));
      expect((await Promise.all(sent)).every(Boolean)).toBe(true);
    };
    while ((await worker(0).deliveries.backlog(MORNING)).count > 0)
      await Promise.all([...workers, ...workers].map(claim));
    expect(new Set(taken).size).toBe(taken.length);
    for (const { id } of ids) expect(taken).toContain(id);
  });

  it('four plan at once: every slot is filled once, and every schedule moves on once', async () => {
    const base = place();
    for (let count = 0; count < ROWS; count += 1)
      await worker(0).schedules.set(schedule({ ...base, channel: `C${count}` }));
    const plan = ({ place: at, nextRunAt }: Schedule): Plan => ({
      deliveries: [quiz(at)],
      nextRunAt: (nextRunAt ?? 0) + DAY,
    });
    const passes = workers.map(async (number) => {
      let [due, inserted] = [0, 0];
      for (;;) {
        const pass = await worker(number).schedules.materialise(MORNING, 30, plan);
        due += pass.due;
        inserted += pass.inserted.length;
        if (pass.due === 0 && ((await worker(number).schedules.earliestNextRun()) ?? 0) > MORNING)
          return { due, inserted };
      }
    });
    const done = await Promise.all(passes);
    expect(done.reduce((sum, { due }) => sum + due, 0)).toBe(ROWS);
    expect(done.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(ROWS);
    for (const channel of ['C0', `C${ROWS - 1}`])
      expect((await worker(0).schedules.get({ ...base, channel }))?.nextRunAt).toBe(MORNING + DAY);
  });

  it('many change a schedule at once, the first of them setting it up: no change is lost', async () => {
    const at = place();
    const dates = Array.from({ length: 20 }, (_, day) => `2027-01-${String(day + 10)}`);
    await Promise.all(
      dates.map((date, number) =>
        worker(number).schedules.change(at, (current) => {
          const before = current ?? schedule(at, { skips: [] });
          return {
            change: { schedule: { ...before, skips: [...before.skips, { from: date, to: date }] }, replanned: null },
          };
        }),
      ),
    );
    const { skips } = (await worker(0).schedules.get(at)) ?? expect.unreachable();
    expect(skips.map(({ from }) => from).sort()).toStrictEqual(dates);
  });

  it('two learn from one quiz at once: one of them does', async () => {
    const row = quiz(place());
    await worker(0).deliveries.insert(row);
    const lesson = {
      card: { item: 'meaning:404', state: {}, due: MORNING, askedAt: MORNING, outcome: 'good' },
    } as const;
    const learnt = await Promise.all(workers.map((number) => worker(number).memory.learn(row.id, lesson)));
    expect(learnt.filter(Boolean)).toHaveLength(1);
  });

  it.runIf(engine === 'postgres')('four start at once on an empty database: one of them makes the tables', async () => {
    const empty = await create();
    const opened = await Promise.all(workers.map(() => openStore(empty.url)));
    expect(opened.filter(({ migrated }) => migrated.length > 0)).toHaveLength(1);
    for (const store of opened) await store.close();
    await empty.drop();
  });
});
