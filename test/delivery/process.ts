// A real process: the store in a file, a real adapter against a simulated platform, and the delivery. It is made to be killed.
import { flushCompileCache } from 'node:module';
import { createDelivery } from '../../src/delivery/delivery.ts';
import type { Step } from '../../src/delivery/steps.ts';
import type { Bot, Broadcaster, Log } from '../../src/port.ts';
import { openStore } from '../../src/store/open.ts';
import { unlimited } from './stage.ts';

/** Where and when the process lives: its only argument, as JSON. */
export interface Life {
  readonly database: string;
  readonly platform:
    | { readonly name: 'slack'; readonly apiUrl: string; readonly botToken: string; readonly appToken: string }
    | { readonly name: 'discord'; readonly apiUrl: string; readonly token: string };
  readonly clock: Clock;
}

/** It is `base` when the machine says `at`. */
export interface Clock {
  readonly base: number;
  readonly at: number;
}

/** Makes a pass in which rows stop at a step for ever. */
export interface Order {
  readonly clock: Clock;
  readonly step: Step;
  /** How many rows may go on, one after the other, before the others stop. */
  readonly through: number;
  /** How many have to stop until that is told. */
  readonly rows: number;
}

export type News =
  | { readonly kind: 'done' }
  | { readonly kind: 'held' }
  | { readonly kind: 'said'; readonly line: string };

function tell(news: News): void {
  process.send?.(news);
}

const life = JSON.parse(process.argv[2] ?? '') as Life;
let { clock } = life;
let order: Order | null = null;
let gone = 0;
let held = 0;

const say = (fields: object, message: string) => tell({ kind: 'said', line: `${message} ${JSON.stringify(fields)}` });
const log: Log = { info: () => {}, warn: say, error: say };
const bot: Bot = {
  ask: async () => null,
  suggest: () => [],
  commands: [],
  menu: { name: 'Explain', id: 'explain', description: 'Explains a message' },
};

async function connect(): Promise<Broadcaster> {
  const { platform } = life;
  if (platform.name === 'slack') {
    const { createSlack } = await import('../../src/platforms/slack/slack.ts');
    return createSlack({ ...platform, commands: ['/http'], log });
  }
  const { createDiscord } = await import('../../src/platforms/discord/discord.ts');
  return createDiscord({ ...platform, log });
}

const store = await openStore(life.database);
const broadcaster = await connect();
await broadcaster.start(bot);
const delivery = createDelivery({
  store,
  broadcasters: [broadcaster],
  log,
  now: () => clock.base + Date.now() - clock.at,
  rates: unlimited,
  onStep: async (step) => {
    if (order === null || step !== order.step) return;
    if (gone < order.through) {
      gone += 1;
      return;
    }
    held += 1;
    if (held === order.rows) tell({ kind: 'held' });
    await new Promise(() => {});
  },
});
delivery.start();

async function pass(): Promise<void> {
  await delivery.tick();
  // What the first pass found unclear is pending now, or as clear as it gets.
  await delivery.tick();
  tell({ kind: 'done' });
}

process.on('message', (message: Order) => {
  order = message;
  clock = order.clock;
  void pass();
});
// It is written at the end of a process, which this one will not see.
flushCompileCache();
process.on('disconnect', () => process.exit());
await pass();
