// Several processes as one Teapot: who does what. Only where they share a PostgreSQL; a process alone does everything.
import { hostname } from 'node:os';
import type { Log, Place, Standing, TakeTurn, Tenure } from '../port.ts';
import { newId } from '../store/id.ts';
import type { Leases } from '../store/leasing.ts';
import { createTenure, TERMS, type Terms } from './tenure.ts';
import { createTurns } from './turns.ts';

export interface Replicas {
  /** Which of Discord's shards this process tries for; null where it simply has them all. */
  readonly shards: Shards | null;
  /** Our place among those who post to a platform; null: this process posts nothing there now. */
  standing(platform: Place['platform']): Standing | null;
  /** Takes part in posting to Slack. Discord's part comes with its shard. */
  begin(): void;
  /** Resolves once the others know that we do so no longer, or could know. Never rejects. */
  end(): Promise<void>;
}

export interface Shards {
  /** Their numbers are those of the tenure, in this order. */
  readonly shards: readonly number[];
  /** Of all servers. */
  readonly count: number;
  readonly tenure: Tenure;
  readonly login: TakeTurn;
}

const ALONE: Standing = { index: 0, of: 1 };

/**
 * @param options.leases null where nobody shares the database
 * @param options.shard the one of Discord's that is wanted, `auto` for any; the only one unless given
 */
export function createReplicas(options: {
  readonly leases: Leases | null;
  readonly shard: { readonly id: number | 'auto'; readonly count: number } | undefined;
  readonly log: Log;
  /** Only tests have others. */
  readonly terms?: Terms;
}): Replicas {
  const { leases, log, shard = { id: 0, count: 1 }, terms = TERMS } = options;
  if (leases === null) return { shards: null, standing: () => ALONE, begin: () => {}, end: async () => {} };
  const room = { leases, log, terms, owner: `${hostname()} ${newId()}` };
  const shards = sharded(room, shard);
  const slack = createPart(room);
  return {
    shards,
    standing: (platform) => (platform === 'discord' ? shards.tenure : slack).standing(),
    begin: () => slack.begin({ gained: async () => {}, lost: async () => {} }),
    end: slack.end,
  };
}

interface Room {
  readonly leases: Leases;
  readonly owner: string;
  readonly log: Log;
  readonly terms: Terms;
}

/**
 * One owner for each shard. Processes that count other shards are waited for: their parts overlap with ours, and two
 * would answer one server.
 */
function sharded(room: Room, { id, count }: { readonly id: number | 'auto'; readonly count: number }): Shards {
  const ids = Array.from({ length: count }, (_, index) => index);
  const nameOf = (one: number) => `discord shard ${one} of ${count}`;
  const shards = id === 'auto' ? ids : [id];
  const tenure = createTenure({
    ...room,
    names: shards.map(nameOf),
    prefix: 'discord shard ',
    family: ids.map(nameOf),
  });
  const login = createTurns({ ...room, name: 'discord login', under: tenure.lease });
  return { shards, count, tenure, login };
}

/** Whoever posts to Slack has a part; each workspace is one process's, so that its limits hold whatever others do. */
function createPart(room: Room): Tenure {
  const prefix = 'slack posts ';
  return createTenure({ ...room, names: [`${prefix}${room.owner}`], prefix });
}
