// What people do, and what the bot is asked and they see; over both transports.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/playground/slack/message.ts';
import { show } from '../../../src/playground/slack/message.ts';
import type { Ask } from '../../../src/port.ts';
import type { Stage } from './stage.ts';
import { createStage, listeningBot, withinAMoment } from './stage.ts';

const TYPED = /^is https:\/\/x\.example\/404 & <b> +wrong\?$/;
const TEAM = /^T/;
const DIRECT = /^D/;

describe.each(['socket', 'http'] as const)('on Slack over %s', (transport) => {
  const asked: Ask[] = [];
  let stage: Stage;
  beforeAll(async () => {
    stage = await createStage(transport);
    await stage.start(listeningBot(asked));
  });
  afterAll(() => stage.stop());

  async function command(text: string): Promise<Message> {
    const message = await stage.slack.person('ada').command('/http', text);
    if (message === null) throw new Error('no answer');
    return message;
  }

  async function press(message: Message, label: string): Promise<Message> {
    const next = stage.slack.next();
    await stage.slack.person('ada').press(message, label);
    return next;
  }

  it('answers a bare command as if help had been typed', async () => {
    await command('  ');
    expect(asked.at(-1)).toMatchObject({ kind: 'line', line: 'help' });
  });

  it('answers every registered name, and no other', async () => {
    const ada = stage.slack.person('ada');
    expect(await ada.command('/httpstatus', '404')).not.toBeNull();
    const question = asked.length;
    // Slack delivers only registered commands; over HTTP this one would wait three seconds for its 404.
    if (transport === 'socket') void ada.command('/httpx', '404').catch(() => undefined);
    await command('418');
    expect(asked.length).toBe(question + 1);
  });

  it('acknowledges a command even where the bot is silent', async () => {
    expect(await stage.slack.person('ada').command('/http', 'quiet')).toBeNull();
  });

  it('hands over what was typed, not what Slack made of it', async () => {
    await command('a < b && c');
    expect(asked.at(-1)).toMatchObject({ line: 'a < b && c' });
    await stage.slack.person('ada').write('@Teapot is https://x.example/404 & <b> @ada wrong?');
    expect(asked.at(-1)).toMatchObject({
      kind: 'mention',
      text: expect.stringMatching(TYPED),
    });
  });

  it('says who asks, and from where', async () => {
    await command('404');
    const by = { platform: 'slack', user: stage.slack.person('ada').id, channel: stage.slack.channel('general').id };
    expect(asked.at(-1)?.by).toMatchObject({ ...by, team: expect.stringMatching(TEAM) });
    await stage.slack.person('ada').writeDirectly('404');
    expect(asked.at(-1)?.by).toMatchObject({ team: null, channel: expect.stringMatching(DIRECT) });
  });

  it('keeps a command’s answer private, and a button on it answers privately below', async () => {
    const first = await command('404');
    const second = await press(first, 'Compare with 410');
    expect(show(first).private).toBe(true);
    expect(show(second)).toMatchObject({ private: true, text: expect.stringContaining('heard: 404 vs 410') });
    expect(stage.slack.history()).toContain(first);
  });

  it('shares an answer once, says who did, and takes the button away', async () => {
    const ada = stage.slack.person('ada');
    const message = await command('404');
    const afterwards = stage.slack.next(({ ts }) => ts === message.ts);
    const shared = await press(message, 'Share with channel');
    expect(show(shared)).toMatchObject({ private: false, text: expect.stringContaining('heard: 404') });
    expect(JSON.stringify(shared.raw)).toContain(`Shared by <@${ada.id}>`);
    expect(show(shared).buttons.map(({ label }) => label)).toEqual(['Compare with 410']);
    expect(show(await afterwards).buttons.map(({ label }) => label)).toEqual(['Compare with 410']);
    const said = stage.slack.history().length;
    await ada.press(message, 'Share with channel');
    await command('418');
    expect(stage.slack.history().length).toBe(said + 1);
  });

  it('shares nothing that is for the asker only', async () => {
    const message = await command('private');
    expect(show(message).buttons.map(({ label }) => label)).not.toContain('Share with channel');
    const next = stage.slack.next();
    await stage.slack.person('ada').forge(message, { actionId: 'share', value: 'private' });
    expect(show(await next).private).toBe(true);
  });

  it('takes any button for a line that somebody typed, of a sane length', async () => {
    const message = await command('404');
    for (const actionId of ['ask:0', 'from-an-older-version']) {
      const next = stage.slack.next();
      await stage.slack.person('ada').forge(message, { actionId, value: `410 ${'x'.repeat(1900)}` });
      await next;
      const ask = asked.at(-1);
      expect(ask?.kind === 'line' && ask.line).toBe(`410 ${'x'.repeat(496)}`);
    }
  });

  it('answers a mention in its thread, for everybody, without unfurling', async () => {
    const question = await stage.slack.person('ada').write('@Teapot 404?');
    const answer = stage.slack.history().find(({ thread }) => thread === question.ts);
    const seen = answer ?? (await stage.slack.next());
    expect(seen).toMatchObject({ thread: question.ts, only: null, route: 'chat.postMessage' });
    expect(seen.raw).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', parse: 'none' });

    const next = stage.slack.next();
    await stage.slack.person('grace').write('@Teapot and 410?', { thread: seen });
    expect((await next).thread).toBe(question.ts);
  });

  it('answers a click on everybody’s answer to the one who clicked, in the thread', async () => {
    const next = stage.slack.next();
    await stage.slack.person('ada').write('@Teapot 404?');
    const everybodys = await next;
    const answer = await press(everybodys, 'Compare with 410');
    expect(answer).toMatchObject({ only: stage.slack.person('ada').id, thread: everybodys.thread });
    expect(show(answer).buttons.map(({ label }) => label)).not.toContain('Share with channel');
  });

  it('answers a mention privately where the answer is for the asker', async () => {
    const next = stage.slack.next();
    await stage.slack.person('ada').write('@Teapot private');
    expect(await next).toMatchObject({ only: stage.slack.person('ada').id, thread: null, route: 'chat.postEphemeral' });
  });

  it('answers direct messages to everybody in them: that is one person', async () => {
    const next = stage.slack.next();
    await stage.slack.person('ada').writeDirectly('private');
    expect(await next).toMatchObject({ only: null, thread: null });
    expect(asked.at(-1)).toMatchObject({ kind: 'mention', text: 'private' });
  });

  it('leaves bots, edits and other people’s talk alone', async () => {
    const direct = { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1.1', text: '404' };
    const before = asked.length;
    await stage.slack.emit({ ...direct, bot_id: 'B1' });
    await stage.slack.emit({ ...direct, subtype: 'message_changed' });
    await stage.slack.emit({ ...direct, channel: 'C1', channel_type: 'channel' });
    await stage.slack.emit({ ...direct, type: 'app_mention', channel: 'C1', bot_id: 'B1' });
    await command('404');
    expect(asked.length).toBe(before + 1);
  });

  it('answers an edited mention only where it had not answered', async () => {
    const ada = stage.slack.person('ada');
    const next = stage.slack.next();
    const answered = await ada.write('@Teapot 404?');
    await next;
    await ada.edit(answered, '@Teapot 410?');
    expect(asked.at(-1)).toMatchObject({ text: '404?' });

    const ignored = await ada.write('@Teapot quiet');
    const late = stage.slack.next();
    await ada.edit(ignored, '@Teapot 418?');
    expect(show(await late).text).toContain('heard: 418?');
  });

  it('explains a bot’s message that has no text of its own', async () => {
    const next = stage.slack.next();
    await stage.slack.person('ada').write('@Teapot 404?');
    const card = { ...(await next), text: '' };
    const explained = stage.slack.next();
    await stage.slack.person('ada').shortcut('explain_status_codes', card);
    expect(show(await explained)).toMatchObject({ private: true });
    expect(asked.at(-1)).toMatchObject({
      kind: 'explain',
      text: expect.stringContaining('Nothing is at this address.'),
    });
  });

  it('explains without a share button, and stays silent where the bot does', async () => {
    const ada = stage.slack.person('ada');
    const next = stage.slack.next();
    await ada.shortcut('explain_status_codes', await ada.write('GET / 404'));
    expect(show(await next).buttons.map(({ label }) => label)).toEqual(['Compare with 410']);
    const silence = stage.slack.next();
    await ada.shortcut('explain_status_codes', await ada.write('quiet'));
    expect(await withinAMoment(silence)).toBeNull();
  });

  it('has nothing to complain about', () => {
    expect(stage.problems()).toEqual([]);
  });
});
