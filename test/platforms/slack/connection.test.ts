// Beginnings and ends: connecting, losing the connection, coming back, and leaving.
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { SlackSettings } from '../../../src/playground/slack/slack.ts';
import type { Bot } from '../../../src/port.ts';
import type { Stage, Transport } from './stage.ts';
import { createStage, listeningBot, SECRET, withinAMoment } from './stage.ts';

let stage: Stage;

async function open(transport: Transport, settings: SlackSettings = {}, bot = listeningBot()): Promise<void> {
  stage = await createStage(transport, settings);
  await stage.start(bot);
}

afterEach(async () => {
  await stage.stop();
  expect(JSON.stringify(stage.log.lines)).not.toMatch(SECRET);
});

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it('says in one line why it cannot start', async () => {
    stage = await createStage(transport);
    stage.slack.faults.next('auth.test', { kind: 'error', error: 'invalid_auth' });
    await expect(stage.start(listeningBot())).rejects.toThrow('Slack: invalid_auth: the token is wrong or was revoked');
  });

  it('finishes the question it is at before it stops', async () => {
    const begun = Promise.withResolvers<void>();
    const thought = Promise.withResolvers<void>();
    const bot = listeningBot();
    const ask: Bot['ask'] = async (question) => {
      begun.resolve();
      await thought.promise;
      return bot.ask(question);
    };
    await open(transport, {}, { ...bot, ask });
    const answer = stage.slack.person('ada').command('/http', '404');
    await begun.promise;
    const stopped = stage.platform.stop();
    thought.resolve();
    expect(await answer).not.toBeNull();
    await stopped;
    expect(stage.platform.trouble()).not.toBeNull();
  });
});

describe('over a socket', () => {
  it.each([
    ['is dropped', () => stage.slack.dropConnections()],
    ['is to be replaced', () => stage.slack.askToReconnect()],
  ] as const)('comes back when the connection %s', async (_what, end) => {
    await open('socket');
    const again = stage.slack.connected();
    end();
    await again;
    await expect.poll(() => stage.platform.trouble()).toBeNull();
    await stage.askOn();
    expect(stage.slack.connections()).toBe(1);
    expect(stage.problems()).toEqual([]);
  });

  it('notices that the other side is no longer there', { timeout: 40_000 }, async () => {
    await open('socket');
    // The SDK asks for a pong every two seconds; of one who has given one, it expects the next within five.
    await pause(2_000);
    stage.slack.freezeConnections();
    await expect
      .poll(() => stage.platform.trouble(), { timeout: 30_000, interval: 100 })
      .toBe('the socket is not connected');
    await expect.poll(() => stage.platform.trouble(), { timeout: 10_000 }).toBeNull();
  });

  it.each([
    ['a 503', 'apps.connections.open', { kind: 'status', status: 503 }, 'HTTP 503'],
    ['an invalid token', 'apps.connections.open', { kind: 'error', error: 'invalid_auth' }, 'invalid_auth'],
    ['a lost answer', 'apps.connections.open', { kind: 'lost' }, 'fetch failed'],
    ['silence', 'hello', { kind: 'lost' }, 'the connection ended before Slack said hello'],
  ] as const)('keeps trying after %s', async (_what, target, fault, reason) => {
    await open('socket');
    stage.slack.faults.next(target, fault);
    stage.slack.dropConnections();
    await stage.problem();
    expect(stage.platform.trouble()).not.toBeNull();
    await expect.poll(() => stage.platform.trouble(), { timeout: 5000 }).toBeNull();
    await stage.askOn();
    expect(stage.problems()).toMatchObject([{ level: 'warn', fields: { reason: expect.stringContaining(reason) } }]);
  });

  it('stops while it is reconnecting', async () => {
    await open('socket');
    stage.slack.faults.next('apps.connections.open', { kind: 'hang' });
    stage.slack.dropConnections();
    await expect.poll(() => stage.platform.trouble()).not.toBeNull();
    await stage.platform.stop();
    stage.slack.faults.release();
    expect(await withinAMoment(stage.slack.connected())).toBeNull();
    expect(stage.slack.connections()).toBe(0);
  });

  it('leaves again where it gets its connection only after it was stopped', async () => {
    await open('socket');
    stage.slack.faults.next('apps.connections.open', { kind: 'late' });
    stage.slack.dropConnections();
    await expect.poll(() => stage.platform.trouble()).not.toBeNull();
    await stage.platform.stop();
    const late = stage.slack.connected();
    stage.slack.faults.release();
    await late;
    await expect.poll(() => stage.slack.connections()).toBe(0);
    expect(stage.platform.trouble()).not.toBeNull();
  });

  it('stops while it waits to try again', async () => {
    await open('socket');
    stage.slack.faults.next('apps.connections.open', { kind: 'error', error: 'internal_error' });
    stage.slack.dropConnections();
    await stage.problem();
    await stage.platform.stop();
    await withinAMoment(stage.slack.connected());
    expect(stage.calls('apps.connections.open')).toHaveLength(2);
  });

  it('answers an event that Slack could not deliver while it was away', async () => {
    await open('socket', { retriesMs: [0, 200, 200] });
    const next = stage.slack.next();
    stage.slack.dropConnections();
    await stage.slack.person('ada').write('@Teapot 404?');
    await next;
    expect(stage.posts()).toHaveLength(1);
  });

  it('says in one line why it cannot connect', async () => {
    stage = await createStage('socket');
    stage.slack.faults.next('apps.connections.open', { kind: 'error', error: 'not_allowed_token_type' });
    await expect(stage.start(listeningBot())).rejects.toThrow('Slack: not_allowed_token_type');
  });

  it('opens its connection with the app token, and speaks with the bot token', async () => {
    await open('socket');
    await stage.askOn();
    expect(stage.slack.calls().filter(({ error }) => error !== null)).toEqual([]);
    expect(stage.calls('apps.connections.open')).toHaveLength(1);
  });
});
