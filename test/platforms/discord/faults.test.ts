// Discord at its worst: the bot lives, says one line for what went wrong, answers the next question, leaks nothing.
import { describe, expect, it } from 'vitest';
import type { Fault, Route } from '../../../src/playground/discord/discord.ts';
import { type Setting, started, unawaited } from './setting.ts';

const CALLBACK: Route = 'POST /interactions/:id/:token/callback';
const MESSAGE: Route = 'POST /channels/:channel/messages';

const requests = ({ discord }: Setting, route: Route) =>
  discord.happenings.filter((one) => one.kind === 'request' && one.route === route).length;
const complaints = ({ log }: Setting) => log.entries.filter(({ level }) => level !== 'info');

/** The next question is answered, and no token of the bot or of an interaction is in the log. */
async function expectUnharmed(setting: Setting): Promise<void> {
  const { ann, discord, log } = setting;
  discord.faults.clear();
  await ann.command('status', { query: 'next' });
  const said = JSON.stringify(log.entries);
  expect(said).not.toContain(discord.token);
  for (const token of discord.interactionTokens()) expect(said).not.toContain(token);
  expect(setting.fatal).toEqual([]);
}

describe('an answer to a command', () => {
  it.each<[string, Fault, number, number, string]>([
    ['came too late', { status: 404, code: 10062, message: 'Unknown interaction' }, 1, 1, 'too late'],
    ['was given already', { status: 400, code: 40060, message: 'already acknowledged' }, 1, 1, 'answered already'],
    ['is refused', { status: 400, code: 50035, message: 'Invalid Form Body' }, 1, 1, 'Invalid Form Body'],
    ['is rate limited', { status: 429, message: 'slow down', headers: { 'retry-after': '60' } }, 1, 1, 'rate limited'],
    ['meets a broken server four times', { status: 503 }, 4, 4, 'HTTP 503'],
    ['was taken, but the server said it broke', { status: 500, after: true }, 1, 2, 'answered already'],
  ])('that %s', async (_, fault, times, tries, reason) => {
    const setting = await started();
    setting.discord.faults.add(CALLBACK, fault, times);
    unawaited(setting.ann.command('status', { query: 'my secret 404' }));
    await setting.log.entry('the interaction was not answered');
    expect(complaints(setting)).toHaveLength(1);
    expect(JSON.stringify(complaints(setting))).toContain(reason);
    expect(JSON.stringify(complaints(setting))).not.toContain('my secret');
    expect(requests(setting, CALLBACK)).toBe(tries);
    expect(requests(setting, MESSAGE)).toBe(0);
    await expectUnharmed(setting);
  });

  it('is not tried when the question is old', async () => {
    const setting = await started();
    unawaited(setting.ann.command('status', { query: '404' }, 'server', 2600));
    await setting.log.entry('too old');
    expect(setting.asked).toEqual([]);
    await expectUnharmed(setting);
  });

  it('is tried once more when the server broke once', async () => {
    const setting = await started();
    setting.discord.faults.add(CALLBACK, { status: 500 });
    await setting.ann.command('status', { query: '404' });
    expect(complaints(setting)).toEqual([]);
  });
});

describe('a reply to a message', () => {
  it.each<[string, Fault, number, string]>([
    ['that is forbidden', { status: 403, code: 50013, message: 'Missing Permissions' }, 1, 'Missing Permissions'],
    ['into a channel that is gone', { status: 404, code: 10003, message: 'Unknown Channel' }, 1, 'Unknown Channel'],
    ['that meets a broken server', { status: 500 }, 4, 'HTTP 500'],
  ])('%s', async (_, fault, times, reason) => {
    const setting = await started();
    setting.discord.faults.add(MESSAGE, fault, times);
    setting.ann.say('@Teapot 404');
    await setting.log.entry('the message was not answered');
    expect(JSON.stringify(complaints(setting))).toContain(reason);
    expect(complaints(setting)).toHaveLength(1);
    await expectUnharmed(setting);
  });

  it.each<[string, Fault]>([
    ['waits for a rate limit', { status: 429, message: 'slow down', headers: { 'retry-after': '0.2' } }],
    ['is posted once though the server broke after posting it', { status: 500, after: true }],
  ])('%s', async (_, fault) => {
    const setting = await started();
    setting.discord.faults.add(MESSAGE, fault);
    expect(await setting.ann.replyTo(setting.ann.say('@Teapot 404'))).not.toBeNull();
    await setting.discord.until((one) => one.kind === 'request' && one.route === MESSAGE, 2);
    await expectUnharmed(setting);
    expect(setting.discord.posts).toHaveLength(2);
    expect(complaints(setting)).toEqual([]);
  });

  it('ends the bot when the token is no longer good', async () => {
    const { discord, ann, fatal, log } = await started();
    discord.faults.add(MESSAGE, { status: 401, message: '401: Unauthorized' });
    ann.say('@Teapot 404');
    await log.entry('turned away');
    expect(fatal).toEqual(['Discord refused the token: check DISCORD_BOT_TOKEN']);
  });
});

describe('suggestions', () => {
  it('that are refused are one line', async () => {
    const setting = await started();
    setting.discord.faults.add(CALLBACK, { status: 404, code: 10062, message: 'Unknown interaction' });
    unawaited(setting.ann.complete('status', 'query', '4'));
    await setting.log.entry('the interaction was not answered');
    expect(complaints(setting)).toHaveLength(1);
    await expectUnharmed(setting);
  });
});
