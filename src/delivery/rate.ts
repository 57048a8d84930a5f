// How fast posts may go: token buckets. Pure: the time comes in, in milliseconds that only grow.
import type { Place } from '../port.ts';

export interface Pace {
  readonly perSecond: number;
  /** How many may go at once because others went late. */
  readonly burst: number;
  /** How many may go at once where none has gone for the time of three; as many as in a burst unless given. */
  readonly afterRest?: number;
}

export interface Bucket {
  /** Milliseconds until one may go; 0 where it may go now. */
  wait(now: number): number;
  take(now: number): void;
  /** None goes before this moment; then they begin one by one, and go slower for a minute. */
  pause(until: number): void;
  /** Whether it is as if nothing had ever gone. */
  full(now: number): boolean;
}

/** What a platform takes. */
export interface Rate {
  /** Milliseconds until something may go to this place; 0 where it may go now. */
  wait(place: Place, now: number): number;
  take(place: Place, now: number): void;
  /** The platform asked for patience. */
  pause(place: Place, until: number): void;
}

export interface Rates {
  readonly posts: Rate;
  readonly edits: Rate;
  /** Posts that wait for each other have the same queue. */
  readonly queueOf: (place: Place) => string;
  /** How many of a queue are made ready at a time, to leave one right after the other. */
  readonly abreast: number;
  /** How many rows to take at once: what may go within some four seconds. */
  readonly ahead: number;
  /** Of them, how many of one workspace at most. */
  readonly perTeam?: number;
  /** Whether of several processes each posts to workspaces of its own, because that is what the platform counts by. */
  readonly parted?: boolean;
}

/** Requests a second of a whole bot, over all routes but answers to interactions. docs.discord.com: topics/rate-limits */
const DISCORD = 50;
/** How often a chat.update may go: 50 a minute and workspace (Tier 3). docs.slack.dev: apis/web-api/rate-limits */
const SLACK_EDITS: Pace = { perSecond: 50 / 60, burst: 5 };
/** Messages to one workspace: "several hundred a minute" are allowed, the exact number is unpublished; ours. */
const SLACK_TEAM: Pace = { perSecond: 1, burst: 5 };
/** One message a second and channel, with a little air for the way there. docs.slack.dev: apis/web-api/rate-limits */
const SLACK_CHANNEL: Pace = { perSecond: 0.95, burst: 1 };
/** Workspaces that Slack is posted to within four seconds, five posts each: far more than twenty in flight can carry. */
const SLACK_AHEAD = 80;
const AHEAD_SECONDS = 4;
/** Making a post ready takes some 5 ms, its turn comes every 20. */
const ABREAST = 6;
/** Buckets remembered before those that are full again are dropped. */
const REMEMBERED = 10_000;

/**
 * The platform counts when requests arrive: where the way there takes a quarter of a second longer for some, a fifth more
 * arrives in one second than left in one. Once is chance; when it was too much again within ten seconds, the pace falls a
 * little, to this part of it at least, until all has gone well for a minute.
 */
const EASED = 0.96;
const EASED_MOST = 5 / 6;
const EASED_FOR = 60_000;
const AGAIN = 10_000;
/** Several that were too much together are one time. */
const TOGETHER = 1_000;
/** Posts that might have gone meanwhile. */
const REST = 3;

/** @param pace as it is at any moment */
export function createBucket(pace: Pace | (() => Pace)): Bucket {
  const current = typeof pace === 'function' ? pace : () => pace;
  const restOf = ({ burst, afterRest = burst }: Pace) => afterRest;
  let tokens = restOf(current());
  let at = Number.NEGATIVE_INFINITY;
  let paused = Number.NEGATIVE_INFINITY;
  let eased = 1;
  const perSecond = (now: number) => current().perSecond * (now - paused < EASED_FOR ? eased : 1);
  const most = (now: number) => (now - at > (REST * 1000) / current().perSecond ? restOf(current()) : current().burst);
  const has = (now: number) =>
    now <= at ? tokens : Math.min(most(now), tokens + ((now - at) * perSecond(now)) / 1000);
  return {
    wait: (now) => {
      const missing = Math.max(0, 1 - has(now));
      // A millionth of a millisecond is an error of the arithmetic.
      return Math.max(0, Math.ceil(Math.max(0, at - now) + (missing * 1000) / perSecond(now) - 1e-6));
    },
    take: (now) => {
      tokens = has(now) - 1;
      at = Math.max(at, now);
    },
    pause: (until) => {
      const since = until - paused;
      if (since >= EASED_FOR) eased = 1;
      if (since > TOGETHER && since < AGAIN) eased = Math.max(EASED_MOST, eased * EASED);
      tokens = Math.min(tokens, 1);
      at = Math.max(at, until);
      paused = Math.max(paused, until);
    },
    full: (now) => has(now) >= most(now),
  };
}

/** @param processes how many post at this moment */
export function ratesOf(platform: Place['platform'], processes: () => number): Rates {
  return platform === 'discord' ? discordRates(processes) : slackRates();
}

/** Discord counts all requests of a bot together: this process has its part, and edits come out of the same bucket. */
function discordRates(processes: () => number): Rates {
  // Any second sees the burst and what grows meanwhile: together no more than our part. So little a burst forgives timers
  // that are 10 ms late; after a longer stall, what was under way arrives in one clump, and nothing may come on top of it.
  const pace = () => {
    const burst = processes() === 1 ? 1.5 : 1.2;
    return { perSecond: Math.max(0.5, DISCORD / processes() - burst), burst, afterRest: 1 };
  };
  const rate = only(createBucket(pace));
  return {
    posts: rate,
    edits: rate,
    queueOf: () => 'all',
    abreast: ABREAST,
    get ahead() {
      return Math.ceil(pace().perSecond * AHEAD_SECONDS);
    },
  };
}

/** Slack counts by workspace, by channel and by method: a workspace is one process's, so there is nothing to divide. */
function slackRates(): Rates {
  const team = ({ team: id }: Place) => id;
  return {
    posts: all([each(SLACK_TEAM, team), each(SLACK_CHANNEL, ({ team: id, channel }) => `${id} ${channel}`)]),
    edits: each(SLACK_EDITS, team),
    queueOf: team,
    abreast: 1,
    ahead: SLACK_AHEAD,
    perTeam: SLACK_TEAM.burst,
    parted: true,
  };
}

function only(bucket: Bucket): Rate {
  return {
    wait: (_, now) => bucket.wait(now),
    take: (_, now) => bucket.take(now),
    pause: (_, until) => bucket.pause(until),
  };
}

/** A bucket for each name. */
function each(pace: Pace, nameOf: (place: Place) => string): Rate {
  const buckets = new Map<string, Bucket>();
  function bucketOf(place: Place): Bucket {
    const name = nameOf(place);
    const bucket = buckets.get(name) ?? createBucket(pace);
    buckets.set(name, bucket);
    return bucket;
  }
  return {
    wait: (place, now) => buckets.get(nameOf(place))?.wait(now) ?? 0,
    take: (place, now) => {
      bucketOf(place).take(now);
      if (buckets.size > REMEMBERED) for (const [name, one] of buckets) if (one.full(now)) buckets.delete(name);
    },
    pause: (place, until) => bucketOf(place).pause(until),
  };
}

/** Every one of several must allow it. */
function all(rates: readonly Rate[]): Rate {
  return {
    wait: (place, now) => Math.max(...rates.map((rate) => rate.wait(place, now))),
    take: (place, now) => {
      for (const rate of rates) rate.take(place, now);
    },
    pause: (place, until) => {
      for (const rate of rates) rate.pause(place, until);
    },
  };
}
