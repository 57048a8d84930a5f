// The platforms of the quiz benchmark, in a process of their own: a Discord with fifty requests a second, several Slack
// workspaces with one message a second and channel, and people who click meanwhile.
import { setTimeout as pause } from 'node:timers/promises';
import { type Post, startDiscord } from '../../src/playground/discord/discord.ts';
import { type Message, show } from '../../src/playground/slack/message.ts';
import { startSlack } from '../../src/playground/slack/slack.ts';
import type { Place } from '../../src/port.ts';

/** Where the platforms are, and the channels in them. */
export interface Grounds {
  readonly discord: { readonly apiUrl: string; readonly token: string };
  readonly slack: readonly {
    readonly team: string;
    readonly apiUrl: string;
    readonly botToken: string;
    readonly appToken: string;
  }[];
  readonly places: readonly Place[];
}

export interface Measured {
  readonly discord: Counted & { readonly requests: number; readonly limited: number };
  /** `busiest`: posts in the busiest minute of a workspace. */
  readonly slack: Counted & { readonly busiest: number };
  /** Milliseconds from a click to the answer to it. */
  readonly latencies: readonly number[];
}

interface Counted {
  readonly posted: number;
  /** Channels that got more than one post. */
  readonly twice: number;
  /** From the first post to the last. */
  readonly seconds: number;
}

const MINUTE = 60_000;
const CLICK_EVERY = 200;
const FIRST_OPTION = /quiz answer \w+ 0/;
const wanted = JSON.parse(process.argv[2] ?? '') as {
  readonly discord: number;
  readonly workspaces: number;
  readonly perWorkspace: number;
};

/** When posts came, and in how many channels more than one. Costs little: the platforms must not stall meanwhile. */
function createTally() {
  const channels = new Map<string, number>();
  const times: number[] = [];
  return {
    times,
    note: (channel: string) => {
      times.push(performance.now());
      channels.set(channel, (channels.get(channel) ?? 0) + 1);
    },
    twice: () => [...channels.values()].filter((count) => count > 1).length,
  };
}

function count(tallies: readonly ReturnType<typeof createTally>[]): Counted {
  const all = tallies.flatMap(({ times }) => times).sort((a, b) => a - b);
  return {
    posted: all.length,
    twice: tallies.reduce((sum, one) => sum + one.twice(), 0),
    seconds: ((all.at(-1) ?? 0) - (all[0] ?? 0)) / 1000,
  };
}

const discord = await startDiscord({ requestsPerSecond: 50 });
const open = Array.from({ length: wanted.discord }, (_, index) => discord.channels.open(`quiz-${index}`));
const onDiscord = createTally();
const standing: Post[] = [];
const [requests, latencies] = [{ all: 0, limited: 0 }, [] as number[]];
discord.watch((happening) => {
  if (happening.kind === 'posted' && happening.post.place === 'server' && happening.post.seenBy === null) {
    onDiscord.note(happening.post.channel);
    standing.push(happening.post);
  }
  if (happening.kind !== 'request' || !happening.route.includes('/channels/')) return;
  requests.all += 1;
  if (happening.status === 429) requests.limited += 1;
});

const workspaces = await Promise.all(
  Array.from({ length: wanted.workspaces }, async (_, number) => {
    const slack = await startSlack({ limitPosts: true });
    const tally = createTally();
    const first: { message?: Message } = {};
    slack.watch(({ kind, message }) => {
      if (kind !== 'posted' || message.route !== 'chat.postMessage') return;
      first.message ??= message;
      tally.note(message.channel);
    });
    const channels = Array.from({ length: wanted.perWorkspace }, (_, index) => slack.channel(`quiz-${index}`));
    // Every simulated Slack counts its ids from one.
    return { slack, tally, first, channels, team: `${slack.team.id}-${number}` };
  }),
);

const grounds: Grounds = {
  discord: { apiUrl: discord.apiUrl, token: discord.token },
  slack: workspaces.map(({ team, slack: { apiUrl, botToken, appToken } }) => ({
    team,
    apiUrl,
    botToken,
    appToken,
  })),
  places: [
    ...open.map(({ id, server }): Place => ({ platform: 'discord', team: server, channel: id })),
    ...workspaces.flatMap(({ team, channels }) =>
      channels.map(({ id }): Place => ({ platform: 'slack', team, channel: id })),
    ),
  ],
};

function busiestMinute(times: readonly number[]): number {
  return times.reduce((most, from) => Math.max(most, times.filter((at) => from <= at && at < from + MINUTE).length), 0);
}

/** Presses a button of a post that is there, on either platform in turn, and notes how long the answer took. */
async function clickOn(turn: number): Promise<void> {
  const start = performance.now();
  if (turn % 2 === 0) {
    const post = standing[Math.floor(Math.random() * standing.length)];
    const button = JSON.stringify(post?.body['components'] ?? '').match(FIRST_OPTION)?.[0];
    if (post === undefined || button === undefined) return;
    const begun = performance.now();
    await discord.person(`ann-${turn}`).press(post, button);
    latencies.push(performance.now() - begun);
    return;
  }
  const { slack, first } = workspaces[turn % workspaces.length] ?? {};
  const message = first?.message;
  const button = message === undefined ? undefined : show(message).buttons[0];
  if (slack === undefined || message === undefined || button === undefined) return;
  await slack.person(`ann-${turn}`).press(message, button.label);
  latencies.push(performance.now() - start);
}

process.on('message', async () => {
  let going = true;
  const clicks = (async () => {
    for (let turn = 0; going; turn += 1) {
      await clickOn(turn).catch((thrown: unknown) => console.error(`a click failed: ${thrown}`));
      await pause(CLICK_EVERY);
    }
  })();
  const posted = () => onDiscord.times.length + workspaces.reduce((sum, { tally }) => sum + tally.times.length, 0);
  while (posted() < grounds.places.length) {
    process.send?.({ posted: posted() });
    await pause(2_000);
  }
  going = false;
  await clicks;
  await pause(2_000);
  process.send?.({
    discord: { ...count([onDiscord]), requests: requests.all, limited: requests.limited },
    slack: {
      ...count(workspaces.map(({ tally }) => tally)),
      busiest: Math.max(0, ...workspaces.map(({ tally }) => busiestMinute(tally.times))),
    },
    latencies,
  } satisfies Measured);
});
process.send?.(grounds);
