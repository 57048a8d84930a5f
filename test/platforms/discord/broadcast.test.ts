// Speaking first: what is sent, how often, and what a failure means.
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { createDiscord } from '../../../src/platforms/discord/discord.ts';
import { type Fault, look, type Right, type Route, startDiscord } from '../../../src/playground/discord/discord.ts';
import type { FailureKind } from '../../../src/port.ts';
import { broadcastContract, type Refusal } from '../broadcast-contract.ts';
import { createMemoryLog } from './memory-log.ts';
import { placeOf, plainAnswer, type Setting, set, started } from './setting.ts';

const POST: Route = 'POST /channels/:channel/messages';
const EDIT: Route = 'PATCH /channels/:channel/messages/:message';
const REFUSED: Readonly<Record<Refusal, Fault>> = {
  gone: { status: 404, code: 10003, message: 'Unknown Channel' },
  repairable: { status: 403, code: 50013, message: 'Missing Permissions' },
  busy: { status: 429, message: 'slow down', headers: { 'retry-after': '60' } },
  refused: { status: 400, code: 50035, message: 'Invalid Form Body' },
};

broadcastContract('Discord', async () => {
  const discord = await startDiscord();
  const platform = createDiscord({ token: discord.token, apiUrl: discord.apiUrl, log: createMemoryLog().log });
  const removed = discord.channels.open();
  discord.channels.remove(removed);
  return {
    platform,
    place: placeOf(discord.channels.general),
    nowhere: placeOf(removed),
    user: '100000000000000001',
    notified: (raw) => !raw.includes('"allowed_mentions":{"parse":[]'),
    tellsRepeats: true,
    start: (bot) => platform.start(bot),
    stop: async () => {
      await platform.stop();
      await discord.stop();
    },
    posts: () =>
      discord.posts.map((post) => ({
        message: post.id,
        text: look(post).text,
        buttons: look(post).buttons.map(({ label }) => label),
        under: post.repliesTo,
        raw: JSON.stringify(post.body),
      })),
    refuse: (refusal) => discord.faults.add(POST, REFUSED[refusal]),
    loseNextReply: () => discord.faults.add(POST, { status: 500, after: true }),
  };
});

const requests = ({ discord }: Setting, route: Route = POST) =>
  discord.happenings.filter((one) => one.kind === 'request' && one.route === route).length;
const home = ({ discord }: Setting) => placeOf(discord.channels.general);
const reasonOf = (failure: FailureKind, more: object = {}) => ({ name: 'PostFailure', failure, ...more });
const question: Answer = {
  ...plainAnswer,
  title: 'Which code?',
  links: [{ label: 'RFC', href: 'https://a.example/' }],
};

describe('a post', () => {
  it('is a plain message with buttons, which notifies nobody and shows no previews', async () => {
    const setting = await started();
    const { message } = await setting.platform.post(home(setting), question, 'key-1');
    const [post] = setting.discord.posts;
    expect(post).toMatchObject({ id: message, channel: home(setting).channel, seenBy: null });
    expect(post?.body).toEqual({
      content: '**Which code?**',
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'Next', custom_id: 'next' }] },
        { type: 1, components: [{ type: 2, style: 5, label: 'RFC', url: 'https://a.example/' }] },
      ],
      flags: 4,
      allowed_mentions: { parse: [], replied_user: false },
      nonce: 'key-1',
      enforce_nonce: true,
    });
  });

  it('under a post that was deleted stands by itself', async () => {
    const setting = await started();
    await setting.platform.post(home(setting), question, 'key-1', { message: '1234567890123456789' });
    expect(setting.discord.posts[0]?.repliesTo).toBeNull();
    expect(setting.discord.posts[0]?.body).toMatchObject({
      message_reference: { message_id: '1234567890123456789', fail_if_not_exists: false },
    });
  });

  it('answers whoever presses its buttons, privately, and stays', async () => {
    const setting = await started();
    await setting.platform.post(home(setting), question, 'key-1');
    const [post] = setting.discord.posts;
    const ben = setting.discord.person('ben');
    const own = post && (await ben.press(post, 'Next'));
    expect(own).toMatchObject({ seenBy: ben.id, channel: home(setting).channel });
    expect(setting.discord.posts[0]).toEqual(post);
  });

  it('is one though three attempts were made', async () => {
    const setting = await started();
    setting.discord.faults.add(POST, { status: 502, after: true }, 2);
    await setting.platform.post(home(setting), question, 'key-1');
    expect(requests(setting)).toBe(3);
    expect(setting.discord.posts).toHaveLength(1);
  });

  it('waits for no other, while one hangs', async () => {
    const setting = await started({ postWithin: 300 });
    const other = placeOf(setting.discord.channels.open());
    setting.discord.faults.add(POST, 'hang', 3);
    const hanging = setting.platform.post(home(setting), question, 'key-1').catch((failure: unknown) => failure);
    await setting.discord.until((one) => one.kind === 'request' && one.route === POST);
    setting.discord.faults.clear();
    await setting.platform.post(other, question, 'key-2');
    await setting.ann.command('status', { query: '404' });
    expect(await hanging).toMatchObject({ message: expect.any(String) });
  });
});

describe('a post that fails', () => {
  it.each<[string, Fault, number, FailureKind]>([
    ['an unknown server', { status: 404, code: 10004 }, 1, 'gone'],
    ['no access', { status: 403, code: 50001 }, 1, 'repairable'],
    ['no history to reply to', { status: 400, code: 160002 }, 1, 'repairable'],
    ['a locked thread', { status: 400, code: 160005 }, 1, 'repairable'],
    ['a channel with too many posts', { status: 400, code: 20028 }, 1, 'busy'],
    ['a server with too many posts', { status: 400, code: 20029 }, 1, 'busy'],
    ['a refused body', { status: 400, code: 50035 }, 1, 'refused'],
    ['a code that nobody knows', { status: 403, code: 12345 }, 1, 'refused'],
    ['a page from something in front of Discord', { status: 403, page: '<h1>Blocked</h1>' }, 1, 'unsent'],
    ['a deleted first post with the same key', { status: 404, code: 10008 }, 1, 'refused'],
    ['a server that stays broken', { status: 503 }, 3, 'unknown'],
    ['a connection that is cut', 'cut', 3, 'unknown'],
    ['no answer at all', 'hang', 3, 'unknown'],
  ])('with %s', async (_, fault, attempts, failure) => {
    const setting = await started({ postWithin: 100 });
    setting.discord.faults.add(POST, fault, Number.POSITIVE_INFINITY);
    await expect(setting.platform.post(home(setting), question, 'key-1')).rejects.toMatchObject(reasonOf(failure));
    expect(requests(setting)).toBe(attempts);
    setting.discord.faults.clear();
    await setting.ann.command('status', { query: '404' });
  });

  it('with a rate limit says when to come back, and does not wait', async () => {
    const setting = await started();
    setting.discord.faults.add(POST, REFUSED.busy);
    await expect(setting.platform.post(home(setting), question, 'key-1')).rejects.toMatchObject(
      reasonOf('busy', { retryAfter: expect.closeTo(60_000, -3) }),
    );
    expect(requests(setting)).toBe(1);
  });

  it.each<[string, Fault, FailureKind]>([
    ['refuses the repeat', REFUSED.refused, 'unknown'],
    ['is busy', REFUSED.busy, 'unknown'],
    ['has lost the channel', REFUSED.gone, 'gone'],
  ])('with a broken server that then %s, may have been posted', async (_, fault, failure) => {
    const setting = await started();
    setting.discord.faults.add(POST, { status: 500, after: true });
    setting.discord.faults.add(POST, fault);
    await expect(setting.platform.post(home(setting), question, 'key-1')).rejects.toMatchObject(reasonOf(failure));
  });

  it('was not sent where Discord cannot be reached', async () => {
    const setting = await started();
    await setting.discord.stop();
    await expect(setting.platform.post(home(setting), question, 'key-1')).rejects.toMatchObject(reasonOf('unsent'));
  });

  it('was not sent before the start and after the end', async () => {
    const setting = await set();
    const place = home(setting);
    await expect(setting.platform.post(place, question, 'key-1')).rejects.toMatchObject(reasonOf('unsent'));
    await setting.platform.start(setting.bot);
    await setting.platform.stop();
    await expect(setting.platform.edit(place, { message: '1' }, question)).rejects.toMatchObject(reasonOf('unsent'));
  });

  it('ends the bot when the token is no longer good', async () => {
    const setting = await started();
    setting.discord.faults.add(POST, { status: 401, message: '401: Unauthorized' });
    await expect(setting.platform.post(home(setting), question, 'key-1')).rejects.toMatchObject(reasonOf('unsent'));
    await expect(setting.platform.post(home(setting), question, 'key-1')).rejects.toMatchObject(reasonOf('unsent'));
    expect(setting.fatal).toEqual(['Discord refused the token: check DISCORD_BOT_TOKEN']);
  });

  it('tells neither what was said nor a token', async () => {
    const setting = await started();
    setting.discord.faults.add(POST, REFUSED.refused);
    const failure: unknown = await setting.platform.post(home(setting), question, 'key-1').catch((thrown) => thrown);
    const told = `${failure} ${JSON.stringify(failure)} ${failure instanceof Error ? failure.cause : ''}`;
    expect(told).toContain('Invalid Form Body');
    expect(told).not.toContain('Which code');
    expect(told).not.toContain(setting.discord.token);
  });
});

describe('what is not permitted', () => {
  it.each<[Right, 'post' | 'reply' | 'edit', boolean]>([
    ['ViewChannel', 'post', false],
    ['SendMessages', 'post', false],
    ['SendMessages', 'reply', false],
    ['ReadMessageHistory', 'reply', false],
    ['ViewChannel', 'edit', false],
    ['ReadMessageHistory', 'post', true],
    ['SendMessages', 'edit', true],
  ])('without %s: %s (permitted all the same: %s)', async (right, what, permitted) => {
    const setting = await started();
    const { platform, discord } = setting;
    const place = home(setting);
    const posted = await platform.post(place, question, 'key-1');
    const done = () =>
      what === 'edit'
        ? platform.edit(place, posted, question)
        : platform.post(place, question, 'key-2', what === 'reply' ? posted : undefined);
    discord.channels.deny(discord.channels.general, right);
    // Events arrive in order: once this is answered, the bot knows.
    await setting.ann.command('status', { query: '404' });
    const before = requests(setting) + requests(setting, EDIT);
    if (permitted) await done();
    else await expect(done()).rejects.toMatchObject(reasonOf('repairable', { message: `not permitted: ${right}` }));
    expect(requests(setting) + requests(setting, EDIT) - before).toBe(permitted ? 1 : 0);
    discord.channels.deny(discord.channels.general);
    await setting.ann.command('status', { query: '404' });
    await done();
  });

  it('in a thread is to write in threads', async () => {
    const setting = await started();
    const { platform, discord, ann } = setting;
    const thread = placeOf(discord.channels.openThread(discord.channels.general));
    discord.channels.deny(discord.channels.general, 'SendMessages');
    await ann.command('status', { query: '404' });
    await platform.post(thread, question, 'key-1');
    discord.channels.deny(discord.channels.general, 'SendMessagesInThreads');
    await ann.command('status', { query: '404' });
    await expect(platform.post(thread, question, 'key-2')).rejects.toMatchObject(
      reasonOf('repairable', { message: 'not permitted: SendMessagesInThreads' }),
    );
    expect(requests(setting)).toBe(1);
  });

  it('is learnt from Discord where the bot has not heard of it', async () => {
    const setting = await started();
    const { discord, platform } = setting;
    const place = home(setting);
    discord.gateway.drop();
    discord.channels.deny(discord.channels.general, 'SendMessages');
    await expect(platform.post(place, question, 'key-1')).rejects.toMatchObject(reasonOf('repairable'));
    expect(requests(setting)).toBe(1);
  });

  it('is anything in a server that the bot was put out of', async () => {
    const setting = await started();
    const place = home(setting);
    setting.discord.channels.putOut(place.team);
    await setting.ann.command('status', { query: '404' }, 'dm');
    await expect(setting.platform.post(place, question, 'key-1')).rejects.toMatchObject(reasonOf('gone'));
    expect(requests(setting)).toBe(0);
  });
});

describe('a server that this process does not know', () => {
  const served = (shard: bigint) => `${(shard + 2n) << 22n}`;

  it('is one that the bot left, unless another process serves it', async () => {
    const setting = await started({ shard: { id: 1, count: 2 } });
    const place = home(setting);
    await expect(setting.platform.post({ ...place, team: served(1n) }, question, 'key-1')).rejects.toMatchObject(
      reasonOf('gone'),
    );
    expect(requests(setting)).toBe(0);
    await setting.platform.post({ ...place, team: served(0n) }, question, 'key-1');
    expect(requests(setting)).toBe(1);
  });
});

describe('an edit', () => {
  it('replaces the post, and may be repeated', async () => {
    const setting = await started();
    const posted = await setting.platform.post(home(setting), question, 'key-1');
    setting.discord.faults.add(EDIT, { status: 500, after: true });
    await setting.platform.edit(home(setting), posted, { ...plainAnswer, title: 'Closed', choices: [] });
    expect(setting.discord.posts[0]?.body).toMatchObject({ content: '**Closed**', components: [], flags: 4 });
  });

  it.each<[string, Fault, FailureKind]>([
    ['the post is gone', { status: 404, code: 10008 }, 'refused'],
    ['it was edited too often', { status: 429, code: 30046, headers: { 'retry-after': '5' } }, 'busy'],
    ['the thread is archived', { status: 400, code: 50083 }, 'repairable'],
  ])('fails where %s', async (_, fault, failure) => {
    const setting = await started();
    const posted = await setting.platform.post(home(setting), question, 'key-1');
    setting.discord.faults.add(EDIT, fault);
    await expect(setting.platform.edit(home(setting), posted, question)).rejects.toMatchObject(reasonOf(failure));
  });
});

describe('many posts', () => {
  it('stay below 50 in a second; the others are told to come back, and questions are answered meanwhile', async () => {
    const setting = await started({ requestsPerSecond: 50 });
    const { discord, platform } = setting;
    const places = Array.from({ length: 80 }, () => placeOf(discord.channels.open()));
    const outcomes = Promise.allSettled(places.map((place, at) => platform.post(place, question, `key-${at}`)));
    await setting.ann.command('status', { query: '404' });
    const failures = (await outcomes).flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    for (const failure of failures) expect(failure).toMatchObject(reasonOf('busy', { retryAfter: expect.any(Number) }));
    expect(failures.length).toBeGreaterThanOrEqual(30);
  });

  it('count together with replies to what people ask, as part of what several processes have', async () => {
    const among = { isOurs: () => true, processes: () => 5, login: async () => {} };
    const setting = await started({ among, requestsPerSecond: 50 });
    const { discord, platform, ann } = setting;
    const places = Array.from({ length: 15 }, () => discord.channels.open());
    // What the start has used is over then.
    await pause(1_100);
    const before = requests(setting);
    const posting = Promise.allSettled(places.map((place, at) => platform.post(placeOf(place), question, `key-${at}`)));
    for (const place of places) ann.say('@Teapot 404', place);
    await pause(500);
    expect(requests(setting) - before).toBe(10);
    await posting;
  });

  it('are finished before the bot stops', async () => {
    const setting = await started({ postWithin: 300 });
    const { platform, discord } = setting;
    discord.faults.add(POST, 'hang');
    let posted: object | null = null;
    const posting = platform.post(home(setting), question, 'key-1').then((where) => {
      posted = where;
    });
    await platform.stop();
    expect(posted).toEqual({ message: discord.posts[0]?.id });
    await posting;
  });
});

describe('whether it is in a server', () => {
  it('is told for the servers that this process serves', async () => {
    const { discord, platform, ann } = await started();
    const { server } = discord.channels.general;
    const unknown = '99999999999999999';
    const told = async () =>
      new Map((await platform.whereabouts?.([server, unknown]))?.map(({ team, member }) => [team, member]));
    expect(await told()).toEqual(
      new Map([
        [server, true],
        [unknown, false],
      ]),
    );
    discord.channels.putOut(server);
    await ann.command('status', { query: '404' }, 'dm');
    expect(await told()).toEqual(
      new Map([
        [server, false],
        [unknown, false],
      ]),
    );
    await platform.stop();
    expect(await told()).toEqual(new Map());
  });

  it('is not told for the servers of another process', async () => {
    const { platform } = await started({ shard: { id: 1, count: 2 } });
    const served = (shard: bigint) => `${(shard + 2n) << 22n}`;
    expect(await platform.whereabouts?.([served(0n), served(1n)])).toEqual([
      { platform: 'discord', team: served(1n), member: false },
    ]);
  });
});
