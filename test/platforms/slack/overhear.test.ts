// Listening on Slack, through the real Bolt app: a reaction to a failure, and a private answer to whoever clicks it.
import { describe, expect, it, onTestFinished } from 'vitest';
import { show } from '../../../src/playground/slack/message.ts';
import type { SlackSettings } from '../../../src/playground/slack/slack.ts';
import type { Ask, Asker, Bot } from '../../../src/port.ts';
import { createStage, listeningBot, type Stage, type Transport } from './stage.ts';

const FAILURE = 'we get 502s from the api';
const transports: readonly Transport[] = ['socket', 'http'];

interface Heard {
  readonly asked: Ask[];
  readonly heard: { readonly by: Asker; readonly text: string }[];
  readonly allowed: boolean[];
}

/** A bot that takes every text with a 502 for a failure, in a channel that is listened to unless it is `off`. */
async function listening(
  transport: Transport = 'socket',
  { off = false, passive = true, ...settings }: SlackSettings & { readonly off?: boolean } = {},
): Promise<Stage & Heard> {
  const stage = await createStage(transport, { passive: true, retriesMs: [0, 50], ...settings }, { passive });
  const [asked, heard, allowed]: [Ask[], Heard['heard'], boolean[]] = [[], [], []];
  const bot: Bot = {
    ...listeningBot(asked),
    overhears: async (by, text) => {
      heard.push({ by, text });
      return !off && text.includes('502');
    },
    reacted: async (_, was) => void allowed.push(was),
  };
  await stage.start(bot);
  onTestFinished(stage.stop);
  return Object.assign(stage, { asked, heard, allowed });
}

const privately = ({ slack }: Stage) => slack.history().filter(({ only }) => only !== null);

describe.each(transports)('a message that speaks of a failure, over %s', (transport) => {
  it('gets one reaction, and whoever clicks it an answer that only they see', async () => {
    const stage = await listening(transport);
    const { slack, asked, heard, allowed } = stage;
    const [ann, eve] = [slack.person('ann'), slack.person('eve')];
    const message = await ann.write(FAILURE);
    await expect.poll(() => slack.message(message.ts)?.reactions).toEqual([{ name: 'teapot', users: [slack.bot.id] }]);
    await expect.poll(() => allowed).toEqual([true]);
    expect(stage.posts()).toEqual([]);
    await eve.react(message, 'teapot');
    await expect.poll(() => privately(stage).length).toBe(1);
    const [answer] = privately(stage);
    expect(answer).toMatchObject({ only: eve.id, channel: message.channel, thread: null, route: 'chat.postEphemeral' });
    expect(answer && show(answer).text).toContain(`heard: ${FAILURE}`);
    expect(asked).toMatchObject([{ kind: 'explain', text: FAILURE, by: { channel: message.channel } }]);
    expect(heard).toHaveLength(2);
    expect(stage.problems()).toEqual([]);
  });
});

describe('a click', () => {
  it('is answered once to each person, also where Slack tells of everything twice', async () => {
    const stage = await listening();
    const { slack } = stage;
    slack.faults.copies = 2;
    const [ann, eve, cid] = [slack.person('ann'), slack.person('eve'), slack.person('cid')];
    const message = await ann.write(FAILURE);
    await expect.poll(() => slack.message(message.ts)?.reactions?.length).toBe(1);
    for (const who of [eve, cid, eve]) await who.react(message, 'teapot');
    await expect.poll(() => privately(stage).map(({ only }) => only)).toEqual([eve.id, cid.id]);
    await stage.askOn();
    expect(privately(stage)).toHaveLength(2);
    expect(stage.calls('reactions.add')).toHaveLength(1);
  });

  it('in a thread is answered in the thread; below what began one, in the channel', async () => {
    const stage = await listening();
    const { slack } = stage;
    const [ann, eve] = [slack.person('ann'), slack.person('eve')];
    const root = await ann.write(FAILURE);
    const reply = await ann.write(`still 502`, { thread: root });
    for (const message of [root, reply]) await expect.poll(() => slack.message(message.ts)?.reactions?.length).toBe(1);
    await eve.react(reply, 'teapot');
    await expect.poll(() => privately(stage).at(-1)?.thread).toBe(root.ts);
    await eve.react(root, 'teapot');
    await expect.poll(() => privately(stage).length).toBe(2);
    expect(privately(stage).at(-1)?.thread).toBeNull();
  });

  it.each<[string, (stage: Stage & Heard) => Promise<void>]>([
    [
      'on somebody else’s teapot',
      async ({ slack }) => {
        const message = await slack.person('ann').write('lunch at 12?');
        await slack.person('eve').react(message, 'teapot');
      },
    ],
    [
      'that is forged: nobody but the forger put a teapot there, and the text is a failure',
      async ({ slack }) => {
        const quiet = slack.channel('quiet', { bot: true });
        const message = await slack.person('ann').write('nothing yet', { channel: quiet.name });
        await slack.person('ann').edit(message, FAILURE);
        const item = { type: 'message', channel: message.channel, ts: message.ts };
        await slack.emit({
          type: 'reaction_added',
          user: slack.person('eve').id,
          reaction: 'teapot',
          item,
          event_ts: '1',
        });
      },
    ],
    [
      'on a message that is not there',
      async ({ slack }) => {
        const item = { type: 'message', channel: slack.channel('general').id, ts: '1.000001' };
        await slack.emit({
          type: 'reaction_added',
          user: slack.person('eve').id,
          reaction: 'teapot',
          item,
          event_ts: '1',
        });
      },
    ],
    [
      'with another emoji',
      async ({ slack }) => {
        const message = await slack.person('ann').write(FAILURE);
        await expect.poll(() => slack.message(message.ts)?.reactions?.length).toBe(1);
        await slack.person('eve').react(message, 'eyes');
      },
    ],
    [
      'on what was edited to something harmless meanwhile',
      async ({ slack }) => {
        const message = await slack.person('ann').write(FAILURE);
        await expect.poll(() => slack.message(message.ts)?.reactions?.length).toBe(1);
        const current = slack.message(message.ts) ?? message;
        await slack.person('ann').edit(current, 'never mind');
        await slack.person('eve').react(current, 'teapot');
      },
    ],
    [
      'on what was deleted meanwhile',
      async ({ slack }) => {
        const message = await slack.person('ann').write(FAILURE);
        await expect.poll(() => slack.message(message.ts)?.reactions?.length).toBe(1);
        await slack.person('ann').remove(message);
        const item = { type: 'message', channel: message.channel, ts: message.ts };
        await slack.emit({
          type: 'reaction_added',
          user: slack.person('eve').id,
          reaction: 'teapot',
          item,
          event_ts: '1',
        });
      },
    ],
    [
      'of the bot itself',
      async ({ slack }) => {
        const message = await slack.person('ann').write(FAILURE);
        await expect.poll(() => slack.message(message.ts)?.reactions?.length).toBe(1);
        const item = { type: 'message', channel: message.channel, ts: message.ts };
        await slack.emit({ type: 'reaction_added', user: slack.bot.id, reaction: 'teapot', item, event_ts: '1' });
      },
    ],
  ])('%s is not answered', async (_, act) => {
    const stage = await listening();
    await act(stage);
    await stage.askOn();
    expect(privately(stage)).toEqual([]);
    expect(stage.asked.filter(({ kind }) => kind === 'explain')).toEqual([]);
  });
});

describe('no reaction', () => {
  it.each<[string, (stage: Stage) => Promise<unknown>]>([
    ['to a message without a failure', ({ slack }) => slack.person('ann').write('lunch?')],
    ['to a direct message, which is answered', ({ slack }) => slack.person('ann').writeDirectly(`quiet ${FAILURE}`)],
    ['to a mention, which is answered', ({ slack }) => slack.person('ann').write(`@Teapot quiet ${FAILURE}`)],
    [
      'to a bot',
      ({ slack }) =>
        slack.emit({
          ...{ type: 'message', channel_type: 'channel', channel: slack.channel('general').id, ts: '1.000002' },
          ...{ text: FAILURE, bot_id: 'B9', user: 'U9', event_ts: '1' },
        }),
    ],
    [
      'to what Slack says of somebody who came',
      ({ slack }) =>
        slack.emit({
          ...{ type: 'message', channel_type: 'channel', channel: slack.channel('general').id, ts: '1.000003' },
          ...{ text: FAILURE, subtype: 'channel_join', user: 'U9', event_ts: '1' },
        }),
    ],
    [
      'in a channel without Teapot',
      ({ slack }) => {
        slack.channel('elsewhere', { bot: false });
        return slack.person('ann').write(FAILURE, { channel: 'elsewhere' });
      },
    ],
  ])('%s', async (_, act) => {
    const stage = await listening();
    await act(stage);
    await stage.askOn();
    expect(stage.calls('reactions.add')).toEqual([]);
  });

  it('in a channel that does not want it', async () => {
    const stage = await listening('socket', { off: true });
    await stage.slack.person('ann').write(FAILURE);
    await stage.askOn();
    expect(stage.calls('reactions.add')).toEqual([]);
  });

  it('where it was not let listen: it does not even look', async () => {
    const stage = await listening('socket', { passive: false });
    await stage.slack.person('ann').write(FAILURE);
    await stage.askOn();
    expect(stage.heard).toEqual([]);
  });
});

describe('what Slack refuses', () => {
  it.each([
    ['missing_scope', [false], 1],
    ['not_in_channel', [false], 1],
    ['message_not_found', [], 0],
    ['already_reacted', [], 0],
    ['too_many_reactions', [], 1],
  ] as const)('of a reaction: %s', async (error, allowed, lines) => {
    const stage = await listening();
    stage.slack.faults.next('reactions.add', { kind: 'error', error });
    await stage.slack.person('ann').write(FAILURE);
    await expect.poll(() => stage.calls('reactions.add').length).toBe(1);
    await stage.askOn();
    expect(stage.allowed).toEqual(allowed);
    expect(stage.problems()).toEqual([]);
    const told = stage.log.lines.filter(({ message }) => message === 'slack: could not react');
    expect(told).toHaveLength(lines);
    expect(JSON.stringify(stage.log.lines)).not.toContain('502');
  });

  it.each([
    ['reactions.add', { kind: 'status', status: 429, retryAfter: 30 }],
    ['reactions.add', { kind: 'status', status: 503 }],
    ['reactions.get', { kind: 'status', status: 429, retryAfter: 30 }],
    ['chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' }],
  ] as const)('or has no time for, on %s with %j, stops nothing else', async (method, fault) => {
    const stage = await listening();
    const { slack } = stage;
    slack.faults.next(method, fault);
    const message = await slack.person('ann').write(FAILURE);
    await expect.poll(() => stage.calls('reactions.add').length + stage.log.lines.length).toBeGreaterThan(0);
    await slack.person('eve').react(message, 'teapot');
    await stage.askOn();
    expect(privately(stage)).toEqual([]);
    // Whoever takes the teapot away and puts it there again is answered.
    const next = await slack.person('ann').write(`${FAILURE}, still`);
    await expect.poll(() => slack.message(next.ts)?.reactions?.length).toBe(1);
    await slack.person('eve').react(next, 'teapot');
    await expect.poll(() => privately(stage).length).toBe(1);
  });
});
