// Teapot on Slack.
import { App } from '@slack/bolt';
import type { Bot, Log, Platform } from '../../port.ts';
import { validateCommands } from './commands.ts';
import { atMost } from './connection.ts';
import { createHttpConnection } from './http.ts';
import { createJournal, reasonOf } from './journal.ts';
import { listen } from './listen.ts';
import { CALL_TIMEOUT_MS, createPost } from './post.ts';
import { createSeen } from './seen.ts';
import { createSocketConnection } from './socket.ts';

export interface SlackOptions {
  /** `xoxb-…` */
  readonly botToken: string;
  /** `xapp-…`: Socket Mode. Without it, HTTP on `port`, which needs the signing secret. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Where the Web API is; only a simulated Slack has another address. */
  readonly apiUrl?: string;
  /** Slash command names with their slash, as in the manifest. */
  readonly commands: readonly string[];
  readonly port: number;
  readonly host?: string;
  readonly log: Log;
}

export interface SlackPlatform extends Platform {
  /** Whether questions can arrive right now. */
  ready(): boolean;
}

/** Answers come from memory, so what is still running when we stop waits for Slack itself, at most as long as a call may take. */
const FINISHING_MS = CALL_TIMEOUT_MS;

/**
 * A Slack app: slash commands, mentions, direct messages, the message shortcut and buttons.
 * @throws where no app token and no signing secret is given, or a command name is one that Slack refuses.
 */
export function createSlack(options: SlackOptions): SlackPlatform {
  const { botToken, appToken, signingSecret, commands, log, apiUrl = 'https://slack.com/api/' } = options;
  const [problem] = validateCommands(commands);
  if (problem !== undefined) throw new Error(`Slack: ${problem}`);
  const journal = createJournal(log);
  const connection = openConnection();
  const givenUp = new AbortController();
  const running = new Set<Promise<void>>();

  function openConnection() {
    if (appToken) return createSocketConnection({ appToken, apiUrl, log });
    if (signingSecret)
      return createHttpConnection({ signingSecret, port: options.port, host: options.host, journal, log });
    throw new Error('Slack needs an app token (Socket Mode) or a signing secret (HTTP)');
  }

  function createApp(): App {
    const app = new App({
      token: botToken,
      receiver: connection.receiver,
      logger: journal,
      convoStore: false,
      // Else a wrong token is a rejection that nobody can catch.
      deferInitialization: true,
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: CALL_TIMEOUT_MS,
        retryConfig: { retries: 2 },
        // Bolt posts to response URLs with this fetch, and sets no time limit there. Never add `headers` beside it:
        // the SDK writes the first team's token into that object.
        fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(CALL_TIMEOUT_MS), ...init }),
      },
    });
    app.use(async ({ next }) => {
      const work = next();
      running.add(work);
      await work.finally(() => running.delete(work));
    });
    app.error(async (error) => log.error({ reason: reasonOf(error) }, 'slack: a listener failed'));
    return app;
  }

  return {
    name: 'slack',
    start: async (bot: Bot) => {
      const app = createApp();
      const post = createPost({ botToken, apiUrl, log, givenUp: givenUp.signal });
      listen({ app, bot, commands, post, seen: createSeen(), log });
      try {
        await app.init();
        await connection.open();
      } catch (thrown) {
        throw new Error(`Slack: ${reasonOf(thrown)}`);
      }
    },
    stop: async () => {
      // A question that is being answered still needs its connection: the acknowledgement carries the answer.
      await atMost(Promise.allSettled(running), FINISHING_MS);
      givenUp.abort();
      await connection.close();
      await atMost(Promise.allSettled(running));
    },
    ready: () => connection.ready(),
  };
}
