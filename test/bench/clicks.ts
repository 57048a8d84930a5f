// A thousand people press the buttons of one question at once: how long until each reads “Locked in”. The real bot over a
// real store; the platform and its people are another process.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBot } from '../../src/bot.ts';
import { readConfig } from '../../src/config.ts';
import { createDelivery } from '../../src/delivery/delivery.ts';
import { createWebServer } from '../../src/ops/server.ts';
import { createDiscord } from '../../src/platforms/discord/discord.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import type { Broadcaster, Log } from '../../src/port.ts';
import { rehearse } from '../../src/rehearsal.ts';
import { newId } from '../../src/store/id.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import type { Begin, Ground, Heard } from './clicks-crowd.ts';

const ways = ['Slack over signed HTTP', 'Slack in Socket Mode', 'Discord'] as const;
type Way = (typeof ways)[number];

/** One in so many comes before, to a question of its own. */
const WARM_UP = 4;

/** What the crowd saw, and what it cost the bot. In milliseconds. */
export interface Crowded extends Heard {
  readonly way: Way;
  readonly counted: number;
  readonly work: number;
  readonly worstDelay: number;
}

/**
 * @param databaseOf a new database for each way and time
 * @param some only the ways whose names contain this
 */
export async function* pressAtOnce(
  databaseOf: (way: string) => string,
  { times = 1, some = '', clicks = 1_000 }: { times?: number; some?: string; clicks?: number } = {},
): AsyncGenerator<Crowded> {
  for (const way of ways.filter((one) => one.includes(some)))
    for (let time = 1; time <= times; time += 1) yield await press(way, databaseOf(`${way} ${time}`), clicks);
}

async function press(way: Way, database: string, clicks: number): Promise<Crowded> {
  const child = fork(new URL('clicks-crowd.ts', import.meta.url), [way === 'Discord' ? 'discord' : 'slack']);
  const [ground] = (await once(child, 'message')) as [Ground];
  const store = await openStore(database);
  const platform = connect(way, ground);
  const server = createWebServer({ port: 0, host: '127.0.0.1', log: quiet() });
  server.serve(platform.routes ?? []);
  const url = platform.routes?.[0] === undefined ? null : `http://127.0.0.1:${await server.open()}/slack/events`;
  await platform.start(createBot({ store }));
  const delivery = createDelivery({ store, broadcasters: [platform], log: quiet() });
  /** Asks, and lets so many people press at once. */
  async function crowd(count: number): Promise<{ readonly quiz: string; readonly heard: Heard }> {
    const quiz = await askNow(store, ground);
    await delivery.tick();
    const message = (await store.deliveries.get(quiz))?.message ?? '';
    child.send({ message, url, clicks: count } satisfies Begin);
    const [heard] = (await once(child, 'message')) as [Heard];
    return { quiz, heard };
  }
  // As main.ts does it.
  if (url !== null) await rehearseFor(ground);
  // A process that has just begun runs code that is not compiled yet: the platform’s, which is nobody's wait in real life.
  await crowd(Math.ceil(clicks / WARM_UP));
  const lag = monitorEventLoopDelay({ resolution: 1 });
  const before = process.cpuUsage();
  lag.enable();
  const { quiz, heard } = await crowd(clicks);
  lag.disable();
  const { user, system } = process.cpuUsage(before);
  const counted = (await store.answers.tally(quiz)).reduce((sum, { count }) => sum + count, 0);
  child.kill();
  await delivery.stop();
  await platform.stop();
  await server.close();
  await store.close();
  return { ...heard, way, counted, work: (user + system) / 1000, worstDelay: lag.max / 1e6 };
}

function connect(way: Way, { apiUrl, token, appToken, signingSecret }: Ground) {
  const log = quiet();
  const slack = { botToken: token, apiUrl, commands: ['/http'], log };
  const platforms: Readonly<Record<Way, () => Broadcaster>> = {
    'Slack over signed HTTP': () => createSlack({ ...slack, signingSecret }),
    'Slack in Socket Mode': () => createSlack({ ...slack, appToken }),
    Discord: () => createDiscord({ token, apiUrl, log }),
  };
  return platforms[way]();
}

/** A question in between, as "quiz now" plans it. */
async function askNow(store: Store, { place }: Ground): Promise<string> {
  const [now, id] = [Date.now(), newId()];
  const row = { place, date: new Date(now).toISOString().slice(0, 10), slot: id };
  await store.deliveries.insert({ ...row, id, kind: 'quiz', notBefore: now });
  await store.deliveries.insert({ ...row, id: newId(), kind: 'reveal', parent: id, notBefore: now + 60 * 60_000 });
  return id;
}

async function rehearseFor({ token, signingSecret }: Ground): Promise<void> {
  const environment = { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: signingSecret };
  const read = readConfig(environment, () => []);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  await rehearse(read.value, { log: quiet(), signal: new AbortController().signal });
}

function quiet(): Log {
  return { info: () => {}, warn: console.warn, error: console.error };
}
