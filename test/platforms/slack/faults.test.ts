// What goes wrong between us and Slack: nobody is answered twice, the log has one line each, the next question is answered.
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import type { Ask, Bot } from '../../../src/port.ts';
import type { Stage, Transport } from './stage.ts';
import { card, createStage, listeningBot, SECRET } from './stage.ts';

let stage: Stage;
const asked: Ask[] = [];

async function open(transport: Transport): Promise<void> {
  asked.length = 0;
  stage = await createStage(transport);
  await stage.start(listeningBot(asked));
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
    await stage.askOn();
    await expect.poll(() => stage.posts().length).toBe(3);
    expect(asked).toHaveLength(3);
    expect(stage.problems()).toEqual([]);
  });

  it('asks itself once about a mention that it lets pass, however often it is delivered', async () => {
    await open(transport);
    stage.slack.faults.copies = 3;
    await stage.slack.person('ada').write('@Teapot quiet');
    stage.slack.faults.copies = 1;
    await stage.askOn();
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
    await stage.askOn();
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
    await stage.askOn();
    await stage.problem();
    expect(stage.posts()).toHaveLength(1);
    expect(stage.problems()).toMatchObject([{ level: 'warn', fields: { reason: expect.stringContaining(reason) } }]);
  });

  it('does not post again when only the answer to the post was lost', async () => {
    await open(transport);
    stage.slack.faults.next('chat.postMessage', { kind: 'lost' });
    await stage.slack.person('ada').write('@Teapot 404?');
    await stage.problem();
    await stage.askOn();
    expect(stage.calls('chat.postMessage')).toHaveLength(2);
    expect(stage.problems()).toHaveLength(1);
  });

  it('answers others while a reply hangs', async () => {
    await open(transport);
    stage.slack.faults.next('chat.postMessage', { kind: 'hang' });
    await stage.slack.person('ada').write('@Teapot 404?');
    await stage.askOn();
    expect(stage.problems()).toEqual([]);
    stage.slack.faults.release();
    await stage.problem();
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

  it('answers a mention with a chart, with bars of characters, or in plain text: whatever Slack takes', async () => {
    const bars = [{ label: '409 Conflict', value: 8 }];
    const charted: Answer = { ...card, blocks: [{ kind: 'bars', title: 'Who said what', bars }] };
    const bot: Bot = { ...listeningBot(), ask: async () => charted };
    asked.length = 0;
    stage = await createStage(transport);
    await stage.start(bot);
    const invalid = { kind: 'error', error: 'invalid_blocks' } as const;
    const types: unknown[] = [];
    for (const refusals of [[], [invalid], [invalid, invalid]]) {
      stage.slack.faults.next('chat.postMessage', ...refusals);
      const next = stage.slack.next();
      await stage.slack.person('ada').write('@Teapot 404?');
      const { blocks, text } = await next;
      types.push(blocks.map(({ type }) => type));
      expect(text).toContain('409 Conflict: 8');
    }
    expect(types).toEqual([
      ['header', 'data_visualization', 'actions'],
      ['header', 'rich_text', 'rich_text', 'actions'],
      [],
    ]);
    expect(stage.problems()).toHaveLength(1);
  });

  it('explains in the log what to do about a channel it cannot post to', async () => {
    await open(transport);
    stage.slack.channel('old', { archived: true });
    await stage.slack.person('ada').write('@Teapot 404?', { channel: 'old' });
    await stage.problem();
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
    await stage.problem();
    await stage.askOn();
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
    await stage.problem();
    const next = stage.slack.next();
    await ada.press(message, 'Share with channel');
    expect((await next).only).toBeNull();
  });
});

describe('over a socket', () => {
  it('tries a reply once more after a 429, and holds up no other', async () => {
    await open('socket');
    stage.slack.faults.next('chat.postMessage', { kind: 'status', status: 429, retryAfter: 1 });
    await stage.slack.person('ada').write('@Teapot 404?');
    await stage.askOn();
    expect(stage.posts()).toHaveLength(1);
    await expect.poll(() => stage.posts().length, { timeout: 5000 }).toBe(2);
    expect(stage.problems()).toEqual([]);
  });
});
