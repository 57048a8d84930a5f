// What it takes to be installed in any workspace: every wrong combination in one clear line, and no secret in any of them.
import { describe, expect, it } from 'vitest';
import { type Environment, readConfig, readEncryptionKeys, readPublicUrl, secretsOf } from '../src/config.ts';
import { validateCommands } from '../src/platforms/slack/commands.ts';
import { newSealKey } from '../src/store/seal.ts';

const [key, other] = [newSealKey().key, newSealKey().key];
const good = {
  SLACK_CLIENT_ID: '1234567890.9876543210',
  SLACK_CLIENT_SECRET: 'very-secret-client',
  SLACK_STATE_SECRET: 'very-secret-state-of-thirty-two-c',
  SLACK_SIGNING_SECRET: 'very-secret-signing',
  ENCRYPTION_KEYS: `k2:${key},k1:${other}`,
  PUBLIC_URL: 'https://teapot.example',
} satisfies Environment;

function problemsOf(environment: Environment): readonly string[] {
  const outcome = readConfig(environment, validateCommands);
  return outcome.ok ? [] : outcome.problems;
}

function without(...names: readonly (keyof typeof good)[]): Environment {
  return Object.fromEntries(Object.entries(good).filter(([name]) => !names.some((one) => one === name)));
}

describe('a Teapot for any workspace', () => {
  it.each([
    ['over HTTP', good, { signingSecret: good.SLACK_SIGNING_SECRET }],
    [
      'in Socket Mode',
      { ...without('SLACK_SIGNING_SECRET'), SLACK_APP_TOKEN: 'xapp-1-A1-very-secret' },
      { appToken: 'xapp-1-A1-very-secret' },
    ],
    ['at this machine', { ...good, PUBLIC_URL: 'http://127.0.0.1:3000' }, { signingSecret: good.SLACK_SIGNING_SECRET }],
  ])('works %s', (_, environment: Environment, receives) => {
    const read = readConfig(environment, validateCommands);
    expect(read).toMatchObject({
      ok: true,
      value: {
        slack: {
          ...receives,
          installs: {
            clientId: good.SLACK_CLIENT_ID,
            clientSecret: good.SLACK_CLIENT_SECRET,
            stateSecret: good.SLACK_STATE_SECRET,
            publicUrl: environment['PUBLIC_URL'],
            keys: [
              { id: 'k2', key },
              { id: 'k1', key: other },
            ],
          },
        },
      },
    });
    if (!read.ok) return;
    expect(read.value.slack?.botToken).toBeUndefined();
    const secrets = [good.SLACK_CLIENT_SECRET, good.SLACK_STATE_SECRET, key, other];
    expect(secretsOf(read.value)).toEqual(expect.arrayContaining(secrets));
  });

  const broken: readonly [string, Environment, RegExp][] = [
    [
      'no client id',
      without('SLACK_CLIENT_ID'),
      /^SLACK_CLIENT_ID: is missing beside SLACK_CLIENT_SECRET and SLACK_STATE/,
    ],
    ['no client secret', without('SLACK_CLIENT_SECRET'), /^SLACK_CLIENT_SECRET: is missing beside SLACK_CLIENT_ID/],
    ['no state secret', without('SLACK_STATE_SECRET'), /^SLACK_STATE_SECRET: is missing.*openssl rand -hex 32/],
    ['no key', without('ENCRYPTION_KEYS'), /^ENCRYPTION_KEYS: is missing.*keys new/],
    ['no address', without('PUBLIC_URL'), /^PUBLIC_URL: is missing.*PUBLIC_URL=https:\/\/teapot\.example/],
    ['no way to receive', without('SLACK_SIGNING_SECRET'), /^SLACK_SIGNING_SECRET: is missing beside SLACK_CLIENT_ID/],
    [
      'a bot token as well',
      { ...good, SLACK_BOT_TOKEN: 'xoxb-1-very-secret' },
      /^SLACK_BOT_TOKEN: belongs to one workspace/,
    ],
    ['a client id that is none', { ...good, SLACK_CLIENT_ID: 'A0123' }, /^SLACK_CLIENT_ID: must be the Client ID/],
    [
      'a token as client secret',
      { ...good, SLACK_CLIENT_SECRET: 'xoxb-1-very-secret' },
      /^SLACK_CLIENT_SECRET: must be/,
    ],
    [
      'a short state secret',
      { ...good, SLACK_STATE_SECRET: 'very-secret' },
      /^SLACK_STATE_SECRET: must have at least 32/,
    ],
    [
      'a token as state secret',
      { ...good, SLACK_STATE_SECRET: `xapp-1-very-secret${'x'.repeat(32)}` },
      /^SLACK_STATE_SECRET: holds/,
    ],
    [
      'a key without a name',
      { ...good, ENCRYPTION_KEYS: key },
      /^ENCRYPTION_KEYS: must be names with keys.*number 1 is not/,
    ],
    ['a short key', { ...good, ENCRYPTION_KEYS: `k1:${key},k2:c2hvcnQ=` }, /^ENCRYPTION_KEYS: .*number 2 is not/],
    ['a key of 33 bytes', { ...good, ENCRYPTION_KEYS: `k1:${'A'.repeat(44)}` }, /^ENCRYPTION_KEYS: .*number 1 is not/],
    ['an empty place', { ...good, ENCRYPTION_KEYS: `k1:${key},` }, /^ENCRYPTION_KEYS: .*number 2 is not/],
    ['a name that has spaces', { ...good, ENCRYPTION_KEYS: `my key:${key}` }, /^ENCRYPTION_KEYS: .*number 1 is not/],
    [
      'a name that comes twice',
      { ...good, ENCRYPTION_KEYS: `k1:${key},k1:${other}` },
      /^ENCRYPTION_KEYS: names one key twice/,
    ],
    [
      'an address without https',
      { ...good, PUBLIC_URL: 'http://teapot.example' },
      /^PUBLIC_URL: must start with https/,
    ],
    [
      'an address with a path',
      { ...good, PUBLIC_URL: 'https://a.example/teapot' },
      /^PUBLIC_URL: must have nothing after/,
    ],
    [
      'an address with a password',
      { ...good, PUBLIC_URL: 'https://me:very-secret@a.example' },
      /^PUBLIC_URL: must have nothing/,
    ],
    ['no address at all', { ...good, PUBLIC_URL: 'teapot.example' }, /^PUBLIC_URL: must be a whole address/],
  ];
  it.each(broken)('is told of %s in one line, without a secret', (_, environment, line) => {
    const problems = problemsOf(environment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(line);
    expect(problems[0]).not.toContain('very-secret');
    for (const secret of [key, other]) expect(problems[0]).not.toContain(secret);
  });

  it('is told of everything that is missing at once', () => {
    const named = problemsOf({ SLACK_CLIENT_ID: good.SLACK_CLIENT_ID }).map((problem) => problem.split(':')[0]);
    expect(named.sort()).toEqual([
      'ENCRYPTION_KEYS',
      'PUBLIC_URL',
      'SLACK_CLIENT_SECRET',
      'SLACK_SIGNING_SECRET',
      'SLACK_STATE_SECRET',
    ]);
  });
});

describe('a Teapot of one workspace', () => {
  it('may have an address and keys, which it does not need', () => {
    const { ENCRYPTION_KEYS, PUBLIC_URL } = good;
    const one = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-a', ENCRYPTION_KEYS, PUBLIC_URL };
    expect(readConfig(one, validateCommands)).toMatchObject({ ok: true, value: { slack: { botToken: 'xoxb-1-a' } } });
  });
});

it('keys and address are read alone, for whoever looks after them', () => {
  expect(readEncryptionKeys(good)).toEqual({
    ok: true,
    value: [
      { id: 'k2', key },
      { id: 'k1', key: other },
    ],
  });
  expect(readEncryptionKeys({})).toMatchObject({ ok: false, problems: [expect.stringContaining('is not set')] });
  expect([readPublicUrl({}), readPublicUrl(good)]).toEqual([
    { ok: true, value: null },
    { ok: true, value: good.PUBLIC_URL },
  ]);
  expect(readPublicUrl({ PUBLIC_URL: 'x' }).ok).toBe(false);
});
