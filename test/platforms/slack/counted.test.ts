// What is counted of the requests to Slack.
import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/playground/slack/faults.ts';
import type { Happening } from '../../../src/port.ts';
import { card, createStage, listeningBot, type Stage } from './stage.ts';

let stage: Stage;
afterEach(() => stage.stop());

async function counting(): Promise<Happening[]> {
  const heard: Happening[] = [];
  stage = await createStage('socket', {}, { meter: (happening) => heard.push(happening) });
  await stage.start(listeningBot());
  return heard;
}

const place = () =>
  ({ platform: 'slack', team: stage.slack.team.id, channel: stage.slack.channel('general').id }) as const;
const call = { kind: 'called', platform: 'slack', ms: expect.any(Number) };

describe('a request to Slack is counted', () => {
  it('by its method at the start', async () => {
    const heard = await counting();
    for (const method of ['auth.test', 'apps.connections.open'])
      expect(heard).toContainEqual({ ...call, call: method, status: 200 });
  });

  it.each<[string, Fault | null, object]>([
    ['that is answered', null, { status: 200 }],
    ['that is refused', { kind: 'error', error: 'is_archived' }, { status: 'refused' }],
    ['that meets a broken server', { kind: 'status', status: 503 }, { status: 503 }],
    ['that is one too many', { kind: 'status', status: 429, retryAfter: 1 }, { status: 429, limit: 'unknown' }],
    ['whose answer is lost', { kind: 'lost' }, { status: 'failed' }],
  ])('%s', async (_, fault, outcome) => {
    const heard = await counting();
    if (fault !== null) stage.slack.faults.next('chat.postMessage', fault);
    await stage.platform.post(place(), card, 'k1').catch(() => undefined);
    expect(heard.filter((one) => one.kind === 'called' && one.call === 'chat.postMessage')).toEqual([
      { ...call, call: 'chat.postMessage', ...outcome },
    ]);
  });

  it('also where it answers a button, without its address', async () => {
    const heard = await counting();
    await stage.platform.post(place(), card, 'k1');
    const next = stage.slack.next();
    const [posted] = stage.posts();
    await stage.slack.person('ada').press(posted ?? expect.unreachable(), 'Compare with 410');
    await next;
    await expect.poll(() => heard).toContainEqual({ ...call, call: 'response_url', status: 200 });
    for (const id of [place().team, place().channel, stage.slack.person('ada').id, 'http'])
      expect(JSON.stringify(heard)).not.toContain(id);
  });
});
