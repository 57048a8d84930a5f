// Having something that only one process may have, on a real PostgreSQL: never two at once, whatever happens to the wire.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Tenure } from '../../src/port.ts';
import { createSteadyClock } from '../../src/replicas/clock.ts';
import { createTenure, type TenureOptions, type Terms } from '../../src/replicas/tenure.ts';
import { createLeases } from '../../src/store/leases.ts';
import { openStore } from '../../src/store/open.ts';
import { createLines } from '../delivery/stage.ts';
import { postgres, type TestDatabase } from '../store/engines.ts';
import { stretchWire, type Wire } from './wire.ts';

/** A tenth of the real ones. */
const TERMS: Terms = { lease: 1_500, renew: 300, farewell: 350, look: 100 };

let database: TestDatabase;
beforeAll(async () => {
  database = await postgres.lend();
  await (await openStore(database.url)).close();
});
afterAll(() => database?.drop());

interface Process {
  readonly wire: Wire;
  readonly tenure: Tenure;
  /** What happened, in order. */
  readonly happened: string[];
  /** When it had something, by the steady clock; the last may go on. */
  readonly had: { from: number; to: number; index: number }[];
}

const atEnd: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of atEnd.splice(0).reverse()) await end();
});

/** @param silence milliseconds that it takes to fall silent */
async function startProcess(
  options: Partial<TenureOptions> & Pick<TenureOptions, 'names' | 'prefix'>,
  { silence = 0, fails = 0 } = {},
): Promise<Process> {
  const wire = await stretchWire(database.url);
  const leases = createLeases(wire.url);
  const owner = randomUUID();
  const tenure = createTenure({ leases, owner, log: createLines(), terms: TERMS, ...options });
  const happened: string[] = [];
  const had: Process['had'] = [];
  let failing = fails;
  tenure.begin({
    gained: async (index) => {
      had.push({ from: performance.now(), to: Number.POSITIVE_INFINITY, index });
      happened.push('gained');
      if (failing > 0) {
        failing -= 1;
        throw new Error('it is of no use');
      }
    },
    lost: async (soon) => {
      await pause(silence);
      const last = had.at(-1);
      if (last !== undefined) last.to = performance.now();
      happened.push(soon ? 'lost in a hurry' : 'lost');
    },
    waits: () => void happened.push('waits'),
  });
  atEnd.push(async () => {
    wire.become('open');
    await tenure.end();
    await leases.close();
    await wire.close();
  });
  return { wire, tenure, happened, had };
}

/** Whether at any moment two had the same. */
function overlap(processes: readonly Process[]): boolean {
  const all = processes.flatMap(({ had }) => had);
  return all.some((one) =>
    all.some((other) => one !== other && one.index === other.index && one.from < other.to && other.from < one.to),
  );
}

const newThing = () => {
  const prefix = `thing ${randomUUID()} `;
  return { prefix, names: [`${prefix}a`] };
};

const until = (what: () => unknown) => expect.poll(what, { timeout: 8_000, interval: 20 });

describe('of two processes', () => {
  it('one has it and the other waits; when the first ends, the other has it within a moment', async () => {
    const thing = newThing();
    const one = await startProcess(thing);
    await until(() => one.tenure.holds()).toBe(true);
    const other = await startProcess(thing);
    await until(() => other.happened).toStrictEqual(['waits']);
    await pause(2 * TERMS.lease);
    expect([one.happened, other.happened]).toStrictEqual([['gained'], ['waits']]);
    const since = performance.now();
    await one.tenure.end();
    await until(() => other.tenure.holds()).toBe(true);
    expect(performance.now() - since).toBeLessThan(3 * TERMS.look + 200);
    expect(one.happened).toStrictEqual(['gained', 'lost']);
    expect(overlap([one, other])).toBe(false);
  });

  it.each(['cut', 'frozen'] as const)(
    'the one whose wire is %s falls silent before the other has it, and is the next when the other ends',
    async (state) => {
      const thing = newThing();
      // As long as it may take.
      const one = await startProcess(thing, { silence: TERMS.farewell - 100 });
      await until(() => one.tenure.holds()).toBe(true);
      const other = await startProcess(thing);
      await until(() => other.happened).toStrictEqual(['waits']);
      one.wire.become(state);
      const since = performance.now();
      await until(() => other.tenure.holds()).toBe(true);
      expect(performance.now() - since).toBeLessThan(TERMS.lease + 3 * TERMS.look + 200);
      expect(one.happened.slice(0, 2)).toStrictEqual(['gained', 'lost in a hurry']);
      expect(one.tenure.holds()).toBe(false);
      expect(overlap([one, other])).toBe(false);
      one.wire.become('open');
      await other.tenure.end();
      await until(() => one.tenure.holds()).toBe(true);
      expect(overlap([one, other])).toBe(false);
    },
    20_000,
  );

  it('the one that has it keeps it where its wire is gone for less than it takes', async () => {
    const one = await startProcess(newThing());
    await until(() => one.tenure.holds()).toBe(true);
    for (const state of ['cut', 'frozen'] as const) {
      one.wire.become(state);
      await pause(500);
      one.wire.become('open');
      await pause(TERMS.lease);
    }
    expect(one.happened).toStrictEqual(['gained']);
    expect(one.tenure.holds()).toBe(true);
  });

  it('the one that cannot use it lets the other have it', async () => {
    const thing = newThing();
    const one = await startProcess(thing, { fails: 1 });
    await until(() => one.happened).toStrictEqual(['gained', 'lost']);
    const other = await startProcess(thing);
    await until(() => other.tenure.holds()).toBe(true);
  });

  it('that slept, or stood still, holds nothing from the first moment on', async () => {
    const one = await startProcess(newThing());
    await until(() => one.tenure.holds()).toBe(true);
    // No timer has run yet when the next event comes: the clock of the day alone tells.
    const now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => now + 20_000);
    expect(one.tenure.holds()).toBe(false);
    await until(() => one.happened).toStrictEqual(['gained', 'lost in a hurry', 'gained']);
  });
});

it('processes that could have any of several have one each', async () => {
  const prefix = `thing ${randomUUID()} `;
  const names = ['a', 'b', 'c'].map((name) => prefix + name);
  const processes = await Promise.all([1, 2, 3, 4].map(() => startProcess({ prefix, names })));
  const having = () => processes.filter(({ tenure }) => tenure.holds());
  await until(() => having().length).toBe(3);
  expect(new Set(having().map(({ had }) => had.at(-1)?.index)).size).toBe(3);
  const [first] = having();
  await first?.tenure.end();
  await until(() => having().length).toBe(3);
  expect(overlap(processes)).toBe(false);
});

describe('a part', () => {
  const start = (prefix: string) => startProcess({ prefix, names: [`${prefix}${randomUUID()}`] });

  it('is all there is for a process alone, at once', async () => {
    const one = await start(`part ${randomUUID()} `);
    await until(() => one.tenure.standing()).toStrictEqual({ index: 0, of: 1 });
  });

  it('of a newcomer counts only once everybody has heard of it: at no moment do parts add up to more than one', async () => {
    const prefix = `part ${randomUUID()} `;
    const processes = [await start(prefix)];
    const sums: number[] = [];
    const indexes: string[] = [];
    const watch = setInterval(() => {
      const standings = processes.flatMap(({ tenure }) => tenure.standing() ?? []);
      sums.push(standings.reduce((sum, { of }) => sum + 1 / of, 0));
      indexes.push(standings.map(({ index, of }) => `${index}/${of}`).join(' '));
    }, 5);
    await until(() => processes[0]?.tenure.standing()).toStrictEqual({ index: 0, of: 1 });
    for (let count = 2; count <= 3; count += 1) {
      processes.push(await start(prefix));
      await until(() => processes.map(({ tenure }) => tenure.standing()?.of)).toStrictEqual(Array(count).fill(count));
    }
    expect(processes.map(({ tenure }) => tenure.standing()?.index).sort()).toStrictEqual([0, 1, 2]);
    await processes[1]?.tenure.end();
    await until(() => processes.map(({ tenure }) => tenure.standing()?.of)).toStrictEqual([2, undefined, 2]);
    clearInterval(watch);
    expect(Math.max(...sums)).toBeLessThan(1.000_001);
  }, 20_000);
});

describe('the clock', () => {
  it.each<[string, readonly [number, number][], number]>([
    [
      'goes with the steady one',
      [
        [100, 100],
        [50, 50],
      ],
      150,
    ],
    [
      'counts a sleep that only the clock of the day knows',
      [
        [100, 100],
        [5, 60_000],
      ],
      60_100,
    ],
    [
      'does not go back with the clock of the day',
      [
        [100, -3_600_000],
        [100, 100],
      ],
      200,
    ],
    [
      'counts no time twice when the clock of the day is set forth and back',
      [
        [10, 3_600_010],
        [10, -3_599_990],
      ],
      3_600_020,
    ],
  ])('%s', (_, steps, elapsed) => {
    let [steady, ofTheDay] = [1_000, 5_000_000];
    const clock = createSteadyClock(
      () => steady,
      () => ofTheDay,
    );
    for (const [one, other] of steps) {
      steady += one;
      ofTheDay += other;
      clock();
    }
    expect(clock()).toBe(elapsed);
  });
});
