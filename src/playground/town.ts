// Who and what there is to begin with, on both sides.
import { type SimulatedDiscord, startDiscord } from './discord/discord.ts';
import { insist } from './insist.ts';
import { type SimulatedSlack, startSlack } from './slack/slack.ts';

export interface Town {
  readonly slack: SimulatedSlack;
  readonly discord: SimulatedDiscord;
  /** Sets up a daily quiz in #quiz, as Ada would, on each side where this has not been done yet. Rejects where it cannot be. */
  scheduleQuizzes(command: string, zone: string): Promise<void>;
  stop(): Promise<void>;
}

const ADMIN = 'Ada';
const OTHERS = ['Grace', 'Linus'];
const QUIZ = 'quiz';
/** Half past nine on every day: whoever moves the clock on is never more than a day away. */
const DAILY = { time: '09:30', days: 'daily' };
/** A bot that has just been started on a busy machine can be too late with its first answers. */
const TRIES = 5;
/** Between them, in milliseconds. */
const PAUSE = 500;

/** Something to try "Explain status codes" on. */
const PAGER = `Deploy of orders 4.2 went through, and now this:
10:14:02 GET /api/orders/7 503 Service Unavailable (Retry-After: 120)
10:14:05 POST /api/payments 504 Gateway Timeout after 30001 ms
10:14:09 GET /health 200 OK`;
const BUILD = `My build is red and I have no idea why:
npm ERR! 403 Forbidden - PUT https://registry.example.com/teapot
npm ERR! You may not perform that action with these credentials.`;

/** @param now epoch milliseconds @param keep how many messages each side remembers */
export async function startTown(rules: { readonly now: () => number; readonly keep: number }): Promise<Town> {
  const [slack, discord] = await Promise.all([
    startSlack({ ...rules, passive: true }),
    startDiscord({ ...rules, messageContent: true }),
  ]);
  for (const name of ['general', 'on-call', 'api-design', QUIZ]) slack.channel(name);
  const [slackAda, grace] = [ADMIN, ...OTHERS].map((name) => {
    slack.channel(name, { kind: 'im' });
    return slack.person(name, { admin: name === ADMIN });
  });
  const help = discord.channels.open('help');
  const quiz = discord.channels.open(QUIZ);
  const ada = discord.person(ADMIN, { manages: true });
  const [, linus] = OTHERS.map((name) => discord.person(name));
  const unscheduled = new Set(['slack', 'discord'] as const);
  // Nobody is there yet to be told of it, and Slack tries for minutes.
  void grace?.write(PAGER, { channel: 'on-call' });
  linus?.say(BUILD, help);

  return {
    slack,
    discord,
    scheduleQuizzes: async (command, zone) => {
      const { time, days } = DAILY;
      const asAda = {
        slack: () => slackAda?.command(command, `quiz schedule ${time} ${zone} ${days}`, { channel: QUIZ }),
        discord: () => ada.command('quiz schedule', { time, zone, days }, quiz),
      };
      await Promise.all(
        [...unscheduled].map(async (side) => {
          await insist(async () => await asAda[side](), TRIES, PAUSE);
          unscheduled.delete(side);
        }),
      );
    },
    stop: async () => {
      await Promise.all([slack.stop(), discord.stop()]);
    },
  };
}
