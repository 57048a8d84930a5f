// Killed at any instant and started again: exactly one post in every channel, on both platforms. The processes are real
// and so are the kills; starting a process is the slow part.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPrograms } from '../../build.ts';
import type { Step } from '../../src/delivery/steps.ts';
import { startDiscord } from '../../src/playground/discord/discord.ts';
import { startSlack } from '../../src/playground/slack/slack.ts';
import type { Place } from '../../src/port.ts';
import { openStore } from '../../src/store/open.ts';
import { DAY, HOUR, MORNING, schedule } from '../store/sample.ts';
import type { Clock, Life, News, Order } from './process.ts';

/** `arrived`: the platform has the post, and its word about it is still on the way. */
type Point = Step | 'arrived';

/** Before the row, right before the send, after the send, before the write-back. */
const POINTS: readonly Point[] = ['planning', 'sending', 'arrived', 'sent'];
const ROUNDS = 7;
/** Channels that one kill hits at once. */
const CHANNELS = 3;
const PATIENCE = 60_000;

/** A simulated platform with channels. */
interface Ground {
  readonly platform: Life['platform'];
  readonly places: readonly Place[];
  /** How many posts of the bot stand in a channel. */
  count(place: Place): number;
  /** Calls `heard` with each new post, before the bot is told of it. */
  watch(heard: () => void): () => void;
  stop(): Promise<void>;
}

async function slackGround(): Promise<Ground> {
  const slack = await startSlack();
  const { apiUrl, botToken, appToken, team } = slack;
  const channels = Array.from({ length: CHANNELS }, (_, index) => slack.channel(`quiz-${index}`));
  const ours = ({ route }: { route: string }) => route === 'chat.postMessage';
  return {
    platform: { name: 'slack', apiUrl, botToken, appToken },
    places: channels.map(({ id }) => ({ platform: 'slack', team: team.id, channel: id })),
    count: ({ channel }) => slack.history().filter((one) => one.channel === channel && ours(one)).length,
    watch: (heard) => slack.watch(({ kind, message }) => void (kind === 'posted' && ours(message) && heard())),
    stop: () => slack.stop(),
  };
}

async function discordGround(): Promise<Ground> {
  const discord = await startDiscord();
  const channels = Array.from({ length: CHANNELS }, (_, index) => discord.channels.open(`quiz-${index}`));
  return {
    platform: { name: 'discord', apiUrl: discord.apiUrl, token: discord.token },
    places: channels.map(({ id, server }) => ({ platform: 'discord', team: server, channel: id })),
    count: ({ channel }) => discord.posts.filter((post) => post.channel === channel).length,
    watch: (heard) => discord.watch(({ kind }) => void (kind === 'posted' && heard())),
    stop: () => discord.stop(),
  };
}

// Built, as what runs for people is: it starts in half the time.
const built = mkdtempSync(join(tmpdir(), 'teapot-crash-built-'));
beforeAll(() => buildPrograms(built, ['test/delivery/process.ts']));
afterAll(() => rmSync(built, { recursive: true, force: true }));

function start(life: Life): ChildProcess {
  const file = join(built, 'process.mjs');
  return fork(file, [JSON.stringify(life)], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** What the process said, for when a promise to it is not kept. */
const said: string[] = [];

function hear(child: ChildProcess, kind: News['kind']): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error(`never ${kind}: ${said.slice(-5).join('\n')}`)), PATIENCE);
  child.on('message', (news: News) => {
    if (news.kind === 'said') said.push(news.line);
    if (news.kind === kind) resolve();
  });
  child.once('exit', () => reject(new Error(`died before it was ${kind}: ${said.slice(-5).join('\n')}`)));
  return promise.finally(() => clearTimeout(timer));
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await gone(child);
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** One day of the quiz, at whose morning the process is killed: every row at the point, or one of them as it arrives. */
async function killAt(child: ChildProcess, ground: Ground, point: Point, clock: Clock): Promise<void> {
  if (point === 'arrived') {
    const unwatch = ground.watch(() => child.kill('SIGKILL'));
    // A request under way may be lost with the process, so the others wait.
    child.send({ clock, step: 'sending', through: 1, rows: CHANNELS } satisfies Order);
    await gone(child);
    unwatch();
    return;
  }
  const held = hear(child, 'held');
  child.send({ clock, step: point, through: 0, rows: point === 'planning' ? 1 : CHANNELS } satisfies Order);
  await held;
  await kill(child);
}

/** A store in a file, with a schedule for every channel of a platform. */
async function settle(open: () => Promise<Ground>) {
  const folder = mkdtempSync(join(tmpdir(), 'teapot-crash-'));
  const database = `sqlite:${join(folder, 'teapot.db')}`;
  const ground = await open();
  const store = await openStore(database);
  for (const at of ground.places)
    await store.schedules.set(schedule(at, { days: [1, 2, 3, 4, 5, 6, 7], skips: [], digest: false }));
  await store.close();
  return {
    ground,
    /** A process that has dealt with all that was due. */
    live: async (clock: Clock): Promise<ChildProcess> => {
      const child = start({ database, platform: ground.platform, clock });
      await hear(child, 'done');
      return child;
    },
    counts: () => ground.places.map((at) => ground.count(at)),
    statuses: async (date: string) => {
      const read = await openStore(database);
      const found = ground.places.map((at) => read.deliveries.list(at, { from: date, to: date }, ['quiz']));
      const rows = (await Promise.all(found)).flat();
      await read.close();
      return rows.map(({ status }) => status);
    },
    leave: async () => {
      await ground.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const platforms = [
  { name: 'Slack', open: slackGround, afterGap: { posts: 0, status: 'unknown' } },
  { name: 'Discord', open: discordGround, afterGap: { posts: 1, status: 'sent' } },
] as const;

describe('killed at any instant and started again', { timeout: 240_000 }, () => {
  it.concurrent.each(platforms)(
    `$name: ${POINTS.length * ROUNDS} kills, ${CHANNELS} channels each, exactly one post a channel and day`,
    async ({ open }) => {
      const { ground, live, counts, leave } = await settle(open);
      let child = await live({ base: MORNING - HOUR, at: Date.now() });
      for (let day = 0; day < POINTS.length * ROUNDS; day += 1) {
        const point = POINTS[day % POINTS.length] ?? 'sent';
        const clock = { base: MORNING + day * DAY, at: Date.now() };
        await killAt(child, ground, point, clock);
        child = await live(clock);
        expect(counts(), `day ${day}, killed at ${point}`).toStrictEqual(ground.places.map(() => day + 1));
      }
      await kill(child);
      await leave();
    },
  );

  it.concurrent.each(platforms)(
    '$name: between the mark and the last byte is the one gap: never two posts, and on Discord still one',
    async ({ open, afterGap }) => {
      const { ground, live, counts, statuses, leave } = await settle(open);
      const clock = { base: MORNING, at: Date.now() };
      const child = await live({ ...clock, base: MORNING - HOUR });
      await killAt(child, ground, 'marked', clock);
      await kill(await live(clock));
      expect(counts()).toStrictEqual(ground.places.map(() => afterGap.posts));
      expect(await statuses('2026-11-25')).toStrictEqual(ground.places.map(() => afterGap.status));
      await leave();
    },
  );
});
