// A thousand people press the buttons of one question at once: how long until each reads “Locked in”. The real bot over a
// real store; the platform and its people are another process.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBot } from '../../src/bot.ts';
import { createDelivery } from '../../src/delivery/delivery.ts';
import { createDiscord } from '../../src/platforms/discord/discord.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import type { Broadcaster, Log } from '../../src/port.ts';
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

/** @param databaseOf a new database for each way */
export async function* pressAtOnce(databaseOf: (way: string) => string, clicks = 1_000): AsyncGenerator<Crowded> {
  for (const way of ways) yield await press(way, databaseOf(way), clicks);
}

async function press(way: Way, database: string, clicks: number): Promise<Crowded> {
  const child = fork(new URL('clicks-crowd.ts', import.meta.url), [way === 'Discord' ? 'discord' : 'slack']);
  const [ground] = (await once(child, 'message')) as [Ground];
  const store = await openStore(database);
  const { platform, url } = connect(way, ground);
  await platform.start(createBot({ store }));
  const delivery = createDelivery({ store, broadcasters: [platform], log: quiet() });
  /** Asks, and lets so many people press at once. */
  async function crowd(count: number): Promise<{ readonly quiz: string; readonly heard: Heard }> {
    const quiz = await askNow(store, ground);
    await delivery.tick();
    const message = (await store.deliveries.get(quiz))?.message ?? '';
    child.send({ message, url: url(), clicks: count } satisfies Begin);
    const [heard] = (await once(child, 'message')) as [Heard];
    return { quiz, heard };
  }
  // A process that has just begun runs code that is not compiled yet; no crowd comes in its first second.
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
  await store.close();
  return { ...heard, way, counted, work: (user + system) / 1000, worstDelay: lag.max / 1e6 };
}

function connect(way: Way, { apiUrl, token, appToken, signingSecret }: Ground) {
  let port = 0;
  const log = quiet((fields) => {
    if ('port' in fields) port = Number(fields.port);
  });
  const slack = { botToken: token, apiUrl, commands: ['/http'], port: 0, host: '127.0.0.1', log };
  const platforms: Readonly<Record<Way, () => Broadcaster>> = {
    'Slack over signed HTTP': () => createSlack({ ...slack, signingSecret }),
    'Slack in Socket Mode': () => createSlack({ ...slack, appToken }),
    Discord: () => createDiscord({ token, apiUrl, log }),
  };
  return { platform: platforms[way](), url: () => (port === 0 ? null : `http://127.0.0.1:${port}/slack/events`) };
}

/** A question in between, as "quiz now" plans it. */
async function askNow(store: Store, { place }: Ground): Promise<string> {
  const [now, id] = [Date.now(), newId()];
  const row = { place, date: new Date(now).toISOString().slice(0, 10), slot: id };
  await store.deliveries.insert({ ...row, id, kind: 'quiz', notBefore: now });
  await store.deliveries.insert({ ...row, id: newId(), kind: 'reveal', parent: id, notBefore: now + 60 * 60_000 });
  return id;
}

function quiet(heard: (fields: object) => void = () => {}): Log {
  return { info: heard, warn: console.warn, error: console.error };
}
