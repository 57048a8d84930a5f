// How fast posts may go, held against a platform that counts strictly.
import { describe, expect, it } from 'vitest';
import { createBucket, type Rate, ratesOf } from '../../src/delivery/rate.ts';
import { createRate } from '../../src/playground/discord/rate.ts';
import type { Place } from '../../src/port.ts';

const SECOND = 1000;

function channel(team: string, id = 'C1', platform: Place['platform'] = 'slack'): Place {
  return { platform, team, channel: id };
}

/** Sends as many as may go until a moment, as soon as they may. @returns when each went */
function send(rate: Rate, until: number, placeOf: (count: number) => Place, late: () => number = () => 0) {
  const sent: number[] = [];
  for (let now = 0; now < until; ) {
    const place = placeOf(sent.length);
    const wait = rate.wait(place, now);
    if (wait > 0) {
      now += wait + late();
      continue;
    }
    rate.take(place, now);
    sent.push(now);
  }
  return sent;
}

function mostWithin(milliseconds: number, sent: readonly number[]): number {
  return Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + milliseconds).length));
}

describe('rates', () => {
  it('a bucket gives its burst at once and then so many a second', () => {
    const bucket = createBucket({ perSecond: 2, burst: 3 });
    const waits = [0, 0, 0, 500, 500].map((expected) => {
      const wait = bucket.wait(0);
      if (wait === 0) bucket.take(0);
      return [wait, expected];
    });
    for (const [wait, expected] of waits) expect(wait).toBe(expected);
    expect(bucket.wait(499)).toBe(1);
    expect(bucket.wait(500)).toBe(0);
    expect(bucket.wait(60 * SECOND)).toBe(0);
    for (const _ of [1, 2, 3]) bucket.take(60 * SECOND);
    expect(bucket.wait(60 * SECOND)).toBe(500);
  });

  it('a bucket that was asked for patience begins one by one', () => {
    const bucket = createBucket({ perSecond: 1, burst: 5 });
    bucket.pause(10 * SECOND);
    expect(bucket.wait(0)).toBe(10 * SECOND);
    expect(bucket.wait(9 * SECOND)).toBe(SECOND);
    expect(bucket.wait(10 * SECOND)).toBe(0);
    bucket.take(10 * SECOND);
    expect(bucket.wait(10 * SECOND)).toBe(SECOND);
  });

  it('a bucket that is asked for patience again and again goes at five sixths, and forgets it after a quiet minute', () => {
    const bucket = createBucket({ perSecond: 1, burst: 1 });
    for (let times = 1; times <= 20; times += 1) bucket.pause(times * 5 * SECOND);
    bucket.take(100 * SECOND);
    expect(bucket.wait(100 * SECOND)).toBe(1200);
    bucket.take(200 * SECOND);
    expect(bucket.wait(200 * SECOND)).toBe(SECOND);
  });

  it('a bucket that has rested begins as it was told', () => {
    const bucket = createBucket({ perSecond: 10, burst: 3, afterRest: 1 });
    bucket.take(0);
    expect(bucket.wait(0)).toBe(100);
    // Late by two, but not at rest.
    for (const _ of [1, 2, 3]) {
      expect(bucket.wait(300)).toBe(0);
      bucket.take(300);
    }
    expect(bucket.wait(300)).toBe(100);
    bucket.take(700);
    expect(bucket.wait(700)).toBe(100);
  });

  it.each([1, 2, 4])(
    'on Discord, %d processes together never pass fifty in a second, and use 95 % of them',
    (replicas) => {
      const each = Array.from({ length: replicas }, (_, index) => {
        const { posts } = ratesOf('discord', () => replicas);
        return send(
          posts,
          20 * SECOND,
          () => channel('T', 'C', 'discord'),
          () => index % 3,
        );
      });
      const sent = each.flat().sort((a, b) => a - b);
      expect(mostWithin(SECOND, sent)).toBeLessThanOrEqual(50);
      if (replicas === 1) expect(sent.length).toBeGreaterThan(0.95 * 50 * 20);
      let now = 0;
      const strict = createRate(50, () => now);
      const refused = sent.filter((at) => {
        now = at;
        return strict.wait() > 0;
      });
      expect(refused).toHaveLength(0);
    },
  );

  it('on Slack, a workspace gets five at once and then one a second, and others do not wait for it', () => {
    const { posts } = ratesOf('slack', () => 1);
    const large = send(posts, 10 * SECOND, (count) => channel('T1', `C${count}`));
    expect(large.filter((at) => at === 0)).toHaveLength(5);
    expect(large).toHaveLength(14);
    expect(posts.wait(channel('T1', 'another'), 0)).toBeGreaterThan(0);
    expect(posts.wait(channel('T2'), 0)).toBe(0);
  });

  it('on Slack, a channel gets one message a second', () => {
    const { posts } = ratesOf('slack', () => 1);
    const sent = send(posts, 5 * SECOND, () => channel('T1'));
    expect(mostWithin(SECOND, sent)).toBe(1);
  });

  it('on Slack, edits have fifty a minute of their own', () => {
    const { posts, edits } = ratesOf('slack', () => 1);
    const sent = send(edits, 60 * SECOND, () => channel('T1'));
    expect(sent.length).toBeLessThanOrEqual(55);
    expect(posts.wait(channel('T1'), 0)).toBe(0);
  });

  it('forgets workspaces that have been quiet', () => {
    const { posts } = ratesOf('slack', () => 1);
    for (let team = 0; team < 30_000; team += 1) posts.take(channel(`T${team}`), team * 10);
    expect(posts.wait(channel('T29999'), 299_990)).toBeGreaterThan(0);
    expect(posts.wait(channel('T1'), 299_990)).toBe(0);
  });
});
