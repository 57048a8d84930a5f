// What the process writes about itself: one JSON line an event on stdout, and no secret in any of them.
import { pino, stdSerializers, stdTimeFunctions } from 'pino';

const HIDDEN = '[hidden]';

/** Fields that hold a secret by their name (storage reference §6, Slack reference §11, Discord reference §15). */
const SECRET_FIELDS = [
  'token',
  'bot_token',
  'botToken',
  'app_token',
  'appToken',
  'access_token',
  'accessToken',
  'refresh_token',
  'refreshToken',
  'client_secret',
  'clientSecret',
  'signing_secret',
  'signingSecret',
  'state_secret',
  'stateSecret',
  'password',
  'connectionString',
  'response_url',
  'responseUrl',
  'trigger_id',
  'triggerId',
  'authorization',
  'x-slack-signature',
  'cookie',
  'set-cookie',
];

const SECRET_NAMES: ReadonlySet<string> = new Set(SECRET_FIELDS.map((name) => name.toLowerCase()));

const FIELD = `(?:${SECRET_FIELDS.join('|')})`;

/** The same fields in text, at any depth. The group is the part that may be seen. */
const FIELDS_IN_TEXT: readonly RegExp[] = [
  // In JSON, also in JSON that was put into a string; and in what Node makes of an object.
  new RegExp(String.raw`("${FIELD}\\*"\s*:\s*\\*")[^"\\]+`, 'gi'),
  new RegExp(String.raw`(\b${FIELD}'?: ')[^'\\]+`, 'gi'),
  // In a form or an address; and in JSON that stands there.
  new RegExp(String.raw`(\b${FIELD}=)[^\s"'\\&]+`, 'gi'),
  new RegExp(String.raw`(%22${FIELD}%22%3A(?:%20|\+)?%22)[^\s"'\\&]+`, 'gi'),
];

/** Secrets that can be told by their looks, wherever they stand. The group, if any, is the part that may be seen. */
const PATTERNS: readonly RegExp[] = [
  // Slack: bot, app-level, user, refresh and configuration tokens.
  /\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w.%-]+/g,
  // Discord's tokens (id.time.signature) and JSON Web Tokens: three parts of base64url.
  /(?<![\w-])[\w-]{17,}\.[\w-]{5,}\.[\w-]{25,}/g,
  /\b((?:Bearer|Basic)\s+)[\w.~+/=-]+/gi,
  /\b(Bot\s+)[\w-]{17,}[\w.-]*/g,
  // Discord: an interaction's token stands in addresses and lives for 15 minutes.
  /(\/(?:interactions|webhooks)\/\d+\/)[\w.%~-]+/g,
  // Slack: response addresses and incoming webhooks need no token beside them.
  /(https:\/\/hooks\.slack(?:-gov)?\.com\/)[^\s"'\\)>\]]+/g,
  /(https%3A%2F%2Fhooks\.slack(?:-gov)?\.com%2F)[^\s"'\\&]+/gi,
  // A Socket Mode address carries its ticket, one that comes back from an installation what a token is given for.
  /([?&"](?:ticket|code|state)=)[^\s"'\\&]+/g,
  // The password in an address, as of a database.
  /(\b[a-z][a-z+.-]{1,20}:\/\/[^\s:@/"'\\]{0,100}:)[^\s@"'\\]{1,300}(?=@)/gi,
];

/**
 * Makes the function that hides secrets in a text.
 * @param secrets values that are known, such as the configured tokens: hidden also where their looks say nothing.
 */
export function createMask(secrets: readonly string[] = []): (text: string) => string {
  const known = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .filter((secret) => secret !== '');
  return (text) => {
    const masked = known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    return [...PATTERNS, ...FIELDS_IN_TEXT].reduce((rest, pattern) => rest.replace(pattern, keepGroup), masked);
  };
}

/** A pattern without a group gets the offset, a number, as second argument. */
function keepGroup(_: string, group: string | number): string {
  return typeof group === 'string' ? group + HIDDEN : HIDDEN;
}

export interface LogOptions {
  /** One of pino's: trace, debug, info, warn, error, fatal, silent. */
  readonly level: string;
  readonly secrets?: readonly string[];
  /** Where lines go; default stdout, drawn for people when one is looking. */
  readonly output?: { write(line: string): unknown };
}

/**
 * The finished line without the values of secret fields, whatever they are and however deep. Not by pino's own `redact`: 10.4.0
 * throws where a field holds an address or bytes, and so does then whoever wrote the line.
 */
function hideFields(line: string): string {
  const hide = (name: string, value: unknown) =>
    SECRET_NAMES.has(name.toLowerCase()) || isBytes(value) ? HIDDEN : value;
  return `${JSON.stringify(JSON.parse(line, hide))}\n`;
}

/** As JSON tells them; they may spell anything. */
function isBytes(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value;
}

/** Starts the log. Every line passes the mask last, so that whatever a serializer lets through is hidden still. */
export async function createLog({ level, secrets = [], output }: LogOptions): Promise<pino.Logger> {
  const mask = createMask(secrets);
  const prettify = output === undefined && process.stdout.isTTY ? await loadPretty() : null;
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.err, error: stdSerializers.err, reason: stdSerializers.err },
      hooks: {
        streamWrite: (line) => {
          const masked = mask(hideFields(line));
          return prettify === null ? masked : prettify(masked);
        },
      },
    },
    output ?? process.stdout,
  );
}

/**
 * How lines look for people. Here and not in a stream behind the log: what is written last, before the process ends, must
 * not be lost. pino-pretty is there in development only; without it a person reads JSON, too.
 */
async function loadPretty(): Promise<((line: string) => string) | null> {
  try {
    const { prettyFactory } = await import('pino-pretty');
    return prettyFactory({ colorize: process.stdout.hasColors(), translateTime: 'SYS:HH:MM:ss' });
  } catch {
    return null;
  }
}
