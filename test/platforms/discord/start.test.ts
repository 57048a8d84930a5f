import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { Route } from '../../../src/playground/discord/discord.ts';
import { set, started } from './setting.ts';

const GET: Route = 'GET /applications/:application/commands';
const PUT: Route = 'PUT /applications/:application/commands';

describe('a start that fails says why in one line', () => {
  it.each<[number, string]>([
    [4004, 'Discord refused the token: check DISCORD_BOT_TOKEN'],
    [4010, 'Discord refused the shard: check DISCORD_SHARD_ID and DISCORD_SHARD_COUNT'],
    [4011, 'Discord wants more shards for so many servers: raise DISCORD_SHARD_COUNT'],
    [4014, 'Discord refused disallowed intents: with DISCORD_PASSIVE=on, switch on the Message Content Intent'],
  ])('when the gateway closes with %i', async (code, reason) => {
    const { discord, platform, bot, fatal } = await set();
    discord.gateway.refuseLogin(code);
    await expect(platform.start(bot)).rejects.toThrow(reason);
    expect(fatal).toEqual([]);
  });

  it('when the token is wrong', async () => {
    const { platform, bot, log } = await set({ token: 'wrong' });
    await expect(platform.start(bot)).rejects.toThrow('Discord refused the token: check DISCORD_BOT_TOKEN');
    expect(JSON.stringify(log.entries)).not.toContain('wrong');
  });

  it('when the token is withdrawn meanwhile', async () => {
    const { discord, platform, bot } = await set();
    discord.faults.add(GET, { status: 401, message: '401: Unauthorized' });
    await expect(platform.start(bot)).rejects.toThrow('Discord refused the token: check DISCORD_BOT_TOKEN');
  });

  it('when nobody is there', async () => {
    const { platform, bot } = await set({ apiUrl: 'http://127.0.0.1:9/api' });
    await expect(platform.start(bot)).rejects.toThrow('Discord cannot be used: connect ECONNREFUSED');
  });

  it('when Discord is down', async () => {
    const { discord, platform, bot } = await set();
    discord.faults.add('GET /gateway/bot', { status: 503 }, 4);
    await expect(platform.start(bot)).rejects.toThrow('Discord cannot be used: HTTP 503');
  });

  it('when hardly any logins are left for today', async () => {
    const { discord, platform, bot } = await set();
    discord.loginsLeft(19);
    await expect(platform.start(bot)).rejects.toThrow('only 19 logins are left for today; wait 1440 minutes');
    discord.loginsLeft(20);
    await platform.start(bot);
  });
});

it('a start that is stopped while Discord keeps it waiting logs in no more, also when Discord answers at last', async () => {
  const { discord, platform, bot } = await set();
  discord.faults.add('GET /gateway/bot', { status: 429, headers: { 'retry-after': '0.4' } });
  const starting = platform.start(bot).then(
    () => 'started',
    () => 'stopped',
  );
  await pause(150);
  await platform.stop();
  expect(await starting).toBe('stopped');
  expect(discord.happenings.filter(({ kind }) => kind === 'gateway')).toEqual([]);
});

describe('the shard', () => {
  it('is the one asked for, whatever the environment says', async () => {
    vi.stubEnv('SHARDS', '[0,1,2]');
    vi.stubEnv('SHARD_COUNT', '4');
    const { discord } = await started();
    vi.unstubAllEnvs();
    expect(discord.happenings.find(({ kind }) => kind === 'gateway')).toMatchObject({
      what: 'identify',
      shard: [0, 1],
    });
  });
});

describe('commands', () => {
  it('are sent when they are new, and not again while they stay the same', async () => {
    const { discord, platform, bot } = await started();
    const sent = () => discord.happenings.filter(({ kind }) => kind === 'registered').length;
    expect(discord.commands.map(({ name }) => name)).toEqual(['status', 'quiz', 'Explain status codes']);
    expect(sent()).toBe(1);
    await platform.stop();
    await platform.start(bot);
    expect(sent()).toBe(1);
    await platform.stop();
    await platform.start({ ...bot, commands: bot.commands.map((command) => ({ ...command, hint: 'new' })) });
    expect(sent()).toBe(2);
  });

  it.each<[string, Route]>([
    ['read', GET],
    ['sent', PUT],
  ])('that cannot be %s are one line, and the bot answers', async (_, route) => {
    const { discord, platform, bot, ann, log } = await set();
    discord.faults.add(route, { status: 503 }, 4);
    await platform.start(bot);
    expect(log.entries.filter(({ level }) => level !== 'info')).toEqual([
      {
        level: 'error',
        fields: { reason: 'HTTP 503', code: 503 },
        message: 'discord: the commands could not be registered',
      },
    ]);
    expect(await ann.replyTo(ann.say('404', 'dm'))).not.toBeNull();
  });

  it('are left to the first shard', async () => {
    const { discord } = await started({ shard: { id: 1, count: 2 } });
    expect(discord.commands).toEqual([]);
  });
});
