import { RespondError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { createJournal, reasonOf } from '../../../src/platforms/slack/journal.ts';
import { createLog } from './stage.ts';

describe('the reason of a failure', () => {
  it.each([
    [new WebAPIPlatformError({ ok: false, error: 'not_in_channel' }), 'not_in_channel: invite the bot to the channel'],
    [new WebAPIPlatformError({ ok: false, error: 'fatal_error' }), 'fatal_error'],
    [new WebAPIRateLimitedError(40), 'ratelimited for 40 s'],
    [new WebAPIHTTPError(502, 'Bad Gateway', { 'x-token': 'xoxb-1' }), 'HTTP 502'],
    [new WebAPIRequestError(new Error('read ECONNRESET')), 'read ECONNRESET'],
    [new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }), 'fetch failed: connect ECONNREFUSED'],
    [new RespondError('no', 404), 'the response URL said 404'],
    [new Error('first line\nsecond line'), 'first line'],
    ['a string', 'a string'],
  ])('%s', (thrown, reason) => {
    expect(reasonOf(thrown)).toBe(reason);
  });

  it.each([
    'xoxb-12-34-abc is wrong',
    'xapp-1-A0-9-f00 is wrong',
    'wss://wss-primary.slack.com/link/?ticket=t-1 is wrong',
    'https://hooks.slack.com/commands/T1/2/3 is wrong',
  ])('never says a secret: %s', (message) => {
    expect(reasonOf(new Error(message))).toBe('[hidden] is wrong');
  });
});

describe('the SDK’s own lines', () => {
  it('reach the log without secrets, warnings and errors only', () => {
    const log = createLog();
    const journal = createJournal(log);
    journal.debug('everything');
    journal.info('connected');
    journal.warn('token', new Error('xoxb-1-2 expired'));
    journal.error('failed');
    expect(log.lines).toEqual([
      { level: 'warn', fields: {}, message: 'slack sdk: token [hidden] expired' },
      { level: 'error', fields: {}, message: 'slack sdk: failed' },
    ]);
  });
});
