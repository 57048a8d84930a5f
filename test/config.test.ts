import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Variables } from '../src/config/variables.ts';
import { type Environment, loadEnvironment, readCommands, readConfig, readPassive, secretsOf } from '../src/config.ts';
import { validateCommands } from '../src/platforms/slack/commands.ts';

const bot = 'xoxb-1-very-secret';
const app = 'xapp-1-A1-very-secret';
const signing = '0123456789abcdef0123456789abcdef';
const discord = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.very-secret-signature-of-a-token';
const postgres = { DATABASE_URL: 'postgres://teapot@localhost/teapot' };

/** What is wrong, the environment it is in, and the line that says so. */
const broken: readonly [string, Environment, RegExp][] = [
  ['a bot token alone', { SLACK_BOT_TOKEN: bot }, /^SLACK_APP_TOKEN: is missing.*SLACK_SIGNING_SECRET/],
  ['an app token alone', { SLACK_APP_TOKEN: app }, /^SLACK_BOT_TOKEN: is missing beside SLACK_APP_TOKEN/],
  [
    'a signing secret alone',
    { SLACK_SIGNING_SECRET: signing },
    /^SLACK_BOT_TOKEN: is missing beside SLACK_SIGNING_SECRET/,
  ],
  [
    'both of them without a bot token',
    { SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing },
    /beside SLACK_APP_TOKEN and SLACK_SIGNING_SECRET/,
  ],
  [
    'an app token as bot token',
    { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: app },
    /^SLACK_BOT_TOKEN: holds an app-level token.*belongs in SLACK_APP_TOKEN/,
  ],
  [
    'a bot token as app token',
    { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: bot },
    /^SLACK_APP_TOKEN: holds a bot token.*belongs in SLACK_BOT_TOKEN/,
  ],
  [
    'a user token',
    { SLACK_BOT_TOKEN: 'xoxp-1-very-secret', SLACK_APP_TOKEN: app },
    /^SLACK_BOT_TOKEN: holds a user token/,
  ],
  [
    'a token in quotes',
    { SLACK_BOT_TOKEN: `"${bot}"`, SLACK_APP_TOKEN: app },
    /^SLACK_BOT_TOKEN: .*no spaces or quotes/,
  ],
  ['the prefix alone', { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: app }, /^SLACK_BOT_TOKEN: must be one token/],
  [
    'a token as signing secret',
    { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: app },
    /^SLACK_SIGNING_SECRET: holds a token/,
  ],
  [
    'a signing secret of two words',
    { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'very secret' },
    /^SLACK_SIGNING_SECRET: .*no spaces/,
  ],
  ['a Slack token for Discord', { DISCORD_BOT_TOKEN: bot }, /^DISCORD_BOT_TOKEN: holds a Slack token/],
  [
    'an application id for Discord',
    { DISCORD_BOT_TOKEN: '123456789012345678' },
    /^DISCORD_BOT_TOKEN: holds an application id/,
  ],
  ['a public key for Discord', { DISCORD_BOT_TOKEN: 'ab'.repeat(32) }, /^DISCORD_BOT_TOKEN: holds a public key/],
  [
    'a Discord token with its scheme',
    { DISCORD_BOT_TOKEN: `Bot ${discord}` },
    /^DISCORD_BOT_TOKEN: .*without the word "Bot"/,
  ],
  [
    'a client secret for Discord',
    { DISCORD_BOT_TOKEN: 'Zm9v-YmFy_1234567890abcdefABCDEF' },
    /^DISCORD_BOT_TOKEN: must be three parts with dots.*page "Bot"/,
  ],
  ['half a token for Discord', { DISCORD_BOT_TOKEN: discord.slice(0, 30) }, /^DISCORD_BOT_TOKEN: must be three parts/],
  ['a Discord token with a gap', { DISCORD_BOT_TOKEN: `${discord} x` }, /^DISCORD_BOT_TOKEN: .*no spaces/],
  ['SHARDS beside Discord', { DISCORD_BOT_TOKEN: discord, SHARDS: 'auto' }, /^SHARDS: must not be set/],
  ['SHARD_COUNT beside Discord', { DISCORD_BOT_TOKEN: discord, SHARD_COUNT: '4' }, /^SHARD_COUNT: must not be set/],
  ['a shard without a count', { DISCORD_SHARD_ID: '0' }, /^DISCORD_SHARD_COUNT: is missing/],
  ['a count without a shard', { ...postgres, DISCORD_SHARD_COUNT: '2' }, /^DISCORD_SHARD_ID: is missing/],
  [
    'a shard beyond its count',
    { ...postgres, DISCORD_SHARD_ID: '2', DISCORD_SHARD_COUNT: '2' },
    /^DISCORD_SHARD_ID: counts from 0/,
  ],
  [
    'a shard that is no number',
    { ...postgres, DISCORD_SHARD_ID: 'any', DISCORD_SHARD_COUNT: '2' },
    /^DISCORD_SHARD_ID: must be a whole number from 0 to 999, or auto for any that is free/,
  ],
  [
    'several shards with SQLite',
    { DISCORD_SHARD_ID: '0', DISCORD_SHARD_COUNT: '2' },
    /^DISCORD_SHARD_COUNT: is for several processes, .*it needs PostgreSQL, as in DATABASE_URL=postgres:/,
  ],
  [
    'any shard with SQLite',
    { DISCORD_SHARD_ID: 'auto', DISCORD_SHARD_COUNT: '1', DATABASE_URL: 'sqlite:x.db' },
    /^DISCORD_SHARD_ID: auto asks the database .*needs PostgreSQL/,
  ],
  ['several processes with SQLite', { REPLICAS: '2' }, /^REPLICAS: several processes cannot share a file of SQLite/],
  ['no process at all', { REPLICAS: '0' }, /^REPLICAS: must be a whole number from 1 to 1000/],
  ['an address that is none', { SLACK_API_URL: 'nowhere.example/api' }, /^SLACK_API_URL: must be an address/],
  ['an address of another kind', { DISCORD_API_URL: 'file:///etc/passwd' }, /^DISCORD_API_URL: must be an address/],
  ['a database of another kind', { DATABASE_URL: 'mysql://root:pw@host/teapot' }, /^DATABASE_URL: must be sqlite: and/],
  ['a database without a scheme', { DATABASE_URL: './data/other.db' }, /^DATABASE_URL: must be sqlite: and/],
  [
    'a SQLite database without a file',
    { DATABASE_URL: 'sqlite:' },
    /^DATABASE_URL: must name a file right after sqlite:/,
  ],
  ['a SQLite file like a host', { DATABASE_URL: 'sqlite://data/teapot.db' }, /^DATABASE_URL: must name a file/],
  ['a broken escape', { DATABASE_URL: 'postgres://u:100%@host/teapot' }, /^DATABASE_URL: has a password with a %/],
  ['a purge after too long', { QUIZ_PURGE_DAYS: '91' }, /^QUIZ_PURGE_DAYS: must be a whole number from 0 to 90/],
  ['a port in words', { PORT: 'http' }, /^PORT: must be a whole number from 0 to 65535, for example PORT=3000$/],
  ['a port too high', { PORT: '70000' }, /^PORT: /],
  ['a port with a fraction', { PORT: '30.5' }, /^PORT: /],
  ['quiz admins nobody knows', { SLACK_QUIZ_ADMINS: 'me' }, /^SLACK_QUIZ_ADMINS: must be one of anyone, admins/],
  [
    'listening that may be',
    { SLACK_PASSIVE: 'true' },
    /^SLACK_PASSIVE: must be on or off, for example SLACK_PASSIVE=on$/,
  ],
  [
    'listening of a kind',
    { DISCORD_PASSIVE: '1' },
    /^DISCORD_PASSIVE: must be on or off, for example DISCORD_PASSIVE=on$/,
  ],
  ['a playground that may be', { PLAYGROUND: 'maybe' }, /^PLAYGROUND: must be on or off, for example PLAYGROUND=on$/],
  [
    'a playground in production',
    { PLAYGROUND: 'on', NODE_ENV: 'production' },
    /^PLAYGROUND: must not be on where NODE_ENV names a live system/,
  ],
  ['a page’s port in words', { PLAYGROUND_PORT: 'http' }, /^PLAYGROUND_PORT: must be a whole number from 0 to 65535/],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL: must be one of trace, debug, info/],
  ['a command that Slack keeps', { SLACK_COMMANDS: '/status' }, /^SLACK_COMMANDS: "\/status" belongs to Slack/],
  ['a command without a slash', { SLACK_COMMANDS: 'http' }, /^SLACK_COMMANDS: "http" is not a command name/],
  ['commas for commands', { SLACK_COMMANDS: ', ,' }, /^SLACK_COMMANDS: names no command/],
  ['a token for commands', { SLACK_COMMANDS: bot }, /^SLACK_COMMANDS: holds a token/],
];

const assignments = /^([A-Z_]+)=(.*)$/gm;

function problemsOf(environment: Environment): readonly string[] {
  const outcome = readConfig(environment, validateCommands);
  return outcome.ok ? [] : outcome.problems;
}

describe('a good environment', () => {
  it('needs nothing at all', () => {
    expect(readConfig({}, validateCommands)).toEqual({
      ok: true,
      value: {
        slack: null,
        discord: null,
        commands: ['/http', '/httpstatus'],
        databaseUrl: 'sqlite:./data/teapot.db',
        purgeDays: 30,
        port: 3000,
        playground: { port: 8418 },
        logLevel: 'warn',
      },
    });
  });

  it('takes blank values for absent ones, as in a copied .env.example', () => {
    const blank = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '  ', DISCORD_BOT_TOKEN: '', PORT: '' };
    expect(readConfig(blank, validateCommands)).toEqual(readConfig({}, validateCommands));
  });

  it('becomes a configuration', () => {
    const environment = {
      SLACK_BOT_TOKEN: ` ${bot} `,
      SLACK_APP_TOKEN: app,
      SLACK_SIGNING_SECRET: signing,
      SLACK_COMMANDS: ' /code, /codes,',
      SLACK_API_URL: 'http://127.0.0.1:4000/api/',
      SLACK_QUIZ_ADMINS: 'admins',
      DISCORD_BOT_TOKEN: discord,
      DISCORD_API_URL: 'http://127.0.0.1:5000/api',
      DISCORD_SHARD_ID: '1',
      DISCORD_SHARD_COUNT: '2',
      DATABASE_URL: 'postgresql://teapot:p%40ss@db:5432/teapot',
      REPLICAS: '2',
      QUIZ_PURGE_DAYS: '7',
      PORT: '8080',
      LOG_LEVEL: 'debug',
    };
    expect(readConfig(environment, validateCommands)).toEqual({
      ok: true,
      value: {
        slack: {
          botToken: bot,
          appToken: app,
          signingSecret: signing,
          apiUrl: 'http://127.0.0.1:4000/api/',
          quizAdmins: 'admins',
        },
        discord: { token: discord, apiUrl: 'http://127.0.0.1:5000/api', shard: { id: 1, count: 2 } },
        commands: ['/code', '/codes'],
        databaseUrl: 'postgresql://teapot:p%40ss@db:5432/teapot',
        purgeDays: 7,
        port: 8080,
        playground: null,
        logLevel: 'debug',
      },
    });
  });

  it('takes any shard that is free, where that is wanted', () => {
    const environment = { ...postgres, DISCORD_BOT_TOKEN: discord, DISCORD_SHARD_ID: 'auto', DISCORD_SHARD_COUNT: '4' };
    expect(readConfig(environment, validateCommands)).toMatchObject({
      value: { discord: { shard: { id: 'auto', count: 4 } } },
    });
  });

  it.each([
    ['Socket Mode', { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }],
    ['HTTP', { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing }],
    ['Discord', { DISCORD_BOT_TOKEN: discord }],
    ['shard settings for another bot, without Discord', { SHARDS: '2', SHARD_COUNT: '2' }],
    [
      'addresses without tokens',
      { SLACK_API_URL: 'https://slack.com/api/', DISCORD_API_URL: 'https://discord.com/api' },
    ],
  ])('is enough with %s alone', (_, environment) => {
    expect(problemsOf(environment)).toEqual([]);
  });

  it.each<[string, Environment, boolean, boolean]>([
    ['nothing', {}, false, false],
    ['off', { SLACK_PASSIVE: 'off', DISCORD_PASSIVE: 'off' }, false, false],
    ['Slack', { SLACK_PASSIVE: 'on' }, true, false],
    ['Discord', { DISCORD_PASSIVE: 'on' }, false, true],
  ])('lets Teapot listen only where that is switched on: %s', (_, environment, slack, heard) => {
    const tokens = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, DISCORD_BOT_TOKEN: discord };
    const read = readConfig({ ...tokens, ...environment }, validateCommands);
    expect(read.ok && [read.value.slack?.passive ?? false, read.value.discord?.passive ?? false]).toEqual([
      slack,
      heard,
    ]);
    expect(readPassive(environment)).toEqual({ slack, discord: heard });
  });

  it.each<[string, Environment, number | null, string]>([
    ['nothing', {}, 8418, 'warn'],
    ['another port', { PLAYGROUND_PORT: '9000' }, 9000, 'warn'],
    ['a log level', { LOG_LEVEL: 'info' }, 8418, 'info'],
    ['off', { PLAYGROUND: 'off' }, null, 'info'],
    ['production', { NODE_ENV: 'production' }, null, 'info'],
    ['off in production', { NODE_ENV: 'production', PLAYGROUND: 'off' }, null, 'info'],
    ['development', { NODE_ENV: 'development' }, 8418, 'warn'],
    ['Slack', { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }, null, 'info'],
    ['Discord', { DISCORD_BOT_TOKEN: discord }, null, 'info'],
    ['Discord and on', { DISCORD_BOT_TOKEN: discord, PLAYGROUND: 'on' }, 8418, 'info'],
  ])('has a playground, or none, with %s', (_, environment, port, logLevel) => {
    const outcome = readConfig(environment, validateCommands);
    expect(outcome).toMatchObject({ ok: true, value: { playground: port === null ? null : { port }, logLevel } });
  });

  it('knows its secrets, for the log to hide', () => {
    const outcome = readConfig(
      {
        SLACK_BOT_TOKEN: bot,
        SLACK_SIGNING_SECRET: signing,
        DISCORD_BOT_TOKEN: discord,
        DATABASE_URL: 'postgres://teapot:p%40ss@db/teapot',
      },
      validateCommands,
    );
    expect(outcome.ok && secretsOf(outcome.value)).toEqual([bot, signing, discord, 'p%40ss', 'p@ss']);
  });
});

describe('a problem', () => {
  it.each(broken)('is one line that names the variable: %s', (_, environment, line) => {
    const problems = problemsOf(environment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(line);
    expect(problems[0]).not.toContain('\n');
    // The names of commands are no secret, and short enough to pass here.
    for (const value of Object.values(environment).filter((found) => (found?.length ?? 0) > 7))
      expect(problems[0]).not.toContain(value);
  });

  it('does not hide another one', () => {
    const everything = {
      SLACK_BOT_TOKEN: app,
      SLACK_COMMANDS: '/status,/Http',
      SLACK_API_URL: 'nowhere',
      DISCORD_BOT_TOKEN: bot,
      SHARDS: '2',
      DATABASE_URL: 'nowhere',
      PORT: '-1',
      LOG_LEVEL: 'loud',
    };
    const named = problemsOf(everything).map((problem) => problem.split(':')[0]);
    expect(named.sort()).toEqual(
      [
        'DATABASE_URL',
        'DISCORD_BOT_TOKEN',
        'LOG_LEVEL',
        'PORT',
        'SHARDS',
        'SLACK_API_URL',
        'SLACK_APP_TOKEN',
        'SLACK_BOT_TOKEN',
        'SLACK_COMMANDS',
        'SLACK_COMMANDS',
      ].sort(),
    );
  });

  it('with tokens does not stop the commands from being read, for the manifest comes before the tokens', () => {
    expect(readCommands({ SLACK_BOT_TOKEN: 'nonsense', SLACK_COMMANDS: '/code' }, validateCommands)).toEqual({
      ok: true,
      value: ['/code'],
    });
  });
});

describe('a .env file', () => {
  const home = process.cwd();
  afterEach(() => {
    process.chdir(home);
    vi.unstubAllEnvs();
  });

  it('completes the environment and does not overrule it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'teapot-env-'));
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=debug\nPORT=4321\n');
    vi.stubEnv('LOG_LEVEL', 'warn');
    vi.stubEnv('PORT', undefined);
    process.chdir(folder);
    expect(loadEnvironment()).toMatchObject({ LOG_LEVEL: 'warn', PORT: '4321' });
  });

  it('may be missing', () => {
    process.chdir(mkdtempSync(join(tmpdir(), 'teapot-env-')));
    expect(loadEnvironment()).toHaveProperty('PATH');
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const names = [...example.matchAll(assignments)].map(([, name]) => name);

  it('names every variable that is read, each behind a comment', () => {
    // Read elsewhere, and set by whoever runs the process; the password by compose.yaml.
    const read = new Set([...Object.keys(Variables.entries), 'SLACK_COMMANDS', 'POSTGRES_PASSWORD']);
    read.delete('NODE_ENV');
    expect(new Set(names)).toEqual(read);
  });

  it('is a good environment as it is', () => {
    const environment = Object.fromEntries([...example.matchAll(assignments)].map(([, name, value]) => [name, value]));
    expect(readConfig(environment, validateCommands)).toEqual(readConfig({}, validateCommands));
  });
});
