// A socket that Slack refuses for long, or for good. The time between two attempts is turned, not waited.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/platforms/slack/connection.ts';
import { createSocketConnection } from '../../../src/platforms/slack/socket.ts';
import type { Fault } from '../../../src/playground/slack/faults.ts';
import { type SimulatedSlack, startSlack } from '../../../src/playground/slack/slack.ts';
import { createLog, SECRET } from './stage.ts';

const MINUTE = 60_000;

let slack: SimulatedSlack;
let connection: Connection;
let log: ReturnType<typeof createLog>;
let refused: string[];
beforeEach(async () => {
  slack = await startSlack();
  log = createLog();
  refused = [];
  let time = 0;
  connection = createSocketConnection({
    appToken: slack.appToken,
    apiUrl: slack.apiUrl,
    log,
    onRefused: (reason) => refused.push(reason),
    clock: () => time,
    sleep: async (ms) => {
      time += ms;
    },
  });
  await connection.open();
});
afterEach(async () => {
  await connection.close();
  await slack.stop();
  expect(JSON.stringify(log.lines)).not.toMatch(SECRET);
});

const times = (count: number, fault: Fault) => Array.from({ length: count }, () => fault);
const attempts = () => slack.calls().filter(({ method }) => method === 'apps.connections.open').length;
const invalid = { kind: 'error', error: 'invalid_auth' } as const;

describe('a socket that Slack refuses', () => {
  it('for a quarter of an hour is one line, another one after ten minutes, and comes back', async () => {
    slack.faults.next('apps.connections.open', ...times(35, { kind: 'status', status: 503 }));
    slack.dropConnections();
    await expect.poll(() => connection.trouble(), { timeout: 10_000 }).toBe('the socket is not connected');
    await expect.poll(() => connection.trouble(), { timeout: 10_000 }).toBeNull();
    const [first, second, ...others] = log.lines.filter(({ level }) => level !== 'info');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ level: 'warn', fields: { reason: 'HTTP 503' } });
    expect(second).toMatchObject({ level: 'error', message: expect.stringContaining('slack-status.com') });
    expect(Number(second?.fields['seconds'])).toBeGreaterThanOrEqual(600);
    const back = log.lines.at(-1);
    expect(back?.message).toBe('slack: connected again');
    expect(Number(back?.fields['seconds']) * 1000).toBeGreaterThan(14 * MINUTE);
    expect(refused).toEqual([]);
  });

  it('for its token, once and again, is given up: no other attempt mends that', async () => {
    slack.faults.next('apps.connections.open', ...times(6, invalid));
    slack.dropConnections();
    await expect.poll(() => refused).toEqual(['invalid_auth: the token is wrong or was revoked (SLACK_APP_TOKEN)']);
    expect(connection.trouble()).toContain('invalid_auth');
    expect(attempts()).toBe(6);
  });

  it('for its token now and then is tried again', async () => {
    slack.faults.next(
      'apps.connections.open',
      ...times(4, invalid),
      { kind: 'status', status: 503 },
      ...times(4, invalid),
    );
    slack.dropConnections();
    // The one in between is no call that Slack has dealt with.
    await expect.poll(attempts).toBe(10);
    await expect.poll(() => connection.trouble()).toBeNull();
    expect(refused).toEqual([]);
  });
});
