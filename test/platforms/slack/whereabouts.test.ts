// Whether the app is still installed, as far as Slack says so.
import { afterEach, expect, it } from 'vitest';
import type { Fault } from '../../../src/playground/slack/faults.ts';
import { contractBot } from '../contract.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
afterEach(() => stage.stop());

const answers: readonly [string, Fault[], (own: string) => ReadonlyMap<string, boolean>][] = [
  ['a token that works', [], (own) => new Map([[own, true]])],
  [
    'an app that was removed',
    [{ kind: 'error', error: 'account_inactive' }],
    (own) =>
      new Map([
        [own, false],
        ['T9', false],
      ]),
  ],
  [
    'a token that was revoked',
    [{ kind: 'error', error: 'token_revoked' }],
    (own) =>
      new Map([
        [own, false],
        ['T9', false],
      ]),
  ],
  ['a token that was mistyped', [{ kind: 'error', error: 'invalid_auth' }], () => new Map()],
  ['a Slack that has trouble', [{ kind: 'status', status: 503 }], () => new Map()],
  ['a lost answer', [{ kind: 'lost' }], () => new Map()],
];
it.each(answers)('with %s', async (_, faults, expected) => {
  stage = await createStage('socket');
  await stage.start(contractBot([]));
  const { platform, slack } = stage;
  slack.faults.next('auth.test', ...faults);
  const told = (await platform.whereabouts?.([slack.team.id, 'T9'])) ?? [];
  expect(new Map(told.map(({ team, member }) => [team, member]))).toEqual(expected(slack.team.id));
});

it('also before it has started, or where it cannot', async () => {
  stage = await createStage('socket');
  stage.slack.faults.next('auth.test', { kind: 'error', error: 'account_inactive' });
  expect(await stage.platform.whereabouts?.(['T9'])).toEqual([{ platform: 'slack', team: 'T9', member: false }]);
});
