// Whoever asks too fast, on the real Bolt and the real discord.js.
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { createCooldown } from '../../src/cooldown/cooldown.ts';
import { look } from '../../src/playground/discord/discord.ts';
import { show } from '../../src/playground/slack/message.ts';
import { showModal } from '../../src/playground/slack/modals.ts';
import type { Bot } from '../../src/port.ts';
import { set } from '../platforms/discord/setting.ts';
import { createStage } from '../platforms/slack/stage.ts';

const HELD = 'One moment, please';

/** The bot, on a clock that stands: nobody is ever given a break. */
const strict = (): Bot => createBot({ cooldown: createCooldown(() => 0) });

async function onSlack() {
  const stage = await createStage('socket');
  await stage.start(strict());
  onTestFinished(() => stage.stop());
  return { stage, mallory: stage.slack.person('mallory'), ada: stage.slack.person('ada') };
}

describe('on Slack', () => {
  it('whoever types a hundred commands at once reads so alone, and nobody else does', async () => {
    const { mallory, ada } = await onSlack();
    const answers = await Promise.all(Array.from({ length: 100 }, () => mallory.command('/http', '404')));
    const held = answers.filter((answer) => answer !== null && show(answer).text.includes(HELD));
    expect(held).toHaveLength(40);
    for (const answer of held) expect(answer).toMatchObject({ only: mallory.id });
    expect(show((await ada.command('/http', '404')) ?? expect.unreachable()).text).toContain('Not Found');
  });

  it('a form stays open with what was typed into it', async () => {
    const { stage, mallory } = await onSlack();
    const card = (await mallory.command('/http', '404')) ?? expect.unreachable();
    const form = { title: 'Look up', template: '{code}', fields: [{ name: 'code', label: 'Code' }] };
    const opened = stage.slack.nextModal();
    await mallory.forge(card, { actionId: 'form:0', value: JSON.stringify({ line: '404', form }) });
    const modal = await opened;
    await Promise.all(Array.from({ length: 60 }, () => mallory.command('/http', '404')));
    const left = (await mallory.submit(modal, { Code: '503' })) ?? expect.unreachable('the form closed');
    expect(showModal(left).fields[0]?.error).toContain(HELD);
  });

  it('whoever writes a hundred messages is told once', async () => {
    const { stage, mallory } = await onSlack();
    for (let index = 0; index < 100; index += 1) await mallory.write(`@Teapot 404 ${index}`);
    const told = () => stage.slack.history().filter((message) => show(message).text.includes(HELD));
    await expect.poll(() => told().length).toBe(1);
    await stage.slack.person('ada').command('/http', '404');
    expect(told()).toHaveLength(1);
    // A bucket’s worth of answers, all of them before.
    expect(stage.posts()).toHaveLength(15);
    expect(told()[0]).toMatchObject({ only: mallory.id });
  });
});

describe('on Discord', () => {
  it('whoever forges a hundred clicks reads so alone, and can go on with a button', async () => {
    const { discord, platform } = await set();
    await platform.start(strict());
    const mallory = discord.person('mallory');
    const card = await mallory.command('status', { query: 'choose', private: true });
    let held = 0;
    let last = card;
    for (let index = 0; index < 100; index += 1) {
      last = (await mallory.forge(card, 'choose yes')) ?? expect.unreachable();
      if (look(last).text.includes(HELD)) held += 1;
    }
    expect(held).toBe(41);
    expect(last).toMatchObject({ seenBy: mallory.id });
    expect(look(last).buttons).toMatchObject([{ label: 'Try again', line: 'choose yes' }]);
  });

  it('completions end, and come back', async () => {
    let now = 0;
    const { discord, platform } = await set();
    await platform.start(createBot({ cooldown: createCooldown(() => now) }));
    const mallory = discord.person('mallory');
    const many = async () => (await mallory.complete('status', 'query', '40')).length;
    const offered: number[] = [];
    for (let index = 0; index < 120; index += 1) offered.push(await many());
    expect(offered.filter((length) => length === 0)).toHaveLength(20);
    expect((await discord.person('ann').complete('status', 'query', '40')).length).toBeGreaterThan(0);
    now += 100;
    expect(await many()).toBeGreaterThan(0);
  });

  it('whoever writes many messages is told once', async () => {
    const { discord, platform } = await set();
    await platform.start(strict());
    const mallory = discord.person('mallory');
    const sent = Array.from({ length: 20 }, (_, index) => mallory.say(`@Teapot 404 ${index}`));
    const replies = await Promise.all(sent.map((message) => mallory.replyTo(message, 1_500)));
    await pause(0);
    const said = replies.map((reply) => (reply === null ? null : look(reply).text.includes(HELD)));
    expect(said.filter((held) => held === true)).toHaveLength(1);
    expect(said.filter((held) => held === null)).toHaveLength(4);
  });
});
