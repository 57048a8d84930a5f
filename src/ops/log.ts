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
  'refresh_token',
  'client_secret',
  'clientSecret',
  'signing_secret',
  'signingSecret',
  'response_url',
  'responseUrl',
  'trigger_id',
  'authorization',
  'x-slack-signature',
  'cookie',
];

/** A pino path reaches one depth, so each depth that occurs gets its own. What lies deeper is caught in the finished line. */
const REDACTED = SECRET_FIELDS.map((name) => `["${name}"]`).flatMap((field) => [
  field,
  `*${field}`,
  `*.*${field}`,
  `*.*.*${field}`,
]);

/** The same fields in text: at any depth, and in JSON that was put into a string. */
const FIELD_IN_TEXT = new RegExp(String.raw`(\\*"(?:${SECRET_FIELDS.join('|')})\\*"\s*:\s*\\*")[^"\\]+`, 'gi');

/** Secrets that can be told by their looks, wherever they stand. The group, if any, is the part that may be seen. */
const PATTERNS: readonly RegExp[] = [
  // Slack: bot, app-level, user, refresh and configuration tokens.
  /\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w.%-]+/g,
  // Discord's tokens (id.time.signature) and JSON Web Tokens: three parts of base64url.
  /\b[\w-]{17,}\.[\w-]{5,}\.[\w-]{25,}/g,
  /\b((?:Bearer|Basic)\s+)[\w.~+/=-]+/gi,
  /\b(Bot\s+)[\w-]{17,}[\w.-]*/g,
  // Discord: an interaction's token stands in addresses and lives for 15 minutes.
  /(\/(?:interactions|webhooks)\/\d+\/)[\w.%~-]+/g,
  // Slack: response addresses and incoming webhooks need no token beside them.
  /(https:\/\/hooks\.slack(?:-gov)?\.com\/)[^\s"'\\)>\]]+/g,
  // A Socket Mode address carries its ticket.
  /([?&](?:ticket|token|code|access_token)=)[^\s"'\\&]+/g,
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
    const byLooks = PATTERNS.reduce((rest, pattern) => rest.replace(pattern, keepGroup), masked);
    return byLooks.replace(FIELD_IN_TEXT, `$1${HIDDEN}`);
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
      redact: { paths: REDACTED, censor: HIDDEN },
      hooks: { streamWrite: prettify === null ? mask : (line) => prettify(mask(line)) },
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
