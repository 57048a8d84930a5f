// `npm run bench`, second part: Teapot under load beside the bare libraries that answer a constant, all in one run.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground, Order, Served } from './load/platforms.ts';
import { type Name, type Subject, startSubject } from './load/subject.ts';

const NAMES: readonly Name[] = ['bare', 'Teapot'];
/** They take turns, so that a slow minute of the machine meets both. */
const ROUNDS = 9;
/** How often each is started: by then it shows, and every one takes its time to settle. */
const STARTS = 5;
/** Milliseconds after which a process has settled. */
const SETTLED = 20_000;
const AT_ONCE = 32;
const QUESTIONS = { slack: 5_000, discord: 1_500 };
/** How many questions memory must stay flat over, and how often it is looked at. */
const SOAK = { questions: Number(process.argv[2] ?? 200_000), looks: 4 };

/** Platforms of its own for each: two bots with one token would both be asked. */
interface Place {
  readonly name: Name;
  readonly ground: Ground;
  readonly platforms: ChildProcess;
}

async function openPlace(name: Name): Promise<Place> {
  const platforms = fork(new URL('load/platforms.ts', import.meta.url));
  const [ground] = (await once(platforms, 'message')) as [Ground];
  return { name, ground, platforms };
}

async function load({ platforms }: Place, order: Order): Promise<Served> {
  platforms.send(order);
  const [served] = (await once(platforms, 'message')) as [Served];
  return served;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function say(what: string, text: string): void {
  process.stdout.write(`${what.padEnd(24)} ${text}\n`);
}

/** What each of them shows, round by round, in turn. */
async function inTurns<Shown>(rounds: number, show: (place: Place) => Promise<Shown>): Promise<Map<Name, Shown[]>> {
  const shown = new Map<Name, Shown[]>(NAMES.map((name) => [name, []]));
  // The first round compiles, and fills caches.
  for (let round = -1; round < rounds; round += 1)
    for (const place of places) {
      const one = await show(place);
      if (round >= 0) shown.get(place.name)?.push(one);
    }
  return shown;
}

async function compareLoad(platform: Order['platform']): Promise<void> {
  const subjects = new Map<Name, Subject>();
  for (const { name, ground } of places) subjects.set(name, await startSubject(name, ground));
  await pause(SETTLED);
  const served = await inTurns(ROUNDS, (place) =>
    load(place, {
      platform,
      port: subjects.get(place.name)?.port ?? 0,
      questions: QUESTIONS[platform],
      atOnce: AT_ONCE,
    }),
  );
  for (const subject of subjects.values()) await subject.stop();
  const of = (name: Name, what: keyof Served) => median(served.get(name)?.map((one) => one[what]) ?? []);
  for (const name of NAMES)
    say(
      `${platform}, ${name}`,
      `${of(name, 'perSecond').toFixed(0)} answers a second, p50 ${of(name, 'p50').toFixed(1)} ms, p99 ${of(name, 'p99').toFixed(1)} ms`,
    );
  const [throughput, p99] = (['perSecond', 'p99'] as const).map((what) => of('Teapot', what) / of('bare', what));
  say(platform, `${throughput?.toFixed(2)} of the bare throughput, ${p99?.toFixed(2)} times its p99`);
}

async function compareStarts(): Promise<void> {
  const shown = await inTurns(STARTS, async ({ name, ground }) => {
    const subject = await startSubject(name, ground);
    await pause(SETTLED);
    const memory = subject.memory();
    await subject.stop();
    return { ready: subject.readyAfter, memory };
  });
  const of = (name: Name, what: 'ready' | 'memory') => median(shown.get(name)?.map((one) => one[what]) ?? []);
  for (const name of NAMES)
    say(`start, ${name}`, `ready after ${of(name, 'ready').toFixed(0)} ms, then ${of(name, 'memory').toFixed(0)} MB`);
  say(
    'start',
    `${(of('Teapot', 'ready') - of('bare', 'ready')).toFixed(0)} ms and ${(of('Teapot', 'memory') - of('bare', 'memory')).toFixed(0)} MB more than bare`,
  );
}

async function soak(place: Place): Promise<void> {
  const subject = await startSubject(place.name, place.ground);
  const looks: string[] = [];
  for (let look = 0; look < SOAK.looks; look += 1) {
    const questions = Math.ceil(SOAK.questions / SOAK.looks);
    await load(place, { platform: 'slack', port: subject.port, questions, atOnce: AT_ONCE });
    looks.push(`${subject.memory().toFixed(0)} MB after ${questions * (look + 1)}`);
  }
  await subject.stop();
  say('memory, Teapot', looks.join(', '));
}

const places = [await openPlace('bare'), await openPlace('Teapot')];
await compareLoad('slack');
await compareLoad('discord');
await compareStarts();
for (const place of places) if (place.name === 'Teapot') await soak(place);
for (const { platforms } of places) platforms.disconnect();
