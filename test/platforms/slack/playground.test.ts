// The simulated Slack refuses what the real one refuses: else the other tests would prove nothing.
import { createServer } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { quiet } from '../../../src/platforms/slack/journal.ts';
import { checkMessage, findPings } from '../../../src/playground/slack/limits.ts';
import type { Payload } from '../../../src/playground/slack/message.ts';
import { checkModal } from '../../../src/playground/slack/modal-limits.ts';
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
const point = (label: string, value: unknown = 1) => ({ label, value });
const bars = (labels: string[], changes: object = {}) => ({
  type: 'bar',
  series: [{ name: 'n', data: labels.map((label) => point(label)) }],
  axis_config: { categories: labels },
  ...changes,
});
const chart = (drawn: object, title = 'Chart') => ({ type: 'data_visualization', title, chart: drawn });
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
    ['with nobody’s id', { blocks: [rich({ type: 'user', user_id: 'ada' })] }, 'invalid_blocks', 'invalid user id'],
    [
      'with a date in milliseconds and a half',
      { blocks: [rich({ type: 'date', timestamp: 1.5, format: '{time}' })] },
      'invalid_blocks',
      'timestamp in seconds',
    ],
    ['with three charts', { blocks: many(3, () => chart(bars(['a']))) }, 'invalid_blocks', 'no more than 2'],
    ['with a chart without a title', { blocks: [chart(bars(['a']), '')] }, 'invalid_blocks', '/blocks/0/title'],
    ['with a title of 51', { blocks: [chart(bars(['a']), 'x'.repeat(51))] }, 'invalid_blocks', 'less than 51'],
    ['with 21 bars', { blocks: [chart(bars(many(21, String)))] }, 'invalid_blocks', 'no more than 20'],
    ['with a label of 21', { blocks: [chart(bars(['x'.repeat(21)]))] }, 'invalid_blocks', 'less than 21'],
    ['with two bars of one name', { blocks: [chart(bars(['a', 'a']))] }, 'invalid_blocks', 'unique'],
    [
      'with other labels than categories',
      { blocks: [chart(bars(['a'], { axis_config: { categories: ['b'] } }))] },
      'invalid_blocks',
      'labels must be the categories',
    ],
    [
      'with a bar that is no number',
      { blocks: [chart(bars(['a'], { series: [{ name: 'n', data: [point('a', '1')] }] }))] },
      'invalid_blocks',
      'must be a number',
    ],
    [
      'with a slice of nothing',
      { blocks: [chart({ type: 'pie', segments: [point('a', 0)] })] },
      'invalid_blocks',
      'more than 0',
    ],
    ['with a chart nobody knows', { blocks: [chart({ type: 'radar' })] }, 'invalid_blocks', 'pie, bar, line, area'],
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
    [{ text: '<!date^1^{time}|never> <!here>' }, 1],
    [{ blocks: [rich({ type: 'text', text: '<!channel>' }), { type: 'header', text: plain('<!here>') }] }, 0],
  ])('%j would notify %i', (message, count) => {
    expect(findPings(message)).toHaveLength(count);
  });
});

const text = (changes: object = {}) => ({ type: 'plain_text_input', action_id: 'a', ...changes });
const option = (name: string) => ({ text: plain(name), value: name });
const select = (...names: string[]) => ({ type: 'static_select', action_id: 'a', options: names.map(option) });
const input = (element: object, changes: object = {}) => ({ type: 'input', label: plain('Time'), element, ...changes });
const modal = (changes: object = {}) => ({
  type: 'modal',
  title: plain('Set up'),
  submit: plain('Send'),
  blocks: [input(text())],
  ...changes,
});

describe('a modal', () => {
  it('is taken with its limits filled', () => {
    const select100 = select(...many(100, (index) => `${index}`));
    const full = [
      input(text({ initial_value: 'x'.repeat(3000) })),
      input({ ...select100, initial_option: option('7') }),
    ];
    expect(checkModal(modal({ blocks: full, private_metadata: 'x'.repeat(3000) }))).toEqual([]);
    expect(
      checkModal({ type: 'modal', title: plain('Read'), blocks: [{ type: 'section', text: marked('x') }] }),
    ).toEqual([]);
  });

  it.each<[string, Payload, string]>([
    ['without fields', { blocks: [] }, 'no fewer than 1'],
    ['with 101 blocks', { blocks: many(101, () => ({ type: 'divider' })) }, 'no more than 100'],
    ['with a title of 25', { title: plain('x'.repeat(25)) }, 'less than 25'],
    ['with nothing to send it with', { submit: undefined }, '/submit'],
    ['with too much to remember', { private_metadata: 'x'.repeat(3001) }, 'private_metadata'],
    ['with a field without a name', { blocks: [input(text(), { label: plain('') })] }, '/label/text'],
    ['with an empty menu', { blocks: [input(select())] }, 'no fewer than 1'],
    ['with an option of 76', { blocks: [input(select('x'.repeat(76)))] }, 'less than 76'],
    [
      'with a choice that is none',
      { blocks: [input({ ...select('a'), initial_option: option('b') })] },
      'one of the options',
    ],
    ['with too much typed already', { blocks: [input(text({ initial_value: 'x'.repeat(3001) }))] }, 'less than 3001'],
    ['with a table', { blocks: [table([[cell()]])] }, 'unsupported type: table'],
    ['with a chart', { blocks: [chart(bars(['a']))] }, 'unsupported type: data_visualization'],
    ['with a field nobody knows', { blocks: [input({ type: 'slider', action_id: 'a' })] }, 'unsupported element'],
    ['with two fields of one name', { blocks: many(2, () => input(text(), { block_id: 'b' })) }, 'unique'],
  ])('is refused %s', (_what, changes, reason) => {
    expect(checkModal(modal(changes)).join()).toContain(reason);
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
      logger: quiet,
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

  it('refuses charts where they have not arrived yet', async () => {
    slack = await startSlack({ charts: false });
    const message = { channel: slack.channel('general').id, text: 'x', blocks: [chart(bars(['a']))] };
    await expect(client(slack.botToken).chat.postMessage(message)).rejects.toThrow('invalid_blocks');
  });

  it('changes only what the bot itself said, and where everybody can see it', async () => {
    slack = await startSlack();
    const bot = client(slack.botToken);
    const channel = slack.channel('general').id;
    const { ts = '' } = await bot.chat.postMessage({ channel, text: 'one' });
    await bot.chat.update({ channel, ts, text: 'two' });
    expect(slack.history().map(({ text }) => text)).toEqual(['two']);
    const other = await slack.person('ada').write('mine');
    await bot.chat.postEphemeral({ channel, user: other.by, text: 'psst' });
    const hidden = slack.history().at(-1)?.ts ?? '';
    const update = (where: { channel: string; ts: string }) => bot.chat.update({ ...where, text: 'x' });
    await expect(update({ channel, ts: other.ts })).rejects.toThrow('cant_update_message');
    await expect(update({ channel, ts: hidden })).rejects.toThrow('message_not_found');
    await expect(update({ channel, ts: '1.2' })).rejects.toThrow('message_not_found');
    await expect(update({ channel: slack.channel('random').id, ts })).rejects.toThrow('message_not_found');
    await expect(
      bot.chat.update({ channel, ts, text: '', blocks: many(51, () => ({ type: 'divider' })) }),
    ).rejects.toThrow('invalid_blocks');
  });

  it('says who is an admin, to those who may know', async () => {
    slack = await startSlack({ usersRead: true });
    const bot = client(slack.botToken);
    const user = slack.person('ada', { admin: true }).id;
    expect(await bot.users.info({ user })).toMatchObject({ user: { name: 'ada', is_admin: true } });
    await expect(bot.users.info({ user: 'U404' })).rejects.toThrow('user_not_found');
    await slack.stop();
    slack = await startSlack();
    await expect(client(slack.botToken).users.info({ user })).rejects.toThrow('missing_scope');
  });

  /** Types a command; resolves with what an app could open a modal with. */
  async function useSomething(): Promise<string> {
    const triggers: string[] = [];
    const server = await listen((body) => triggers.push(new URLSearchParams(body).get('trigger_id') ?? ''));
    slack.deliverTo(server.url);
    await slack.person('ada').command('/http', '404');
    await server.close();
    return triggers[0] ?? '';
  }

  function openModal(trigger: string, view: object) {
    return client(slack.botToken).apiCall('views.open', { trigger_id: trigger, view });
  }

  it('opens a modal once for each click', async () => {
    slack = await startSlack();
    const trigger = await useSomething();
    await expect(openModal(trigger, modal({ blocks: [] }))).rejects.toThrow('invalid_arguments');
    await openModal(trigger, modal());
    expect(slack.person('ada').modal()?.view['title']).toEqual(plain('Set up'));
    expect(slack.person('grace').modal()).toBeNull();
    await expect(openModal(trigger, modal())).rejects.toThrow('exchanged_trigger_id');
    await expect(openModal('trigger.404', modal())).rejects.toThrow('invalid_trigger_id');
  });

  it('opens no modal when three seconds have passed since the click', async () => {
    slack = await startSlack({ triggersMs: 0 });
    await expect(openModal(await useSomething(), modal())).rejects.toThrow('expired_trigger_id');
  });

  it('lets nobody send a modal in which something is missing, or chosen that is not there', async () => {
    slack = await startSlack();
    const fields = [
      input(text(), { block_id: 't' }),
      input(select('mon', 'tue'), { block_id: 'd', label: plain('Day'), optional: true }),
    ];
    await openModal(await useSomething(), modal({ blocks: fields }));
    const ada = slack.person('ada');
    const open = ada.modal();
    if (open === null) throw new Error('nothing is open');
    await expect(ada.submit(open)).rejects.toThrow('"Time" is required');
    await expect(ada.submit(open, { Time: '9', Day: 'sun' })).rejects.toThrow('no option "sun"');
    const sent: Payload[] = [];
    const server = await listen((body) => sent.push(JSON.parse(new URLSearchParams(body).get('payload') ?? '')));
    slack.deliverTo(server.url);
    expect(await ada.submit(open, { Time: '9', Day: 'tue' })).toBeNull();
    expect(sent).toMatchObject([
      {
        type: 'view_submission',
        view: { state: { values: { t: { a: { value: '9' } }, d: { a: { selected_option: option('tue') } } } } },
      },
    ]);
    await server.close();
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
