// The playground's clock, and what the simulators take for the time.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClock } from '../../src/playground/clock.ts';
import { startDiscord } from '../../src/playground/discord/discord.ts';
import { timeOf } from '../../src/playground/discord/ids.ts';
import { startSlack } from '../../src/playground/slack/slack.ts';

const HOUR = 60 * 60_000;

describe('the clock', () => {
  it('goes as real time does, ahead of it by as much as it was moved', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    onTestFinished(() => void vi.useRealTimers());
    const clock = createClock();
    expect(clock.now()).toBe(1_000_000);
    clock.moveTo(1_000_000 + HOUR);
    expect(clock.now()).toBe(1_000_000 + HOUR);
    vi.setSystemTime(1_000_500);
    expect(clock.now()).toBe(1_000_500 + HOUR);
  });

  it('never goes back', () => {
    const clock = createClock();
    clock.moveTo(Date.now() + HOUR);
    clock.moveTo(Date.now() - HOUR);
    expect(clock.now()).toBeGreaterThanOrEqual(Date.now() + HOUR - 1000);
  });

  it('shows the same in another thread', () => {
    const clock = createClock();
    const same = createClock(clock.ahead);
    same.moveTo(Date.now() + HOUR);
    expect(Math.abs(clock.now() - same.now())).toBeLessThan(1000);
    expect(clock.now()).toBeGreaterThan(Date.now() + HOUR / 2);
  });
});

describe('a simulator', () => {
  const then = Date.parse('2031-02-03T04:05:06.000Z');

  it('dates what is said on Slack by the time it is given', async () => {
    const slack = await startSlack({ now: () => then });
    onTestFinished(slack.stop);
    const { ts } = await slack.person('Ada').write('x');
    expect(Number(ts.split('.')[0]) * 1000).toBe(then);
  });

  it('dates what is said on Discord by the time it is given', async () => {
    const discord = await startDiscord({ now: () => then });
    onTestFinished(discord.stop);
    expect(timeOf(discord.person('Ada').say('x').id)).toBe(then);
  });
});
