// A simulated Slack with the real platform connected to it, and everything the platform wrote to its log.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { createWebServer } from '../../../src/ops/server.ts';
import type { SlackOptions } from '../../../src/platforms/slack/slack.ts';
import { createSlack } from '../../../src/platforms/slack/slack.ts';
import { show } from '../../../src/playground/slack/message.ts';
import type { SlackSettings } from '../../../src/playground/slack/slack.ts';
import { startSlack } from '../../../src/playground/slack/slack.ts';
import type { Ask, Bot, Log } from '../../../src/port.ts';

export type Transport = 'socket' | 'http';

export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log that can be read. */
export function createLog(): Log & { readonly lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (fields: object, message: string) => {
    lines.push({ level, message, fields: { ...fields } });
  };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

export const card: Answer = {
  title: '404 Not Found',
  tone: 'client',
  blocks: [{ kind: 'text', text: ['Nothing is at this address.'] }],
  choices: [{ label: 'Compare with 410', line: '404 vs 410' }],
  links: [],
  audience: 'room',
  about: { kind: 'status', codes: [404], class: 4 },
  line: '404',
};

/** A bot that keeps what it was asked and says what it heard; `quiet` and `private` in a question do what they say. */
export function listeningBot(asked: Ask[] = []): Bot {
  return {
    ask: async (ask) => {
      asked.push(ask);
      const said = ask.kind === 'line' ? ask.line : ask.text;
      if (said.includes('quiet')) return null;
      return { ...card, title: `heard: ${said}`, line: said, audience: said.includes('private') ? 'asker' : 'room' };
    },
    suggest: () => [],
    commands: [
      { name: 'status', description: 'Explain a status code', hint: '404 | 401 vs 403 | help', where: 'anywhere' },
    ],
    menu: { name: 'Explain status codes', id: 'explain_status_codes', description: 'Find and explain the codes in it' },
  };
}

export async function createStage(
  transport: Transport,
  settings: SlackSettings = {},
  options: Partial<SlackOptions> = {},
) {
  const slack = await startSlack(settings);
  const log = createLog();
  const platform = createSlack({
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    ...(transport === 'socket' ? { appToken: slack.appToken } : { signingSecret: slack.signingSecret }),
    commands: ['/http', '/httpstatus'],
    log,
    ...options,
  });
  const server = createWebServer({ port: 0, host: '127.0.0.1', log });
  let address = '';

  const problems = () => log.lines.filter(({ level }) => level !== 'info');

  return {
    slack,
    platform,
    log,
    /** Where the platform listens; only over HTTP. */
    address: () => address,
    /** Warnings and errors so far. */
    problems,
    /** Resolves once there is something to complain about. */
    problem: () => expect.poll(() => problems().length).toBeGreaterThan(0),
    /** The bot's posts that anybody may see. */
    posts: () => slack.history().filter(({ route }) => route === 'chat.postMessage'),
    calls: (method: string) => slack.calls().filter((call) => call.method === method),
    /** Asks something else, and waits for the answer: the platform is alive and has dealt with what came before. */
    askOn: async () => {
      const next = slack.next((message) => show(message).text.includes('still there?'));
      await slack.person('grace').write('@Teapot still there?');
      await next;
    },
    start: async (bot: Bot) => {
      await platform.start(bot);
      if (transport === 'socket') return;
      server.serve(platform.routes);
      address = `http://127.0.0.1:${await server.open()}/slack/events`;
      slack.deliverTo(address);
    },
    stop: async () => {
      await platform.stop();
      await server.close();
      await slack.stop();
    },
  };
}

/** Tokens, response URLs, socket tickets and trigger ids: nothing of this may stand in a log. */
export const SECRET = /xox[a-z]-|xapp-|\/response\/|ticket=|trigger\./;

export type Stage = Awaited<ReturnType<typeof createStage>>;

/** Resolves with what `work` gives, or null where nothing came within a moment. */
export async function withinAMoment<Result>(work: Promise<Result>): Promise<Result | null> {
  return Promise.race([work, pause(150, null)]);
}
