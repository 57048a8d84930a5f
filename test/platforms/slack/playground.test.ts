// The simulated Slack refuses what the real one refuses: else the other tests would prove nothing.
import { createServer } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { checkMessage, findPings } from '../../../src/playground/slack/limits.ts';
import type { Payload } from '../../../src/playground/slack/message.ts';
import type { SimulatedSlack } from '../../../src/playground/slack/slack.ts';
import { startSlack } from '../../../src/playground/slack/slack.ts';

const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));
const plain = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const button = (changes: object) => ({ type: 'button', action_id: 'a', text: plain('Yes'), value: 'yes', ...changes });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const cell = (text = 'x') => ({ type: 'raw_text', text });
const table = (rows: object[][]) => ({ type: 'table', rows });

describe('a message is refused', () => {
  it.each<[string, Payload, string, string]>([
    ['without text and blocks', {}, 'no_text', 'no text'],
    ['with too much text', { text: 'x'.repeat(40_001) }, 'msg_too_long', '40001'],
    ['with 51 blocks', { blocks: many(51, () => ({ type: 'divider' })) }, 'invalid_blocks', 'no more than 50'],
    [
      'with too many words',
      { blocks: many(5, () => ({ type: 'section', text: plain('x'.repeat(2500)) })) },
      'msg_blocks_too_long',
      '12500',
    ],
    ['with a block nobody knows', { blocks: [{ type: 'teapot' }] }, 'invalid_blocks', 'unsupported type: teapot'],
    [
      'with an empty header',
      { blocks: [{ type: 'header', text: plain('') }] },
      'invalid_blocks',
      '/blocks/0/text/text',
    ],
    [
      'with a header of 151',
      { blocks: [{ type: 'header', text: plain('x'.repeat(151)) }] },
      'invalid_blocks',
      'less than 151',
    ],
    [
      'with a header in mrkdwn',
      { blocks: [{ type: 'header', text: marked('x') }] },
      'invalid_blocks',
      'must be one of: plain_text',
    ],
    ['with a section of nothing', { blocks: [{ type: 'section' }] }, 'invalid_blocks', 'text or fields'],
    [
      'with a section of 3,001',
      { blocks: [{ type: 'section', text: plain('x'.repeat(3001)) }] },
      'invalid_blocks',
      'less than 3001',
    ],
    [
      'with 11 fields',
      { blocks: [{ type: 'section', fields: many(11, () => plain('x')) }] },
      'invalid_blocks',
      'no more than 10',
    ],
    [
      'with a field of 2,001',
      { blocks: [{ type: 'section', fields: [marked('x'.repeat(2001))] }] },
      'invalid_blocks',
      'less than 2001',
    ],
    [
      'with 11 context elements',
      { blocks: [{ type: 'context', elements: many(11, () => plain('x')) }] },
      'invalid_blocks',
      'no more than 10',
    ],
    [
      'with 26 buttons',
      { blocks: [actions(...many(26, (index) => button({ action_id: `${index}` })))] },
      'invalid_blocks',
      'no more than 25',
    ],
    [
      'with a button of 76',
      { blocks: [actions(button({ text: plain('x'.repeat(76)) }))] },
      'invalid_blocks',
      'less than 76',
    ],
    [
      'with a value of 2,001',
      { blocks: [actions(button({ value: 'x'.repeat(2001) }))] },
      'invalid_blocks',
      'less than 2001',
    ],
    [
      'with a style of its own',
      { blocks: [actions(button({ style: 'bold' }))] },
      'invalid_blocks',
      'primary or danger',
    ],
    ['with one action_id twice', { blocks: [actions(button({}), button({}))] }, 'invalid_blocks', 'unique'],
    ['with an empty rich text', { blocks: [rich()] }, 'invalid_blocks', 'no fewer than 1'],
    [
      'with an empty piece of rich text',
      { blocks: [rich({ type: 'text', text: '' })] },
      'invalid_blocks',
      'more than 0',
    ],
    ['with a link to nowhere', { blocks: [rich({ type: 'link', url: 'nowhere' })] }, 'invalid_blocks', 'valid URL'],
    ['with two tables', { blocks: [table([[cell()]]), table([[cell()]])] }, 'invalid_blocks', 'only one table'],
    ['with 101 rows', { blocks: [table(many(101, () => [cell()]))] }, 'invalid_blocks', 'no more than 100'],
    ['with 21 columns', { blocks: [table([many(21, () => cell())])] }, 'invalid_blocks', 'no more than 20'],
    ['with an empty cell', { blocks: [table([[cell('')]])] }, 'invalid_blocks', '/blocks/0/rows/0/0/text'],
    [
      'with a table of 10,001',
      { blocks: [table([[cell('x'.repeat(10_001))]])] },
      'invalid_blocks',
      'no more than 10000',
    ],
    [
      'with one block_id twice',
      { blocks: many(2, () => ({ type: 'divider', block_id: 'b' })) },
      'invalid_blocks',
      'block_id',
    ],
  ])('%s', (_what, message, error, reason) => {
    expect(checkMessage(message)).toEqual([{ error, message: expect.stringContaining(reason) }]);
  });

  it.each([
    [{ text: 'hi <!channel>' }, 1],
    [{ blocks: [{ type: 'section', text: marked('<@U1> and <!subteam^S1>') }] }, 2],
    [{ blocks: [rich({ type: 'broadcast', range: 'here' })] }, 1],
    [{ blocks: [rich({ type: 'text', text: '<!channel>' }), { type: 'header', text: plain('<!here>') }] }, 0],
  ])('%j would notify %i', (message, count) => {
    expect(findPings(message)).toHaveLength(count);
  });
});

describe('the simulated Slack', () => {
  let slack: SimulatedSlack;
  afterEach(() => slack.stop());

  function client(token: string): WebClient {
    return new WebClient(token, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
  }

  it('knows its tokens and its channels', async () => {
    slack = await startSlack();
    const bot = client(slack.botToken);
    const outside = slack.channel('outside', { bot: false }).id;
    await expect(client('xoxb-wrong').auth.test()).rejects.toThrow('invalid_auth');
    await expect(bot.apps.connections.open({})).rejects.toThrow('invalid_auth');
    await expect(bot.chat.postMessage({ channel: 'C404', text: 'hi' })).rejects.toThrow('channel_not_found');
    await expect(bot.chat.postMessage({ channel: outside, text: 'hi' })).rejects.toThrow('not_in_channel');
    expect(await bot.chat.postMessage({ channel: slack.channel('general').id, text: 'hi' })).toMatchObject({
      ok: true,
    });
  });

  it('takes one message a second and channel, where asked to', async () => {
    slack = await startSlack({ limitPosts: true });
    const bot = client(slack.botToken);
    await bot.chat.postMessage({ channel: slack.channel('general').id, text: 'one' });
    const second = bot.chat.postMessage({ channel: slack.channel('general').id, text: 'two' });
    await expect(second).rejects.toMatchObject({ retryAfter: 1 });
    expect(slack.history()).toHaveLength(1);
  });

  it('lets a response URL be used five times', async () => {
    slack = await startSlack();
    const urls: string[] = [];
    const server = await listen((body) => urls.push(new URLSearchParams(body).get('response_url') ?? ''));
    slack.deliverTo(server.url);
    await slack.person('ada').command('/http', '404');
    const [url = ''] = urls;
    const use = () => fetch(url, { method: 'POST', body: '{"text":"hi"}' });
    for (let uses = 0; uses < 5; uses += 1) expect((await use()).status).toBe(200);
    const sixth = await use();
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    await server.close();
  });

  it('tells an event again, with the reason, until it is acknowledged', async () => {
    slack = await startSlack({ retriesMs: [0, 0, 0] });
    const tries: unknown[] = [];
    const server = await listen((_body, headers) => {
      tries.push([headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
      return tries.length < 3 ? 500 : 200;
    });
    slack.deliverTo(server.url);
    await slack.person('ada').write('@Teapot hi');
    expect(tries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
    await server.close();
  });

  it('says to the person when an app does not answer', async () => {
    slack = await startSlack({ patienceMs: 50 });
    const ada = slack.person('ada');
    await expect(ada.command('/http', '404')).rejects.toMatchObject({ code: 'dispatch_failed' });
    const server = await listen(() => null);
    slack.deliverTo(server.url);
    await expect(ada.command('/http', '404')).rejects.toMatchObject({ code: 'operation_timeout' });
    await server.close();
  });
});

/** A bare HTTP server: answers with the status that `answer` gives, 200 for none, never for null. */
async function listen(answer: (body: string, headers: NodeJS.Dict<string | string[]>) => unknown) {
  const server = createServer(async (request, response) => {
    const status = answer(await readText(request), request.headers);
    if (status !== null) response.writeHead(typeof status === 'number' && status >= 200 ? status : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
