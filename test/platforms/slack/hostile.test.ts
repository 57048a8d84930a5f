// Requests that Slack would never send, and some of its own that somebody has recorded.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../../src/playground/slack/delivery.ts';
import type { Ask } from '../../../src/port.ts';
import type { Stage } from './stage.ts';
import { createStage, listeningBot, SECRET } from './stage.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

const asked: Ask[] = [];
let stage: Stage;
beforeAll(async () => {
  stage = await createStage('http');
  await stage.start(listeningBot(asked));
});
afterAll(async () => {
  expect(JSON.stringify(stage.log.lines)).not.toMatch(SECRET);
  await stage.stop();
});

interface Request {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** As Slack signs it. */
function signed(body: string, type = FORM, at = Math.floor(Date.now() / 1000)): Request {
  const signature = sign(stage.slack.signingSecret, at, body);
  const headers = { 'content-type': type, 'x-slack-request-timestamp': `${at}`, 'x-slack-signature': signature };
  return { body, headers };
}

async function send({ body, headers }: Request): Promise<number> {
  const response = await fetch(stage.address(), { method: 'POST', body, headers });
  await response.arrayBuffer();
  return response.status;
}

let count = 0;
/** An id that was not there before. */
const next = (): string => {
  count += 1;
  return `hostile ${count}`;
};
const fields = () => ({ user_id: 'U1', channel_id: 'C1', team_id: 'T1', trigger_id: next() });
const command = (text: string) => new URLSearchParams({ ...fields(), command: '/http', text }).toString();

/** Resolves once the door is open to others. */
async function expectAlive(): Promise<void> {
  const before = asked.length;
  expect(await send(signed(command('still there?')))).toBe(200);
  expect(asked.length).toBe(before + 1);
}

describe('a request that is sent again', () => {
  const click = () => {
    const payload = {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'U1', team_id: 'T1' },
      channel: { id: 'C1' },
      trigger_id: next(),
      container: { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true },
      actions: [{ type: 'button', action_id: 'choice:0', block_id: 'b', value: 'quiz answer 1', action_ts: '1' }],
      response_url: stage.slack.apiUrl,
    };
    return signed(new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
  };
  const event = () => {
    const body = {
      type: 'event_callback',
      team_id: 'T1',
      event_id: next(),
      event: { type: 'app_mention', user: 'U1', channel: 'C1', ts: `${count}.1`, text: '<@U0> quiet', event_ts: '1.1' },
    };
    return signed(JSON.stringify(body), JSON_TYPE);
  };

  // Slack signs each of its own retries anew, so equal signatures come from somebody else; but what tells both from the
  // first is the same: the id in the body, and each counts once.
  it.each<[string, () => Request]>([
    ['a command', () => signed(command('once'))],
    ['a click', click],
    ['an event', event],
  ])('counts once: %s', async (_, make) => {
    const request = make();
    const before = asked.length;
    for (let copy = 0; copy < 3; copy += 1) expect(await send(request)).toBe(200);
    await expectAlive();
    expect(asked.length).toBe(before + 2);
  });

  it('is refused once it is old, also with a new time that nobody signed', async () => {
    const body = command('later');
    const old = signed(body, FORM, Math.floor(Date.now() / 1000) - 301);
    const now = `${Math.floor(Date.now() / 1000)}`;
    const before = asked.length;
    expect(await send(old)).toBe(401);
    expect(await send({ ...old, headers: { ...old.headers, 'x-slack-request-timestamp': now } })).toBe(401);
    expect(asked.length).toBe(before);
  });
});

describe('a signature is refused that', () => {
  const forge = (make: (secret: string, at: number, body: string) => string) => (body: string) => {
    const at = Math.floor(Date.now() / 1000);
    const { headers } = signed(body);
    return { body, headers: { ...headers, 'x-slack-signature': make(stage.slack.signingSecret, at, body) } };
  };
  const hash = (secret: string, said: string, kind = 'sha256') => createHmac(kind, secret).update(said).digest('hex');

  it.each<[string, (secret: string, at: number, body: string) => string]>([
    ['has another version', (secret, at, body) => `v1=${hash(secret, `v0:${at}:${body}`)}`],
    ['has no version', (secret, at, body) => hash(secret, `v0:${at}:${body}`)],
    ['is made with an empty secret', (_, at, body) => `v0=${hash('', `v0:${at}:${body}`)}`],
    ['is of the body alone', (secret, _, body) => `v0=${hash(secret, body)}`],
    ['is of no body', (secret, at) => `v0=${hash(secret, `v0:${at}:`)}`],
    ['is made with a weaker hash', (secret, at, body) => `v0=${hash(secret, `v0:${at}:${body}`, 'sha1')}`],
    ['is in capitals', (secret, at, body) => `v0=${hash(secret, `v0:${at}:${body}`).toUpperCase()}`],
    ['is right twice', (secret, at, body) => `${`v0=${hash(secret, `v0:${at}:${body}`)}`},v0=0`],
    ['is very long', () => `v0=${'a'.repeat(4_000)}`],
  ])('%s', async (_, make) => {
    const before = asked.length;
    expect(await send(forge(make)(command('forged')))).toBe(401);
    expect(asked.length).toBe(before);
  });
});

describe('a body', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  it.each<[string, string, string, readonly number[]]>([
    ['nested a hundred thousand times', deep(100_000), JSON_TYPE, [400, 404]],
    ['nested in a form', `payload=${encodeURIComponent(`{"type":"block_actions","a":${deep(20_000)}}`)}`, FORM, [404]],
    [
      'nested in an event',
      `{"type":"event_callback","event":{"type":"message","blocks":${deep(50_000)}}}`,
      JSON_TYPE,
      [200, 404],
    ],
    ['of another type', command('another type'), 'text/plain', [400]],
    ['of no type', command('no type'), '', [400]],
    ['of two types', command('two types'), `${JSON_TYPE}, ${FORM}`, [400]],
    ['of many parts', '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x', [400]],
    ['of a number', '1e999', JSON_TYPE, [400]],
    ['of nothing', '', JSON_TYPE, [400]],
    ['of broken letters', '%ff%fe=%c0%80', FORM, [404]],
    ['of a thousand fields of one name', 'payload={}&'.repeat(5_000), FORM, [404]],
    [
      'with the names of what every object has',
      '{"__proto__":{"type":"url_verification"},"constructor":{"prototype":{}}}',
      JSON_TYPE,
      [404],
    ],
    ['with those in a form', `__proto__=1&constructor=2&hasOwnProperty=3`, FORM, [404]],
    ['with a mark before it', `\ufeff{"type":"url_verification","challenge":"x"}`, JSON_TYPE, [400]],
  ])('%s is nobody’s question, and hurts nobody', async (_, body, type, statuses) => {
    const before = asked.length;
    expect(statuses).toContain(await send(signed(body, type)));
    expect(asked.length).toBe(before);
    // Nothing has stayed behind on every object.
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { type?: string }).type).toBeUndefined();
    await expectAlive();
  });

  it('says no more than it must where somebody tries the certificate', async () => {
    const before = asked.length;
    for (const body of [
      'ssl_check=1',
      `ssl_check=1&${command('smuggled')}`,
      `ssl_check=1&payload=${encodeURIComponent('{"type":"block_actions"}')}`,
    ]) {
      const response = await fetch(stage.address(), { method: 'POST', body, headers: { 'content-type': FORM } });
      expect([response.status, await response.text()]).toEqual([200, '']);
    }
    // Only in a form.
    expect(await send({ body: '{"ssl_check":1}', headers: { 'content-type': JSON_TYPE } })).toBe(401);
    expect(asked.length).toBe(before);
  });
});

describe('words that play with letters', () => {
  it.each([
    ['another team’s id in its own', { team_id: 'T1\u0000T2' }],
    ['a user who is everybody', { user_id: '__proto__' }],
    ['a channel that is a path', { channel_id: '../../C2' }],
    ['a name of 10,000 letters', { user_id: 'U'.repeat(10_000) }],
    ['letters that are none', { text: '\ud800\udfff\u0000\u202e' }],
  ])('are asked as they came: %s', async (_, changes) => {
    const before = asked.length;
    const body = new URLSearchParams({ ...fields(), command: '/http', text: '404', ...changes }).toString();
    expect(await send(signed(body))).toBe(200);
    expect(asked.length).toBe(before + 1);
  });

  it.each(['/HTTP', '/http ', '/http\n', '/ｈｔｔｐ', '/httpx', 'http', '/http|/status'])(
    'are no command: %j',
    async (name) => {
      const before = asked.length;
      expect(await send(signed(new URLSearchParams({ ...fields(), command: name, text: '404' }).toString()))).toBe(404);
      expect(asked.length).toBe(before);
    },
  );
});
