// The platforms of the load benchmark, in a process of their own, with people who ask as fast as they are answered.
import { once } from 'node:events';
import { Pool } from 'undici';
import { startDiscord } from '../../../src/playground/discord/discord.ts';
import { sign } from '../../../src/playground/slack/delivery.ts';
import { startSlack } from '../../../src/playground/slack/slack.ts';

/** What a process needs to be a bot here. */
export type Ground = Readonly<Record<string, string>>;

export interface Order {
  readonly platform: 'slack' | 'discord';
  /** Where the bot hears Slack. */
  readonly port: number;
  readonly questions: number;
  /** How many are asked at a time. */
  readonly atOnce: number;
}

export interface Served {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const LINES = ['404', '401 vs 403', '503', '429 for testers', 'bad gateway', '4xx', 'retry 504 POST', '422'];
/** So many people, so that nobody asks too fast. */
const PEOPLE = 2_000;
/** Remembered of what happens: a benchmark asks more than a test. */
const KEPT = 1_000;

const slack = await startSlack({ keep: KEPT });
const discord = await startDiscord({ keep: KEPT });
const askers = Array.from({ length: PEOPLE }, (_, index) => discord.person(`asker-${index}`));
let asked = 0;

/** Asks over and over, so many at a time. */
async function serve({ questions, atOnce }: Order, ask: (number: number) => Promise<void>): Promise<Served> {
  const latencies: number[] = [];
  let left = questions;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1;
        asked += 1;
        const since = performance.now();
        await ask(asked);
        latencies.push(performance.now() - since);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { perSecond: questions / seconds, p50: at(0.5), p99: at(0.99) };
}

async function onSlack(order: Order): Promise<Served> {
  const pool = new Pool(`http://127.0.0.1:${order.port}`, { connections: order.atOnce });
  const { id: team } = slack.team;
  const served = await serve(order, async (number) => {
    const body = new URLSearchParams({
      command: '/http',
      text: LINES[number % LINES.length] ?? '',
      team_id: team,
      channel_id: `C${number % PEOPLE}`,
      user_id: `U${number % PEOPLE}`,
      trigger_id: `load.${number}`,
      response_url: `${slack.apiUrl}response`,
    }).toString();
    const at = Math.floor(Date.now() / 1000);
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': sign(slack.signingSecret, at, body),
    };
    const { statusCode, body: answer } = await pool.request({ method: 'POST', path: '/slack/events', headers, body });
    const said = await answer.text();
    if (statusCode !== 200 || said === '') throw new Error(`answered with ${statusCode}: ${said}`);
  });
  await pool.close();
  return served;
}

async function onDiscord(order: Order): Promise<Served> {
  return serve(order, async (number) => {
    await askers[number % PEOPLE]?.send('status', { query: LINES[number % LINES.length] ?? '' });
  });
}

process.on('message', async (order: Order) => {
  const served = await (order.platform === 'slack' ? onSlack(order) : onDiscord(order));
  process.send?.(served);
});
process.send?.({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  SLACK_API_URL: slack.apiUrl,
  DISCORD_BOT_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
} satisfies Ground);
await once(process, 'disconnect');
process.exit();
