// What happens to the connection, and what the bot makes of it. These run side by side: some wait on the client's own pauses.
import { describe, expect, it } from 'vitest';
import type { Setting } from './setting.ts';
import { started } from './setting.ts';

const logins = ({ discord }: Setting) =>
  discord.happenings.flatMap((one) =>
    one.kind === 'gateway' && ['identify', 'resume'].includes(one.what) ? [one.what] : [],
  );
const complaints = ({ log }: Setting) => log.entries.filter(({ level }) => level !== 'info');

describe.concurrent('after', () => {
  it.each<[string, (setting: Setting) => void]>([
    ['a cut connection', ({ discord }) => discord.gateway.drop()],
    ['a request to reconnect', ({ discord }) => discord.gateway.askToReconnect()],
    ['an unknown error', ({ discord }) => discord.gateway.close(4000)],
  ])('%s the session goes on, and nothing said meanwhile is lost', async (_, disturb) => {
    const setting = await started();
    const { ann, log } = setting;
    disturb(setting);
    await log.entry('discord: reconnecting');
    expect(await ann.replyTo(ann.say('404', 'dm'), 10_000)).not.toBeNull();
    await log.entry('discord: connected again');
    expect(logins(setting)).toEqual(['identify', 'resume']);
    expect(complaints(setting)).toEqual([]);
  });

  it('missing heartbeats the bot connects anew', async () => {
    const setting = await started({ heartbeat: 100 });
    setting.discord.gateway.acknowledge(false);
    await setting.log.entry('discord: reconnecting');
    setting.discord.gateway.acknowledge(true);
    await setting.log.entry('discord: connected again');
    expect(logins(setting).slice(0, 2)).toEqual(['identify', 'resume']);
  });

  it('a session that ended the bot logs in again', async () => {
    const setting = await started();
    setting.discord.gateway.invalidate(false);
    await setting.discord.until((one) => one.kind === 'gateway' && one.what === 'identify', 2);
    const { ann } = setting;
    expect(await ann.replyTo(ann.say('404', 'dm'), 10_000)).not.toBeNull();
    expect(logins(setting)).toEqual(['identify', 'identify']);
  });

  it.each<[number, string]>([
    [4004, 'Discord refused the token: check DISCORD_BOT_TOKEN'],
    [4014, 'Discord refused disallowed intents: Teapot needs none of the privileged ones, so check the application'],
  ])('a close with %i there is no coming back, and that is said once', async (code, reason) => {
    const setting = await started();
    setting.discord.gateway.close(code);
    await setting.log.entry('turned away');
    expect(setting.fatal).toEqual([reason]);
    expect(logins(setting)).toEqual(['identify']);
  });
});
