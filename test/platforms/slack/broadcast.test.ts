// Speaking first on Slack: the contract, and what is Slack's own about it.
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { failureOf } from '../../../src/platforms/slack/failure.ts';
import { createSlack } from '../../../src/platforms/slack/slack.ts';
import type { Fault } from '../../../src/playground/slack/faults.ts';
import { show } from '../../../src/playground/slack/message.ts';
import type { Ask, Place } from '../../../src/port.ts';
import type { Refusal, Station } from '../broadcast-contract.ts';
import { broadcastContract } from '../broadcast-contract.ts';
import type { Stage, Transport } from './stage.ts';
import { card, createLog, createStage, listeningBot, SECRET } from './stage.ts';

const REFUSED: Readonly<Record<Refusal, Fault>> = {
  gone: { kind: 'error', error: 'is_archived' },
  repairable: { kind: 'error', error: 'restricted_action_read_only_channel' },
  busy: { kind: 'status', status: 429, retryAfter: 3 },
  refused: { kind: 'error', error: 'msg_too_long' },
};

function placeIn({ slack }: Stage, channel = 'general'): Place {
  return { platform: 'slack', team: slack.team.id, channel: slack.channel(channel).id };
}

async function createStation(transport: Transport, charts: boolean): Promise<Station> {
  const stage = await createStage(transport, { charts });
  const place = placeIn(stage);
  return {
    platform: stage.platform,
    place,
    nowhere: { ...place, channel: 'C404' },
    user: stage.slack.person('ann').id,
    notified: (raw) => raw.includes(stage.slack.person('ann').id),
    tellsRepeats: false,
    start: stage.start,
    stop: stage.stop,
    refuse: (refusal) => stage.slack.faults.next('chat.postMessage', REFUSED[refusal]),
    loseNextReply: () => stage.slack.faults.next('chat.postMessage', { kind: 'lost' }),
    posts: () =>
      stage.posts().map((message) => {
        const { text, buttons } = show(message);
        const labels = buttons.map(({ label }) => label);
        return { message: message.ts, text, buttons: labels, under: message.thread, raw: JSON.stringify(message.raw) };
      }),
  };
}

broadcastContract('Slack in Socket Mode', () => createStation('socket', true));
broadcastContract('Slack over HTTP, without charts', () => createStation('http', false));

describe('why a post failed', () => {
  const named = (error: string) => new WebAPIPlatformError({ ok: false, error });
  const network = (code: string) =>
    new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

  it.each([
    ...['channel_not_found', 'is_archived', 'account_inactive', 'token_revoked'].map(
      (name) => [named(name), 'gone'] as const,
    ),
    // A mistake of whoever runs Teapot must not switch off anybody’s quiz.
    ...['invalid_auth', 'not_authed', 'token_expired'].map((name) => [named(name), 'unsent'] as const),
    ...['not_in_channel', 'restricted_action', 'restricted_action_thread_only_channel', 'missing_scope'].map(
      (name) => [named(name), 'repairable'] as const,
    ),
    ...['invalid_blocks', 'msg_too_long', 'message_not_found', 'cant_update_message', 'something_new'].map(
      (name) => [named(name), 'refused'] as const,
    ),
    [named('ratelimited'), 'busy'],
    [named('message_limit_exceeded'), 'busy'],
    [new WebAPIRateLimitedError(40), 'busy'],
    [new Error('Retry header did not contain a valid timeout (url: https://slack.com/api/x, …)'), 'busy'],
    ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED'].map(
      (code) => [network(code), 'unsent'] as const,
    ),
    [named('service_unavailable'), 'unsent'],
    ...['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ETIMEDOUT'].map((code) => [network(code), 'unknown'] as const),
    [new WebAPIRequestError(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), 'unknown'],
    [new WebAPIHTTPError(502, 'Bad Gateway', {}), 'unknown'],
    [new WebAPIHTTPError(500, 'Internal Server Error', {}), 'unknown'],
    [named('internal_error'), 'unknown'],
    [named('fatal_error'), 'unknown'],
    // Not JSON: the SDK takes the page for an error's name.
    [named('<html><body>Sign in to the hotel’s network</body></html>'), 'unknown'],
    [named(''), 'unknown'],
    [new TypeError('terminated'), 'unknown'],
    ['a string', 'unknown'],
  ] as const)('%s is %s', (thrown, failure) => {
    expect(failureOf(thrown)).toMatchObject({ name: 'PostFailure', failure });
  });

  it('says how long to wait, in milliseconds, and only where waiting helps', () => {
    expect(failureOf(new WebAPIRateLimitedError(40)).retryAfter).toBe(40_000);
    expect(failureOf(named('ratelimited')).retryAfter).toBe(60_000);
    expect(failureOf(named('is_archived'))).not.toHaveProperty('retryAfter');
  });

  it('says no secret', () => {
    const thrown = new WebAPIRequestError(new Error('POST https://slack.com/api/chat.postMessage xoxb-1-2 failed'));
    expect(`${failureOf(thrown).message} ${failureOf(thrown).stack}`).not.toMatch(SECRET);
  });
});

describe('a post', () => {
  let stage: Stage;
  afterEach(async () => {
    await stage.stop();
    expect(JSON.stringify(stage.log.lines)).not.toMatch(SECRET);
  });

  async function open(charts = true, asked: Ask[] = []): Promise<void> {
    stage = await createStage('socket', { charts });
    await stage.start(listeningBot(asked));
  }

  const charted: Answer = {
    ...card,
    blocks: [{ kind: 'bars', title: 'Who said what', bars: [{ label: '409 Conflict', value: 8 }] }],
  };

  it('carries its key where only programs look, and nothing else there', async () => {
    await open();
    const posted = await stage.platform.post(placeIn(stage), card, 'k1');
    const [message] = stage.posts();
    expect(message?.ts).toBe(posted.message);
    expect(message?.raw['metadata']).toEqual({ event_type: 'teapot_post', event_payload: { key: 'k1' } });
    expect(message?.raw).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      parse: 'none',
      link_names: 'false',
    });
  });

  it('shows a chart, or bars of characters where Slack refuses charts', async () => {
    await open();
    await stage.platform.post(placeIn(stage), charted, 'k1');
    expect(stage.posts()[0]?.blocks.map(({ type }) => type)).toContain('data_visualization');
    await stage.stop();

    await open(false);
    const posted = await stage.platform.post(placeIn(stage), charted, 'k1');
    expect(stage.posts().map(({ ts }) => ts)).toEqual([posted.message]);
    expect(show(stage.posts()[0] ?? never()).text).toContain('409 Conflict ████████████ 8');
    expect(stage.calls('chat.postMessage').map(({ error }) => error)).toEqual(['invalid_blocks', null]);

    await stage.platform.edit(placeIn(stage), posted, { ...charted, title: 'Closed' });
    expect(show(stage.posts()[0] ?? never()).text).toContain('Closed\n');
    expect(stage.calls('chat.update').map(({ error }) => error)).toEqual(['invalid_blocks', null]);
  });

  it('is refused where Slack takes neither, and tried no further', async () => {
    await open(false);
    stage.slack.faults.next(
      'chat.postMessage',
      { kind: 'error', error: 'invalid_blocks' },
      { kind: 'error', error: 'invalid_blocks' },
    );
    const post = stage.platform.post(placeIn(stage), charted, 'k1');
    await expect(post).rejects.toMatchObject({ failure: 'refused' });
    expect(stage.calls('chat.postMessage')).toHaveLength(2);
  });

  it.each([
    ['a 500', { kind: 'status', status: 500 }],
    ['a lost answer', { kind: 'lost' }],
    ['an internal error', { kind: 'error', error: 'internal_error' }],
  ] as const)('is not tried again after %s', async (_what, fault) => {
    await open();
    stage.slack.faults.next('chat.postMessage', fault);
    await expect(stage.platform.post(placeIn(stage), card, 'k1')).rejects.toMatchObject({ failure: 'unknown' });
    // A message somewhere else arrives: a second try would have come before it.
    await stage.platform.post(placeIn(stage, 'random'), card, 'k2');
    const tries = stage.posts().filter(({ raw }) => JSON.stringify(raw['metadata']).includes('k1'));
    expect(tries.length).toBe(fault.kind === 'lost' ? 1 : 0);
  });

  it('may be tried again where nobody answers the door', async () => {
    const closed = await createStage('socket');
    await closed.slack.stop();
    const platform = createSlack({
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
      apiUrl: closed.slack.apiUrl,
      commands: [],
      log: createLog(),
    });
    const post = platform.post({ platform: 'slack', team: 'T1', channel: 'C1' }, card, 'k1');
    await expect(post).rejects.toMatchObject({ failure: 'unsent' });
    await open();
  });

  it('that hangs holds up no reply, and is waited for at the end', async () => {
    await open();
    stage.slack.faults.next('chat.postMessage', { kind: 'late' });
    const post = stage.platform.post(placeIn(stage), card, 'k1');
    await stage.askOn();
    let stopped = false;
    const stop = stage.platform.stop().then(() => {
      stopped = true;
    });
    await pause(50);
    expect(stopped).toBe(false);
    stage.slack.faults.release();
    await post;
    await stop;
  });

  it('knows where it stands once somebody presses its button', async () => {
    const asked: Ask[] = [];
    await open(true, asked);
    const posted = await stage.platform.post(placeIn(stage), card, 'k1');
    const next = stage.slack.next();
    await stage.slack.person('ada').press(stage.posts()[0] ?? never(), 'Compare with 410');
    const privateAnswer = await next;
    expect(asked.at(-1)).toMatchObject({ kind: 'line', from: { place: placeIn(stage), posted } });

    const further = stage.slack.next();
    await stage.slack.person('ada').press(privateAnswer, 'Compare with 410');
    await further;
    expect(asked).toHaveLength(2);
    expect(asked.at(-1)).not.toHaveProperty('from');
  });
});

function never(): never {
  throw new Error('there is no such post');
}
