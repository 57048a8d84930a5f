import { describe, expect, it } from 'vitest';
import { createLog, createMask } from '../../src/ops/log.ts';

// Made here, so that no scanner takes a test for a leak.
const secret = 'v3ry-s3cret';
const slackBot = `xoxb-123456789012-${secret}`;
const slackApp = `xapp-1-A123-456-${secret}`;
const discordToken = `MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.${secret}-and-twenty-more-letters`;
const interactionToken = `aW50ZXJhY3Rpb246${secret}`;

const isoTime = /^\d{4}-.*Z$/;

async function logged(
  write: (log: Awaited<ReturnType<typeof createLog>>) => void,
  secrets: readonly string[] = [],
): Promise<string> {
  const lines: string[] = [];
  write(await createLog({ level: 'info', secrets, output: { write: (line: string) => lines.push(line) } }));
  return lines.join('');
}

describe('a log line', () => {
  it('is one JSON object with the level in words, the time and the message', async () => {
    const line = await logged((log) => log.info({ platform: 'slack' }, 'ready'));
    expect(line.endsWith('\n')).toBe(true);
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.stringMatching(isoTime),
      platform: 'slack',
      msg: 'ready',
    });
  });

  it('is left out below the level', async () => {
    expect(await logged((log) => log.debug({}, 'details'))).toBe('');
  });

  it.each<[string, object, string]>([
    ['a token in the message', {}, `refused ${slackBot}`],
    ['an app-level token in the message', {}, `refused ${slackApp}`],
    ['a rotating token', {}, `refused xoxe.xoxp-1-${secret}`],
    ['a field called token', { token: secret }, ''],
    ['a field in a field', { slack: { bot_token: secret } }, ''],
    ['a field deep down', { a: { b: { c: { d: { e: { clientSecret: secret } } } } } }, ''],
    ['a field in a list', { installations: [{ bot: { token: secret } }] }, ''],
    ['a field with several values', { token: [secret, secret] }, ''],
    ['headers', { req: { headers: { authorization: secret, 'x-slack-signature': `v0=${secret}` } } }, ''],
    ['a header in a text', {}, `sent Authorization: Bearer ${secret}`],
    ['Discord’s header in a text', {}, `sent Authorization: Bot ${discordToken}`],
    ['a body in a text', { body: JSON.stringify({ user: 1, response_url: secret }) }, ''],
    ['a Discord token', {}, `login with ${discordToken} failed`],
    ['a response address', {}, `POST https://hooks.slack.com/commands/T1/2/${secret} failed`],
    [
      'an interaction’s address',
      { url: `https://discord.com/api/v10/interactions/123/${interactionToken}/callback` },
      '',
    ],
    ['a follow-up’s address', { url: `/webhooks/123/${interactionToken}/messages/@original` }, ''],
    ['a socket’s address', { url: `wss://wss-primary.slack.com/link/?ticket=${secret}&app_id=1` }, ''],
    ['an error', { err: new Error(`An API error: ${slackBot}`) }, ''],
    ['an error’s cause', { err: new Error('outside', { cause: new Error(`inside: ${discordToken}`) }) }, ''],
    [
      'an error’s own fields',
      { err: Object.assign(new Error('refused'), { config: { headers: { Authorization: `Bearer ${secret}` } } }) },
      '',
    ],
    [
      'an error’s cause’s cause',
      { err: new Error('1', { cause: new Error('2', { cause: new Error(`3: ${slackBot}`) }) }) },
      '',
    ],
    ['several errors in one', { err: new AggregateError([new Error(`first: ${slackApp}`)], 'all failed') }, ''],
    ['the stack of an error', { err: Object.assign(new Error('x'), { stack: `Error: x\n  at ${discordToken}` }) }, ''],
    ['what was thrown and is no error', { reason: `refused ${slackBot}` }, ''],
    ['the name of a field', { [slackBot]: 1 }, ''],
    ['an address as an object', { url: new URL(`https://hooks.slack.com/actions/T1/2/${secret}`) }, ''],
    ['the bytes of a request', { body: Buffer.from(`token=${secret}`) }, ''],
    ['a form that Slack sent', { body: `token=${secret}&team_id=T1` }, ''],
    [
      'a response address in a form',
      { body: `text=404&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F2%2F${secret}&x=1` },
      '',
    ],
    ['a response address, escaped', {}, `POST https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F2%2F${secret} failed`],
    ['a response address in JSON in a form', { body: `payload=%7B%22response_url%22%3A%22${secret}%22%7D` }, ''],
    ['a response address of another host', { responseUrl: `http://127.0.0.1:1/response/${secret}` }, ''],
    ['an installation’s address', { url: `/slack/oauth_redirect?code=${secret}&state=${secret}` }, ''],
    ['what is sent for a token', { body: `code=1&client_secret=${secret}&client_id=2` }, ''],
    ['a refreshed token', { installation: { refreshToken: secret, accessToken: secret } }, ''],
    ['the address of a database', { reason: new Error(`connect to postgres://teapot:${secret}@db:5432/teapot`) }, ''],
    ['an object in a text', {}, `{ token: '${secret}', team: 'T1' }`],
    ['headers in a list', { headers: ['Authorization', `Bearer ${secret}`, 'Cookie', `Bearer ${secret}`] }, ''],
    ['the headers of an answer', { headers: { 'set-cookie': secret } }, ''],
    ['an error as a reason', { reason: Object.assign(new Error('refused'), { data: { token: secret } }) }, ''],
  ])('shows no secret: %s', async (_, fields, message) => {
    const line = await logged((log) => log.error(fields, message));
    expect(line).not.toContain(secret);
    expect(line).toContain('[hidden]');
    expect(() => JSON.parse(line)).not.toThrow();
  });

  const round: Record<string, unknown> = {};
  round['self'] = round;
  it.each<[string, unknown]>([
    ['an address', new URL('https://example.com/')],
    ['bytes', Buffer.from('tea')],
    ['a map', new Map([['a', 1]])],
    ['itself', round],
    ['a large number', 2n ** 70n],
    ['a function', () => 1],
    ['nothing', undefined],
    ['an object without a prototype', Object.create(null)],
    [
      'what cannot be read',
      {
        get a() {
          throw new Error('no');
        },
      },
    ],
    [
      'what cannot be told',
      {
        toJSON: () => {
          throw new Error('no');
        },
      },
    ],
  ])('is written, whatever stands in it: %s', async (_, value) => {
    for (const fields of [{ value }, { a: { b: value } }, { reason: value }]) {
      const line = await logged((log) => log.error(fields, 'oh'));
      expect(JSON.parse(line)).toMatchObject({ level: 'error', msg: 'oh' });
    }
  });

  it('hides fields by name, whatever is in them and however deep', async () => {
    const fields = { a: { b: { c: { Token: { value: [secret] }, keep: 'this' } } }, cookie: 7, password: null };
    const line = await logged((log) => log.info(fields, ''));
    expect(JSON.parse(line)).toMatchObject({
      a: { b: { c: { Token: '[hidden]', keep: 'this' } } },
      cookie: '[hidden]',
      password: '[hidden]',
    });
  });

  it('shows no configured secret, whatever it looks like and however it is written', async () => {
    const odd = `sign"ing/${secret}`;
    const line = await logged(
      (log) => log.warn({ a: odd, b: { c: encodeURIComponent(odd) } }, `with ${odd} in it`),
      [odd],
    );
    expect(line).not.toContain(secret);
    expect(JSON.parse(line)).toMatchObject({ a: '[hidden]', b: { c: '[hidden]' }, msg: 'with [hidden] in it' });
  });

  it.each([
    'slack: connected again',
    'POST /slack/events on port 3000',
    'socket hang up: ECONNRESET 127.0.0.1:443',
    'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5',
    'https://discord.com/api/v10/gateway/bot said 503',
    'exit code=1, status: 404, state=ready',
    'https://example.com/?q=a:b@c and mail to ada@example.com',
    'shard 0 of 2, guild 123456789012345678, user 876543210987654321',
    '/srv/teapot/src/platforms/discord/interactions.ts:12:34',
  ])('leaves ordinary words alone: %s', (text) => {
    expect(createMask()(text)).toBe(text);
  });
});
