// The door that faces the internet.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../../src/playground/slack/delivery.ts';
import type { Ask } from '../../../src/port.ts';
import type { Stage } from './stage.ts';
import { createStage, listeningBot } from './stage.ts';

const FORM = 'application/x-www-form-urlencoded';

describe('POST /slack/events', () => {
  const asked: Ask[] = [];
  let stage: Stage;
  beforeAll(async () => {
    stage = await createStage('http');
    await stage.start(listeningBot(asked));
  });
  afterAll(() => stage.stop());

  const command = new URLSearchParams({
    command: '/http',
    text: '404',
    user_id: 'U1',
    channel_id: 'C1',
    team_id: 'T1',
    trigger_id: 'one',
  }).toString();

  async function post(body: string, changes: { at?: number; secret?: string; type?: string; headers?: object } = {}) {
    const { at = Math.floor(Date.now() / 1000), secret = stage.slack.signingSecret, type = FORM } = changes;
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': `${at}`,
      'x-slack-signature': sign(secret, at, body),
    };
    return fetch(stage.address(), { method: 'POST', body, headers: { ...headers, ...changes.headers } });
  }

  it('answers what Slack signed', async () => {
    const response = await post(command);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('heard: 404'),
    });
  });

  it.each([
    ['somebody else signed', { secret: 'another' }],
    ['is older than five minutes', { at: Math.floor(Date.now() / 1000) - 301 }],
    ['has no signature', { headers: { 'x-slack-signature': '' } }],
  ])('refuses what %s', async (_what, changes) => {
    const before = asked.length;
    expect((await post(command, changes)).status).toBe(401);
    expect(asked.length).toBe(before);
  });

  it('refuses a signature of something else', async () => {
    const at = Math.floor(Date.now() / 1000);
    const signature = sign(stage.slack.signingSecret, at, command);
    expect((await post(`${command}&text=500`, { headers: { 'x-slack-signature': signature } })).status).toBe(401);
  });

  it('reads the longest message in any script, and no more than a megabyte', async () => {
    expect((await post(`${command}&more=${'%E6%BC%A2'.repeat(80_000)}`)).status).toBe(200);
    expect((await post('x'.repeat(1_100_000))).status).toBe(413);
  });

  it('answers Slack’s two greetings', async () => {
    const challenge = await post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }), {
      type: 'application/json',
    });
    expect(await challenge.json()).toEqual({ challenge: 'abc' });
    expect((await post('ssl_check=1', { secret: 'unsigned' })).status).toBe(200);
  });

  it('lets nothing be smuggled in with an unsigned greeting', async () => {
    const before = asked.length;
    await post(`ssl_check=1&${command}`, { secret: 'unsigned' });
    expect(asked.length).toBe(before);
  });

  it('is the only door', async () => {
    const looked = await fetch(stage.address());
    expect([looked.status, looked.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(new URL('/slack/install', stage.address()))).status).toBe(404);
    expect((await fetch(new URL('/slack/install', stage.address()), { method: 'POST' })).status).toBe(404);
  });

  it('takes a form whose type names its letters', async () => {
    const next = new URLSearchParams(command);
    next.set('trigger_id', 'named letters');
    const type = `${FORM}; charset=utf-8`;
    expect(await (await post(next.toString(), { type })).json()).toMatchObject({ response_type: 'ephemeral' });
  });

  it.each([
    ['{', 'application/json', 400],
    ['null', 'application/json', 400],
    ['payload={', FORM, 400],
    ['{"type":"block_actions"}', 'application/json', 404],
    ['payload=%7B%7D', FORM, 404],
    ['color=red', FORM, 404],
  ])('survives %s', async (body, type, status) => {
    expect((await post(body, { type })).status).toBe(status);
    const next = new URLSearchParams(command);
    next.set('trigger_id', `after ${body}`);
    expect((await post(next.toString())).status).toBe(200);
  });

  it('keeps what it was sent out of the log', () => {
    const log = JSON.stringify(stage.log.lines);
    expect(log).not.toContain(stage.slack.signingSecret);
    expect(log).not.toContain('text=500');
  });
});
