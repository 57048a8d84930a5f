// Teapot on Slack.
import { App } from '@slack/bolt';
import type { Bot, Broadcaster, Claims, Log, Meter, Route } from '../../port.ts';
import { createAskerOf } from './asker.ts';
import { createBroadcast } from './broadcast.ts';
import { CALL_TIMEOUT_MS } from './client.ts';
import { validateCommands } from './commands.ts';
import { atMost, type Connection } from './connection.ts';
import { countingFetch } from './counted.ts';
import { createFirst } from './first.ts';
import { createHttpConnection } from './http.ts';
import type { InstallSettings } from './install/install.ts';
import { createJournal, reasonOf } from './journal.ts';
import { listen } from './listen.ts';
import type { QuizAdmins } from './managers.ts';
import { anyone, createAdmins } from './managers.ts';
import { botScopes } from './manifest.ts';
import { listenToChannels } from './overhear.ts';
import { createPost } from './post.ts';
import { createReply } from './reply.ts';
import { hearingScopes, warnOfMissing } from './scopes.ts';
import { createSeen } from './seen.ts';
import { createSocketConnection } from './socket.ts';
import { createWorkspaces } from './workspaces.ts';

export interface SlackOptions {
  /** `xoxb-…`: the bot of one workspace. */
  readonly botToken?: string;
  /** Instead of a token: any workspace can install it, and brings its own. */
  readonly installs?: InstallSettings;
  /** `xapp-…`: Socket Mode. Without it, HTTP: the platform's `routes`, which need the signing secret. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Where the Web API is; only a simulated Slack has another address. */
  readonly apiUrl?: string;
  /** Slash command names with their slash, as in the manifest. */
  readonly commands: readonly string[];
  /** Who may set up a channel's quiz: anyone in it, unless told otherwise. */
  readonly quizAdmins?: QuizAdmins;
  /** Whether it hears messages of channels that are not written to it; then it needs more scopes. */
  readonly passive?: boolean;
  /** Epoch milliseconds; the playground has a clock of its own. */
  readonly now?: () => number;
  /** What several processes share; a process alone needs none. */
  readonly claims?: Claims;
  readonly log: Log;
  /** Told of every request. */
  readonly meter?: Meter;
  /** Called once, with a line for the console, when Slack turned the bot away for good after the start. */
  readonly onFatal?: (reason: string) => void;
}

export interface SlackPlatform extends Broadcaster {
  readonly routes: readonly Route[];
  trouble(): string | null;
}

/** Answers come from memory, so what is still running when we stop waits for Slack itself, at most as long as a call may take. */
const FINISHING_MS = CALL_TIMEOUT_MS;

/**
 * A Slack app: slash commands, mentions, direct messages, the message shortcut, buttons and forms; and posts by itself.
 * @throws where no app token and no signing secret is given, or a command name is one that Slack refuses.
 */
export function createSlack(options: SlackOptions): SlackPlatform {
  const { appToken, signingSecret, commands, log, meter = () => {}, now = Date.now } = options;
  const { apiUrl = 'https://slack.com/api/' } = options;
  const [problem] = validateCommands(commands);
  if (problem !== undefined) throw new Error(`Slack: ${problem}`);
  /** Why Slack will have nothing more to do with the bot. */
  let turnedAway: string | null = null;
  const journal = createJournal(log);
  const connection = openConnection();
  const workspaces = createWorkspaces(options, {
    apiUrl,
    scopes: botScopes(options),
    command: commands[0] ?? '',
    log,
    meter,
    now,
    onRefused: turnAway,
  });
  const { refusal } = workspaces;
  const access = { tokens: workspaces.tokens, apiUrl, meter };
  const broadcast = createBroadcast(access);
  const givenUp = new AbortController();
  const running = new Set<Promise<unknown>>();

  /** What is counted here is finished before we stop. */
  async function count<Result>(work: Promise<Result>): Promise<Result> {
    running.add(work);
    return work.finally(() => running.delete(work));
  }

  function openConnection(): Connection & { readonly route?: Route } {
    if (appToken) return createSocketConnection({ appToken, apiUrl, log, meter, onRefused: turnAway });
    if (signingSecret) return createHttpConnection({ signingSecret, log });
    throw new Error('Slack needs an app token (Socket Mode) or a signing secret (HTTP)');
  }

  function turnAway(reason: string): void {
    if (turnedAway !== null) return;
    turnedAway = reason;
    log.error({ reason }, 'slack: turned away');
    options.onFatal?.(reason);
  }

  function createApp(hear: (granted: readonly string[]) => void): App {
    const app = new App({
      ...workspaces.authorization,
      receiver: connection.receiver,
      logger: journal,
      convoStore: false,
      // Else a wrong token is a rejection that nobody can catch.
      deferInitialization: true,
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: CALL_TIMEOUT_MS,
        fetch: hearingScopes(countingFetch(globalThis.fetch, meter), hear),
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
      let granted: readonly string[] | null = null;
      const app = createApp((scopes) => {
        granted = scopes;
      });
      const askerOf = createAskerOf(
        options.quizAdmins === 'admins' ? createAdmins({ access, log, now }) : anyone,
        workspaces.naming,
      );
      const post = createPost({ access, log, givenUp: givenUp.signal });
      const seen = createSeen(now);
      const first = createFirst(seen, options.claims, log);
      const reply = createReply(log, meter);
      const ears = { app, bot, access, askerOf, post, reply, seen, first, log };
      workspaces.listen(app, bot, reply);
      listen(ears, commands);
      if (options.passive === true) listenToChannels(ears);
      try {
        await app.init();
        await connection.open();
      } catch (thrown) {
        throw new Error(`Slack: ${reasonOf(thrown)}`);
      }
      refusal?.begin();
      if (refusal !== null && granted !== null) warnOfMissing(botScopes(options), granted, log);
    },
    stop: async () => {
      // A question that is being answered still needs its connection: the acknowledgement carries the answer.
      await atMost(Promise.allSettled(running), FINISHING_MS);
      givenUp.abort();
      await connection.close();
      await atMost(Promise.allSettled(running));
    },
    routes: [...(connection.route === undefined ? [] : [connection.route]), ...workspaces.routes],
    trouble: () => turnedAway ?? connection.trouble(),
    post: (...about) => count(broadcast.post(...about)),
    edit: (...about) => count(broadcast.edit(...about)),
    whereabouts: workspaces.whereabouts,
  };
}
