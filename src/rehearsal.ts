// A dress rehearsal: a second Teapot, in memory and on loopback, whose buttons are pressed before anybody presses one of the
// first. V8 compiles what has run often, and code that has not costs twice as much: when a thousand people press a quiz's
// buttons at once, each of them waits for all that. Nothing of it touches the real store, Slack, or what is counted.
import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { Config } from './config.ts';
import { createWebServer } from './ops/server.ts';
import type { Log, Route, WebRequest } from './port.ts';
import { createTeapot, reasonOf } from './teapot.ts';

/**
 * From so many clicks on, more change little. Of the thousand that come then, the work was measured: 1.1 to 1.6 s in a process
 * that has just begun, and 0.6 to 0.8 s after 2,000. After 500 it is 2.1 s: then the compiler is just about to begin.
 */
const CLICKS = 2_000;
/** At a time, and how long others have their turn after them, in milliseconds: who asks meanwhile does not wait for long. */
const ABREAST = 20;
const REST = 15;
/** However slow the machine is. In milliseconds. */
const LONGEST = 30_000;

const HOST = '127.0.0.1';
const COMMAND = '/http';
const LOCKED_IN = 'Locked in';
const PLACE = { team: 'T1', channel: 'C1' };
const BODY_LIMIT = 256 * 1024;
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** The question that was posted, as far as it matters here. */
interface Posted {
  readonly blocks: readonly unknown[];
  /** Its buttons: one for each option. */
  readonly buttons: readonly object[];
}

/**
 * Presses, in the pauses of whatever else is done. Resolves when it is over, and never rejects: one that fails is a line in the
 * log and no more.
 * @param config for what is not Slack's or the store's
 * @param signal ends it early
 */
export async function rehearse(
  config: Config,
  { log, signal, clicks = CLICKS }: { readonly log: Log; readonly signal: AbortSignal; readonly clicks?: number },
): Promise<void> {
  const since = performance.now();
  let told = 0;
  const signingSecret = randomBytes(16).toString('hex');
  const posted = Promise.withResolvers<Posted>();
  const server = createWebServer({ port: 0, host: HOST, log: silent });
  const agent = new Agent({ connections: ABREAST });
  const until = AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]);
  const address = `http://${HOST}:${await server.open()}`;
  const teapot = createTeapot(configOf(config, `${address}/api/`, signingSecret), {
    log: silent,
    onFatal: () => {},
    serve: server.serve,
    // No sentence is read here.
    prepare: async () => {},
  });
  server.serve(
    slackOf(posted.resolve, () => {
      told += 1;
    }),
  );

  async function send(fields: Readonly<Record<string, string>>): Promise<void> {
    const body = new URLSearchParams(fields).toString();
    const at = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${signature}`,
    };
    const answered = await request(`${address}/slack/events`, {
      method: 'POST',
      headers,
      body,
      dispatcher: agent,
      signal: until,
    });
    await answered.body.dump();
  }

  try {
    if (!(await teapot.start())) throw new Error('it could not start');
    await send(command(`${address}/reply`));
    const question = await Promise.race([posted.promise, pause(LONGEST, null, { signal: until })]);
    if (question === null) throw new Error('no question was posted');
    for (let pressed = 0; pressed < clicks; pressed += ABREAST) {
      const people = Array.from({ length: ABREAST }, (_, index) =>
        click(question, pressed + index, `${address}/reply`),
      );
      await Promise.all(people.map(send));
      await pause(REST, undefined, { signal: until });
    }
  } catch (thrown) {
    if (!signal.aborted) log.warn({ reason: reasonOf(thrown) }, 'the rehearsal for a crowd was broken off');
  } finally {
    await teapot.stop();
    await agent.destroy();
    await server.close();
  }
  log.info({ told, seconds: Math.round(performance.now() - since) / 1000 }, 'rehearsed for a crowd');
}

/** As much of Slack as it takes. */
function slackOf(onPost: (posted: Posted) => void, onTold: () => void): readonly Route[] {
  const route = (path: string, answer: (request: WebRequest) => object): Route => ({
    method: 'POST',
    path,
    bodyLimit: BODY_LIMIT,
    answer: async (asked) => ({ status: 200, body: JSON.stringify(answer(asked)) }),
  });
  return [
    route('/reply', ({ body }) => {
      if (body.includes(LOCKED_IN)) onTold();
      return { ok: true };
    }),
    route('/api/auth.test', () => ({ ok: true, team_id: PLACE.team, user_id: 'U0', bot_id: 'B0', url: 'http://a/' })),
    route('/api/chat.update', () => ({ ok: true })),
    route('/api/chat.postMessage', ({ body }) => {
      const blocks: readonly Drawn[] = JSON.parse(new URLSearchParams(body.toString()).get('blocks') ?? '[]');
      const buttons = blocks.flatMap(({ type, elements = [] }) => (type === 'actions' ? elements : []));
      if (buttons.length > 0) onPost({ blocks, buttons });
      return { ok: true, ts: '1.1', channel: PLACE.channel };
    }),
  ];
}

interface Drawn {
  readonly type: string;
  readonly elements?: readonly object[];
}

function command(responseUrl: string): Readonly<Record<string, string>> {
  const who = { team_id: PLACE.team, channel_id: PLACE.channel, user_id: 'U1' };
  return { command: COMMAND, text: 'quiz now', ...who, trigger_id: 'now', response_url: responseUrl };
}

function click({ blocks, buttons }: Posted, index: number, responseUrl: string): Readonly<Record<string, string>> {
  const message = { type: 'message', ts: '1.1', blocks, text: '' };
  return {
    payload: JSON.stringify({
      type: 'block_actions',
      user: { id: `U${index}`, team_id: PLACE.team },
      team: { id: PLACE.team },
      channel: { id: PLACE.channel },
      container: { type: 'message', message_ts: '1.1', channel_id: PLACE.channel, is_ephemeral: false },
      message,
      trigger_id: `press ${index}`,
      response_url: responseUrl,
      actions: [{ ...buttons[index % buttons.length], action_ts: '1.1' }],
    }),
  };
}

function configOf(config: Config, apiUrl: string, signingSecret: string): Config {
  return {
    ...config,
    slack: { botToken: 'xoxb-rehearsal', signingSecret, apiUrl, quizAdmins: 'anyone' },
    discord: null,
    commands: [COMMAND],
    databaseUrl: 'sqlite::memory:',
  };
}
