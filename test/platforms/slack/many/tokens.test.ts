// What is remembered of tokens: for how long, how many, and not longer than they are good.
import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { createTokens, type Installation } from '../../../../src/platforms/slack/installations.ts';

const MINUTE = 60_000;

function installed(team: string, token: string): Installation {
  return { team, token, enterprise: null, botUser: 'U0', scopes: [], installedBy: null, installedAt: 0 };
}

function open(most?: number) {
  const kept = new Map<string, string>();
  const looks: string[] = [];
  const state = { now: 0, broken: false };
  const find = async (team: string) => {
    looks.push(team);
    const token = kept.get(team);
    if (state.broken) throw new Error('no database');
    return token === undefined ? null : installed(team, token);
  };
  return { kept, looks, state, tokens: createTokens({ find }, () => state.now, most) };
}

/** As Slack refuses a call. */
function refusal(error: string): Error {
  return new WebAPIPlatformError({ ok: false, error });
}

describe('a token', () => {
  it('is looked up once for a crowd, and again after a minute', async () => {
    const { kept, looks, state, tokens } = open();
    kept.set('T1', 'one');
    const crowd = Array.from({ length: 1000 }, () => tokens.use('T1', async (token) => token));
    expect(new Set(await Promise.all(crowd))).toEqual(new Set(['one']));
    expect(looks).toEqual(['T1']);
    state.now = MINUTE - 1;
    await tokens.find('T1');
    expect(looks).toHaveLength(1);
    state.now = MINUTE;
    await tokens.find('T1');
    expect(looks).toHaveLength(2);
  });

  it('is forgotten at once when it is dropped, also while it is being looked up', async () => {
    const { kept, looks, tokens } = open();
    kept.set('T1', 'one');
    const early = tokens.find('T1');
    tokens.drop('T1');
    await early;
    kept.set('T1', 'two');
    expect((await tokens.find('T1'))?.token).toBe('two');
    expect(looks).toHaveLength(2);
  });

  it('that is not there is looked for each time: it may come at any moment', async () => {
    const { kept, tokens } = open();
    expect(await tokens.find('T1')).toBeNull();
    await expect(tokens.use('T1', async (token) => token)).rejects.toMatchObject({
      name: 'TokenProblem',
      missing: true,
    });
    kept.set('T1', 'one');
    expect((await tokens.find('T1'))?.token).toBe('one');
  });

  it('that cannot be looked up is no missing one, and is looked up again', async () => {
    const { kept, state, tokens } = open();
    kept.set('T1', 'one');
    state.broken = true;
    await expect(tokens.use('T1', async (token) => token)).rejects.toMatchObject({
      name: 'TokenProblem',
      missing: false,
    });
    state.broken = false;
    expect((await tokens.find('T1'))?.token).toBe('one');
  });

  it('stays remembered while it is among the last that were looked up, and no more are kept', async () => {
    const { kept, looks, tokens } = open(2);
    for (const team of ['T1', 'T2', 'T3']) kept.set(team, team);
    for (const team of ['T1', 'T2', 'T3', 'T3', 'T2', 'T1']) await tokens.find(team);
    expect(looks).toEqual(['T1', 'T2', 'T3', 'T1']);
  });

  it.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
    'that Slack refuses (%s) gives way to a newer one',
    async (error) => {
      const { kept, tokens } = open();
      kept.set('T1', 'old');
      await tokens.find('T1');
      kept.set('T1', 'new');
      const used: string[] = [];
      const said = await tokens.use('T1', async (token) => {
        used.push(token);
        if (token === 'old') throw refusal(error);
        return 'done';
      });
      expect([said, used]).toEqual(['done', ['old', 'new']]);
    },
  );

  it('that Slack refuses is not tried twice where there is no newer one', async () => {
    const { kept, tokens } = open();
    kept.set('T1', 'old');
    let calls = 0;
    const call = async () => {
      calls += 1;
      throw refusal('token_revoked');
    };
    await expect(tokens.use('T1', call)).rejects.toThrow('token_revoked');
    expect(calls).toBe(1);
    kept.delete('T1');
    await expect(tokens.use('T1', call)).rejects.toMatchObject({ name: 'TokenProblem', missing: true });
  });

  it.each(['channel_not_found', 'ratelimited'])(
    'is kept where Slack refuses for another reason (%s)',
    async (error) => {
      const { kept, looks, tokens } = open();
      kept.set('T1', 'one');
      for (const _ of [1, 2]) {
        const call = tokens.use('T1', async () => {
          throw refusal(error);
        });
        await expect(call).rejects.toThrow(error);
      }
      expect(looks).toHaveLength(1);
    },
  );
});
