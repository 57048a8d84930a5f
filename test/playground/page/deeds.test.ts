// What people do on the page, through the real adapters: commands, messages, buttons, menus and forms on both sides.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Deed, Side } from '../../../src/playground/page/protocol.ts';
import type { Listener } from './listener.ts';
import { buttonOf, openStage, type Stage, saying } from './stage.ts';

let stage: Stage;
let news: Listener;

beforeAll(async () => {
  stage = await openStage();
}, 30_000);
afterAll(() => stage.stop());
beforeAll(async () => {
  news = await stage.listen();
});
afterEach(() => {
  expect(stage.warnings).toEqual([]);
});

const person = (side: Side, name: string) => ({ side, as: stage.member(side, name).id });
const at = (side: Side, name: string, channel = 'general') => ({
  ...person(side, name),
  channel: stage.channel(side, channel),
});
const http = (text: string, who = 'Grace', channel = 'general'): Deed => ({
  do: 'command',
  ...at('slack', who, channel),
  name: 'http',
  text,
  options: {},
});
const slash = (name: string, options: Record<string, string | boolean>, who = 'Grace', channel = 'general'): Deed => ({
  do: 'command',
  ...at('discord', who, channel),
  name,
  text: '',
  options,
});
const write = (side: Side, text: string, channel = 'general', thread: string | null = null): Deed => ({
  do: 'write',
  ...at(side, 'Grace', channel),
  thread,
  text,
});
const done = { ok: true };

describe('a room', () => {
  it.each<[Side, readonly string[], readonly string[]]>([
    ['slack', ['general', 'on-call', 'api-design', 'quiz', 'Ada', 'Grace', 'Linus'], ['http', 'httpstatus']],
    ['discord', ['general', 'help', 'quiz', 'Ada', 'Grace', 'Linus'], ['status', 'quiz schedule']],
  ])('has its people, channels and commands on %s', (side, channels, commands) => {
    const room = stage.room(side);
    expect(room.channels.map(({ name }) => name)).toEqual(channels);
    expect(room.members.map(({ name, bot, admin }) => [name, bot, admin])).toEqual([
      ['Teapot', true, false],
      ['Ada', false, true],
      ['Grace', false, false],
      ['Linus', false, false],
    ]);
    expect(room.commands.map(({ name }) => name)).toEqual(expect.arrayContaining([...commands]));
    expect(room.menu.map(({ name }) => name)).toEqual(['Explain status codes']);
    const direct = room.channels.filter(({ aloneWith }) => aloneWith !== null);
    expect(direct.map(({ aloneWith }) => aloneWith)).toEqual(room.members.slice(1).map(({ id }) => id));
  });

  it('says what may follow a command', () => {
    expect(stage.room('slack').commands[0]?.hint).toContain('401 vs 403');
    const schedule = stage.room('discord').commands.find(({ name }) => name === 'quiz schedule');
    const zone = schedule?.options.find(({ name }) => name === 'zone');
    expect(zone).toMatchObject({ autocomplete: true, kind: 'text' });
    const status = stage.room('discord').commands.find(({ name }) => name === 'status');
    expect(status?.options.map(({ name, required, kind }) => [name, required, kind])).toEqual([
      ['query', true, 'text'],
      ['private', false, 'yes or no'],
    ]);
  });

  it('begins with a quiz that Ada has set up on both sides', async () => {
    const { messages } = await stage.snapshot();
    const told = messages.filter(saying('The quiz is set'));
    expect(told.map(({ side, channel }) => [side, channel])).toEqual([
      ['slack', stage.channel('slack', 'quiz')],
      ['discord', stage.channel('discord', 'quiz')],
    ]);
  });
});

describe('on Slack', () => {
  it('a command is answered to the one who typed it, with what it uses of the limits', async () => {
    expect(await stage.do(http('401 vs 403'))).toEqual(done);
    const answer = await news.message(saying('401 Unauthorized vs 403 Forbidden'));
    expect(answer).toMatchObject({
      side: 'slack',
      channel: stage.channel('slack', 'general'),
      by: stage.room('slack').bot,
      only: stage.member('slack', 'Grace').id,
      under: null,
    });
    const uses = Object.fromEntries(answer.uses.map(({ of, used, most }) => [of, [used, most]]));
    expect(uses['blocks']).toEqual([(answer.payload['blocks'] as unknown[]).length, 50]);
    expect(uses['characters in blocks']?.[1]).toBe(12_000);
    expect(answer.uses.every(({ used, most }) => used > 0 && used <= most)).toBe(true);
  });

  it('a mention is answered in the thread', async () => {
    expect(await stage.do(write('slack', '@Teapot what is a 418?'))).toEqual(done);
    const asked = await news.message(saying('what is a 418'));
    expect(asked.payload).toEqual({ type: 'message', text: `<@${stage.room('slack').bot}> what is a 418?` });
    const answer = await news.message(({ under }) => under === asked.id);
    expect(JSON.stringify(answer.payload)).toContain('418');
    expect(await stage.do(write('slack', '@Teapot and 410?', 'general', asked.id))).toEqual(done);
    await news.message((message) => message.under === asked.id && saying('410 Gone')(message));
  });

  it('a direct message needs no mention, and nobody else can write there', async () => {
    expect(await stage.do(write('slack', '429', 'Grace'))).toEqual(done);
    const answer = await news.message(saying('429 Too Many Requests'));
    expect(answer.channel).toBe(stage.channel('slack', 'Grace'));
    const intruder = { ...write('slack', '429', 'Grace'), as: stage.member('slack', 'Linus').id };
    expect(await stage.do(intruder as Deed)).toEqual({ ok: false, said: 'channel_not_found' });
  });

  it('a button does what it says, for the one who sees it', async () => {
    await stage.do(http('404'));
    const card = await news.message(saying('404 Not Found'));
    const share = buttonOf(card.payload, 'Share with channel');
    const press = (who: string): Deed => ({ do: 'press', ...person('slack', who), message: card.id, button: share });
    expect(await stage.do(press('Linus'))).toEqual({ ok: false, said: 'message_not_found' });
    expect(await stage.do(press('Grace'))).toEqual(done);
    const shared = await news.message((message) => message.only === null && saying('404 Not Found')(message));
    expect(shared.channel).toBe(card.channel);
  });

  it('the menu of a message explains it to the one who asked', async () => {
    const { messages } = await stage.snapshot();
    const [pager] = messages.filter(saying('503 Service Unavailable (Retry-After'));
    const { id: item = '' } = stage.room('slack').menu[0] ?? {};
    const menu: Deed = { do: 'menu', ...person('slack', 'Linus'), message: pager?.id ?? '', item };
    expect(await stage.do(menu)).toEqual(done);
    const explained = await news.message(({ only }) => only === stage.member('slack', 'Linus').id);
    for (const code of ['503', '504']) expect(JSON.stringify(explained.payload)).toContain(code);
  });

  it('a form opens, stays open with what is wrong, and closes', async () => {
    await stage.do(http('quiz', 'Ada', 'api-design'));
    const help = await news.message(saying('Set it up'));
    const ada = person('slack', 'Ada');
    const openIt: Deed = { do: 'press', ...ada, message: help.id, button: buttonOf(help.payload, 'Set it up') };
    expect(await stage.do(openIt)).toEqual(done);
    const { modal } = await news.next('modal');
    expect(modal).toMatchObject({ side: 'slack', of: ada.as, errors: {} });
    const zone = (modal.payload['blocks'] as { block_id: string; label?: { text: string } }[]).find(({ label }) =>
      label?.text.includes('zone'),
    );
    const field = zone?.block_id ?? '';
    const submit = (value: string): Deed => ({ do: 'submit', ...ada, modal: modal.id, values: { [field]: value } });
    expect((await stage.snapshot()).modals).toEqual([modal]);
    expect(await stage.do(submit('Atlantis'))).toEqual(done);
    const { modal: refused } = await news.next('modal');
    expect(refused.errors[Object.keys(refused.errors)[0] ?? '']).toContain('Atlantis');
    expect(await stage.do(submit('Berlin'))).toEqual(done);
    expect(await news.next('modal-closed')).toEqual({ kind: 'modal-closed', side: 'slack', of: ada.as });
    await news.message((message) => message.only === ada.as && saying('Europe/Berlin')(message));
    expect(await stage.do(submit('Berlin'))).toEqual({ ok: false, said: 'This window is closed already.' });

    await stage.do(openIt);
    const { modal: again } = await news.next('modal');
    expect(await stage.do({ do: 'close', ...ada, modal: again.id })).toEqual(done);
    expect(await news.next('modal-closed')).toMatchObject({ of: ada.as });
  });

  it.each<[string, () => Deed, string]>([
    ['an unknown command', () => ({ ...http('404'), name: 'teapot' }) as Deed, '/teapot is not a valid command.'],
    ['an unknown channel', () => ({ ...http('404'), channel: 'C0' }) as Deed, 'channel_not_found'],
    ['somebody unknown', () => ({ ...http('404'), as: 'U0' }) as Deed, 'There is no such person'],
    [
      'somebody who is the bot',
      () => ({ ...http('404'), as: stage.room('slack').bot }) as Deed,
      'There is no such person',
    ],
    ['more than Slack takes', () => write('slack', 'x'.repeat(40_001)), 'Slack takes at most 40000 characters'],
    ['a thread that is not there', () => write('slack', 'x', 'general', '1.000001'), 'message_not_found'],
  ])('refuses %s', async (_, deed, words) => {
    expect(await stage.do(deed())).toEqual({ ok: false, said: expect.stringContaining(words) });
  });
});

describe('on Discord', () => {
  it('a command is answered to all, and says who asked', async () => {
    expect(await stage.do(slash('status', { query: '404' }))).toEqual(done);
    const answer = await news.message((message) => message.side === 'discord' && saying('404 Not Found')(message));
    expect(answer).toMatchObject({
      channel: stage.channel('discord', 'general'),
      by: stage.room('discord').bot,
      only: null,
      askedBy: { member: stage.member('discord', 'Grace').id, command: '/status' },
    });
    const uses = Object.fromEntries(answer.uses.map(({ of, most }) => [of, most]));
    expect(uses).toMatchObject({ components: 40, 'characters of text': 4000, 'buttons in a row': 5 });
    expect(answer.uses.every(({ used, most }) => used > 0 && used <= most)).toBe(true);
  });

  it('a private answer is for one alone', async () => {
    expect(await stage.do(slash('status', { query: '405', private: true }))).toEqual(done);
    const answer = await news.message((message) => message.side === 'discord' && saying('405 Method')(message));
    expect(answer.only).toBe(stage.member('discord', 'Grace').id);
  });

  it('a private answer can be put away by the one who sees it, and stays away when it changes', async () => {
    await stage.do(slash('status', { query: '406', private: true }));
    const answer = await news.message((message) => message.side === 'discord' && saying('406 Not')(message));
    const dismiss = (who: string): Deed => ({ do: 'dismiss', as: stage.member('discord', who).id, message: answer.id });
    expect(await stage.do(dismiss('Linus'))).toEqual({ ok: false, said: 'Unknown Message' });
    const button = buttonOf(answer.payload, 'When to use');
    const pressed = stage.do({ do: 'press', ...person('discord', 'Grace'), message: answer.id, button });
    expect(await stage.do(dismiss('Grace'))).toEqual(done);
    await news.next('removed', ({ ids }) => ids.includes(answer.id));
    expect(await pressed).toEqual(done);
    expect((await stage.snapshot()).messages.map(({ id }) => id)).not.toContain(answer.id);
    const about = news.news.filter((one) => JSON.stringify(one).includes(answer.id));
    expect(about.at(-1)?.kind).toBe('removed');
    expect(await stage.do(dismiss('Grace'))).toEqual({ ok: false, said: 'Unknown Message' });
    // What all can see is not for one to put away.
    await stage.do(slash('status', { query: '407' }));
    const shared = await news.message((message) => message.side === 'discord' && saying('407 Proxy')(message));
    expect(await stage.do({ ...dismiss('Grace'), message: shared.id } as Deed)).toMatchObject({ ok: false });
  });

  it('suggests while somebody types', async () => {
    const complete: Deed = {
      do: 'complete',
      as: stage.member('discord', 'Grace').id,
      channel: stage.channel('discord', 'general'),
      command: 'status',
      option: 'query',
      typed: 'teap',
    };
    expect(await stage.do(complete)).toMatchObject({ ok: true, suggestions: [{ value: '418' }] });
  });

  it('a mention is answered as a reply, and a direct message without one', async () => {
    await stage.do(write('discord', '@Teapot 410'));
    const asked = await news.message(({ side, payload }) => side === 'discord' && payload['content'] !== undefined);
    expect(asked.payload['content']).toBe(`<@${stage.room('discord').bot}> 410`);
    await news.message((message) => message.under === asked.id && saying('410 Gone')(message));
    await stage.do(write('discord', '411', 'Grace'));
    const direct = await news.message((message) => message.side === 'discord' && saying('411 Length')(message));
    expect(direct.channel).toBe(stage.channel('discord', 'Grace'));
  });

  it('the menu of a real message explains it to the one who asked', async () => {
    const { messages } = await stage.snapshot();
    const [build] = messages.filter(saying('npm ERR! 403'));
    const item = stage.room('discord').menu[0]?.id ?? '';
    const ada = person('discord', 'Ada');
    expect(await stage.do({ do: 'menu', ...ada, message: build?.id ?? '', item })).toEqual(done);
    const explained = await news.message(({ only }) => only === ada.as);
    expect(explained).toMatchObject({ askedBy: { member: ada.as, command: 'Explain status codes' } });
    expect(JSON.stringify(explained.payload)).toContain('403');
  });

  it('a form opens and closes, sent or not', async () => {
    const ada = person('discord', 'Ada');
    await stage.do(slash('quiz help', {}, 'Ada', 'help'));
    const help = await news.message((message) => message.side === 'discord' && saying('Set it up')(message));
    const openIt: Deed = { do: 'press', ...ada, message: help.id, button: buttonOf(help.payload, 'Set it up') };
    expect(await stage.do(openIt)).toEqual(done);
    const { modal } = await news.next('modal');
    expect(modal).toMatchObject({ side: 'discord', of: ada.as });
    expect((await stage.snapshot()).modals).toEqual([modal]);
    expect(await stage.do({ do: 'close', ...ada, modal: modal.id })).toEqual(done);
    expect(await news.next('modal-closed')).toMatchObject({ side: 'discord', of: ada.as });

    await stage.do(openIt);
    const { modal: again } = await news.next('modal');
    const values = { time: '10:15', zone: 'Berlin' };
    expect(await stage.do({ do: 'submit', ...ada, modal: again.id, values: { ...values, time: '' } })).toMatchObject({
      ok: false,
      said: expect.stringContaining('is required'),
    });
    expect(await stage.do({ do: 'submit', ...ada, modal: again.id, values })).toEqual(done);
    await news.next('modal-closed');
    await news.message((message) => message.side === 'discord' && saying('10:15 Europe/Berlin')(message));
  });

  it.each<[string, () => Deed, string]>([
    ['an unknown command', () => slash('teapot', {}), 'There is no command teapot'],
    ['a command without what it needs', () => slash('status', {}), 'query is required'],
    ['an unknown channel', () => ({ ...slash('status', { query: '1' }), channel: '1' }) as Deed, 'Unknown Channel'],
    ['somebody unknown', () => ({ ...slash('status', { query: '1' }), as: '1' }) as Deed, 'There is no such person'],
    ['more than Discord takes', () => write('discord', 'x'.repeat(2001)), 'at most 2000 characters'],
    [
      'a button that is not there',
      () => ({ do: 'press', ...person('discord', 'Ada'), message: '1', button: 'x' }),
      'Unknown Message',
    ],
  ])('refuses %s', async (_, deed, words) => {
    expect(await stage.do(deed())).toEqual({ ok: false, said: expect.stringContaining(words) });
  });
});

describe('bad input', () => {
  const hostile = '<script>alert(1)</script> \ud83d " \\ \u0000 &lt; <!channel> @everyone';

  it.each<[Side, number]>([
    ['slack', 40_000],
    ['discord', 2_000],
  ])('stays text on %s, however long it is', async (side, most) => {
    const text = `@Teapot 404 ${hostile} `.padEnd(most, 'lorem 😀 ');
    expect(await stage.do(write(side, text.slice(0, most)))).toEqual(done);
    const asked = await news.message((message) => message.side === side && saying('lorem')(message));
    await news.message((message) => message.under === asked.id);
    await stage.do(side === 'slack' ? http(hostile) : slash('status', { query: hostile }));
    await news.message((message) => message.side === side && message.by === stage.room(side).bot);
  });

  it('500 quick clicks are all answered', async () => {
    await stage.do(slash('status', { query: '404' }));
    const isCard = saying('404 Not Found');
    const card = await news.message(
      (message) => message.side === 'discord' && isCard(message) && message.under === null,
    );
    const [button] = JSON.stringify(card.payload).match(/(?<="custom_id":")[^"]+/) ?? [];
    const press: Deed = { do: 'press', ...person('discord', 'Grace'), message: card.id, button: button ?? '' };
    const outcomes = await Promise.all(Array.from({ length: 500 }, () => stage.do(press)));
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
  });
});
