// One of several processes over one PostgreSQL that post to a platform as slow as a real one.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createDelivery } from '../../src/delivery/delivery.ts';
import type { Broadcaster } from '../../src/port.ts';
import { openStore } from '../../src/store/open.ts';

/** What the parent says. */
export interface Begin {
  readonly url: string;
  readonly index: number;
  readonly of: number;
  /** Epoch milliseconds: when all posts are due. */
  readonly now: number;
}

/** What the parent is told: how many rows it posted, and where. */
export interface Posted {
  readonly channels: readonly string[];
  /** Processor time, in milliseconds. */
  readonly work: number;
}

/** How long a platform takes for a post, in milliseconds: Slack’s and Discord’s median is about that. */
const ANSWERS_AFTER = 100;

const [begin] = (await once(process, 'message')) as [Begin];
const channels: string[] = [];
const platform: Broadcaster = {
  name: 'slack',
  start: async () => {},
  stop: async () => {},
  post: async (place, _answer, key, _replyTo, leaving) => {
    await leaving?.();
    await pause(ANSWERS_AFTER);
    channels.push(place.channel);
    return { message: key };
  },
  edit: async () => {},
};
const store = await openStore(begin.url);
const delivery = createDelivery({
  store,
  broadcasters: [platform],
  log: { info: () => {}, warn: console.warn, error: console.error },
  now: () => begin.now,
  standing: () => ({ index: begin.index, of: begin.of }),
});
process.send?.('ready');
await once(process, 'message');
const before = process.cpuUsage();
await delivery.tick();
const { user, system } = process.cpuUsage(before);
process.send?.({ channels, work: (user + system) / 1000 } satisfies Posted);
await delivery.stop();
await store.close();
process.disconnect();
