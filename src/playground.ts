// The playground: a Slack and a Discord on this machine, the real Teapot connected to both, and a page to type in.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Section } from './house/house.ts';
import { createClock } from './playground/clock.ts';
import { createControls } from './playground/controls.ts';
import { createGate } from './playground/gate.ts';
import { discordPane } from './playground/page/discord.ts';
import { type Pane, Refusal } from './playground/page/pane.ts';
import type { Deed, Outcome } from './playground/page/protocol.ts';
import { startPage } from './playground/page/server.ts';
import { slackPane } from './playground/page/slack.ts';
import { createRunner } from './playground/runner.ts';
import { startTown, type Town } from './playground/town.ts';
import type { Log } from './port.ts';
import type { ThreadData } from './teapot-thread.ts';

export interface PlaygroundOptions {
  /** The page's port, or the next free one; 0: any. */
  readonly port: number;
  /** Slack's slash commands, each with its slash. */
  readonly commands: readonly string[];
  /** What the file of rules and own codes says. */
  readonly house?: readonly Section[];
  readonly log: Log;
  /** How many messages each side remembers. */
  readonly keep?: number;
}

export interface Playground {
  /** Where the page is: http://127.0.0.1:8418 */
  readonly address: string;
  /** Resolves once the bot is connected and the quizzes are set up. */
  readonly ready: Promise<void>;
  readonly town: Town;
  /** Does what somebody does on the page. Never rejects. */
  act(deed: Deed): Promise<Outcome>;
  stop(): Promise<void>;
}

/** What the workspace and the server are called. */
const NAME = 'Playground';
/** Enough for a long afternoon, and a page draws it at once. */
const KEEP = 1_000;
/** The bot has three seconds for each, also on a busy machine: of 500 quick clicks, the last must not wait for all the others before it. */
const AT_ONCE = 20;
const PURGE_DAYS = 30;

/** Resolves as soon as the page can be opened; the bot is still connecting then. */
export async function startPlayground({
  port,
  commands,
  house = [],
  log,
  keep = KEEP,
}: PlaygroundOptions): Promise<Playground> {
  const clock = createClock();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const folder = await mkdtemp(join(tmpdir(), 'teapot-playground-'));
  const town = await startTown({ now: clock.now, keep });
  const slack = slackPane(town.slack, NAME);
  const panes: readonly Pane[] = [slack, discordPane(town.discord, NAME)];
  const data: ThreadData = { config: configOf(town, commands, join(folder, 'teapot.db')), ahead: clock.ahead, house };
  const runner = createRunner({
    entry: new URL('./teapot-thread.ts', import.meta.url),
    data,
    onState: (state) => page.tell({ kind: 'bot', state }),
    onReady: (manifest) => {
      slack.install(manifest);
      // After each start, because the first may not have got that far.
      settingUp = settingUp.then(setUpQuizzes);
    },
    onLog: ({ level, fields, message }) => log[level](fields, message),
  });
  const control = createControls({ town, runner, saysTime: () => timeIn(zone, clock.now()) });

  const inTurn = createGate(AT_ONCE);
  let settingUp = Promise.resolve();

  async function act(deed: Deed): Promise<Outcome> {
    try {
      switch (deed.do) {
        case 'jump': {
          const outcome = await control(deed);
          if (outcome.ok) page.tell({ kind: 'clock', now: clock.now() });
          return outcome;
        }
        case 'fault':
        case 'bot':
          return await control(deed);
        default: {
          const side = 'side' in deed ? deed.side : 'discord';
          const pane = panes.find((one) => one.side === side);
          return pane === undefined ? { ok: false, said: 'There is no such side' } : await inTurn(() => pane.act(deed));
        }
      }
    } catch (thrown) {
      if (thrown instanceof Refusal) return { ok: false, said: thrown.message };
      log.error({ do: deed.do, reason: thrown instanceof Error ? thrown.stack : String(thrown) }, 'playground: failed');
      return { ok: false, said: 'The playground could not do that; the terminal says why.' };
    }
  }

  let stopped = false;
  const page = await startPage({
    port,
    act,
    snapshot: () => ({
      rooms: panes.map((pane) => pane.room()),
      messages: panes.flatMap((pane) => pane.messages()),
      modals: panes.flatMap((pane) => pane.modals()),
      homes: panes.flatMap((pane) => pane.homes()),
      now: clock.now(),
      bot: runner.state(),
    }),
  });
  for (const pane of panes) pane.watch(page.tell);

  async function setUpQuizzes(): Promise<void> {
    await town.scheduleQuizzes(commands[0] ?? '/http', zone).catch((thrown: unknown) => {
      if (!stopped) log.warn({ reason: String(thrown) }, 'playground: no quiz was set up');
    });
  }

  async function begin(): Promise<void> {
    await runner.start();
    await settingUp;
  }

  return {
    address: page.address,
    ready: begin(),
    town,
    act,
    stop: async () => {
      stopped = true;
      // What it remembers goes as well, so there is nothing to finish.
      await runner.kill();
      await page.stop();
      await town.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As the environment of a real one would say it. */
function configOf({ slack, discord }: Town, commands: readonly string[], database: string): Config {
  const { botToken, appToken, apiUrl } = slack;
  return {
    slack: { botToken, appToken, apiUrl, quizAdmins: 'anyone', passive: true },
    discord: { token: discord.token, apiUrl: discord.apiUrl, passive: true },
    commands,
    databaseUrl: `sqlite:${database}`,
    purgeDays: PURGE_DAYS,
    port: 0,
    playground: null,
    logLevel: 'info',
  };
}

function timeIn(zone: string, at: number): string {
  const how = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...how, timeZone: zone }).format(at);
}
