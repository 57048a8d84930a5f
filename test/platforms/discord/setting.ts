// A simulated Discord with Teapot's adapter on it and a bot that repeats what it heard.
import { onTestFinished } from 'vitest';
import type { Answer, Form } from '../../../src/answer/answer.ts';
import { createDiscord, type DiscordOptions } from '../../../src/platforms/discord/discord.ts';
import {
  type Channel,
  type DiscordRules,
  type Person,
  type SimulatedDiscord,
  startDiscord,
} from '../../../src/playground/discord/discord.ts';
import type { Ask, Bot, Broadcaster, CommandSpec, Place, Topic } from '../../../src/port.ts';
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

/** Answers to `quiz schedule`, or asks for its parts first. */
export const form: Form = {
  title: 'When shall I ask?',
  template: 'quiz schedule {time} {zone} {days}',
  fields: [
    { name: 'time', label: 'Time of day', hint: '09:30', value: '09:30' },
    { name: 'zone', label: 'Time zone', hint: 'Europe/Berlin', optional: true },
    {
      name: 'days',
      label: 'Days',
      value: 'weekdays',
      options: [
        { label: 'Monday to Friday', value: 'weekdays' },
        { label: 'Every day', value: 'daily' },
      ],
    },
  ],
};

export const quiz: CommandSpec = {
  name: 'quiz',
  description: 'A question a day',
  hint: 'schedule 09:30 Europe/Berlin | scores',
  where: 'server',
  parts: [
    {
      name: 'schedule',
      description: 'Ask here every day',
      fields: [
        { name: 'level', description: 'Which codes', required: false, word: 'level' },
        { name: 'time', description: 'When', required: true },
        { name: 'zone', description: 'Where', required: true, suggests: 'zone' },
      ],
    },
    { name: 'scores', description: 'Who leads', fields: [{ name: 'span', description: 'Of when', required: false }] },
    { name: 'now', description: 'Ask at once', fields: [] },
  ],
};

export interface Setting {
  readonly discord: SimulatedDiscord;
  readonly platform: Broadcaster;
  readonly ann: Person;
  readonly asked: Ask[];
  readonly topics: (Topic | undefined)[];
  readonly bot: Bot;
  readonly log: MemoryLog;
  readonly fatal: string[];
}

export interface SettingOptions extends Partial<DiscordOptions>, DiscordRules {
  /** The running test's own; needed by tests that run side by side. */
  readonly onTestFinished?: (leave: () => Promise<void>) => void;
}

/** Not started yet. */
export async function set({
  onTestFinished: atEnd = onTestFinished,
  ...options
}: SettingOptions = {}): Promise<Setting> {
  const discord = await startDiscord(options);
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
  const topics: (Topic | undefined)[] = [];
  atEnd(async () => {
    await platform.stop();
    await discord.stop();
  });
  return { discord, platform, asked, log, fatal, topics, ann: discord.person('ann'), bot: echo(asked, topics) };
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

/** A channel as a place to post. */
export function placeOf({ id, server }: Channel): Place {
  return { platform: 'discord', team: server, channel: id };
}

function echo(asked: Ask[], topics: (Topic | undefined)[]): Bot {
  return {
    ask: async (ask) => {
      asked.push(ask);
      const said = ask.kind === 'line' ? ask.line : ask.text;
      if (said === 'silence') return null;
      const choices = said.includes('quiz')
        ? [{ label: 'Schedule', line: 'quiz schedule', form }]
        : plainAnswer.choices;
      const audience = said.startsWith('secret') ? 'asker' : said.includes('for all') ? 'channel' : 'room';
      return { ...plainAnswer, title: `heard: ${said}`, choices, audience };
    },
    suggest: (typed, topic) => {
      topics.push(topic);
      return [{ label: `404 for ${typed}`, line: '404' }];
    },
    commands: [
      { name: 'status', description: 'Explain a status code', hint: '404 | 401 vs 403 | help', where: 'anywhere' },
      quiz,
    ],
    menu: { name: 'Explain status codes', id: 'explain_status_codes', description: 'Find and explain the codes in it' },
  };
}
