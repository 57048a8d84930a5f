// Environment → `Config`, with every problem named at once. No other file reads `process.env`.
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import * as v from 'valibot';
import { type EncryptionKey, type InstallsConfig, installsIn, keysOf, slackGaps } from './config/installs.ts';
import { sharingProblems } from './config/sharing.ts';
import {
  decoded,
  discordPassive,
  type QUIZ_ADMINS,
  quizAdmins,
  SLACK_TOKEN,
  slackPassive,
  Variables,
} from './config/variables.ts';

export type { InstallsConfig } from './config/installs.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SlackConfig {
  /** The bot of one workspace; otherwise there are `installs`. */
  readonly botToken?: string;
  readonly installs?: InstallsConfig;
  /** Socket Mode; wins when `signingSecret` is there as well. At least one of the two is. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly apiUrl?: string;
  readonly quizAdmins: QuizAdmins;
  /** Channels may let Teapot listen; it needs more scopes then. */
  readonly passive?: true;
}

/** Who may set up a channel's quiz on Slack: anybody in the channel, or the workspace's admins and owners. */
export type QuizAdmins = (typeof QUIZ_ADMINS)[number];

export interface DiscordConfig {
  readonly token: string;
  /** Channels may let Teapot listen; it needs the message content intent then. */
  readonly passive?: true;
  readonly apiUrl?: string;
  /** The part of the servers this process serves, `auto` for any that is free; all of them when absent. */
  readonly shard?: { readonly id: number | 'auto'; readonly count: number };
}

export interface PlaygroundConfig {
  /** The page's, or the next free one; 0: any. */
  readonly port: number;
}

export interface Config {
  /** Null where the environment names no credentials of the platform. */
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  /** Slack's slash commands, each with its slash; the first is the one that help names. */
  readonly commands: readonly string[];
  /** `sqlite:PATH` or `postgres://…`. */
  readonly databaseUrl: string;
  /** Days after which everything is deleted of a workspace or server that Teapot was removed from. */
  readonly purgeDays: number;
  /** A file of house rules and own codes. */
  readonly catalog?: string;
  readonly port: number;
  /** Null for none; without credentials, that leaves a chat in the terminal. */
  readonly playground: PlaygroundConfig | null;
  readonly logLevel: string;
}

/** Either the configuration, or what is wrong with it: one line a problem, without any value that was found. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Says what is wrong with a list of slash commands, one line a problem. The rules are Slack's, so they come in. */
export type ValidateCommands = (names: readonly string[]) => readonly string[];

const DEFAULT_COMMANDS = '/http,/httpstatus';

const SHARD_PAIRS = [
  ['DISCORD_SHARD_ID', 'DISCORD_SHARD_COUNT'],
  ['DISCORD_SHARD_COUNT', 'DISCORD_SHARD_ID'],
] as const;

/** What does not go together: a name that is set without the name that it needs, or beside one that it cannot bear. */
function gaps(set: ReadonlyMap<string, string>): readonly string[] {
  const problems = [...slackGaps(set)];
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
  if (set.get('PLAYGROUND') === 'on' && isProduction(set))
    problems.push('PLAYGROUND: must not be on where NODE_ENV names a live system; leave it out, or set PLAYGROUND=off');
  return problems;
}

function isProduction(set: ReadonlyMap<string, string>): boolean {
  return set.get('NODE_ENV') === 'production';
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
  return v.parse(v.fallback(quizAdmins, 'anyone'), trimmed(environment).get('SLACK_QUIZ_ADMINS'));
}

/** Where Teapot may listen, for the manifests; what is not understood there is reported when the process starts. */
export function readPassive(environment: Environment): { readonly slack: boolean; readonly discord: boolean } {
  const set = trimmed(environment);
  return {
    slack: v.parse(v.fallback(slackPassive, 'off'), set.get('SLACK_PASSIVE')) === 'on',
    discord: v.parse(v.fallback(discordPassive, 'off'), set.get('DISCORD_PASSIVE')) === 'on',
  };
}

/** The address of the database in `DATABASE_URL`; default a SQLite file in `data/`. */
export function readDatabaseUrl(environment: Environment): Outcome<string> {
  const found = v.safeParse(Variables.entries.DATABASE_URL, trimmed(environment).get('DATABASE_URL'));
  if (found.success) return { ok: true, value: found.output };
  return { ok: false, problems: found.issues.map(({ message }) => `DATABASE_URL: ${message}`) };
}

/** The file of house rules and own codes in `TEAPOT_CATALOG`; undefined where none is named. */
export function readCatalogPath(environment: Environment): string | undefined {
  return trimmed(environment).get('TEAPOT_CATALOG');
}

/** The keys of `ENCRYPTION_KEYS`, for whoever looks after them. */
export function readEncryptionKeys(environment: Environment): Outcome<readonly EncryptionKey[]> {
  const found = v.safeParse(Variables.entries.ENCRYPTION_KEYS, trimmed(environment).get('ENCRYPTION_KEYS'));
  if (!found.success) return { ok: false, problems: found.issues.map(({ message }) => `ENCRYPTION_KEYS: ${message}`) };
  if (found.output === undefined)
    return { ok: false, problems: ['ENCRYPTION_KEYS: is not set; make a key with "npm run -s teapot -- keys new"'] };
  return { ok: true, value: keysOf(found.output) };
}

/** The address at which Teapot is reached, for the manifests; null where none is set. */
export function readPublicUrl(environment: Environment): Outcome<string | null> {
  const found = v.safeParse(Variables.entries.PUBLIC_URL, trimmed(environment).get('PUBLIC_URL'));
  if (found.success) return { ok: true, value: found.output ?? null };
  return { ok: false, problems: found.issues.map(({ message }) => `PUBLIC_URL: ${message}`) };
}

/** Reads the whole configuration, or every problem in it. Opens nothing and prints nothing. */
export function readConfig(environment: Environment, validate: ValidateCommands): Outcome<Config> {
  const set = trimmed(environment);
  const variables = v.safeParse(Variables, Object.fromEntries(set));
  const commands = readCommands(environment, validate);
  const problems = [
    ...(variables.success ? [] : variables.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)),
    ...(commands.ok ? [] : commands.problems),
    ...gaps(set),
    ...sharingProblems(set),
  ];
  if (!variables.success || !commands.ok || problems.length > 0) return { ok: false, problems };

  const found = variables.output;
  const installs = installsIn(found);
  const slack = (found.SLACK_BOT_TOKEN || installs) && {
    ...(found.SLACK_BOT_TOKEN && { botToken: found.SLACK_BOT_TOKEN }),
    ...(installs && { installs }),
    ...(found.SLACK_APP_TOKEN && { appToken: found.SLACK_APP_TOKEN }),
    ...(found.SLACK_SIGNING_SECRET && { signingSecret: found.SLACK_SIGNING_SECRET }),
    ...(found.SLACK_API_URL && { apiUrl: found.SLACK_API_URL }),
    quizAdmins: found.SLACK_QUIZ_ADMINS,
    ...(found.SLACK_PASSIVE === 'on' && { passive: true as const }),
  };
  const discord = found.DISCORD_BOT_TOKEN && {
    token: found.DISCORD_BOT_TOKEN,
    ...(found.DISCORD_PASSIVE === 'on' && { passive: true as const }),
    ...(found.DISCORD_API_URL && { apiUrl: found.DISCORD_API_URL }),
    ...(found.DISCORD_SHARD_ID &&
      found.DISCORD_SHARD_COUNT && {
        shard: { id: shardIdOf(found.DISCORD_SHARD_ID), count: Number(found.DISCORD_SHARD_COUNT) },
      }),
  };
  // Without a word, where nothing else is connected.
  const hasPlayground = (found.PLAYGROUND ?? (slack || discord || isProduction(set) ? 'off' : 'on')) === 'on';
  return {
    ok: true,
    value: {
      slack: slack || null,
      discord: discord || null,
      commands: commands.value,
      databaseUrl: found.DATABASE_URL,
      purgeDays: Number(found.QUIZ_PURGE_DAYS),
      ...(found.TEAPOT_CATALOG && { catalog: found.TEAPOT_CATALOG }),
      port: Number(found.PORT),
      playground: hasPlayground ? { port: Number(found.PLAYGROUND_PORT) } : null,
      // Beside a page to look at, only what goes wrong.
      logLevel: found.LOG_LEVEL ?? (hasPlayground && !slack && !discord ? 'warn' : 'info'),
    },
  };
}

function shardIdOf(typed: string): number | 'auto' {
  return typed === 'auto' ? typed : Number(typed);
}

/** Every value that must never be seen, so that the log can hide it wherever it turns up. */
export function secretsOf({ slack, discord, databaseUrl: database }: Config): readonly string[] {
  const password = URL.parse(database)?.password || undefined;
  return [
    slack?.botToken,
    slack?.appToken,
    slack?.signingSecret,
    slack?.installs?.clientSecret,
    slack?.installs?.stateSecret,
    ...(slack?.installs?.keys.map(({ key }) => key) ?? []),
    discord?.token,
    ...new Set([password, password && decoded(password)]),
  ].flatMap((secret) => secret ?? []);
}

/** The environment of this process, completed by a `.env` file in the working directory; what is already set wins. */
export function loadEnvironment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}
