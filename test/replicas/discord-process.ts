// A process on Discord as far as it shares shards: its own wire to the database, the real client, and a bot that echoes.
import { createSharedDiscord } from '../../src/platforms/discord/shared.ts';
import type { SimulatedDiscord } from '../../src/playground/discord/discord.ts';
import type { Ask, Bot, Broadcaster } from '../../src/port.ts';
import { createReplicas, type Replicas } from '../../src/replicas/index.ts';
import type { Terms } from '../../src/replicas/tenure.ts';
import { createLeases } from '../../src/store/leases.ts';
import { createMemoryLog, type MemoryLog } from '../platforms/discord/memory-log.ts';
import { plainAnswer } from '../platforms/discord/setting.ts';
import { stretchWire, type Wire } from './wire.ts';

/** A third of the real ones: the farewell is as long as the client may take. */
export const TERMS: Terms = { lease: 5_000, renew: 500, farewell: 3_200, look: 200 };
/** Between two logins, instead of five seconds and a half. */
export const LOGIN_PAUSE = 550;

export interface DiscordProcess {
  readonly name: string;
  readonly wire: Wire;
  readonly platform: Broadcaster;
  readonly replicas: Replicas;
  readonly log: MemoryLog;
  readonly fatal: string[];
  /** Whatever its bot was asked. */
  readonly asked: Ask[];
  /** Resolves once it is connected or stands by. */
  readonly started: Promise<void>;
  /** In order, as at SIGTERM. */
  stop(): Promise<void>;
}

export async function startDiscordProcess(options: {
  readonly name: string;
  readonly database: string;
  readonly discord: SimulatedDiscord;
  readonly shard?: { readonly id: number | 'auto'; readonly count: number };
  readonly token?: string;
}): Promise<DiscordProcess> {
  const { name, database, discord, shard, token = discord.token } = options;
  const wire = await stretchWire(database);
  const leases = createLeases(wire.url);
  const log = createMemoryLog();
  const replicas = createReplicas({ leases, shard, log: log.log, terms: TERMS });
  if (replicas.shards === null) throw new Error('nobody shares');
  const { login, ...shards } = replicas.shards;
  const fatal: string[] = [];
  const platform = createSharedDiscord({
    token,
    apiUrl: discord.apiUrl,
    log: log.log,
    onFatal: (reason) => fatal.push(reason),
    ...shards,
    login: (turn) => login({ ...turn, pause: LOGIN_PAUSE }),
  });
  const asked: Ask[] = [];
  let stopped: Promise<void> | null = null;

  async function stop(): Promise<void> {
    await platform.stop();
    await replicas.end();
    await leases.close();
    await wire.close();
  }

  const started = platform.start(echo(name, asked));
  started.catch(() => undefined);
  return {
    name,
    wire,
    platform,
    replicas,
    log,
    fatal,
    asked,
    started,
    stop: () => {
      wire.become('open');
      stopped ??= stop();
      return stopped;
    },
  };
}

function echo(name: string, asked: Ask[]): Bot {
  return {
    ask: async (ask) => {
      asked.push(ask);
      return { ...plainAnswer, title: `${name} heard` };
    },
    suggest: () => [],
    commands: [{ name: 'status', description: 'Explain a status code', hint: '404', where: 'anywhere' }],
    menu: { name: 'Explain status codes', id: 'explain_status_codes', description: 'Find and explain the codes in it' },
  };
}
