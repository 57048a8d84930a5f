// A simulated Discord with Teapot's adapter on it and a bot that repeats what it heard.
import { onTestFinished } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { createDiscord, type DiscordOptions } from '../../../src/platforms/discord/discord.ts';
import { type Person, type SimulatedDiscord, startDiscord } from '../../../src/playground/discord/discord.ts';
import type { Ask, Bot, Platform } from '../../../src/port.ts';
import { createMemoryLog, type MemoryLog } from './memory-log.ts';

export const plainAnswer: Answer = {
  title: 'heard',
  tone: 'neutral',
  blocks: [],
  choices: [{ label: 'Next', line: 'next' }],
  links: [],
  audience: 'room',
  about: { kind: 'none', codes: [], class: null },
};

export interface Setting {
  readonly discord: SimulatedDiscord;
  readonly platform: Platform;
  readonly ann: Person;
  readonly asked: Ask[];
  readonly bot: Bot;
  readonly log: MemoryLog;
  readonly fatal: string[];
}

export interface SettingOptions extends Partial<DiscordOptions> {
  readonly heartbeat?: number;
  /** The running test's own; needed by tests that run side by side. */
  readonly onTestFinished?: (leave: () => Promise<void>) => void;
}

/** Not started yet. */
export async function set({
  heartbeat,
  onTestFinished: atEnd = onTestFinished,
  ...options
}: SettingOptions = {}): Promise<Setting> {
  const discord = await startDiscord(heartbeat === undefined ? {} : { heartbeat });
  const log = createMemoryLog();
  const fatal: string[] = [];
  const platform = createDiscord({
    token: discord.token,
    apiUrl: discord.apiUrl,
    log: log.log,
    onFatal: (reason) => fatal.push(reason),
    ...options,
  });
  const asked: Ask[] = [];
  atEnd(async () => {
    await platform.stop();
    await discord.stop();
  });
  return { discord, platform, asked, log, fatal, ann: discord.person('ann'), bot: echo(asked) };
}

/** Started, and the commands registered. */
export async function started(options: SettingOptions = {}): Promise<Setting> {
  const setting = await set(options);
  await setting.platform.start(setting.bot);
  return setting;
}

/** Nobody waits for this: what happens is read from the log. */
export function unawaited(promise: Promise<unknown>): void {
  promise.catch(() => {});
}

function echo(asked: Ask[]): Bot {
  return {
    ask: async (ask) => {
      asked.push(ask);
      const said = ask.kind === 'line' ? ask.line : ask.text;
      if (said === 'silence') return null;
      return { ...plainAnswer, title: `heard: ${said}`, audience: said.startsWith('secret') ? 'asker' : 'room' };
    },
    suggest: (typed) => [{ label: `404 for ${typed}`, line: '404' }],
    commands: [{ name: 'status', description: 'Explain a status code', hint: '404 | 401 vs 403 | help' }],
    menu: { name: 'Explain status codes', id: 'explain_status_codes', description: 'Find and explain the codes in it' },
  };
}
