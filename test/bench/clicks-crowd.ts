// A platform with a thousand people, in a process of its own: they press the buttons of one question at once.
import { startDiscord } from '../../src/playground/discord/discord.ts';
import { show } from '../../src/playground/slack/message.ts';
import { startSlack } from '../../src/playground/slack/slack.ts';
import type { Place } from '../../src/port.ts';

/** How the bot reaches the platform, and where its question goes. */
export interface Ground {
  readonly place: Place;
  readonly apiUrl: string;
  /** The bot's token; on Slack with what one of the two transports needs. */
  readonly token: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** A question stands. `url`: where the bot hears Slack, for signed HTTP. */
export interface Begin {
  readonly message: string;
  readonly url: string | null;
  /** How many people press a button of it. */
  readonly clicks: number;
}

/** Milliseconds from a press to what only that person reads; and how many of these say that the answer is in. */
export interface Heard {
  readonly latencies: readonly number[];
  /** What pressing and reading cost this process, on the same processors as the bot. In milliseconds. */
  readonly crowdWork: number;
  readonly lockedIn: number;
}

interface Crowd {
  readonly ground: Ground;
  begin(start: Begin): Promise<Omit<Heard, 'crowdWork'>>;
}

const LOCKED_IN = 'Locked in';
const PATIENCE = 60_000;
const MOST = 1_000;
const [, , platform] = process.argv;

async function onSlack(): Promise<Crowd> {
  // Slack gives up after three seconds; here the slowest is wanted, not lost.
  const slack = await startSlack({ patienceMs: PATIENCE });
  const { apiUrl, botToken: token, appToken, signingSecret } = slack;
  return {
    ground: {
      place: { platform: 'slack', team: slack.team.id, channel: slack.channel('general').id },
      ...{ apiUrl, token, appToken, signingSecret },
    },
    begin: async ({ message, url, clicks }) => {
      if (url !== null) slack.deliverTo(url);
      const question = slack.history().find(({ ts }) => ts === message);
      if (question === undefined) throw new Error('the question is not there');
      const { buttons } = show(question);
      const people = Array.from({ length: clicks }, (_, index) => slack.person(`person ${index}`));
      const [pressed, heard] = [new Map<string, number>(), [] as { latency: number; text: string }[]];
      const all = Promise.withResolvers<void>();
      const unwatch = slack.watch(({ kind, message: said }) => {
        const since = kind === 'posted' && said.only !== null ? pressed.get(said.only) : undefined;
        if (since === undefined) return;
        heard.push({ latency: performance.now() - since, text: show(said).text });
        if (heard.length === clicks) all.resolve();
      });
      for (const [index, person] of people.entries()) {
        pressed.set(person.id, performance.now());
        void person.press(question, buttons[index % buttons.length]?.label ?? '');
      }
      await all.promise;
      unwatch();
      return {
        latencies: heard.map(({ latency }) => latency),
        lockedIn: heard.filter(({ text }) => text.startsWith(LOCKED_IN)).length,
      };
    },
  };
}

async function onDiscord(): Promise<Crowd> {
  const discord = await startDiscord();
  const { id, server } = discord.channels.general;
  const known = Array.from({ length: MOST }, (_, index) => discord.person(`person ${index}`));
  return {
    ground: {
      place: { platform: 'discord', team: server, channel: id },
      ...{ apiUrl: discord.apiUrl, token: discord.token, appToken: '', signingSecret: '' },
    },
    begin: async ({ message, clicks }) => {
      const question = discord.posts.find((post) => post.id === message);
      if (question === undefined) throw new Error('the question is not there');
      const buttons = JSON.stringify(question.body['components']).match(/quiz answer \w+ \d/g) ?? [];
      const heard = await Promise.all(
        known.slice(0, clicks).map(async (person, index) => {
          const since = performance.now();
          const said = await person.press(question, buttons[index % buttons.length] ?? '');
          return { latency: performance.now() - since, text: JSON.stringify(said?.body ?? '') };
        }),
      );
      return {
        latencies: heard.map(({ latency }) => latency),
        lockedIn: heard.filter(({ text }) => text.includes(LOCKED_IN)).length,
      };
    },
  };
}

const crowd = await (platform === 'slack' ? onSlack() : onDiscord());
process.on('message', async (start: Begin) => {
  const before = process.cpuUsage();
  const heard = await crowd.begin(start);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ ...heard, crowdWork: (user + system) / 1000 } satisfies Heard);
});
process.send?.(crowd.ground);
