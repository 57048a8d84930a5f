// A thousand people press a quiz's buttons at once.
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { show } from '../../../src/playground/slack/message.ts';
import type { Ask, Bot, Place } from '../../../src/port.ts';
import type { Stage } from './stage.ts';
import { card, createStage, listeningBot } from './stage.ts';

const CLICKS = 1_000;
const LOCKED_IN = /^Locked in: U\d+\n/;

let stage: Stage;
afterEach(() => stage.stop());

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it('hears every click once, and tells each of them so, and nobody else', { timeout: 30_000 }, async () => {
    const asked: Ask[] = [];
    const ask: Bot['ask'] = async (question) => {
      asked.push(question);
      return { ...card, title: `Locked in: ${question.by.user}`, audience: 'asker' };
    };
    // The crowd, Slack and the bot share this process: three seconds of a real Slack would be a race against ourselves.
    stage = await createStage(transport, { patienceMs: 30_000 });
    await stage.start({ ...listeningBot(), ask });
    const { slack, platform } = stage;
    const labels = ['401 Unauthorized', '403 Forbidden', '404 Not Found'];
    const quiz: Answer = {
      ...card,
      choices: labels.map((label, index) => ({ label, line: `quiz answer d1 ${index}` })),
    };
    const place: Place = { platform: 'slack', team: slack.team.id, channel: slack.channel('general').id };
    const posted = await platform.post(place, quiz, 'd1');
    const message = slack.history().find(({ ts }) => ts === posted.message);
    if (message === undefined) throw new Error('nothing was posted');

    const people = Array.from({ length: CLICKS }, (_, index) => slack.person(`person ${index}`));
    await Promise.all(people.map((person, index) => person.press(message, labels[index % 3] ?? '')));

    const answers = () => slack.history().filter(({ route }) => route === 'response_url');
    await expect.poll(() => answers().length, { timeout: 20_000 }).toBe(CLICKS);
    expect(new Set(asked.map(({ by }) => by.user)).size).toBe(CLICKS);
    expect(asked).toHaveLength(CLICKS);
    expect(
      asked.every((question) => question.kind === 'line' && question.from?.posted.message === posted.message),
    ).toBe(true);
    for (const answer of answers()) {
      expect(show(answer).text).toMatch(LOCKED_IN);
      expect(show(answer).text).toContain(`Locked in: ${answer.only}\n`);
    }
    expect(stage.problems()).toEqual([]);
  });
});
