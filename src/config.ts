// Environment → `Config`, with every problem named at once. No other file reads `process.env`.
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SlackConfig {
  readonly botToken: string;
  /** Socket Mode; wins when `signingSecret` is there as well. At least one of the two is. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly apiUrl?: string;
  readonly quizAdmins: QuizAdmins;
}

/** Who may set up a channel's quiz on Slack: anybody in the channel, or the workspace's admins and owners. */
export type QuizAdmins = (typeof QUIZ_ADMINS)[number];

export interface DiscordConfig {
  readonly token: string;
  readonly apiUrl?: string;
  /** The part of the servers this process serves; all of them when absent. */
  readonly shard?: { readonly id: number; readonly count: number };
}

export interface Config {
  /** Null where the environment names no credentials of the platform; both null: a chat in the terminal. */
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  /** Slack's slash commands, each with its slash; the first is the one that help names. */
  readonly commands: readonly string[];
  /** `sqlite:PATH` or `postgres://…`. */
  readonly databaseUrl: string;
  /** Days after which everything is deleted of a workspace or server that Teapot was removed from. */
  readonly purgeDays: number;
  readonly port: number;
  readonly logLevel: string;
}

/** Either the configuration, or what is wrong with it: one line a problem, without any value that was found. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Says what is wrong with a list of slash commands, one line a problem. The rules are Slack's, so they come in. */
export type ValidateCommands = (names: readonly string[]) => readonly string[];

const DEFAULT_COMMANDS = '/http,/httpstatus';
const DEFAULT_DATABASE = 'sqlite:./data/teapot.db';
const QUIZ_ADMINS = ['anyone', 'admins'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

const SLACK_TOKEN = /\bx(?:ox[a-z]|app)-/;
const WELL_FORMED = /^[\w.-]+$/;
const SPACE_OR_QUOTE = /[\s"'`]/;
const DISCORD_APPLICATION_ID = /^\d{15,21}$/;
const DISCORD_PUBLIC_KEY = /^[0-9a-f]{64}$/;
const WHOLE_NUMBER = /^\d{1,5}$/;

/** What each prefix of a Slack token stands for, and the variable it belongs to. */
const SLACK_TOKENS = [
  { prefix: 'xoxb-', is: 'a bot token', home: 'SLACK_BOT_TOKEN' },
  { prefix: 'xapp-', is: 'an app-level token', home: 'SLACK_APP_TOKEN' },
  { prefix: 'xoxp-', is: 'a user token', home: null },
  { prefix: 'xoxe', is: 'a token of an app that rotates its tokens', home: null },
] as const;

/** A text that `problem` finds nothing wrong with. */
function checked(problem: (value: string) => string | null) {
  return z.string().superRefine((value, context) => {
    const message = problem(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
}

function slackToken(name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN') {
  const wanted = name === 'SLACK_BOT_TOKEN' ? 'xoxb-' : 'xapp-';
  return checked((value) => {
    const found = SLACK_TOKENS.find(({ prefix }) => value.startsWith(prefix));
    if (found !== undefined && found.prefix !== wanted) {
      const home = found.home === null ? '' : ` and belongs in ${found.home}`;
      return `holds ${found.is} (${found.prefix}…)${home}; expected one that starts with ${wanted}`;
    }
    if (found === undefined || value === wanted || !WELL_FORMED.test(value))
      return `must be one token that starts with ${wanted} and has no spaces or quotes, for example ${name}=${wanted}1234-abcd`;
    return null;
  });
}

const signingSecret = checked((value) => {
  if (SLACK_TOKEN.test(value))
    return 'holds a token; expected the Signing Secret of "Basic Information", 32 characters of 0-9 and a-f';
  if (SPACE_OR_QUOTE.test(value))
    return 'must have no spaces or quotes, for example SLACK_SIGNING_SECRET=0123456789abcdef0123456789abcdef';
  return null;
});

const discordToken = checked((value) => {
  const wanted = 'expected the token of the page "Bot"';
  if (SLACK_TOKEN.test(value)) return `holds a Slack token; ${wanted}`;
  if (DISCORD_APPLICATION_ID.test(value)) return `holds an application id; ${wanted}`;
  if (DISCORD_PUBLIC_KEY.test(value)) return `holds a public key; ${wanted}`;
  if (value.startsWith('Bot ')) return 'must be the token alone, without the word "Bot" before it';
  if (SPACE_OR_QUOTE.test(value))
    return 'must have no spaces or quotes, for example DISCORD_BOT_TOKEN=MTIz.Abc123.abc-def';
  return null;
});

function address(example: string) {
  return checked((value) => {
    const url = URL.parse(value);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return null;
    return `must be an address that starts with https:// or http://, for example ${example}`;
  });
}

/** Names no value: an address of PostgreSQL holds a password. */
const databaseUrl = checked((value) => {
  if (value.startsWith('sqlite:')) {
    if (value !== 'sqlite:' && !value.startsWith('sqlite://')) return null;
    return `must name a file right after sqlite:, for example DATABASE_URL=${DEFAULT_DATABASE}`;
  }
  const url = URL.parse(value);
  if (url === null || (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:'))
    return `must be sqlite: and a file, or a whole postgres:// address, for example DATABASE_URL=${DEFAULT_DATABASE} or DATABASE_URL=postgres://teapot:password@localhost:5432/teapot`;
  if (decoded(url.password) !== null) return null;
  return 'has a password with a % that stands for itself; write it as %25, as in DATABASE_URL=postgres://teapot:100%25@localhost:5432/teapot';
});

/** What stands behind the escapes of an address; null where they are broken. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function wholeNumber(from: number, to: number, example: string) {
  return checked((value) => {
    if (WHOLE_NUMBER.test(value) && Number(value) >= from && Number(value) <= to) return null;
    return `must be a whole number from ${from} to ${to}, for example ${example}`;
  });
}

const logLevel = checked((value) =>
  LOG_LEVELS.includes(value) ? null : `must be one of ${LOG_LEVELS.join(', ')}, for example LOG_LEVEL=info`,
);

const quizAdmins = z.enum(QUIZ_ADMINS, {
  error: `must be one of ${QUIZ_ADMINS.join(', ')}, for example SLACK_QUIZ_ADMINS=admins`,
});

const Variables = z.object({
  SLACK_BOT_TOKEN: slackToken('SLACK_BOT_TOKEN').optional(),
  SLACK_APP_TOKEN: slackToken('SLACK_APP_TOKEN').optional(),
  SLACK_SIGNING_SECRET: signingSecret.optional(),
  SLACK_API_URL: address('SLACK_API_URL=https://slack.com/api/').optional(),
  SLACK_QUIZ_ADMINS: quizAdmins.default('anyone'),
  DISCORD_BOT_TOKEN: discordToken.optional(),
  DISCORD_API_URL: address('DISCORD_API_URL=https://discord.com/api').optional(),
  // More shards than this would be over two million servers.
  DISCORD_SHARD_ID: wholeNumber(0, 999, 'DISCORD_SHARD_ID=0').optional(),
  DISCORD_SHARD_COUNT: wholeNumber(1, 1000, 'DISCORD_SHARD_COUNT=2').optional(),
  DATABASE_URL: databaseUrl.default(DEFAULT_DATABASE),
  QUIZ_PURGE_DAYS: wholeNumber(0, 90, 'QUIZ_PURGE_DAYS=30').default('30'),
  PORT: wholeNumber(0, 65_535, 'PORT=3000').default('3000'),
  LOG_LEVEL: logLevel.default('info'),
});

const SHARD_PAIRS = [
  ['DISCORD_SHARD_ID', 'DISCORD_SHARD_COUNT'],
  ['DISCORD_SHARD_COUNT', 'DISCORD_SHARD_ID'],
] as const;

/** What does not go together: a name that is set without the name that it needs, or beside one that it cannot bear. */
function gaps(set: ReadonlyMap<string, string>): readonly string[] {
  const problems: string[] = [];
  const receives = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].filter((name) => set.has(name));
  if (set.has('SLACK_BOT_TOKEN') && receives.length === 0)
    problems.push(
      'SLACK_APP_TOKEN: is missing beside SLACK_BOT_TOKEN; set it for Socket Mode, as in SLACK_APP_TOKEN=xapp-1-A1-2-ab, or set SLACK_SIGNING_SECRET for HTTP',
    );
  if (!set.has('SLACK_BOT_TOKEN') && receives.length > 0)
    problems.push(
      `SLACK_BOT_TOKEN: is missing beside ${receives.join(' and ')}; copy it from "OAuth & Permissions", as in SLACK_BOT_TOKEN=xoxb-1234-abcd`,
    );
  for (const [name, other] of SHARD_PAIRS)
    if (set.has(name) && !set.has(other))
      problems.push(`${other}: is missing beside ${name}; set both or none, as in ${other}=1`);
  if (Number(set.get('DISCORD_SHARD_ID')) >= Number(set.get('DISCORD_SHARD_COUNT')))
    problems.push('DISCORD_SHARD_ID: counts from 0, so it must be lower than DISCORD_SHARD_COUNT, as in 0 and 1 of 2');
  // discord.js reads these by itself and would then ask for other shards than ours.
  const shards = ['SHARDS', 'SHARD_COUNT'].filter((name) => set.has('DISCORD_BOT_TOKEN') && set.has(name));
  for (const name of shards)
    problems.push(
      `${name}: must not be set, because it changes the shards behind Teapot’s back; use DISCORD_SHARD_ID=0 and DISCORD_SHARD_COUNT=2 instead`,
    );
  return problems;
}

/** Set and not blank: `NAME=` in a `.env` file says as little as no line at all. */
function trimmed(environment: Environment): Map<string, string> {
  return new Map(
    Object.entries(environment).flatMap(([name, value]) => {
      const text = value?.trim() ?? '';
      return text === '' ? [] : [[name, text] as const];
    }),
  );
}

/** The slash commands of `SLACK_COMMANDS`, a list with commas; default `/http,/httpstatus`. */
export function readCommands(environment: Environment, validate: ValidateCommands): Outcome<readonly string[]> {
  const typed = trimmed(environment).get('SLACK_COMMANDS') ?? DEFAULT_COMMANDS;
  // A problem with a name repeats the name; a token that got here by mistake must not be repeated.
  if (SLACK_TOKEN.test(typed))
    return {
      ok: false,
      problems: [`SLACK_COMMANDS: holds a token; expected names, as in SLACK_COMMANDS=${DEFAULT_COMMANDS}`],
    };
  const names = typed.split(',').flatMap((name) => name.trim() || []);
  if (names.length === 0)
    return {
      ok: false,
      problems: [`SLACK_COMMANDS: names no command; expected for example SLACK_COMMANDS=${DEFAULT_COMMANDS}`],
    };
  const problems = validate(names).map((problem) => `SLACK_COMMANDS: ${problem}`);
  return problems.length === 0 ? { ok: true, value: names } : { ok: false, problems };
}

/** Who may set up quizzes on Slack, for the manifest; what is not understood there is reported when the process starts. */
export function readQuizAdmins(environment: Environment): QuizAdmins {
  return quizAdmins.catch('anyone').parse(trimmed(environment).get('SLACK_QUIZ_ADMINS'));
}

/** The address of the database in `DATABASE_URL`; default a SQLite file in `data/`. */
export function readDatabaseUrl(environment: Environment): Outcome<string> {
  const found = Variables.shape.DATABASE_URL.safeParse(trimmed(environment).get('DATABASE_URL'));
  if (found.success) return { ok: true, value: found.data };
  return { ok: false, problems: found.error.issues.map(({ message }) => `DATABASE_URL: ${message}`) };
}

/** Reads the whole configuration, or every problem in it. Opens nothing and prints nothing. */
export function readConfig(environment: Environment, validate: ValidateCommands): Outcome<Config> {
  const set = trimmed(environment);
  const variables = Variables.safeParse(Object.fromEntries(set));
  const commands = readCommands(environment, validate);
  const problems = [
    ...(variables.success ? [] : variables.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)),
    ...(commands.ok ? [] : commands.problems),
    ...gaps(set),
  ];
  if (!variables.success || !commands.ok || problems.length > 0) return { ok: false, problems };

  const found = variables.data;
  const slack = found.SLACK_BOT_TOKEN && {
    botToken: found.SLACK_BOT_TOKEN,
    ...(found.SLACK_APP_TOKEN && { appToken: found.SLACK_APP_TOKEN }),
    ...(found.SLACK_SIGNING_SECRET && { signingSecret: found.SLACK_SIGNING_SECRET }),
    ...(found.SLACK_API_URL && { apiUrl: found.SLACK_API_URL }),
    quizAdmins: found.SLACK_QUIZ_ADMINS,
  };
  const discord = found.DISCORD_BOT_TOKEN && {
    token: found.DISCORD_BOT_TOKEN,
    ...(found.DISCORD_API_URL && { apiUrl: found.DISCORD_API_URL }),
    ...(found.DISCORD_SHARD_ID &&
      found.DISCORD_SHARD_COUNT && {
        shard: { id: Number(found.DISCORD_SHARD_ID), count: Number(found.DISCORD_SHARD_COUNT) },
      }),
  };
  return {
    ok: true,
    value: {
      slack: slack || null,
      discord: discord || null,
      commands: commands.value,
      databaseUrl: found.DATABASE_URL,
      purgeDays: Number(found.QUIZ_PURGE_DAYS),
      port: Number(found.PORT),
      logLevel: found.LOG_LEVEL,
    },
  };
}

/** Every value that must never be seen, so that the log can hide it wherever it turns up. */
export function secretsOf({ slack, discord, databaseUrl: database }: Config): readonly string[] {
  const password = URL.parse(database)?.password || undefined;
  return [
    slack?.botToken,
    slack?.appToken,
    slack?.signingSecret,
    discord?.token,
    ...new Set([password, password && decoded(password)]),
  ].flatMap((secret) => secret ?? []);
}

/** The environment of this process, completed by a `.env` file in the working directory; what is already set wins. */
export function loadEnvironment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}
