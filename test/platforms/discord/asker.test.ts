// Who may change what Teapot does for everybody, and where a button was pressed.
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/port.ts';
import { placeOf, plainAnswer, type Setting, started } from './setting.ts';

const keeper = ({ discord }: Setting) => discord.person('kim', { manages: true });
const manages = (asked: readonly Ask[]) => asked.at(-1)?.by.manages();

describe('whoever manages the server', () => {
  it('is known by commands, buttons, forms and menus', async () => {
    const setting = await started();
    const { asked, ann } = setting;
    for (const [person, expected] of [
      [keeper(setting), true],
      [ann, false],
    ] as const) {
      const card = await person.command('quiz now', {});
      expect(await manages(asked)).toBe(expected);
      await (await person.open(card, 'Schedule')).submit({});
      expect(await manages(asked)).toBe(expected);
      await person.forge(card, 'next');
      expect(await manages(asked)).toBe(expected);
      await person.menu('Explain status codes', { content: '404' });
      expect(await manages(asked)).toBe(expected);
    }
  });

  it('is asked of Discord for messages, and only then', async () => {
    const setting = await started();
    const { asked, ann, discord } = setting;
    const lookups = () =>
      discord.happenings.filter((one) => one.kind === 'request' && one.route.startsWith('GET /guilds')).length;
    const kim = keeper(setting);
    await kim.replyTo(kim.say('@Teapot quiz off'));
    expect(lookups()).toBe(0);
    expect(await manages(asked)).toBe(true);
    expect(lookups()).toBe(1);
    await ann.replyTo(ann.say('@Teapot quiz off'));
    expect(await manages(asked)).toBe(false);
  });

  it('is nobody where Discord does not say', async () => {
    const setting = await started();
    const kim = keeper(setting);
    await kim.replyTo(kim.say('@Teapot quiz off'));
    setting.discord.faults.add('GET /guilds/:guild/members/:user', { status: 403, code: 50001 });
    expect(await manages(setting.asked)).toBe(false);
  });

  it('is in no server where the bot is installed to an account alone', async () => {
    const { ann, asked } = await started();
    await ann.command('status', { query: '404' }, 'elsewhere');
    expect(asked.at(-1)?.by.team).toBeNull();
    await ann.command('status', { query: '404' });
    expect(asked.at(-1)?.by.team).not.toBeNull();
  });

  it('is everybody in their own direct messages', async () => {
    const { ann, asked } = await started();
    for (const place of ['dm', 'between'] as const) {
      await ann.command('status', { query: '404' }, place);
      expect(await manages(asked)).toBe(true);
    }
    await ann.replyTo(ann.say('404', 'dm'));
    expect(await manages(asked)).toBe(true);
  });
});

describe('a pressed button', () => {
  it('says which post it is on, where everybody sees it', async () => {
    const { ann, asked, platform, discord } = await started();
    const place = placeOf(discord.channels.open());
    const posted = await platform.post(place, plainAnswer, 'key');
    const [post] = discord.posts;
    if (post === undefined) throw new Error('Nothing was posted');
    const own = await ann.press(post, 'Next');
    expect(asked.at(-1)).toMatchObject({ line: 'next', from: { place, posted } });
    // On the private card that came of it, there is nothing for the others to see.
    await ann.press(own ?? post, 'Next');
    expect(asked.at(-1)).not.toHaveProperty('from');
  });

  it.each(['dm', 'between'] as const)('says nothing about: %s', async (place) => {
    const { ann, asked } = await started();
    await ann.press(await ann.command('status', { query: '404' }, place), 'Next');
    expect(asked.at(-1)).toMatchObject({ line: 'next' });
    expect(asked.at(-1)).not.toHaveProperty('from');
  });
});
