// What is counted of the requests to Discord.
import { describe, expect, it, vi } from 'vitest';
import type { Fault, Route } from '../../../src/playground/discord/discord.ts';
import type { Happening } from '../../../src/port.ts';
import { placeOf, plainAnswer, type Setting, started, unawaited } from './setting.ts';

const MESSAGE: Route = 'POST /channels/:channel/messages';

async function counting(): Promise<Setting & { readonly heard: Happening[] }> {
  const heard: Happening[] = [];
  return { ...(await started({ meter: (happening) => heard.push(happening) })), heard };
}

const call = { kind: 'called', platform: 'discord', ms: expect.any(Number) };
const of = (heard: readonly Happening[], what: string) =>
  heard.filter((one) => one.kind === 'called' && one.call === what);

describe('a request to Discord is counted', () => {
  it('by what it is about at the start', async () => {
    const { heard } = await counting();
    expect(of(heard, 'gateway')).toContainEqual({ ...call, call: 'gateway', status: 200 });
    expect(of(heard, 'commands')).toContainEqual({ ...call, call: 'commands', status: 200 });
    expect(of(heard, 'other')).toEqual([]);
  });

  it('where it answers somebody, without whom', async () => {
    const { heard, ann, discord } = await counting();
    await ann.command('status', { query: '404' });
    const counted = { ...call, call: 'interaction', status: expect.any(Number) };
    await vi.waitFor(() => expect(of(heard, 'interaction')).toEqual([counted]));
    for (const secret of [ann.id, discord.channels.general.id, ...discord.interactionTokens()])
      expect(JSON.stringify(heard)).not.toContain(secret);
  });

  it.each<[string, Fault, object]>([
    ['that is forbidden', { status: 403, code: 50013, message: 'no' }, { status: 403, invalid: true }],
    ['to what is not there', { status: 404, code: 10003, message: 'no' }, { status: 404 }],
    [
      'beyond its own limit',
      { status: 429, message: 'slow', headers: { 'retry-after': '60', 'x-ratelimit-scope': 'user' } },
      { status: 429, limit: 'user', invalid: true },
    ],
    [
      'beyond a limit that others use up, too',
      { status: 429, message: 'slow', headers: { 'retry-after': '60', 'x-ratelimit-scope': 'shared' } },
      { status: 429, limit: 'shared' },
    ],
  ])('%s', async (_, fault, outcome) => {
    const { heard, platform, discord } = await counting();
    discord.faults.add(MESSAGE, fault);
    await platform.post(placeOf(discord.channels.general), plainAnswer, 'k1').catch(() => undefined);
    expect(of(heard, 'message')).toEqual([{ ...call, call: 'message', ...outcome }]);
  });

  it('as a post and as an edit', async () => {
    const { heard, platform, discord } = await counting();
    const place = placeOf(discord.channels.general);
    const posted = await platform.post(place, plainAnswer, 'k1');
    await platform.edit(place, posted, plainAnswer);
    expect(of(heard, 'message')).toEqual([{ ...call, call: 'message', status: 200 }]);
    expect(of(heard, 'edit')).toEqual([{ ...call, call: 'edit', status: 200 }]);
  });

  it('that nobody answers', async () => {
    const { heard, discord, ann, log } = await counting();
    discord.faults.add('POST /interactions/:id/:token/callback', 'cut', 4);
    unawaited(ann.command('status', { query: '404' }));
    await log.entry('the interaction was not answered');
    await vi.waitFor(() =>
      expect(of(heard, 'interaction')).toContainEqual({ ...call, call: 'interaction', status: 'failed' }),
    );
  });
});
