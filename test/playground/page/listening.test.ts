// Listening from end to end: the real Teapot in the playground, switched on for a channel, a failure, a click.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { insist } from '../../../src/playground/insist.ts';
import type { Deed, Message, Side } from '../../../src/playground/page/protocol.ts';
import type { Listener } from './listener.ts';
import { openStage, type Stage, saying } from './stage.ts';

let stage: Stage;
let news: Listener;

beforeAll(async () => {
  stage = await openStage();
  news = await stage.listen();
  // A bot that has just been started on a busy machine can be too late with its first answers.
  for (const side of sides)
    await insist(async () => expect(await stage.do(command(side, '404'))).toEqual(done), 10, 500);
}, 60_000);
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.warnings).toEqual([]);
});

const emoji: Readonly<Record<Side, string>> = { slack: 'teapot', discord: '🫖' };
const sides = ['slack', 'discord'] as const;
const done = { ok: true };

function command(side: Side, line: string): Deed {
  const here = { side, as: stage.member(side, 'Ada').id, channel: stage.channel(side, 'general') };
  return side === 'slack'
    ? { do: 'command', ...here, name: 'http', text: line, options: {} }
    : { do: 'command', ...here, name: 'status', text: '', options: { query: line } };
}

/** Does it, and resolves once the answer has come. */
async function order(side: Side, line: string, words: string): Promise<void> {
  expect(await stage.do(command(side, line))).toEqual(done);
  await news.message((message) => message.side === side && saying(words)(message));
}

async function say(side: Side, text: string): Promise<Message> {
  const as = stage.member(side, 'Grace').id;
  const channel = stage.channel(side, 'general');
  expect(await stage.do({ do: 'write', side, as, channel, thread: null, text })).toEqual(done);
  return news.message((message) => message.side === side && message.by === as && saying(text)(message));
}

const react = (side: Side, { id }: Message, name = emoji[side]): Promise<unknown> =>
  stage.do({ do: 'react', side, as: stage.member(side, 'Linus').id, message: id, emoji: name });

const current = async ({ id }: Message): Promise<Message | undefined> =>
  (await stage.snapshot()).messages.find((message) => message.id === id);

/** Everything that is for Linus alone. */
async function forLinus(side: Side): Promise<readonly Message[]> {
  const { id } = stage.member(side, 'Linus');
  const alone = stage.channel(side, 'Linus');
  return (await stage.snapshot()).messages.filter(
    (message) => message.side === side && (message.only === id || message.channel === alone),
  );
}

describe.each(sides)('on %s', (side) => {
  it('nothing happens until the channel wants it', async () => {
    const failure = await say(side, 'we get 502s from the checkout api since ten');
    await react(side, failure);
    await order(side, 'settings', 'Settings of this channel');
    expect((await current(failure))?.reactions).toEqual([{ emoji: emoji[side], by: [stage.member(side, 'Linus').id] }]);
    expect(await forLinus(side)).toEqual([]);
  });

  it('a failure gets one reaction, and whoever clicks it the answer, once, with the channel’s stack', async () => {
    await order(side, 'stack alb nginx rails', 'The stack is set');
    await order(side, 'passive on', 'I am listening now');
    const failure = await say(side, 'the checkout api returns 504 again');
    await say(side, 'lunch at 500 Main Street?');
    const { bot } = stage.room(side);
    await expect.poll(async () => (await current(failure))?.reactions).toEqual([{ emoji: emoji[side], by: [bot] }]);
    await react(side, failure, side === 'slack' ? 'eyes' : '👀');
    await react(side, failure);
    await react(side, failure);
    await expect.poll(async () => (await forLinus(side)).length).toBe(1);
    const [answer] = await forLinus(side);
    expect(JSON.stringify(answer?.payload)).toContain('504 Gateway Timeout');
    expect(JSON.stringify(answer?.payload)).toContain('In your stack, nginx or AWS ALB usually answers 504');
    const { messages } = await stage.snapshot();
    expect(messages.filter((message) => message.side === side && (message.reactions ?? []).length > 0)).toHaveLength(2);
  });

  it('and nothing any more once it is switched off', async () => {
    const failure = await say(side, 'seeing 503s on staging');
    await expect.poll(async () => (await current(failure))?.reactions?.length).toBe(1);
    await order(side, 'passive off', 'I do not listen any more');
    const later = await say(side, 'seeing 503s on production');
    await react(side, failure);
    await order(side, '410', '410 Gone');
    expect((await current(later))?.reactions).toBeUndefined();
    expect(await forLinus(side)).toHaveLength(1);
  });
});
