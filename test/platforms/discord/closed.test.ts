// Discord will have no more of the bot, or of this address, while it runs.
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { placeOf, plainAnswer, set, started, unawaited } from './setting.ts';

describe('a gateway that closes for good', () => {
  it.each([
    [4004, 'check DISCORD_BOT_TOKEN'],
    [4010, 'check DISCORD_SHARD_ID and DISCORD_SHARD_COUNT'],
    [4011, 'raise DISCORD_SHARD_COUNT'],
    [4012, 'update Teapot'],
    [4013, 'update Teapot'],
    [4014, 'switch on the Message Content Intent'],
  ])('with %i is one line that says what to do, and ends the process', async (code, words) => {
    const { platform, discord, fatal, log } = await started();
    discord.gateway.close(code);
    await vi.waitFor(() => expect(fatal).toEqual([expect.stringContaining(words)]));
    expect(platform.trouble?.()).toContain(words);
    expect(log.entries.filter(({ level }) => level !== 'info')).toMatchObject([
      { level: 'error', message: 'discord: turned away', fields: { reason: expect.stringContaining(words) } },
    ]);
  });
});

/** What stands in front of Discord answers for it: docs: topics/rate-limits, invalid request limit */
const BANNED = { status: 429, page: '<html>error code: 1015</html>', headers: { 'retry-after': '600' } };

describe('an address that is locked out', () => {
  it('is said at the start, within its patience', async () => {
    const { discord, platform, bot } = await set({ patience: 500 });
    discord.faults.add('GET /gateway/bot', BANNED, Number.POSITIVE_INFINITY);
    await expect(platform.start(bot)).rejects.toThrow(
      'Discord cannot be used: Discord takes no requests from this address (429); wait 10 minutes',
    );
    expect(discord.happenings.filter(({ kind }) => kind === 'request').length).toBeLessThan(3);
  });

  it('posts nothing meanwhile, does not insist, and answers again afterwards', async () => {
    const setting = await started();
    const { discord, platform, ann, log, fatal } = setting;
    discord.faults.add('POST /channels/:channel/messages', BANNED, Number.POSITIVE_INFINITY);
    discord.faults.add('POST /interactions/:id/:token/callback', BANNED, Number.POSITIVE_INFINITY);
    const place = placeOf(discord.channels.general);
    const failed = await platform.post(place, plainAnswer, 'k1').catch((thrown: unknown) => thrown);
    expect(failed).toMatchObject({ name: 'PostFailure', failure: 'busy', retryAfter: expect.any(Number) });
    unawaited(ann.command('status', { query: '404' }));
    await log.entry('the interaction was not answered');
    const asked = () => discord.happenings.filter((one) => one.kind === 'request').length;
    const before = asked();
    await pause(300);
    expect(asked()).toBe(before);
    expect(fatal).toEqual([]);
    expect(log.entries.filter(({ level }) => level !== 'info')).toHaveLength(1);
  });

  it('is not asked as fast as it answers where it does not say for how long', async () => {
    const { discord, platform, ann, log } = await started();
    const { headers: _, ...untold } = BANNED;
    discord.faults.add('POST /channels/:channel/messages', untold, Number.POSITIVE_INFINITY);
    ann.say('@Teapot 404');
    await log.entry('the message was not answered');
    await expect(platform.post(placeOf(discord.channels.general), plainAnswer, 'k1')).rejects.toMatchObject({
      failure: 'busy',
      retryAfter: 60_050,
    });
    await pause(300);
    const route = 'POST /channels/:channel/messages';
    expect(discord.happenings.filter((one) => one.kind === 'request' && one.route === route)).toHaveLength(2);
  });
});
