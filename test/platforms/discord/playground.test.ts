// The simulated Discord itself, where a bot that behaves would not notice: spoken to without one.
import { afterEach, describe, expect, it } from 'vitest';
import { type DiscordRules, type SimulatedDiscord, startDiscord } from '../../../src/playground/discord/discord.ts';
import { createRate } from '../../../src/playground/discord/rate.ts';
import { started } from './setting.ts';

let discord: SimulatedDiscord | null = null;
afterEach(async () => {
  await discord?.stop();
  discord = null;
});

/** Posts in a channel, with whatever body; the status and what is told. */
async function begin(rules: DiscordRules = {}) {
  const simulated = await startDiscord(rules);
  discord = simulated;
  const post = async (channel: string, body: object) => {
    const response = await fetch(`${simulated.apiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${simulated.token}` },
      body: JSON.stringify({ content: 'x', ...body }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { discord: simulated, general: simulated.channels.general, post };
}

describe('a nonce', () => {
  const once = { nonce: 'n', enforce_nonce: true };

  it('gives the same message again, whatever is said and wherever', async () => {
    const { general, post, discord } = await begin();
    await post(general.id, once);
    const again = await post(discord.channels.open().id, { ...once, content: 'y' });
    expect(again.body).toMatchObject({ id: discord.posts[0]?.id, channel_id: general.id, content: 'x' });
    expect(discord.posts).toHaveLength(1);
  });

  it.each<[string, DiscordRules, object]>([
    ['is forgotten', { nonceWindow: 0 }, once],
    ['is not enforced', {}, { nonce: 'n' }],
    ['is missing', {}, { enforce_nonce: true }],
  ])('gives another message where it %s', async (_, rules, body) => {
    const { general, post, discord } = await begin(rules);
    await post(general.id, body);
    await post(general.id, body);
    expect(discord.posts).toHaveLength(2);
  });
});

describe('a channel', () => {
  it.each([
    ['ViewChannel', {}, 403, 50001],
    ['SendMessages', {}, 403, 50013],
    ['ReadMessageHistory', { message_reference: { message_id: '1', fail_if_not_exists: false } }, 400, 160002],
  ] as const)('without the right to %s refuses', async (right, body, status, code) => {
    const { general, post, discord } = await begin();
    const other = discord.channels.open();
    discord.channels.deny(general, right);
    expect(await post(general.id, body)).toMatchObject({ status, body: { code } });
    expect((await post(other.id, body)).status).toBe(200);
    discord.channels.deny(general);
    expect((await post(general.id, body)).status).toBe(200);
  });

  it('that is gone, or whose server the bot left, refuses', async () => {
    const { general, post, discord } = await begin();
    const removed = discord.channels.open();
    discord.channels.remove(removed);
    expect(await post(removed.id, {})).toMatchObject({ status: 404, body: { code: 10003 } });
    discord.channels.putOut(general.server);
    expect(await post(general.id, {})).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  it('is one of 500 in a server', async () => {
    const { discord, general } = await begin();
    const servers = Array.from({ length: 999 }, () => discord.channels.open().server);
    expect(servers.filter((server) => server === general.server)).toHaveLength(499);
    expect(new Set(servers).size).toBe(2);
  });

  it.each([
    ['opened later', 1],
    ['in a new server', 500],
  ])('%s is known to the bot, and people can use the bot there', async (_, count) => {
    const { ann, asked, discord } = await started();
    const channel = Array.from({ length: count }, () => discord.channels.open()).at(-1) ?? discord.channels.general;
    await ann.command('status', { query: '404' }, channel);
    expect(asked.at(-1)?.by).toMatchObject({ team: channel.server, channel: channel.id });
    expect(await ann.replyTo(ann.say('@Teapot 404', channel))).toMatchObject({ channel: channel.id });
  });
});

describe('the rate of requests', () => {
  it('over all routes is limited where wanted, and says for how long', async () => {
    const { post, discord } = await begin({ requestsPerSecond: 3 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(discord.channels.open().id, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
    const limited = answers.find(({ status }) => status === 429);
    expect(Object.fromEntries(limited?.headers ?? [])).toMatchObject({
      'retry-after': '1',
      'x-ratelimit-global': 'true',
      'x-ratelimit-scope': 'global',
    });
  });

  it('has room again once the oldest of so many is a second old', () => {
    let now = 0;
    const rate = createRate(2, () => now);
    expect([rate.wait(), rate.wait(), rate.wait()]).toEqual([0, 0, 1000]);
    now = 400;
    expect(rate.wait()).toBe(600);
    now = 1000;
    expect([rate.wait(), rate.wait(), rate.wait()]).toEqual([0, 0, 1000]);
  });
});

describe('somebody at the keyboard', () => {
  it.each<[string, (person: Awaited<ReturnType<typeof started>>['ann']) => Promise<unknown>, string]>([
    ['a command that is not there', (ann) => ann.command('nothing', {}), 'There is no command nothing'],
    ['a command without its part', (ann) => ann.command('quiz', {}), 'There is no command quiz'],
    ['a part that is not there', (ann) => ann.command('quiz never', {}), 'There is no command quiz never'],
    ['a part of a command without parts', (ann) => ann.command('status now', {}), 'There is no command status now'],
    ['without what is required', (ann) => ann.command('quiz schedule', { time: '9' }), 'zone is required'],
    ['an option that is not there', (ann) => ann.command('quiz now', { x: '1' }), 'There is no option x'],
  ])('cannot send %s', async (_, act, words) => {
    const { ann } = await started();
    await expect(act(ann)).rejects.toThrow(words);
  });

  it.each<[string, Record<string, string>, string]>([
    ['what is required left empty', { time: '' }, 'Time of day is required'],
    ['an option that is not there', { days: 'never' }, 'There is no option never'],
    ['a field that is not there', { x: '1' }, 'There is no field x'],
  ])('cannot send a form with %s', async (_, values, words) => {
    const { ann } = await started();
    const form = await ann.open(await ann.command('quiz now', {}), 'Schedule');
    await expect(form.submit(values)).rejects.toThrow(words);
  });

  it('sees a form where a form opens, and a post where a post comes', async () => {
    const { ann } = await started();
    const card = await ann.command('quiz now', {});
    await expect(ann.press(card, 'Schedule')).rejects.toThrow('A form opened');
    await expect(ann.open(await ann.command('status', { query: '404' }), 'Next')).rejects.toThrow('No form opened');
  });
});
