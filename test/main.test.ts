import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { startDiscord } from '../src/playground/discord/discord.ts';
import { show } from '../src/playground/slack/message.ts';
import { type SimulatedSlack, startSlack } from '../src/playground/slack/slack.ts';

const SOURCES = new URL('../src/main.ts', import.meta.url).pathname;
const VARIABLE =
  /^(?:SLACK_|DISCORD_|DATABASE_URL$|QUIZ_|SHARD|PORT$|PLAYGROUND|NODE_ENV$|LOG_LEVEL$|NODE_OPTIONS$|FORCE_COLOR$)/;
const botTokenMissing = /^SLACK_BOT_TOKEN: is missing beside SLACK_APP_TOKEN.*\n$/;
const someSlack = { SLACK_BOT_TOKEN: 'xoxb-1-hush', SLACK_APP_TOKEN: 'xapp-1-hush' };
/** Where nobody listens: a connection is refused at once. */
const NOWHERE = 'http://127.0.0.1:9/api/';

/** Everything that is to be ended after a test, whatever became of it. */
const open: { stop(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

interface Process {
  readonly child: ChildProcess;
  /** Where it runs, with its database. */
  readonly folder: string;
  /** What has been printed so far. */
  out(): string;
  err(): string;
  /** Resolves with the first log line that `matches`; rejects when the process ends before. */
  line(matches: (line: string) => boolean): Promise<string>;
  /** Exit code, null for a death by signal, and how long it took from now, in milliseconds. */
  ended(): Promise<{ code: number | null; after: number }>;
}

interface Surroundings {
  /** What is typed; null: left open. */
  readonly input?: string | null;
  /** The .env file. */
  readonly file?: string;
  /** An empty one, unless given. */
  readonly folder?: string;
}

/** What is built, with these variables and none of the machine's own. */
function serve(variables: Readonly<Record<string, string>>, surroundings?: Surroundings): Process {
  return run(join(inject('built'), 'main.mjs'), variables, surroundings);
}

/** The sources, as npm start has them. */
function start(variables: Readonly<Record<string, string>>, surroundings?: Surroundings): Process {
  return run(SOURCES, variables, surroundings);
}

function run(
  program: string,
  variables: Readonly<Record<string, string>>,
  { input = '', file, folder = mkdtempSync(join(tmpdir(), 'teapot-main-')) }: Surroundings = {},
): Process {
  if (file !== undefined) writeFileSync(join(folder, '.env'), file);
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !VARIABLE.test(name)));
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: { ...clean, PORT: '0', ...variables },
    stdio: 'pipe',
  });
  open.push({ stop: () => child.kill('SIGKILL') });
  if (input !== null) child.stdin.end(input);
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const lines: string[] = [];
  const told = new EventTarget();
  createInterface({ input: child.stdout }).on('line', (line) => {
    out += `${line}\n`;
    lines.push(line);
    told.dispatchEvent(new Event('line'));
  });
  const exit = once(child, 'close');
  return {
    child,
    folder,
    out: () => out,
    err: () => err,
    line: async (matches) => {
      for (;;) {
        const found = lines.find(matches);
        if (found !== undefined) return found;
        const ended = await Promise.race([once(told, 'line').then(() => false), exit.then(() => true)]);
        if (ended && !lines.some(matches)) throw new Error(`ended without the line:\n${out}${err}`);
      }
    },
    ended: async () => {
      const since = performance.now();
      const [code] = await exit;
      return { code, after: performance.now() - since };
    },
  };
}

/** Listens on any free port of the loopback. */
async function listenAnywhere(onConnection: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer(onConnection);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  open.push({ stop: () => server.close() });
  const address = server.address();
  return { server, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

async function freePort(): Promise<number> {
  const { server, port } = await listenAnywhere(() => undefined);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Where the page of a playground is, as it was printed. */
async function pageOf(teapot: Process): Promise<string> {
  const line = await teapot.line((one) => one.includes('http://'));
  return /http:\/\/\S+/.exec(line)?.[0] ?? expect.unreachable(line);
}

/** What a page hears from the start, until it contains these words. */
async function hears(address: string, words: string): Promise<string> {
  const { body } = await fetch(`${address}/news`);
  let heard = '';
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    heard += chunk;
    if (heard.includes(words)) break;
  }
  return heard;
}

/** Any free port. */
const anywhere = { PLAYGROUND_PORT: '0' };

describe('npm start without credentials', () => {
  it('opens a page that answers through both adapters, also where nobody can type', async () => {
    const teapot = start(anywhere);
    const address = await pageOf(teapot);
    expect((await fetch(address)).status).toBe(200);
    for (const words of ['/http 401 vs 403', '/status 404', 'Jump to the next quiz'])
      expect(teapot.out()).toContain(words);
    expect(await hears(address, 'The quiz is set')).toContain('"name":"on-call"');

    teapot.child.kill('SIGTERM');
    const { code, after } = await teapot.ended();
    expect(code).toBe(0);
    expect(after).toBeLessThan(10_000);
    expect(teapot.err()).toBe('');
    // Nothing but the words for whoever started it: nothing went wrong.
    expect(teapot.out()).not.toContain('{');
    // What is remembered lies elsewhere, and only as long as it runs.
    expect(readdirSync(teapot.folder)).toEqual([]);
  });

  it('can be stopped while the bot is still starting', async () => {
    const teapot = start(anywhere, { input: null });
    await pageOf(teapot);
    teapot.child.kill('SIGINT');
    expect(await teapot.ended()).toMatchObject({ code: 0 });
    expect(teapot.out()).not.toContain('{');
  });

  it('takes the next free port where another one has it', async () => {
    const first = start(anywhere, { input: null });
    const { port } = new URL(await pageOf(first));
    const second = start({ PLAYGROUND_PORT: port }, { input: null });
    const next = Number(new URL(await pageOf(second)).port);
    expect(next).toBeGreaterThan(Number(port));
  });

  it('answers the lines that are piped in, and ends', async () => {
    const teapot = start(anywhere, { input: '401 vs 403\n418\n' });
    expect(await teapot.ended()).toMatchObject({ code: 0 });
    expect(teapot.out()).toContain('401 Unauthorized vs 403 Forbidden');
    expect(teapot.out().indexOf('418')).toBeGreaterThan(teapot.out().indexOf('401 Unauthorized vs'));
  });
});

describe('npm start without credentials and without the playground', () => {
  const off = { PLAYGROUND: 'off' };

  it.each([
    ['switched off', off],
    ['in production', { NODE_ENV: 'production' }],
  ])('loads nothing of it: %s', async (_, variables) => {
    const teapot = start({ ...variables, NODE_DEBUG: 'esm,module' });
    expect(await teapot.ended()).toMatchObject({ code: 0 });
    expect(teapot.err()).not.toContain('src/playground');
    expect(teapot.err()).toContain('src/chat.ts');
  });

  it('shows what Teapot does when nobody can type, and ends', async () => {
    const teapot = start(off);
    expect(await teapot.ended()).toMatchObject({ code: 0 });
    expect(teapot.out()).toContain('404 Not Found');
    expect(teapot.out()).toContain('.env.example');
    expect(teapot.out()).not.toContain('teapot> ');
    expect(teapot.err()).toBe('');
    // Nothing is remembered, so nothing is opened.
    expect(readdirSync(teapot.folder)).toEqual([]);
  });

  it('answers the lines that are piped in', async () => {
    const teapot = start(off, { input: '401 vs 403\n418\n' });
    expect(await teapot.ended()).toMatchObject({ code: 0 });
    expect(teapot.out()).toContain('401 Unauthorized vs 403 Forbidden');
    expect(teapot.out().indexOf('418')).toBeGreaterThan(teapot.out().indexOf('401 Unauthorized vs'));
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with %s', async (signal) => {
    const teapot = start(off, { input: null });
    await teapot.line((line) => line.includes('404 Not Found'));
    teapot.child.stdin?.write('418\n');
    await teapot.line((line) => line.startsWith('418'));
    teapot.child.kill(signal);
    expect(await teapot.ended()).toMatchObject({ code: 0 });
  });
});

describe('what is built, with a wrong configuration', () => {
  it('says each problem in one line, opens nothing and ends with 1', async () => {
    const connections: unknown[] = [];
    const { port } = await listenAnywhere((socket) => connections.push(socket.destroy()));
    const apiUrl = `http://127.0.0.1:${port}/`;
    const teapot = serve({
      SLACK_BOT_TOKEN: 'xoxb-1-hush',
      SLACK_API_URL: apiUrl,
      DISCORD_BOT_TOKEN: 'MTIz.abc.hush',
      DISCORD_API_URL: apiUrl,
      SHARD_COUNT: '2',
      PORT: 'high',
    });
    expect(await teapot.ended()).toMatchObject({ code: 1 });
    const named = teapot
      .err()
      .trimEnd()
      .split('\n')
      .map((line) => line.split(':')[0]);
    expect(named.sort()).toEqual(['PORT', 'SHARD_COUNT', 'SLACK_APP_TOKEN']);
    expect(teapot.err()).not.toContain('hush');
    expect(teapot.out()).toBe('');
    expect(connections).toEqual([]);
  });

  it('finds it in a .env file too', async () => {
    const teapot = serve({}, { file: 'SLACK_APP_TOKEN=xapp-1-hush\n' });
    expect(await teapot.ended()).toMatchObject({ code: 1 });
    expect(teapot.err()).toMatch(botTokenMissing);
  });
});

describe('what is built, without credentials', () => {
  it('says in one line where the playground is', async () => {
    const teapot = serve(anywhere);
    expect(await teapot.ended()).toMatchObject({ code: 1 });
    expect(teapot.out().trim().split('\n')).toHaveLength(1);
    expect(teapot.out()).toContain('start it by npm start');
  });
});

describe('what is built, with credentials', () => {
  it.each([
    ['Slack', { ...someSlack, SLACK_API_URL: NOWHERE }, 'slack'],
    ['Discord', { DISCORD_BOT_TOKEN: 'MTIz.abc.hush', DISCORD_API_URL: NOWHERE }, 'discord'],
  ])('says in one line that %s cannot be reached, and ends with 1', async (_, variables, platform) => {
    const teapot = serve(variables);
    expect(await teapot.ended()).toMatchObject({ code: 1 });
    const errors = teapot
      .out()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ platform, msg: `${platform}: cannot start` }]);
    expect(teapot.out()).not.toContain('hush');
    expect(teapot.err()).toBe('');
  });

  it('says in one line that a token is refused', async () => {
    const slack = await startSlack();
    open.push(slack);
    const teapot = serve({ ...someSlack, SLACK_API_URL: slack.apiUrl });
    expect(await teapot.ended()).toMatchObject({ code: 1 });
    expect(teapot.out()).toContain('invalid_auth');
    expect(teapot.out()).not.toContain('hush');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('answers on both platforms until %s', async (signal) => {
    const [slack, discord] = [await startSlack(), await startDiscord()];
    open.push(slack, discord);
    const teapot = serve({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      // Both ways in: Socket Mode wins.
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
    });
    for (const platform of ['slack', 'discord']) await teapot.line((line) => line.includes(`${platform}: ready`));

    expect(JSON.stringify(await slack.person('Ada').command('/http', '404'))).toContain('404 Not Found');
    expect(JSON.stringify(await discord.person('Ada').command('status', { query: '404' }))).toContain('404 Not Found');
    // What it takes to read a sentence comes from the other process, or the log would say so.
    const asked = discord.person('Ada').say('@Teapot signed in but not allowed');
    expect(JSON.stringify(await discord.person('Ada').replyTo(asked, 20_000))).toContain('403');
    expect(teapot.out()).not.toContain('"level":"warn"');

    teapot.child.kill(signal);
    const { code, after } = await teapot.ended();
    expect(code).toBe(0);
    expect(after).toBeLessThan(10_000);
    expect(teapot.err()).toBe('');
    for (const secret of [
      slack.botToken,
      slack.appToken,
      slack.signingSecret,
      discord.token,
      ...discord.interactionTokens(),
    ])
      expect(teapot.out()).not.toContain(secret);
  });

  it('has a playground beside it only where that is asked for', async () => {
    const slack = await startSlack();
    open.push(slack);
    const credentials = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    };
    const alone = serve(credentials, { input: null });
    await alone.line((line) => line.includes('slack: ready'));
    expect(alone.out()).not.toContain('playground');
    alone.child.kill('SIGTERM');
    expect(await alone.ended()).toMatchObject({ code: 0 });

    const both = start({ ...credentials, ...anywhere, PLAYGROUND: 'on' }, { input: 'nobody answers this here\n' });
    const address = await pageOf(both);
    await both.line((line) => line.includes('slack: ready'));
    expect((await fetch(address)).status).toBe(200);
    expect(JSON.stringify(await slack.person('Ada').command('/http', '404'))).toContain('404 Not Found');
    both.child.kill('SIGTERM');
    expect(await both.ended()).toMatchObject({ code: 0 });
    expect(both.out()).not.toContain('nobody');
  });

  it('says in one line that its port is taken, connects to nobody and ends with 1', async () => {
    const { port: taken } = await listenAnywhere(() => undefined);
    const connections: unknown[] = [];
    const { port } = await listenAnywhere((socket) => connections.push(socket.destroy()));
    const teapot = serve({ ...someSlack, SLACK_API_URL: `http://127.0.0.1:${port}/`, PORT: String(taken) });
    expect(await teapot.ended()).toMatchObject({ code: 1 });
    const reason = `port ${taken} is taken; end what listens there, or set another one, as in PORT=3001`;
    const lines = teapot.out().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', msg: 'cannot start', reason }]);
    expect(connections).toEqual([]);
    expect(readdirSync(teapot.folder)).toEqual([]);
  });

  it('answers Slack over HTTP when there is a signing secret and no app token', async () => {
    const port = await freePort();
    const slack = await startSlack();
    open.push(slack);
    const teapot = serve({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
    });
    await teapot.line((line) => line.includes(': ready'));
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    expect(JSON.stringify(await slack.person('Ada').command('/http', '418'))).toContain('418');
    teapot.child.kill('SIGTERM');
    expect(await teapot.ended()).toMatchObject({ code: 0 });
  });

  it('tells whoever watches over it whether it is ready, and what is not', async () => {
    const [slack, discord] = [await startSlack(), await startDiscord()];
    open.push(slack, discord);
    const port = await freePort();
    const teapot = serve({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      PORT: String(port),
    });
    const ask = async (path: string) => {
      const reply = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: reply.status, said: await reply.text() };
    };
    const ready = async () => {
      const { status, said } = await ask('/readyz');
      return { status, ...JSON.parse(said) };
    };
    await teapot.line((line) => line.includes('http: listening'));
    expect(await ask('/livez')).toEqual({ status: 200, said: 'ok\n' });
    expect(await ready()).toMatchObject({ status: 503, ready: false });
    for (const platform of ['slack', 'discord']) await teapot.line((line) => line.includes(`${platform}: ready`));
    const well = { database: 'ok', migrations: 'ok', slack: 'ok', discord: 'ok' };
    await expect.poll(ready, { timeout: 5_000 }).toEqual({ status: 200, ready: true, checks: well });

    await discord.person('Ada').command('status', { query: '404' });
    // The person has the answer before the bot knows that.
    await expect
      .poll(() => ask('/metrics'))
      .toMatchObject({
        status: 200,
        said: expect.stringMatching(
          /\nteapot_api_calls_total\{platform="discord",call="interaction",status="20\d"\} 1\n/,
        ),
      });
    const { said: metrics } = await ask('/metrics');
    for (const line of [
      'teapot_answers_total{platform="discord",ask="line",about="status"} 1',
      'teapot_outbox_due 0',
      'teapot_ready{check="discord"} 1',
    ])
      expect(metrics.split('\n')).toContain(line);
    for (const id of [slack.team.id, discord.person('Ada').id, discord.channels.general.id])
      expect(metrics).not.toContain(id);

    slack.faults.next('apps.connections.open', { kind: 'hang' });
    slack.dropConnections();
    await expect
      .poll(ready, { timeout: 5_000 })
      .toEqual({ status: 503, ready: false, checks: { ...well, slack: 'the socket is not connected' } });
    slack.faults.release();
    await expect.poll(ready, { timeout: 5_000 }).toMatchObject({ status: 200 });

    const database = new DatabaseSync(join(teapot.folder, 'data', 'teapot.db'));
    database.exec("insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', 'x')");
    database.close();
    await expect
      .poll(ready, { timeout: 5_000 })
      .toMatchObject({ status: 503, checks: { migrations: 'a newer Teapot has changed the database' } });

    // Something is being answered, so stopping takes its time.
    slack.faults.next('chat.postMessage', { kind: 'late' });
    await slack.person('Ada').write('@Teapot 404?');
    teapot.child.kill('SIGTERM');
    await expect.poll(ready).toMatchObject({ status: 503, checks: { process: 'stopping' } });
    slack.faults.release();
    expect(await teapot.ended()).toMatchObject({ code: 0 });
  });

  it('ends with 1 when Discord turns the bot away for good', async () => {
    const discord = await startDiscord();
    open.push(discord);
    const teapot = serve({ DISCORD_BOT_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
    await teapot.line((line) => line.includes(': ready'));
    discord.gateway.close(4004);
    expect(await teapot.ended()).toMatchObject({ code: 1 });
    expect(teapot.out()).toContain('Discord refused the token');
  });

  it('keeps tokens, addresses and what people typed out of its log, whatever goes wrong', async () => {
    // However busy the machine is: what is written matters here, not how soon.
    const slack = await startSlack({ patienceMs: 30_000 });
    const discord = await startDiscord();
    open.push(slack, discord);
    const port = await freePort();
    const teapot = serve({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      PORT: String(port),
      LOG_LEVEL: 'trace',
    });
    for (const platform of ['slack', 'discord']) await teapot.line((line) => line.includes(`${platform}: ready`));
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    const [ada, ann] = [slack.person('Ada'), discord.person('Ann')];
    const card = (await ada.command('/http', '404')) ?? expect.unreachable();
    const button = show(card).buttons[0]?.label ?? expect.unreachable();

    // Each leaves a line behind, and has something in its hands that must not be in it.
    const refused = { kind: 'error', error: 'channel_not_found' } as const;
    slack.faults.next('response_url', { kind: 'expired' }, { kind: 'status', status: 500 });
    for (const _ of [1, 2]) await ada.press(card, button);
    slack.faults.next('chat.postMessage', refused, { kind: 'status', status: 503 }, { kind: 'lost' });
    for (const _ of [1, 2, 3]) await ada.write('@Teapot why a 404 at hush.example.com?');
    discord.faults.add('POST /interactions/:id/:token/callback', { status: 404, code: 10062 });
    ann.command('status', { query: '404 hush' }).catch(() => undefined);
    discord.faults.add('POST /channels/:channel/messages', { status: 403, code: 50013 });
    ann.say('@Teapot why a 404 at hush.example.com?');
    const forged = { 'x-slack-signature': 'v0=hush', 'x-slack-request-timestamp': '1', cookie: 'hush' };
    const body = `token=hush&text=hush&response_url=http%3A%2F%2Fhush`;
    await fetch(`http://127.0.0.1:${port}/slack/events?code=hush`, { method: 'POST', body, headers: forged });
    await fetch(`http://127.0.0.1:${port}/hush?token=hush`);
    for (const said of ['could not answer', 'could not post a reply', 'was not answered', 'valid signature'])
      await teapot.line((line) => line.includes(said));

    teapot.child.kill('SIGTERM');
    expect(await teapot.ended()).toMatchObject({ code: 0 });
    expect(teapot.err()).toBe('');
    const secrets = [slack.botToken, slack.signingSecret, discord.token, ...discord.interactionTokens()];
    for (const secret of [...secrets, 'hush', '/response/', 'trigger.']) expect(teapot.out()).not.toContain(secret);
  });

  it('can be stopped while it is still starting', async () => {
    const { server, port } = await listenAnywhere(() => undefined);
    const teapot = serve({ ...someSlack, SLACK_API_URL: `http://127.0.0.1:${port}/` });
    await once(server, 'connection');
    teapot.child.kill('SIGTERM');
    const { code, after } = await teapot.ended();
    expect(code).toBe(0);
    expect(after).toBeLessThan(10_000);
  });
});

/** Messages in channels that contain this text. */
const saidIn = (slack: SimulatedSlack, text: string) =>
  slack.history().filter((message) => message.route === 'chat.postMessage' && show(message).text.includes(text));

describe('npm start with a database', () => {
  const variablesOf = (slack: SimulatedSlack) => ({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  });

  it('posts what is asked for, remembers it over a restart, and lets go of everything in order', async () => {
    const slack = await startSlack();
    open.push(slack);
    const first = serve(variablesOf(slack));
    await first.line((line) => line.includes('slack: ready'));
    const ann = slack.person('Ann');
    const set = await ann.command('/http', 'quiz schedule 09:30 Europe/Berlin weekdays');
    expect(JSON.stringify(set)).toContain('I have told the channel.');
    expect(saidIn(slack, 'set up a daily quiz here')).toHaveLength(1);

    const posted = slack.next((message) => show(message).text.includes('A question for in between'));
    await ann.command('/http', 'quiz now');
    const question = await posted;
    const told = slack.next(({ only }) => only === ann.id);
    await ann.press(question, show(question).buttons[1]?.label ?? '');
    expect(show(await told).text).toContain('Locked in: B');

    first.child.kill('SIGTERM');
    expect(await first.ended()).toMatchObject({ code: 0 });
    expect(first.err()).toBe('');
    const levels = first
      .out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).level);
    expect(levels.filter((level) => level !== 'info')).toEqual([]);
    // Closed cleanly: its write-ahead log is gone.
    expect(readdirSync(join(first.folder, 'data')).filter((name) => name.includes('-'))).toEqual([]);

    const second = serve(variablesOf(slack), { folder: first.folder });
    await second.line((line) => line.includes('slack: ready'));
    const again = slack.next(({ only }) => only === ann.id);
    await ann.press(question, show(question).buttons[0]?.label ?? '');
    expect(show(await again).text).toContain('You have answered already');
    expect(JSON.stringify(await ann.command('/http', 'quiz'))).toContain('09:30 Europe/Berlin');
    expect(saidIn(slack, 'A question for in between')).toHaveLength(1);
    second.child.kill('SIGTERM');
    expect(await second.ended()).toMatchObject({ code: 0 });
  });

  it('says in one line that the database cannot be used, connects to nobody and ends with 1', async () => {
    const connections: unknown[] = [];
    const { port } = await listenAnywhere((socket) => connections.push(socket.destroy()));
    const folder = mkdtempSync(join(tmpdir(), 'teapot-main-'));
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'teapot.db'), 'this is no database, but it is somebody’s');
    const teapot = serve({ ...someSlack, SLACK_API_URL: `http://127.0.0.1:${port}/` }, { folder });
    expect(await teapot.ended()).toMatchObject({ code: 1 });
    const problems = teapot
      .out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter((line) => line.level !== 'info');
    expect(problems).toMatchObject([{ level: 'error', msg: 'cannot open the database', reason: expect.any(String) }]);
    expect(connections).toEqual([]);
    expect(readFileSync(join(folder, 'data', 'teapot.db'), 'utf8')).toBe('this is no database, but it is somebody’s');
  });
});
