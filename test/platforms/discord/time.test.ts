// What only time shows: disturbed connections and silence. Side by side, as each waits for pauses of the client's own.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Setting, set, started, unawaited } from './setting.ts';

const logins = ({ discord }: Setting) =>
  discord.happenings.flatMap((one) =>
    one.kind === 'gateway' && ['identify', 'resume'].includes(one.what) ? [one.what] : [],
  );
const complaints = ({ log }: Setting) => log.entries.filter(({ level }) => level !== 'info');

// The client adds up to 1.5 seconds of chance to its pauses.
beforeAll(() => void vi.spyOn(Math, 'random').mockReturnValue(0));

describe.concurrent('after', () => {
  it.for<[string, (setting: Setting) => void]>([
    ['a cut connection', ({ discord }) => discord.gateway.drop()],
    ['a request to reconnect', ({ discord }) => discord.gateway.askToReconnect()],
    ['an unknown error', ({ discord }) => discord.gateway.close(4000)],
  ])('%s the session goes on, and nothing said meanwhile is lost', async ([, disturb], { onTestFinished }) => {
    const setting = await started({ onTestFinished });
    const { ann, log } = setting;
    disturb(setting);
    await log.entry('discord: connection lost');
    expect(await ann.replyTo(ann.say('404', 'dm'), 10_000)).not.toBeNull();
    await log.entry('discord: connected again');
    expect(logins(setting)).toEqual(['identify', 'resume']);
    expect(complaints(setting)).toEqual([]);
  });

  it('a cut connection, an old question is not answered', async ({ onTestFinished }) => {
    const setting = await started({ onTestFinished });
    const { ann, log, asked, discord } = setting;
    discord.gateway.drop();
    await log.entry('discord: connection lost');
    unawaited(ann.command('status', { query: '404' }, 'server', 2600));
    await log.entry('too old');
    expect(asked).toEqual([]);
  });

  it('Discord is gone, that is said once', async ({ onTestFinished }) => {
    const setting = await started({ onTestFinished });
    await setting.discord.stop();
    // The client has tried again several times by then.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(setting.log.entries.filter(({ message }) => message.startsWith('discord: connection'))).toHaveLength(1);
  });

  it('missing heartbeats the bot connects anew', async ({ onTestFinished }) => {
    const setting = await started({ onTestFinished, heartbeat: 100 });
    setting.discord.gateway.acknowledge(false);
    await setting.log.entry('discord: connection lost');
    setting.discord.gateway.acknowledge(true);
    await setting.log.entry('discord: connected again');
    expect(logins(setting).slice(0, 2)).toEqual(['identify', 'resume']);
  });

  it('a session that ended the bot logs in again', async ({ onTestFinished }) => {
    const setting = await started({ onTestFinished });
    const { ann, discord } = setting;
    discord.gateway.invalidate(false);
    await discord.until((one) => one.kind === 'gateway' && one.what === 'identify', 2);
    expect(await ann.replyTo(ann.say('404', 'dm'), 10_000)).not.toBeNull();
    await setting.log.entry('discord: connected again');
    expect(logins(setting)).toEqual(['identify', 'identify']);
  });

  it.for<[number, string]>([
    [4004, 'Discord refused the token: check DISCORD_BOT_TOKEN'],
    [4014, 'Discord refused disallowed intents: with DISCORD_PASSIVE=on, switch on the Message Content Intent'],
  ])('a close with %i there is no coming back, and that is said once', async ([code, reason], { onTestFinished }) => {
    const setting = await started({ onTestFinished });
    setting.discord.gateway.close(code);
    await setting.log.entry('turned away');
    expect(setting.fatal).toEqual([expect.stringContaining(reason)]);
    expect(logins(setting)).toEqual(['identify']);
  });
});

describe.concurrent('silence', () => {
  it('at the start is not waited for', async ({ onTestFinished }) => {
    const { discord, platform, bot } = await set({ onTestFinished, patience: 200 });
    discord.gateway.refuseLogin('silence');
    await expect(platform.start(bot)).rejects.toThrow('Discord cannot be used: no answer within 0.2 s');
  });

  it('on a response is not waited for, and the response is not sent again', async ({ onTestFinished }) => {
    const setting = await started({ onTestFinished });
    const { ann, discord, log } = setting;
    const callback = 'POST /interactions/:id/:token/callback';
    discord.faults.add(callback, 'hang');
    unawaited(ann.command('status', { query: '404' }));
    await log.entry('within 2500 ms');
    expect(complaints(setting)).toHaveLength(1);
    await ann.command('status', { query: 'next' });
    expect(discord.happenings.filter((one) => one.kind === 'request' && one.route === callback)).toHaveLength(2);
    expect(discord.posts).toHaveLength(1);
  });
});
