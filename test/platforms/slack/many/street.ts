// Two workspaces of a simulated Slack whose people have the same ids, and one Teapot that both install: the real Bolt, bot
// and store, the tokens sealed. Their names: here and there.
import { request } from 'node:http';
import { expect } from 'vitest';
import { createBot } from '../../../../src/bot.ts';
import { createWebServer } from '../../../../src/ops/server.ts';
import { createSlack } from '../../../../src/platforms/slack/slack.ts';
import { type Message, show } from '../../../../src/playground/slack/message.ts';
import { startSlack } from '../../../../src/playground/slack/slack.ts';
import type { SimulatedWorkspace } from '../../../../src/playground/slack/tenant.ts';
import type { Bot, Broadcaster, Place } from '../../../../src/port.ts';
import { openStore } from '../../../../src/store/open.ts';
import { createSeal, newSealKey } from '../../../../src/store/seal.ts';
import { createVault } from '../../../../src/store/vault.ts';
import type { Engine } from '../../../store/engines.ts';
import { createLog, type Transport } from '../stage.ts';

export const PUBLIC_URL = 'https://teapot.example';
const COOKIE = /^([^=]+)=([^;]*)/;

/** What a browser sees of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser that comes to the server as if it had this public address: it keeps its cookies, and follows nothing by itself. */
export interface Browser {
  readonly cookies: Map<string, string>;
  get(address: string): Promise<Seen>;
}

export interface StreetOptions {
  readonly engine: Engine;
  readonly transport: Transport;
  readonly now?: () => number;
  readonly bot?: (bot: Bot) => Bot;
  readonly quizAdmins?: 'anyone' | 'admins';
  readonly usersRead?: boolean;
  readonly passive?: boolean;
}

export type Street = Awaited<ReturnType<typeof createStreet>>;

export async function createStreet({ engine, transport, now = Date.now, bot = (one) => one, ...rest }: StreetOptions) {
  const { quizAdmins = 'anyone', usersRead = false, passive = false } = rest;
  const slack = await startSlack({ now, usersRead, passive, retriesMs: [] });
  const there = slack.another();
  const database = await engine.lend();
  const store = await openStore(database.url);
  const key = newSealKey();
  const vault = createVault('slack', store.installations, createSeal([key]), now);
  const log = createLog();
  const replicas: { readonly platform: Broadcaster; readonly server: ReturnType<typeof createWebServer> }[] = [];

  /** Another process on the same database. @returns its port */
  async function startReplica(): Promise<{ readonly port: number; readonly platform: Broadcaster }> {
    const platform = createSlack({
      installs: {
        clientId: slack.installs.clientId,
        clientSecret: slack.installs.clientSecret,
        stateSecret: 'a secret of thirty-two characters',
        publicUrl: PUBLIC_URL,
        installations: vault,
      },
      apiUrl: slack.apiUrl,
      ...(transport === 'socket' ? { appToken: slack.appToken } : { signingSecret: slack.signingSecret }),
      commands: ['/http'],
      quizAdmins,
      passive,
      log,
      now,
    });
    const server = createWebServer({ port: 0, host: '127.0.0.1', log });
    await platform.start(bot(createBot({ store, now, log, hears: passive ? ['slack'] : [] })));
    server.serve(platform.routes ?? []);
    replicas.push({ platform, server });
    return { platform, port: await server.open() };
  }

  const { platform, port } = await startReplica();
  if (transport === 'http') slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);

  function openBrowser(at = port): Browser {
    const cookies = new Map<string, string>();
    return {
      cookies,
      get: async (address) => {
        const { pathname, search } = new URL(address, PUBLIC_URL);
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const seen = await fetchPage(at, pathname + search, cookie);
        for (const set of seen.headers.getSetCookie()) {
          const [, name = '', value = ''] = COOKIE.exec(set) ?? [];
          cookies.set(name, value);
        }
        return seen;
      },
    };
  }

  /** Follows "Add to Slack" up to where Slack sends the browser. */
  async function begin(where: SimulatedWorkspace, browser: Browser, by = 'ada'): Promise<string> {
    const { headers } = await browser.get('/slack/install');
    return slack.installs.allow(headers.get('location') ?? '', where, where.person(by).id);
  }

  async function install(where: SimulatedWorkspace, browser = openBrowser()): Promise<void> {
    const { status, text } = await browser.get(await begin(where, browser));
    expect(text).toContain('Teapot is in your workspace');
    expect(status).toBe(200);
  }

  return {
    slack,
    here: slack as SimulatedWorkspace,
    there,
    store,
    vault,
    key,
    log,
    port,
    platform,
    startReplica,
    openBrowser,
    begin,
    install,
    place: ({ team, channel }: SimulatedWorkspace): Place => ({
      platform: 'slack',
      team: team.id,
      channel: channel('general').id,
    }),
    /** What somebody reads who types this in #general. */
    ask: async (where: SimulatedWorkspace, who: string, line: string): Promise<string> =>
      show(await command(where, who, line)).text,
    command,
    problems: () => log.lines.filter(({ level }) => level !== 'info'),
    stop: async () => {
      for (const one of replicas) {
        await one.platform.stop();
        await one.server.close();
      }
      await slack.stop();
      await store.close();
      await database.drop();
    },
  };
}

async function command(where: SimulatedWorkspace, who: string, line: string): Promise<Message> {
  return (await where.person(who).command('/http', line)) ?? expect.unreachable('no answer');
}

/** Not by `fetch`, which sends no cookies that it is given. */
function fetchPage(port: number, path: string, cookie: string): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const headers = cookie === '' ? {} : { cookie };
    request({ host: '127.0.0.1', port, path, headers }, async (response) => {
      const text = (await response.toArray()).join('');
      const fields = new Headers();
      for (const [name, values] of Object.entries(response.headersDistinct))
        for (const value of values ?? []) fields.append(name, value);
      resolve({ status: response.statusCode ?? 0, headers: fields, text });
    })
      .on('error', reject)
      .end();
  });
}
