// What it takes to be installed in any workspace, instead of one bot token: what is right for each variable, and what
// does not go together.
import * as v from 'valibot';
import { checked } from './checked.ts';

/** A key that tokens are sealed with, and its name. */
export interface EncryptionKey {
  readonly id: string;
  /** 32 bytes in base64. */
  readonly key: string;
}

/** What it takes to be installed in any workspace. */
export interface InstallsConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Without a path. */
  readonly publicUrl: string;
  /** The first seals, all of them open. */
  readonly keys: readonly EncryptionKey[];
}

const SLACK_TOKEN = /\bx(?:ox[a-z]|app)-/;
const CLIENT_ID = /^\d{5,25}\.\d{5,25}$/;
const SPACE_OR_QUOTE = /[\s"'`]/;
const KEY_ID = /^[\w-]{1,32}$/;
/** 32 bytes: 43 digits, and what fills the last four. */
const KEY = /^[A-Za-z0-9+/]{43}=?$/;
const SHORTEST_STATE_SECRET = 32;
const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

const clientId = checked((value) =>
  CLIENT_ID.test(value)
    ? null
    : 'must be the Client ID of "Basic Information", two numbers with a dot, for example SLACK_CLIENT_ID=1234567890.1234567890',
);

const clientSecret = checked((value) => {
  if (!SLACK_TOKEN.test(value) && !SPACE_OR_QUOTE.test(value)) return null;
  return 'must be the Client Secret of "Basic Information", without spaces or quotes, for example SLACK_CLIENT_SECRET=0123456789abcdef0123456789abcdef';
});

const stateSecret = checked((value) => {
  if (SLACK_TOKEN.test(value))
    return 'holds a token; expected characters of chance, as "openssl rand -hex 32" prints them';
  if (value.length >= SHORTEST_STATE_SECRET) return null;
  return `must have at least ${SHORTEST_STATE_SECRET} characters that nobody can guess, as "openssl rand -hex 32" prints them`;
});

/** Slack sends people back to it, and so it must be the one they reach. */
export const publicUrl = checked((value) => {
  const url = URL.parse(value);
  const example = 'for example PUBLIC_URL=https://teapot.example';
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return `must be a whole address that starts with https://, ${example}`;
  if (url.protocol === 'http:' && !LOCAL.has(url.hostname))
    return `must start with https://, because tokens are fetched over it, ${example}`;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    return `must have nothing after the host, ${example}`;
  return null;
});

/** `id:base64,id:base64`: what is wrong with it, if anything, and never with a key in it. */
export const encryptionKeys = checked((value) => {
  const ids = keysOf(value).map(({ id }) => id);
  const wrong = keysOf(value).findIndex(({ id, key }) => !KEY_ID.test(id) || !KEY.test(key));
  if (wrong >= 0)
    return `must be names with keys of 32 bytes in base64, as in k1:…=,k2:…=; number ${wrong + 1} is not. "npm run -s teapot -- keys new" makes one`;
  if (new Set(ids).size < ids.length) return 'names one key twice; each needs a name of its own, as in k1:…=,k2:…=';
  return null;
});

/** The keys of a right `ENCRYPTION_KEYS`, in order. */
export function keysOf(value: string): readonly EncryptionKey[] {
  return value.split(',').map((part) => {
    const colon = part.indexOf(':');
    return { id: part.slice(0, Math.max(colon, 0)).trim(), key: part.slice(colon + 1).trim() };
  });
}

export const installVariables = {
  SLACK_CLIENT_ID: v.optional(clientId),
  SLACK_CLIENT_SECRET: v.optional(clientSecret),
  SLACK_STATE_SECRET: v.optional(stateSecret),
  ENCRYPTION_KEYS: v.optional(encryptionKeys),
  PUBLIC_URL: v.optional(publicUrl),
};

/** All of it or nothing: what is missing is reported by `slackGaps`. */
export function installsIn(
  found: Readonly<Partial<Record<keyof typeof installVariables, string | undefined>>>,
): InstallsConfig | null {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = found;
  const { ENCRYPTION_KEYS: keys, PUBLIC_URL: publicUrl } = found;
  if (!clientId || !clientSecret || !stateSecret || !keys || !publicUrl) return null;
  return { clientId, clientSecret, stateSecret, publicUrl, keys: keysOf(keys) };
}

/** Any of these says that workspaces are to install Teapot. */
const INSTALLS = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

/** What it takes, and where to get it. */
const NEEDED = {
  SLACK_CLIENT_ID: 'copy it from "Basic Information", as in SLACK_CLIENT_ID=1234567890.1234567890',
  SLACK_CLIENT_SECRET: 'copy it from "Basic Information"',
  SLACK_STATE_SECRET: 'choose one, as "openssl rand -hex 32" prints it',
  ENCRYPTION_KEYS: 'make one with "npm run -s teapot -- keys new"; tokens are sealed with it',
  PUBLIC_URL: 'set the address at which people reach Teapot, as in PUBLIC_URL=https://teapot.example',
} as const satisfies Record<keyof typeof installVariables, string>;

/** What does not go together of all that is Slack's. */
export function slackGaps(set: ReadonlyMap<string, string>): readonly string[] {
  const receives = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].filter((name) => set.has(name));
  const installs = INSTALLS.filter((name) => set.has(name));
  const [first] = installs;
  if (first !== undefined) {
    const missing = Object.entries(NEEDED).filter(([name]) => !set.has(name));
    return [
      ...missing.map(([name, how]) => `${name}: is missing beside ${installs.join(' and ')}; ${how}`),
      ...(set.has('SLACK_BOT_TOKEN')
        ? [`SLACK_BOT_TOKEN: belongs to one workspace, and ${first} to many; leave one of them out`]
        : []),
      ...(receives.length === 0
        ? [
            `SLACK_SIGNING_SECRET: is missing beside ${first}; copy it from "Basic Information", or set SLACK_APP_TOKEN for Socket Mode`,
          ]
        : []),
    ];
  }
  if (set.has('SLACK_BOT_TOKEN') && receives.length === 0)
    return [
      'SLACK_APP_TOKEN: is missing beside SLACK_BOT_TOKEN; set it for Socket Mode, as in SLACK_APP_TOKEN=xapp-1-A1-2-ab, or set SLACK_SIGNING_SECRET for HTTP',
    ];
  if (!set.has('SLACK_BOT_TOKEN') && receives.length > 0)
    return [
      `SLACK_BOT_TOKEN: is missing beside ${receives.join(' and ')}; copy it from "OAuth & Permissions", as in SLACK_BOT_TOKEN=xoxb-1234-abcd`,
    ];
  return [];
}
