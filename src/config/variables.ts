// Every variable of the environment and what is right for it: one schema, whose problems say what to write instead.
import * as v from 'valibot';
import { checked } from './checked.ts';
import { installVariables } from './installs.ts';

const DEFAULT_DATABASE = 'sqlite:./data/teapot.db';
export const QUIZ_ADMINS = ['anyone', 'admins'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Some token of Slack's, wherever it got to. */
export const SLACK_TOKEN = /\bx(?:ox[a-z]|app)-/;
const WELL_FORMED = /^[\w.-]+$/;
const SPACE_OR_QUOTE = /[\s"'`]/;
const DISCORD_APPLICATION_ID = /^\d{15,21}$/;
const DISCORD_PUBLIC_KEY = /^[0-9a-f]{64}$/;
const DISCORD_TOKEN = /^[^\s"'`.]+(?:\.[^\s"'`.]+){2}$/;
const WHOLE_NUMBER = /^\d{1,5}$/;

/** What each prefix of a Slack token stands for, and the variable it belongs to. */
const SLACK_TOKENS = [
  { prefix: 'xoxb-', is: 'a bot token', home: 'SLACK_BOT_TOKEN' },
  { prefix: 'xapp-', is: 'an app-level token', home: 'SLACK_APP_TOKEN' },
  { prefix: 'xoxp-', is: 'a user token', home: null },
  { prefix: 'xoxe', is: 'a token of an app that rotates its tokens', home: null },
] as const;

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
  if (!DISCORD_TOKEN.test(value))
    return `must be three parts with dots between them and no spaces or quotes, for example DISCORD_BOT_TOKEN=MTIz.Abc123.abc-def; ${wanted}`;
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
export function decoded(text: string): string | null {
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

const shardId = checked((value) => {
  if (value === 'auto' || (WHOLE_NUMBER.test(value) && Number(value) <= 999)) return null;
  return 'must be a whole number from 0 to 999, or auto for any that is free, for example DISCORD_SHARD_ID=0';
});

const logLevel = checked((value) =>
  LOG_LEVELS.includes(value) ? null : `must be one of ${LOG_LEVELS.join(', ')}, for example LOG_LEVEL=info`,
);

export const quizAdmins = v.picklist(
  QUIZ_ADMINS,
  `must be one of ${QUIZ_ADMINS.join(', ')}, for example SLACK_QUIZ_ADMINS=admins`,
);

function onOrOff(example: string) {
  return v.picklist(['on', 'off'], `must be on or off, for example ${example}`);
}

export const slackPassive = onOrOff('SLACK_PASSIVE=on');
export const discordPassive = onOrOff('DISCORD_PASSIVE=on');

export const Variables = v.object({
  SLACK_BOT_TOKEN: v.optional(slackToken('SLACK_BOT_TOKEN')),
  SLACK_APP_TOKEN: v.optional(slackToken('SLACK_APP_TOKEN')),
  SLACK_SIGNING_SECRET: v.optional(signingSecret),
  ...installVariables,
  SLACK_API_URL: v.optional(address('SLACK_API_URL=https://slack.com/api/')),
  SLACK_QUIZ_ADMINS: v.optional(quizAdmins, 'anyone'),
  SLACK_PASSIVE: v.optional(slackPassive, 'off'),
  DISCORD_BOT_TOKEN: v.optional(discordToken),
  DISCORD_PASSIVE: v.optional(discordPassive, 'off'),
  DISCORD_API_URL: v.optional(address('DISCORD_API_URL=https://discord.com/api')),
  // More shards than this would be over two million servers.
  DISCORD_SHARD_ID: v.optional(shardId),
  DISCORD_SHARD_COUNT: v.optional(wholeNumber(1, 1000, 'DISCORD_SHARD_COUNT=2')),
  DATABASE_URL: v.optional(databaseUrl, DEFAULT_DATABASE),
  REPLICAS: v.optional(wholeNumber(1, 1000, 'REPLICAS=2')),
  QUIZ_PURGE_DAYS: v.optional(wholeNumber(0, 90, 'QUIZ_PURGE_DAYS=30'), '30'),
  TEAPOT_CATALOG: v.optional(v.string()),
  PORT: v.optional(wholeNumber(0, 65_535, 'PORT=3000'), '3000'),
  PLAYGROUND: v.optional(onOrOff('PLAYGROUND=on')),
  PLAYGROUND_PORT: v.optional(wholeNumber(0, 65_535, 'PLAYGROUND_PORT=8418'), '8418'),
  LOG_LEVEL: v.optional(logLevel),
  NODE_ENV: v.optional(v.string()),
});
