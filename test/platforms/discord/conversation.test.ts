// What people do, through the real client: who sees an answer, and what the bot hears.
import { describe, expect, it } from 'vitest';
import { look, type Place, type Post } from '../../../src/playground/discord/discord.ts';
import { started, unawaited } from './setting.ts';

const textOf = (post: Post | null) => (post === null ? null : look(post).text);

describe('a command', () => {
  it.each<Place>(['server', 'dm', 'elsewhere', 'between'])('is answered in: %s', async (place) => {
    const { ann } = await started();
    const post = await ann.command('status', { query: '404' }, place);
    expect(look(post)).toMatchObject({ text: 'heard: 404\nNext', private: false });
  });

  it('is answered privately where that was asked, or the answer is for the asker', async () => {
    const { ann } = await started();
    expect(look(await ann.command('status', { query: '404', private: true })).private).toBe(true);
    expect(look(await ann.command('status', { query: 'secret', private: false })).private).toBe(true);
    expect(look(await ann.command('status', { query: '404', private: false })).private).toBe(false);
  });

  it('tells the bot who asked, and where', async () => {
    const { ann, asked, discord } = await started();
    const { channel } = await ann.command('status', { query: '404' });
    expect(asked.at(-1)?.by).toMatchObject({ platform: 'discord', team: expect.any(String), channel, user: ann.id });
    await discord.person('ben').command('status', { query: '404' }, 'dm');
    expect(asked.at(-1)?.by.team).toBeNull();
  });

  it('pings nobody', async () => {
    const { ann } = await started();
    const { body } = await ann.command('status', { query: '@everyone <@1>' });
    expect(body['allowed_mentions']).toEqual({ parse: [] });
  });

  it('offers what the bot suggests while it is typed', async () => {
    const { ann } = await started();
    expect(await ann.complete('status', 'query', 'not fo')).toEqual([{ name: '404 for not fo', value: '404' }]);
  });

  it('offers nothing rather than failing, whatever is suggested', async () => {
    const { ann, bot, platform, discord } = await started();
    await platform.stop();
    const long = Array.from({ length: 30 }, (_, at) => ({
      label: `${at} ${'x'.repeat(120)}`,
      line: at === 0 ? 'x'.repeat(101) : `${at}`,
    }));
    await platform.start({ ...bot, suggest: (typed) => (typed === '' ? [] : long) });
    expect(await ann.complete('status', 'query', '')).toEqual([]);
    const offered = await discord.person('ben').complete('status', 'query', 'x');
    expect(offered).toHaveLength(25);
    expect(offered[0]?.value).toBe('1');
  });
});

describe('a button', () => {
  it('on a public card answers whoever pressed, and leaves the card', async () => {
    const { ann, discord } = await started();
    const card = await ann.command('status', { query: '404' });
    const ben = discord.person('ben');
    const next = await ben.press(card, 'Next');
    expect(next).toMatchObject({ seenBy: ben.id, edits: 0 });
    expect(textOf(next)).toContain('heard: next');
    expect(discord.posts.find(({ id }) => id === card.id)).toEqual(card);
  });

  it('on a private card turns it into the next one', async () => {
    const { ann, discord } = await started();
    const card = await ann.command('status', { query: '404', private: true });
    const next = await ann.press(card, 'Next');
    expect(next).toMatchObject({ id: card.id, seenBy: ann.id, edits: 1 });
    expect(textOf(next)).toContain('heard: next');
    expect(discord.posts).toHaveLength(1);
  });

  it.each<[Place, boolean]>([
    ['dm', false],
    ['between', true],
    ['elsewhere', true],
  ])('pressed in: %s', async (place, hidden) => {
    const { ann } = await started();
    const next = await ann.press(await ann.command('status', { query: '404' }, place), 'Next');
    expect(next === null ? null : look(next)).toMatchObject({ text: 'heard: next\nNext', private: hidden });
  });

  it('works after a restart', async () => {
    const { ann, platform, bot } = await started();
    const card = await ann.command('status', { query: '404' });
    await platform.stop();
    await platform.start(bot);
    expect(textOf(await ann.press(card, 'Next'))).toContain('heard: next');
  });

  it('that was forged can only ask a line', async () => {
    const { ann, asked } = await started();
    const card = await ann.command('status', { query: '404' });
    await ann.forge(card, ' drop\n table '.padEnd(100, 'x'));
    expect(asked.at(-1)).toMatchObject({ kind: 'line', line: expect.stringMatching('^drop table x+$') });
  });

  it('is acknowledged where the bot has nothing to say', async () => {
    const { ann } = await started();
    const card = await ann.command('status', { query: '404' });
    expect(await ann.forge(card, 'silence')).toBeNull();
  });
});

describe('a message', () => {
  it('that mentions the bot gets one reply, which pings nobody', async () => {
    const { ann, asked, discord } = await started();
    const message = ann.say('hey @Teapot  what is <#12> 404?');
    const reply = await ann.replyTo(message);
    expect(asked.at(-1)).toMatchObject({ kind: 'mention', text: 'hey what is 404?' });
    expect(reply?.body).toMatchObject({
      nonce: message.id,
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
      message_reference: { message_id: message.id, fail_if_not_exists: false },
    });
    expect(discord.posts).toHaveLength(1);
  });

  it('in a direct message needs no mention', async () => {
    const { ann, asked } = await started();
    expect(textOf(await ann.replyTo(ann.say('404?', 'dm')))).toContain('heard: 404?');
    expect(asked.at(-1)?.by.team).toBeNull();
  });

  it('that mentions the role of the bot arrives without its text', async () => {
    const { ann, asked } = await started();
    expect(await ann.replyTo(ann.say('@TeapotRole 404?'))).not.toBeNull();
    expect(asked.at(-1)).toMatchObject({ kind: 'mention', text: '' });
  });

  it('to nobody or to everyone is not for the bot', async () => {
    const { ann, asked } = await started();
    ann.say('404');
    ann.say('@everyone 404');
    await ann.replyTo(ann.say('@Teapot 500'));
    expect(asked).toHaveLength(1);
  });

  it('is explained from the menu with all the text that is in it, for the asker only', async () => {
    const { ann, asked } = await started();
    const embeds = [{ title: 'Alert', description: 'GET / <@5>', fields: [{ name: 'Status', value: '503' }] }];
    for (const place of ['server', 'elsewhere'] as const) {
      const post = await ann.menu('Explain status codes', { content: 'see:', embeds }, place);
      expect(look(post).private).toBe(true);
      expect(asked.at(-1)).toMatchObject({ kind: 'explain', text: 'see:\nAlert\nGET / \nStatus: 503' });
    }
  });
});

describe('a card of the bot', () => {
  it('can be explained like any other message', async () => {
    const { ann, asked } = await started();
    const { body } = await ann.command('status', { query: '404' });
    for (const place of ['server', 'elsewhere'] as const) {
      await ann.menu('Explain status codes', { content: '', components: body['components'] }, place);
      expect(asked.at(-1)).toMatchObject({ kind: 'explain', text: '## heard: 404' });
    }
  });
});

describe('an event that arrives twice', () => {
  it('is answered once', async () => {
    const { ann, asked, discord } = await started();
    await ann.command('status', { query: 'first' });
    await ann.replyTo(ann.say('404', 'dm'));
    discord.gateway.redeliver('INTERACTION_CREATE');
    discord.gateway.redeliver('MESSAGE_CREATE');
    await ann.command('status', { query: 'last' });
    expect(asked.map((ask) => (ask.kind === 'line' ? ask.line : ask.text))).toEqual(['first', '404', 'last']);
    expect(discord.posts).toHaveLength(3);
  });
});

describe('stopping', () => {
  it('finishes what is under way', async () => {
    const { ann, bot, platform } = await started();
    await platform.stop();
    const { promise: thinking, resolve: think } = Promise.withResolvers<void>();
    const { promise: heard, resolve: hear } = Promise.withResolvers<void>();
    await platform.start({
      ...bot,
      ask: async (ask) => {
        hear();
        await thinking;
        return bot.ask(ask);
      },
    });
    const message = ann.say('404', 'dm');
    await heard;
    const stopped = platform.stop();
    unawaited(stopped);
    // Whatever would be closed too early has time to be closed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    think();
    expect(textOf(await ann.replyTo(message))).toContain('heard: 404');
    await stopped;
  });
});
