// Whether somebody is in a channel: what Slack is asked, and for how long that is gone by.
import { afterEach, describe, expect, it } from 'vitest';
import { createPresence } from '../../../src/platforms/slack/presence.ts';
import { oneToken } from '../../../src/platforms/slack/tokens.ts';
import { type SimulatedSlack, startSlack } from '../../../src/playground/slack/slack.ts';
import { createLog } from './stage.ts';

let slack: SimulatedSlack;
afterEach(() => slack.stop());

async function begin() {
  slack = await startSlack();
  const clock = { now: 0 };
  const log = createLog();
  const access = { tokens: oneToken(slack.botToken), apiUrl: slack.apiUrl };
  const presence = createPresence({ access, log, now: () => clock.now });
  const ada = slack.person('ada').id;
  const isIn = (channel: string) => presence.isIn('T1', ada, slack.channel(channel).id);
  const asked = () => slack.calls().filter(({ method }) => method === 'chat.postEphemeral').length;
  return { clock, log, presence, ada, isIn, asked };
}

describe('somebody in a channel', () => {
  it('is asked about again after five minutes, and not before', async () => {
    const { clock, isIn, asked } = await begin();
    expect(await isIn('general')).toBe(true);
    clock.now = 5 * 60_000 - 1;
    expect(await isIn('general')).toBe(true);
    expect(asked()).toBe(1);
    clock.now += 1;
    expect(await isIn('general')).toBe(true);
    expect(asked()).toBe(2);
  });

  it('is known there only, and only where they are the same person', async () => {
    const { presence, ada, isIn } = await begin();
    await isIn('general');
    const { id } = slack.channel('general');
    expect(presence.wasIn('T1', ada, id)).toBe(true);
    expect(presence.wasIn('T2', ada, id)).toBe(false);
    expect(presence.wasIn('T1', 'U2', id)).toBe(false);
    expect(presence.wasIn('T1', ada, slack.channel('random').id)).toBe(false);
  });

  it.each([
    ['they are not in it', { members: [] }],
    ['Teapot is not in it', { bot: false }],
    ['it is archived', { archived: true }],
  ] as const)('is not, where %s; that is no problem of ours', async (_what, settings) => {
    const { isIn, presence, ada, log } = await begin();
    const { id } = slack.channel('secret', settings);
    expect(await isIn('secret')).toBe(false);
    expect(presence.wasIn('T1', ada, id)).toBe(false);
    expect(log.lines).toEqual([]);
  });

  it('is not, where Slack does not say, and may be at the next attempt', async () => {
    const { isIn, log } = await begin();
    slack.faults.next('chat.postEphemeral', { kind: 'error', error: 'missing_scope' }, { kind: 'status', status: 503 });
    expect([await isIn('general'), await isIn('general'), await isIn('general')]).toEqual([false, false, true]);
    expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
  });
});
