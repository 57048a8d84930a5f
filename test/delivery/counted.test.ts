// What is counted of posts: each end, and each further attempt.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Happening } from '../../src/port.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { MORNING } from '../store/sample.ts';
import { channelIn, createStage, type Failing } from './stage.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

const quiz = { kind: 'delivered', platform: 'discord', post: 'quiz' };
const posted = (lateMs: number) => ({ ...quiz, result: 'posted', lateMs });

describe('a post is counted', () => {
  it.each<[string, readonly Failing[], readonly number[], readonly object[]]>([
    ['once, with how late it was', [], [2_000], [posted(2_000)]],
    [
      'as busy, and then posted',
      [{ failure: 'busy', retryAfter: 7_000 }],
      [0, 9_000],
      [{ ...quiz, result: 'busy' }, posted(1_500)],
    ],
    [
      'as unsent, whose request never left',
      [{ failure: 'unknown', early: true }],
      [0],
      [{ ...quiz, result: 'unsent' }],
    ],
    ['as refused', [{ failure: 'refused' }], [0], [{ ...quiz, result: 'refused' }]],
    ['as skipped, where it is too late', [], [4 * 60 * 60_000], [{ ...quiz, result: 'skipped' }]],
  ])('%s', async (_, failures, passes, counted) => {
    const at = await channelIn(store, 'discord');
    const heard: Happening[] = [];
    const stage = createStage(store, MORNING, { meter: (happening) => heard.push(happening) });
    stage.discord.fail(...failures);
    // Planned in time, whenever it is posted.
    await stage.delivery.stop();
    const planned = stage.another('planner', { broadcasters: [], meter: () => {} });
    await planned.tick();
    const poster = stage.another('poster');
    for (const after of passes) {
      stage.at(MORNING + after);
      await poster.tick();
    }
    expect(heard.filter((one) => one.kind === 'delivered' && one.post === 'quiz')).toEqual(counted);
    for (const id of [at.team, at.channel]) expect(JSON.stringify(heard)).not.toContain(id);
  });
});
