// Teapot on Slack.
import { App } from '@slack/bolt';
import type { Bot, Broadcaster, Log } from '../../port.ts';
import { createAskerOf } from './asker.ts';
import { createBroadcast } from './broadcast.ts';
import { CALL_TIMEOUT_MS, createClient, PROMPT_TIMEOUT_MS } from './client.ts';
import { validateCommands } from './commands.ts';
import { atMost } from './connection.ts';
import { createHttpConnection } from './http.ts';
import { createJournal, reasonOf } from './journal.ts';
import { listen } from './listen.ts';
import type { QuizAdmins } from './managers.ts';
import { anyone, createAdmins } from './managers.ts';
import { createPost } from './post.ts';
import { createReply } from './reply.ts';
import { createSeen } from './seen.ts';
import { createSocketConnection } from './socket.ts';
import { createWhereabouts } from './whereabouts.ts';

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
  /** Who may set up a channel's quiz: anyone in it, unless told otherwise. */
  readonly quizAdmins?: QuizAdmins;
  readonly port: number;
  readonly host?: string;
  /** Epoch milliseconds; the playground has a clock of its own. */
  readonly now?: () => number;
  readonly log: Log;
}

export interface SlackPlatform extends Broadcaster {
  /** Whether questions can arrive right now. */
  ready(): boolean;
}

/** Answers come from memory, so what is still running when we stop waits for Slack itself, at most as long as a call may take. */
const FINISHING_MS = CALL_TIMEOUT_MS;

/**
 * A Slack app: slash commands, mentions, direct messages, the message shortcut, buttons and forms; and posts by itself.
 * @throws where no app token and no signing secret is given, or a command name is one that Slack refuses.
 */
export function createSlack(options: SlackOptions): SlackPlatform {
  const { botToken, appToken, signingSecret, commands, log, now = Date.now } = options;
  const { apiUrl = 'https://slack.com/api/' } = options;
  const [problem] = validateCommands(commands);
  if (problem !== undefined) throw new Error(`Slack: ${problem}`);
  const journal = createJournal(log);
  const connection = openConnection();
  const access = { botToken, apiUrl };
  const broadcast = createBroadcast(access);
  const givenUp = new AbortController();
  const running = new Set<Promise<unknown>>();

  /** What is counted here is finished before we stop. */
  async function count<Result>(work: Promise<Result>): Promise<Result> {
    running.add(work);
    return work.finally(() => running.delete(work));
  }

  function openConnection() {
    if (appToken) return createSocketConnection({ appToken, apiUrl, log });
    if (signingSecret) return createHttpConnection({ signingSecret, port: options.port, host: options.host, log });
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
      },
    });
    app.use(({ next }) => count(next()));
    app.error(async (error) => log.error({ reason: reasonOf(error) }, 'slack: a listener failed'));
    return app;
  }

  return {
    name: 'slack',
    start: async (bot: Bot) => {
      const app = createApp();
      const askerOf = createAskerOf(options.quizAdmins === 'admins' ? createAdmins({ access, log, now }) : anyone);
      const post = createPost({ access, log, givenUp: givenUp.signal });
      const ears = { app, bot, askerOf, post, reply: createReply(log), seen: createSeen(now), log };
      listen(ears, commands, createClient(access, PROMPT_TIMEOUT_MS));
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
    post: (...about) => count(broadcast.post(...about)),
    edit: (...about) => count(broadcast.edit(...about)),
    whereabouts: createWhereabouts(access),
  };
}
