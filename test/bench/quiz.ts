// `npm run bench:quiz`: a pass over 1,000,000 schedules with nothing due; 1,000 people who press one question’s buttons at
// once; and 10,000 channels due in the same minute, against simulated platforms with the real limits. Takes about five
// minutes. `--channels 2000` scales the last one down, `--only clicks` (or idle, channels) does just one of them;
// `--times 5 --way HTTP` presses five times, each time with new processes, and only so.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDelivery } from '../../src/delivery/delivery.ts';
import { askedOf } from '../../src/delivery/history.ts';
import { createDiscord } from '../../src/platforms/discord/discord.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import type { Bot, Broadcaster, Log } from '../../src/port.ts';
import { isRight } from '../../src/quiz/asked.ts';
import { sayLockedIn } from '../../src/quiz/feedback.ts';
import { openStore } from '../../src/store/open.ts';
import type { Place, Schedule } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { pressAtOnce } from './clicks.ts';
import type { Grounds, Measured } from './quiz-platforms.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { channels: text, idle: text, only: text, times: text, way: text } });
const CHANNELS = Number(values.channels ?? 10_000);
const IDLE = Number(values.idle ?? 1_000_000);
/** Workspaces of Slack, each with a hundredth of all channels. */
const WORKSPACES = 10;
const PER_WORKSPACE = Math.floor(CHANNELS / 100);
const ON_DISCORD = CHANNELS - WORKSPACES * PER_WORKSPACE;
/** 2026-11-25 09:30 in Berlin. */
const DUE = Date.UTC(2026, 10, 25, 8, 30);
/** A minute before, as in everyday life: the channels are planned half a minute before they are due. */
const HEAD_START = 60_000;
/** For duplicates to show themselves. */
const AFTERWARDS = 3_000;
const ANSWER = /^quiz answer (\S+) (\d)$/;

function schedule(place: Place): Schedule {
  return {
    place,
    zone: 'Europe/Berlin',
    time: '09:30',
    days: [1, 2, 3, 4, 5],
    skips: [],
    level: 'common',
    reveal: { after: 360 },
    digest: true,
    enabled: true,
    disabledReason: null,
    noticeFor: null,
    setBy: 'U1',
    nextRunAt: DUE,
  };
}

/** Records answers as the real one does, and knows nothing else. */
function createAnsweringBot(store: Store, now: () => number): Bot {
  return {
    ask: async (ask) => {
      const [, id = '', index] = ANSWER.exec(ask.kind === 'line' ? ask.line : '') ?? [];
      const quiz = await store.deliveries.get(id);
      const asked = quiz === null ? null : askedOf(quiz);
      if (asked === null || ask.by.platform === 'terminal') return null;
      const choice = Number(index);
      const person = { platform: ask.by.platform, user: ask.by.user };
      await store.answers.record({ delivery: id, person, choice, correct: isRight(asked, choice), at: now() });
      return sayLockedIn(asked, choice, now());
    },
    suggest: () => [],
    commands: [],
    menu: { name: 'Explain', id: 'explain', description: 'Explains a message' },
  };
}

/** One Slack adapter for each workspace, behind one face. */
function together(workspaces: ReadonlyMap<string, Broadcaster>): Broadcaster {
  const of = ({ team }: Place): Broadcaster => {
    const found = workspaces.get(team);
    if (found === undefined) throw new Error(`no workspace ${team}`);
    return found;
  };
  return {
    name: 'slack',
    start: async (bot) => {
      for (const one of workspaces.values()) await one.start(bot);
    },
    stop: async () => {
      for (const one of workspaces.values()) await one.stop();
    },
    post: (place, ...rest) => of(place).post(place, ...rest),
    edit: (place, ...rest) => of(place).edit(place, ...rest),
  };
}

function say(label: string, value: string): void {
  console.log(`${label.padEnd(46)}${value}`);
}

async function fanOut(folder: string): Promise<void> {
  const child = fork(new URL('quiz-platforms.ts', import.meta.url), [
    JSON.stringify({ discord: ON_DISCORD, workspaces: WORKSPACES, perWorkspace: PER_WORKSPACE }),
  ]);
  const grounds = await new Promise<Grounds>((resolve) =>
    child.once('message', (message: Grounds) => resolve(message)),
  );
  const store = await openStore(`sqlite:${join(folder, 'crowd.db')}`);
  const [busy, problems] = [new Set<string>(), new Map<string, number>()];
  const note = (_: object, message: string) => problems.set(message, (problems.get(message) ?? 0) + 1);
  const log: Log = {
    info: (fields, message) => {
      if ('failure' in fields && 'delivery' in fields && fields.failure === 'busy') busy.add(`${fields.delivery}`);
      if (message.startsWith('delivery: not')) note(fields, message);
    },
    warn: note,
    error: note,
  };
  let began = Number.POSITIVE_INFINITY;
  const now = () =>
    began === Number.POSITIVE_INFINITY ? DUE - HEAD_START : DUE - HEAD_START + performance.now() - began;
  const discord = createDiscord({ ...grounds.discord, log });
  const slack = together(
    new Map(grounds.slack.map((one) => [one.team, createSlack({ ...one, commands: ['/http'], log })])),
  );
  const bot = createAnsweringBot(store, now);
  for (const one of [discord, slack]) await one.start(bot);
  for (const place of grounds.places) await store.schedules.set(schedule(place));
  const delivery = createDelivery({ store, broadcasters: [discord, slack], log, now });
  const lag = monitorEventLoopDelay({ resolution: 1 });
  began = performance.now();
  delivery.start();
  // Making the questions at the start of the process, once, is nobody's wait; planning the channels counts.
  setTimeout(() => lag.enable(), HEAD_START / 4);
  const measured = new Promise<Measured>((resolve) =>
    child.on('message', (message: Measured | { readonly posted: number }) => {
      if ('latencies' in message) resolve(message);
      else process.stderr.write(`\r${message.posted} of ${CHANNELS} posted `);
    }),
  );
  child.send('go');
  const result = await measured;
  process.stderr.write('\r');
  lag.disable();
  await pause(AFTERWARDS);
  const { count } = await store.deliveries.backlog(now());
  await delivery.stop();
  report(result, { busy: busy.size, left: count, worst: lag.max / 1e6, p99: lag.percentile(99) / 1e6 });
  for (const [message, times] of problems) say(`  in the log: ${message}`, `${times}`);
  for (const one of [discord, slack]) await one.stop();
  await store.close();
  child.kill();
}

async function clicks(folder: string): Promise<void> {
  const databaseOf = (way: string) => `sqlite:${join(folder, `${way}.db`)}`;
  const asked = { times: Number(values.times ?? 1), some: values.way ?? '' };
  const crowds = pressAtOnce(databaseOf, asked);
  for await (const { way, latencies, lockedIn, counted, work, crowdWork, worstDelay } of crowds) {
    say(`${latencies.length} press at once: ${way}`, `${lockedIn} read “Locked in”, ${counted} counted`);
    say('  median, p99, worst', `${quantilesOf(latencies)} ms`);
    say('  work of the bot, and of the crowd', `${work.toFixed(0)}, ${crowdWork.toFixed(0)} ms`);
    say('  worst event loop delay', `${worstDelay.toFixed(0)} ms`);
  }
}

/** The middle, the 99th of a hundred and the last. */
function quantilesOf(latencies: readonly number[]): string {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return [0.5, 0.99, 1].map((share) => at(share).toFixed(0)).join(', ');
}

function report(
  { discord, slack, latencies }: Measured,
  own: { readonly busy: number; readonly left: number; readonly worst: number; readonly p99: number },
): void {
  const posted = discord.posted + slack.posted;
  const scale = CHANNELS === 10_000 ? '' : `   (scaled down from 10,000)`;
  say('channels due in the same minute', `${CHANNELS}${scale}`);
  say('  on Discord / in each of 10 Slack workspaces', `${ON_DISCORD} / ${PER_WORKSPACE}`);
  say('posted / in no channel twice / still waiting', `${posted} / ${discord.twice + slack.twice === 0} / ${own.left}`);
  say('duplicates', `${discord.twice + slack.twice}`);
  say(
    'Discord: seconds, posts a second',
    `${discord.seconds.toFixed(1)}, ${(discord.posted / discord.seconds).toFixed(2)}`,
  );
  say('Discord: share of 50 a second', percent(discord.posted / (50 * discord.seconds)));
  say(
    'Discord: answered 429',
    `${discord.limited} of ${discord.requests} (${percent(discord.limited / discord.requests)})`,
  );
  // What our own cap lets through: a burst of five, and one a second after it.
  say('Slack: seconds', slack.seconds.toFixed(1));
  say('Slack: share of one a second a workspace', percent(PER_WORKSPACE / (5 + slack.seconds)));
  say('Slack: posts in the busiest minute of a workspace', `${slack.busiest}`);
  say('put off by a rate limit, both platforms', `${own.busy} (${percent(own.busy / posted)})`);
  say('answers to clicks meanwhile: median, p99, worst', `${quantilesOf(latencies)} ms of ${latencies.length}`);
  say('event loop delay: p99, worst', `${own.p99.toFixed(1)}, ${own.worst.toFixed(1)} ms`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/** A pass with nothing due. */
async function idle(folder: string): Promise<void> {
  const file = join(folder, 'idle.db');
  const url = `sqlite:${file}`;
  await (await openStore(url)).close();
  const database = new DatabaseSync(file);
  database.exec(`
    insert into schedule (platform, team, channel, zone, local_time, days, skips, level, reveal, digest, enabled, next_run_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${IDLE})
    select 'discord', 'T' || (i % 9973), 'C' || i, 'Europe/Berlin', '09:30', '12345', '[]', 'common', '{"after":360}', 0, 1,
      ${DUE} + (i % 1440) * 60000 from n`);
  const plan = database
    .prepare(
      'explain query plan select next_run_at from schedule where next_run_at is not null order by next_run_at limit 1',
    )
    .all()
    .map(({ detail }) => detail);
  database.close();
  const store = await openStore(url);
  const log: Log = { info: () => {}, warn: console.warn, error: console.error };
  const delivery = createDelivery({ store, broadcasters: [], log, now: () => DUE - 60_000 });
  const times: number[] = [];
  for (let count = 0; count < 300; count += 1) {
    const start = performance.now();
    await delivery.tick();
    times.push((performance.now() - start) * 1000);
  }
  times.sort((a, b) => a - b);
  say(
    `a pass over ${IDLE} schedules, nothing due`,
    `median ${times[150]?.toFixed(0)} µs, p99 ${times[297]?.toFixed(0)} µs`,
  );
  say('  how SQLite finds the next one', plan.join('; '));
  await store.close();
}

const folder = mkdtempSync(join(tmpdir(), 'teapot-bench-'));
try {
  const parts = { idle, clicks, channels: fanOut };
  for (const [name, run] of Object.entries(parts))
    if (values.only === undefined || values.only === name) await run(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
