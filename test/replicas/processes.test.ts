// Whole processes, as they are started for people, over one PostgreSQL: killed, stopped in order, and standing still.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type SimulatedDiscord, startDiscord } from '../../src/playground/discord/discord.ts';
import { show } from '../../src/playground/slack/message.ts';
import { startSlack } from '../../src/playground/slack/slack.ts';
import { postgres, type TestDatabase } from '../store/engines.ts';

const OURS =
  /^(?:SLACK_|DISCORD_|DATABASE_URL$|QUIZ_|SHARD|REPLICAS$|PORT$|PLAYGROUND|NODE_ENV$|LOG_LEVEL$|TEAPOT_|ENCRYPTION_)/;
const PATIENCE = 40_000;

let database: TestDatabase;
const open: { stop(): unknown }[] = [];
beforeEach(async () => {
  database = await postgres.lend();
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
  await database?.drop();
});

interface Process {
  readonly child: ChildProcess;
  /** Resolves with the first line of the log that contains this. */
  line(text: string): Promise<string>;
  ready(): Promise<{ readonly status: number; readonly checks: Readonly<Record<string, string>> }>;
  port(): Promise<number>;
}

function start(variables: Readonly<Record<string, string>>): Process {
  const folder = mkdtempSync(join(tmpdir(), 'teapot-replica-'));
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
  const child = spawn(process.execPath, [join(inject('built'), 'main.mjs')], {
    cwd: folder,
    env: { ...clean, PORT: '0', DATABASE_URL: database.url, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'close');
  open.push({
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const line = async (text: string) => {
    const found = () => lines.find((one) => one.includes(text));
    await expect.poll(found, { timeout: 20_000, interval: 20, message: `never said “${text}”` }).toBeDefined();
    return found() ?? '';
  };
  const port = async () => JSON.parse(await line('http: listening')).port as number;
  return {
    child,
    line,
    port,
    ready: async () => {
      const response = await fetch(`http://127.0.0.1:${await port()}/readyz`);
      const { checks } = (await response.json()) as { checks: Readonly<Record<string, string>> };
      return { status: response.status, checks };
    },
  };
}

describe('two processes on Discord', { timeout: 90_000 }, () => {
  async function two(): Promise<{
    readonly discord: SimulatedDiscord;
    readonly one: Process;
    readonly other: Process;
  }> {
    const discord = await startDiscord({ loginEvery: 5_000 });
    open.push(discord);
    const variables = { DISCORD_BOT_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    const one = start(variables);
    await one.line('discord: ready');
    const other = start(variables);
    await other.line('standing by');
    expect(await other.ready()).toMatchObject({
      status: 200,
      checks: { discord: 'standing by: another process has shard 0 of 1' },
    });
    return { discord, one, other };
  }

  /** How often a question is answered. */
  async function ask(discord: SimulatedDiscord): Promise<number> {
    const message = discord.person('ann').say('@Teapot 404');
    // The first question waits until the process has learnt to read sentences.
    await discord.person('ann').replyTo(message, 20_000);
    await pause(300);
    return discord.posts.filter(({ repliesTo }) => repliesTo === message.id).length;
  }

  const handedOver = ({ discord, other }: Awaited<ReturnType<typeof two>>) =>
    expect
      .poll(async () => [discord.gateway.sessions(), (await other.ready()).checks['discord']], {
        timeout: PATIENCE,
        interval: 50,
      })
      .toEqual([[[0, 1]], 'ok']);

  it('are one bot; where the first is killed, the other answers within half a minute', async () => {
    const both = await two();
    expect(await ask(both.discord)).toBe(1);
    both.one.child.kill('SIGKILL');
    const since = performance.now();
    await handedOver(both);
    expect(performance.now() - since).toBeLessThan(25_000);
    expect(await ask(both.discord)).toBe(1);
  });

  it('change over within seconds where the first is stopped in order, as when a new release is started', async () => {
    const both = await two();
    both.one.child.kill('SIGTERM');
    const since = performance.now();
    await handedOver(both);
    // A login may come five seconds after the one before.
    expect(performance.now() - since).toBeLessThan(9_000);
    expect(await ask(both.discord)).toBe(1);
  });

  it('answer once, also when the first stood still while the other took over, and wakes up with its ears full', async () => {
    const { discord, one, other } = await two();
    one.child.kill('SIGSTOP');
    // The system keeps its connection open, and what Discord says there waits for it.
    await expect.poll(async () => (await other.ready()).checks['discord'], { timeout: PATIENCE }).toBe('ok');
    expect(discord.gateway.sessions()).toEqual([
      [0, 1],
      [0, 1],
    ]);
    const ann = discord.person('ann');
    const questions = Array.from({ length: 5 }, () => ann.say('@Teapot 404'));
    await expect.poll(() => discord.posts.length, { timeout: 20_000 }).toBe(5);
    one.child.kill('SIGCONT');
    await one.line('giving it up');
    await one.line('standing by');
    await pause(1_000);
    for (const { id } of questions) expect(discord.posts.filter(({ repliesTo }) => repliesTo === id)).toHaveLength(1);
    expect(discord.gateway.sessions()).toEqual([[0, 1]]);
  });
});

describe('two processes on Slack, over HTTP', { timeout: 60_000 }, () => {
  it('answer an event once that reaches both at the same moment, and one that comes again elsewhere', async () => {
    const slack = await startSlack();
    open.push(slack);
    const variables = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
    };
    const processes = [start(variables), start(variables)];
    for (const one of processes) await one.line('slack: ready');
    const ports = await Promise.all(processes.map((one) => one.port()));
    /** Milliseconds after which the second hears of it, too. */
    let later = 0;
    let heard = 0;
    const front = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const headers = Object.entries(request.headers).filter(([name]) => /^(?:content-type|x-slack)/.test(name));
      const send = async (port: number | undefined) => {
        heard += 1;
        return await fetch(`http://127.0.0.1:${port}/slack/events`, {
          method: 'POST',
          headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks),
        });
      };
      const again = pause(later).then(() => send(ports[1]));
      const first = await send(ports[0]);
      response.writeHead(first.status).end(await first.text());
      expect((await again).status).toBe(first.status);
    });
    await once(front.listen(0, '127.0.0.1'), 'listening');
    open.push({ stop: () => front.close() });
    const address = front.address();
    slack.deliverTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`);

    const ann = slack.person('ann');
    const answers = () => slack.history().filter(({ route }) => route === 'chat.postMessage');
    // The first question waits until the process has learnt to read sentences.
    await ann.write('@Teapot 404');
    await expect.poll(() => [answers().length, heard], { timeout: 20_000 }).toEqual([1, 2]);
    for (const wait of [0, 0, 0, 0, 0, 0, 0, 0, 250, 250]) {
      later = wait;
      const [before, heardBefore] = [answers().length, heard];
      await ann.write(`@Teapot 40${before % 5}`);
      await expect.poll(() => [answers().length, heard], { timeout: 5_000 }).toEqual([before + 1, heardBefore + 2]);
    }
    later = 0;
    // Somebody else: what one person may ask within a few seconds is nearly used up.
    const ben = slack.person('ben');
    for (let time = 0; time < 8; time += 1) {
      const before = answers().length;
      await ben.writeDirectly('404');
      await expect.poll(() => answers().length, { timeout: 5_000 }).toBe(before + 1);
    }
    await pause(700);
    expect(answers()).toHaveLength(19);
    expect(show(answers()[0] ?? expect.fail()).text).toContain('40');
  });
});

describe('two processes on Slack, over Socket Mode', { timeout: 60_000 }, () => {
  it('share what comes in, answer each command once, and one alone answers all', async () => {
    const slack = await startSlack();
    open.push(slack);
    const variables = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
    const [first, second] = [start(variables), start(variables)];
    for (const one of [first, second]) await one.line('slack: ready');
    expect(slack.connections()).toBe(2);

    const told = async (one: Process) => {
      const page = await (await fetch(`http://127.0.0.1:${await one.port()}/metrics`)).text();
      return Number(/^teapot_answers_total\{[^}]*ask="line"[^}]*\} (\d+)/m.exec(page)?.[1] ?? 0);
    };
    const ask = async (name: string, line: string) =>
      (await slack.person(name).command('/http', line)) ?? expect.fail();
    const names = Array.from({ length: 24 }, (_, at) => `ann${at}`);
    const titles = await Promise.all(names.map(async (name) => show(await ask(name, '404')).text));
    expect(new Set(titles.map((title) => title.includes('404 Not Found')))).toEqual(new Set([true]));
    const counts = await Promise.all([first, second].map(told));
    expect(counts.reduce((sum, count) => sum + count)).toBe(24);
    expect(Math.min(...counts)).toBeGreaterThan(0);

    first.child.kill('SIGKILL');
    await expect.poll(slack.connections).toBe(1);
    for (const name of names.slice(0, 6)) expect(show(await ask(name, '422')).text).toContain('422');
  });
});
