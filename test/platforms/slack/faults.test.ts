// What goes wrong between us and Slack: nobody is answered twice, the log has one line each, the next question is answered.
import { afterEach, describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/platforms/slack/slack.ts';
import { show } from '../../../src/playground/slack/message.ts';
import type { SlackSettings } from '../../../src/playground/slack/slack.ts';
import type { Ask, Bot } from '../../../src/port.ts';
import type { Stage, Transport } from './stage.ts';
import { createStage, listeningBot, withinAMoment } from './stage.ts';

const SECRET = /xox[a-z]-|xapp-|\/response\/|ticket=|trigger\./;

let stage: Stage;
const asked: Ask[] = [];

async function open(transport: Transport, settings: SlackSettings = {}, bot = listeningBot(asked)): Promise<void> {
  asked.length = 0;
  stage = await createStage(transport, settings);
  await stage.start(bot);
}

/** The bot's posts that anybody may see. */
function posts() {
  return stage.slack.history().filter(({ route }) => route === 'chat.postMessage');
}

function calls(method: string) {
  return stage.slack.calls().filter((call) => call.method === method);
}

/** Asks something else, and waits for the answer: the platform is alive and has dealt with what came before. */
async function askOn(): Promise<void> {
  const next = stage.slack.next((message) => show(message).text.includes('still there?'));
  await stage.slack.person('grace').write('@Teapot still there?');
  await next;
}

async function problem(): Promise<void> {
  await expect.poll(() => stage.problems().length).toBeGreaterThan(0);
}

afterEach(async () => {
  await stage.stop();
  expect(JSON.stringify(stage.log.lines)).not.toMatch(SECRET);
});

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it('answers an event once, however often it is delivered', async () => {
    await open(transport);
    stage.slack.faults.copies = 3;
    await stage.slack.person('ada').write('@Teapot 404?');
    await stage.slack.person('ada').writeDirectly('404');
    stage.slack.faults.copies = 1;
    await askOn();
    await expect.poll(() => posts().length).toBe(3);
    expect(asked).toHaveLength(3);
    expect(stage.problems()).toEqual([]);
  });

  it('asks itself once about a mention that it lets pass, however often it is delivered', async () => {
    await open(transport);
    stage.slack.faults.copies = 3;
    await stage.slack.person('ada').write('@Teapot quiet');
    stage.slack.faults.copies = 1;
    await askOn();
    expect(asked).toHaveLength(2);
  });

  it('answers a click, a shortcut and a command once, however often they are delivered', async () => {
    await open(transport);
    const ada = stage.slack.person('ada');
    stage.slack.faults.copies = 2;
    const message = await ada.command('/http', '404');
    if (message === null) throw new Error('no answer');
    await ada.press(message, 'Compare with 410');
    await ada.shortcut('explain_status_codes', await ada.write('GET / 404'));
    await ada.press(message, 'Share with channel');
    stage.slack.faults.copies = 1;
    await askOn();
    expect(asked).toHaveLength(5);
    expect(stage.problems()).toEqual([]);
  });

  it.each([
    ['a 500', { kind: 'status', status: 500 }, 'HTTP 500'],
    ['a refusal by name', { kind: 'error', error: 'restricted_action' }, 'restricted_action'],
    ['a token that was revoked', { kind: 'error', error: 'token_revoked' }, 'token_revoked'],
    ['a 429 that lasts too long', { kind: 'status', status: 429, retryAfter: 31 }, 'ratelimited for 31 s'],
    ['a 429 that does not say how long', { kind: 'status', status: 429 }, 'Retry header'],
  ] as const)('gives up a reply after %s', async (_what, fault, reason) => {
    await open(transport);
    stage.slack.faults.next('chat.postMessage', fault);
    await stage.slack.person('ada').write('@Teapot 404?');
    await askOn();
    await problem();
    expect(posts()).toHaveLength(1);
    expect(stage.problems()).toMatchObject([{ level: 'warn', fields: { reason: expect.stringContaining(reason) } }]);
  });

  it('does not post again when only the answer to the post was lost', async () => {
    await open(transport);
    stage.slack.faults.next('chat.postMessage', { kind: 'lost' });
    await stage.slack.person('ada').write('@Teapot 404?');
    await problem();
    await askOn();
    expect(calls('chat.postMessage')).toHaveLength(2);
    expect(stage.problems()).toHaveLength(1);
  });

  it('answers others while a reply hangs', async () => {
    await open(transport);
    stage.slack.faults.next('chat.postMessage', { kind: 'hang' });
    await stage.slack.person('ada').write('@Teapot 404?');
    await askOn();
    expect(stage.problems()).toEqual([]);
    stage.slack.faults.release();
    await problem();
    expect(stage.problems()).toHaveLength(1);
  });

  it('says it in plain text where Slack refuses the blocks', async () => {
    await open(transport);
    stage.slack.faults.next('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    const next = stage.slack.next();
    await stage.slack.person('ada').write('@Teapot 404?');
    expect(await next).toMatchObject({ blocks: [], text: expect.stringContaining('Nothing is at this address.') });
    expect(stage.problems()).toHaveLength(1);
  });

  it('explains in the log what to do about a channel it cannot post to', async () => {
    await open(transport);
    stage.slack.channel('old', { archived: true });
    await stage.slack.person('ada').write('@Teapot 404?', { channel: 'old' });
    await problem();
    const reason = 'is_archived: the channel is archived';
    expect(stage.problems()).toMatchObject([{ fields: { reason, channel: stage.slack.channel('old').id } }]);
  });

  it.each([
    ['expired', { kind: 'expired' }, 404],
    ['fails', { kind: 'status', status: 500 }, 500],
    ['is rate limited', { kind: 'status', status: 429, retryAfter: 1 }, 429],
  ] as const)('lets a click go whose response URL %s', async (_what, fault, status) => {
    await open(transport);
    const ada = stage.slack.person('ada');
    const message = await ada.command('/http', '404');
    if (message === null) throw new Error('no answer');
    stage.slack.faults.next('response_url', fault);
    await ada.press(message, 'Compare with 410');
    await problem();
    await askOn();
    const reason = `the response URL said ${status}`;
    expect(stage.problems()).toMatchObject([{ level: 'warn', fields: { what: 'button', reason } }]);
  });

  it('lets somebody share again when sharing was refused', async () => {
    await open(transport);
    const ada = stage.slack.person('ada');
    const message = await ada.command('/http', '404');
    if (message === null) throw new Error('no answer');
    stage.slack.faults.next('response_url', { kind: 'status', status: 500 });
    await ada.press(message, 'Share with channel');
    await problem();
    const next = stage.slack.next();
    await ada.press(message, 'Share with channel');
    expect((await next).only).toBeNull();
  });

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
    expect(stage.platform.ready()).toBe(false);
  });
});

describe('over a socket', () => {
  it('tries a reply once more after a 429, and holds up no other', async () => {
    await open('socket');
    stage.slack.faults.next('chat.postMessage', { kind: 'status', status: 429, retryAfter: 1 });
    await stage.slack.person('ada').write('@Teapot 404?');
    await askOn();
    expect(posts()).toHaveLength(1);
    await expect.poll(() => posts().length, { timeout: 5000 }).toBe(2);
    expect(stage.problems()).toEqual([]);
  });

  it.each([
    ['is dropped', () => stage.slack.dropConnections()],
    ['is to be replaced', () => stage.slack.askToReconnect()],
  ] as const)('comes back when the connection %s', async (_what, end) => {
    await open('socket');
    const again = stage.slack.connected();
    end();
    await again;
    await expect.poll(() => stage.platform.ready()).toBe(true);
    await askOn();
    expect(stage.slack.connections()).toBe(1);
    expect(stage.problems()).toEqual([]);
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
    await problem();
    expect(stage.platform.ready()).toBe(false);
    await expect.poll(() => stage.platform.ready(), { timeout: 5000 }).toBe(true);
    await askOn();
    expect(stage.problems()).toMatchObject([{ level: 'warn', fields: { reason: expect.stringContaining(reason) } }]);
  });

  it('stops while it is reconnecting', async () => {
    await open('socket');
    stage.slack.faults.next('apps.connections.open', { kind: 'hang' });
    stage.slack.dropConnections();
    await expect.poll(() => stage.platform.ready()).toBe(false);
    await stage.platform.stop();
    stage.slack.faults.release();
    expect(await withinAMoment(stage.slack.connected())).toBeNull();
    expect(stage.slack.connections()).toBe(0);
  });

  it('leaves again where it gets its connection only after it was stopped', async () => {
    await open('socket');
    stage.slack.faults.next('apps.connections.open', { kind: 'late' });
    stage.slack.dropConnections();
    await expect.poll(() => stage.platform.ready()).toBe(false);
    await stage.platform.stop();
    const late = stage.slack.connected();
    stage.slack.faults.release();
    await late;
    await expect.poll(() => stage.slack.connections()).toBe(0);
    expect(stage.platform.ready()).toBe(false);
  });

  it('stops while it waits to try again', async () => {
    await open('socket');
    stage.slack.faults.next('apps.connections.open', { kind: 'error', error: 'internal_error' });
    stage.slack.dropConnections();
    await problem();
    await stage.platform.stop();
    await withinAMoment(stage.slack.connected());
    expect(calls('apps.connections.open')).toHaveLength(2);
  });

  it('answers an event that Slack could not deliver while it was away', async () => {
    await open('socket', { retriesMs: [0, 200, 200] });
    const next = stage.slack.next();
    stage.slack.dropConnections();
    await stage.slack.person('ada').write('@Teapot 404?');
    await next;
    expect(posts()).toHaveLength(1);
  });

  it('says in one line why it cannot listen', async () => {
    await open('http');
    const port = Number(new URL(stage.address()).port);
    const options = {
      botToken: stage.slack.botToken,
      signingSecret: 's',
      commands: [],
      host: '127.0.0.1',
      log: stage.log,
    };
    const second = createSlack({ ...options, apiUrl: stage.slack.apiUrl, port });
    await expect(second.start(listeningBot())).rejects.toThrow(
      `Slack: listen EADDRINUSE: address already in use 127.0.0.1:${port}`,
    );
    await second.stop();
  });

  it('says in one line why it cannot connect', async () => {
    stage = await createStage('socket');
    stage.slack.faults.next('apps.connections.open', { kind: 'error', error: 'not_allowed_token_type' });
    await expect(stage.start(listeningBot())).rejects.toThrow('Slack: not_allowed_token_type');
  });

  it('opens its connection with the app token, and speaks with the bot token', async () => {
    await open('socket');
    await askOn();
    expect(stage.slack.calls().filter(({ error }) => error !== null)).toEqual([]);
    expect(calls('apps.connections.open')).toHaveLength(1);
  });
});
