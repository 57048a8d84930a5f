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
    ['an error as a reason', { reason: Object.assign(new Error('refused'), { data: { token: secret } }) }, ''],
  ])('shows no secret: %s', async (_, fields, message) => {
    const line = await logged((log) => log.error(fields, message));
    expect(line).not.toContain(secret);
    expect(line).toContain('[hidden]');
    expect(() => JSON.parse(line)).not.toThrow();
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
    'shard 0 of 2, guild 123456789012345678, user 876543210987654321',
    '/srv/teapot/src/platforms/discord/interactions.ts:12:34',
  ])('leaves ordinary words alone: %s', (text) => {
    expect(createMask()(text)).toBe(text);
  });
});
