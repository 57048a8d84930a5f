// Listening on Discord, through the real discord.js: a reaction to a failure, and a direct message to whoever clicks it.
import { Events } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../../src/platforms/discord/client.ts';
import { type Fault, look, startDiscord } from '../../../src/playground/discord/discord.ts';
import type { Asker, Bot } from '../../../src/port.ts';
import { type Setting, type SettingOptions, set } from './setting.ts';

const TEAPOT = '🫖';
const FAILURE = 'we get 502s from the api';
const PUT = 'PUT /channels/:channel/messages/:message/reactions/:emoji/@me';
const GET = 'GET /channels/:channel/messages/:message';
const POST = 'POST /channels/:channel/messages';

interface Overheard extends Setting {
  readonly heard: { readonly by: Asker; readonly text: string }[];
  readonly allowed: boolean[];
}

/** A bot that takes every text with a 502 for a failure, in a channel that is `listening`. */
async function listening(options: SettingOptions & { readonly off?: boolean } = {}): Promise<Overheard> {
  const { off = false, ...rest } = options;
  const setting = await set({ passive: true, messageContent: true, ...rest });
  const heard: Overheard['heard'] = [];
  const allowed: boolean[] = [];
  const bot: Bot = {
    ...setting.bot,
    overhears: async (by, text) => {
      heard.push({ by, text });
      return !off && text.includes('502');
    },
    reacted: async (_, was) => void allowed.push(was),
  };
  await setting.platform.start(bot);
  return { ...setting, heard, allowed };
}

const requests = ({ discord }: Setting, route: string) =>
  discord.happenings.filter((one) => one.kind === 'request' && one.route === route).length;

/** Something else is said and answered: what came before has been dealt with. */
async function askOn({ discord, log }: Setting): Promise<void> {
  const bob = discord.person('bob');
  await expect(bob.replyTo(bob.say('@Teapot still there?'))).resolves.not.toBeNull();
  expect(log.entries.filter(({ level }) => level === 'error')).toEqual([]);
}

async function reacted({ discord }: Setting, message: { readonly id: string }): Promise<void> {
  await expect.poll(() => discord.reactions(message.id)).toEqual([{ emoji: TEAPOT, users: [discord.bot.id] }]);
}

const direct = ({ discord }: Setting, channel: string) => discord.posts.filter((post) => post.channel === channel);

describe('a message that speaks of a failure', () => {
  it('gets one reaction, and whoever clicks it a direct message that names the message', async () => {
    const setting = await listening();
    const { discord, ann, asked, heard } = setting;
    const eve = discord.person('eve');
    const message = ann.say(FAILURE);
    await reacted(setting, message);
    await expect.poll(() => setting.allowed).toEqual([true]);
    expect(discord.posts).toEqual([]);
    eve.react(message, TEAPOT);
    await expect.poll(() => direct(setting, eve.direct).length).toBe(1);
    const [post] = direct(setting, eve.direct);
    const seen = post && look(post);
    expect(seen?.text).toContain(`heard: ${FAILURE}`);
    expect(seen?.links[0]).toMatchObject({
      label: 'The message',
      url: `https://discord.com/channels/${discord.channels.general.server}/${message.channel}/${message.id}`,
    });
    expect(asked).toMatchObject([{ kind: 'explain', by: { user: eve.id, channel: message.channel }, text: FAILURE }]);
    expect(heard.map(({ by }) => by.user)).toEqual([ann.id, eve.id]);
    expect(await asked[0]?.by.manages()).toBe(false);
  });

  it('is answered once to each person, however often they click', async () => {
    const setting = await listening();
    const { discord, ann } = setting;
    const [eve, cid] = [discord.person('eve'), discord.person('cid')];
    const message = ann.say(FAILURE);
    await reacted(setting, message);
    for (const who of [eve, cid]) who.react(message, TEAPOT);
    discord.gateway.redeliver('MESSAGE_REACTION_ADD');
    await expect.poll(() => [eve, cid].map((who) => direct(setting, who.direct).length)).toEqual([1, 1]);
    discord.gateway.redeliver('MESSAGE_REACTION_ADD');
    discord.gateway.redeliver('MESSAGE_CREATE');
    await askOn(setting);
    expect([eve, cid].map((who) => direct(setting, who.direct).length)).toEqual([1, 1]);
    expect(requests(setting, PUT)).toBe(1);
    expect(setting.asked.filter(({ kind }) => kind === 'explain')).toHaveLength(2);
  });

  it('in a thread is heard with the channel of the thread', async () => {
    const setting = await listening();
    const { discord, ann, heard } = setting;
    const thread = discord.channels.openThread(discord.channels.general);
    await reacted(setting, ann.say(FAILURE, thread));
    expect(heard[0]?.by).toMatchObject({ channel: thread.id, parent: discord.channels.general.id });
  });
});

describe('nothing comes of', () => {
  it.each<[string, (setting: Overheard) => void]>([
    ['a message without a failure', ({ ann }) => void ann.say('lunch?')],
    ['a message in a direct conversation', ({ ann }) => void ann.say(`${FAILURE} quietly: silence`, 'dm')],
  ])('%s', async (_, act) => {
    const setting = await listening();
    act(setting);
    await askOn(setting);
    expect(requests(setting, PUT)).toBe(0);
  });

  it('a message to the bot, which is answered instead', async () => {
    const setting = await listening();
    const message = setting.ann.say(`@Teapot ${FAILURE}`);
    expect(await setting.ann.replyTo(message)).not.toBeNull();
    expect(setting.heard).toEqual([]);
  });

  it('the messages of bots, and its own', async () => {
    const setting = await listening();
    const { discord } = setting;
    const own = await setting.ann.command('status', { query: FAILURE });
    const told = { id: '1', channel_id: own.channel, guild_id: discord.channels.general.server, content: FAILURE };
    const author = { id: '2', username: 'Pager', discriminator: '0', bot: true };
    discord.gateway.dispatch('MESSAGE_CREATE', { ...told, author, type: 0, mentions: [], mention_roles: [] });
    discord.gateway.dispatch('MESSAGE_CREATE', {
      ...{ ...told, id: '3', webhook_id: '9', type: 0, mentions: [], mention_roles: [] },
      author: { ...author, bot: false },
    });
    await askOn(setting);
    expect(setting.heard).toEqual([]);
  });

  it('a channel that does not want it', async () => {
    const setting = await listening({ off: true });
    const message = setting.ann.say(FAILURE);
    await askOn(setting);
    expect(setting.discord.reactions(message.id)).toEqual([]);
  });

  it('a message where it was not let listen at all', async () => {
    const setting = await listening({ passive: false });
    const message = setting.ann.say(FAILURE);
    setting.ann.react(message, TEAPOT);
    await askOn(setting);
    expect(setting.heard).toEqual([]);
    expect(requests(setting, GET)).toBe(0);
  });

  it('a click on somebody else’s teapot, on another emoji, or by the bot', async () => {
    const setting = await listening();
    const { ann, discord, asked } = setting;
    const eve = discord.person('eve');
    // What it says by now is a failure, but nobody was told.
    const harmless = ann.say('lunch at 12?');
    ann.change(harmless, FAILURE);
    eve.react(harmless, TEAPOT);
    const failure = ann.say(FAILURE);
    await reacted(setting, failure);
    eve.react(failure, '👍');
    await askOn(setting);
    await expect.poll(() => requests(setting, GET)).toBe(1);
    expect(asked.filter(({ kind }) => kind === 'explain')).toEqual([]);
  });

  it('a click below what has been edited to something harmless, or was deleted', async () => {
    const setting = await listening();
    const { ann, discord, asked } = setting;
    const eve = discord.person('eve');
    const [edited, deleted] = [ann.say(FAILURE), ann.say(`${FAILURE} again`)];
    for (const message of [edited, deleted]) await reacted(setting, message);
    ann.change(edited, 'never mind');
    ann.remove(deleted);
    discord.gateway.dispatch(
      'MESSAGE_REACTION_ADD',
      reactionOn(deleted, eve.id, discord.channels.general.server),
      1 << 10,
    );
    eve.react(edited, TEAPOT);
    await expect.poll(() => requests(setting, GET)).toBe(2);
    await askOn(setting);
    expect(asked.filter(({ kind }) => kind === 'explain')).toEqual([]);
  });
});

const reactionOn = (
  { id, channel }: { readonly id: string; readonly channel: string },
  user: string,
  server: string,
) => ({
  user_id: user,
  channel_id: channel,
  message_id: id,
  guild_id: server,
  emoji: { id: null, name: TEAPOT },
  burst: false,
  type: 0,
  member: {
    roles: [],
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
    user: { id: user, username: 'eve', discriminator: '0' },
  },
});

describe('what Discord refuses', () => {
  it('beforehand costs no request, and is noted', async () => {
    const setting = await listening();
    const { discord, ann } = setting;
    discord.channels.deny(discord.channels.general, 'AddReactions');
    ann.say(FAILURE);
    await expect.poll(() => setting.allowed).toEqual([false]);
    expect(requests(setting, PUT)).toBe(0);
  });

  it.each<[string, Fault, readonly boolean[]]>([
    ['no permission', { status: 403, code: 50_013 }, [false]],
    ['no access', { status: 403, code: 50_001 }, [false]],
    ['a message that is gone', { status: 404, code: 10_008 }, []],
    ['an author who blocked the bot', { status: 400, code: 90_001 }, []],
    ['anything else', { status: 400, code: 50_035 }, []],
  ])('with a reaction: %s', async (_, fault, allowed) => {
    const setting = await listening();
    setting.discord.faults.add(PUT, fault);
    setting.ann.say(FAILURE);
    await expect.poll(() => requests(setting, PUT)).toBe(1);
    await askOn(setting);
    expect(setting.allowed).toEqual(allowed);
  });

  it('with a direct message stays between Discord and the person', async () => {
    const setting = await listening();
    const { discord, ann, log } = setting;
    const eve = discord.person('eve');
    const message = ann.say(FAILURE);
    await reacted(setting, message);
    discord.faults.add(POST, { status: 403, code: 50_007, message: 'Cannot send messages to this user' });
    eve.react(message, TEAPOT);
    await expect.poll(() => requests(setting, POST)).toBe(1);
    await askOn(setting);
    expect(direct(setting, eve.direct)).toEqual([]);
    expect(log.entries.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('at the gate: without the intent switched on, the start says what to do', async () => {
    const setting = await set({ passive: true, messageContent: false });
    await expect(setting.platform.start(setting.bot)).rejects.toThrow('switch on the Message Content Intent');
  });
});

describe('the client that listens', () => {
  it('remembers neither messages nor reactions nor people', async () => {
    const discord = await startDiscord({ messageContent: true });
    const client = createClient({ apiUrl: discord.apiUrl, shard: { id: 0, count: 1 }, passive: true });
    onTestFinished(async () => {
      await client.destroy();
      await discord.stop();
    });
    let reactions = 0;
    client.on(Events.MessageReactionAdd, () => {
      reactions += 1;
    });
    await Promise.all([
      new Promise((resolve) => client.once(Events.ClientReady, resolve)),
      client.login(discord.token),
    ]);
    const people = ['ann', 'bob', 'cid'].map((name) => discord.person(name));
    for (const [at, who] of people.entries()) who.react(who.say(`harmless ${at}`), TEAPOT);
    await expect.poll(() => reactions).toBe(people.length);
    const channel = client.channels.cache.get(discord.channels.general.id);
    const server = client.guilds.cache.get(discord.channels.general.server);
    expect(channel?.isTextBased() && channel.messages.cache.size).toBe(0);
    expect([...client.users.cache.keys()]).toEqual([discord.bot.id]);
    expect([...(server?.members.cache.keys() ?? [])]).toEqual([discord.bot.id]);
  });
});
