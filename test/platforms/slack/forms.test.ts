// Buttons that ask something first: a modal, and what becomes of what was filled in.
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, Form } from '../../../src/answer/answer.ts';
import type { Message } from '../../../src/playground/slack/message.ts';
import { show } from '../../../src/playground/slack/message.ts';
import type { Modal } from '../../../src/playground/slack/modals.ts';
import { showModal } from '../../../src/playground/slack/modals.ts';
import type { SlackSettings } from '../../../src/playground/slack/slack.ts';
import type { Ask, Bot } from '../../../src/port.ts';
import type { Stage, Transport } from './stage.ts';
import { card, createStage, listeningBot, SECRET } from './stage.ts';

const schedule: Form = {
  title: 'When to ask',
  template: 'quiz schedule {time} {zone} {days}',
  fields: [
    { name: 'time', label: 'Time', value: '09:30', hint: 'As in 09:30' },
    { name: 'zone', label: 'Time zone', value: 'Europe/Berlin', optional: true },
    {
      name: 'days',
      label: 'Days',
      value: 'weekdays',
      options: [
        { label: 'Monday to Friday', value: 'weekdays' },
        { label: 'Every day', value: 'daily' },
      ],
    },
  ],
};

const asked: Ask[] = [];
let stage: Stage;

/** Answers `setup` with a button for the form; refuses 25 o'clock, Atlantis and the moon. */
function formBot(): Bot {
  const bot = listeningBot(asked);
  return {
    ...bot,
    ask: async (ask) => {
      const answer = await bot.ask(ask);
      if (ask.kind !== 'line' || answer === null) return answer;
      const setUp = { label: 'Set up', line: 'quiz help', form: schedule };
      if (ask.line === 'setup') return { ...answer, choices: [setUp] };
      const refusal: Answer = { ...card, about: { kind: 'error', codes: [], class: null } };
      if (ask.line.includes('25:00')) return { ...refusal, title: '25:00 is no time' };
      if (ask.line.includes('Atlantis')) return { ...refusal, title: 'Atlantis has sunk', field: 'zone' };
      return ask.line.includes('Moon') ? { ...refusal, title: 'No clocks there', field: 'gravity' } : answer;
    },
  };
}

async function open(transport: Transport, settings: SlackSettings = {}): Promise<void> {
  asked.length = 0;
  stage = await createStage(transport, settings);
  await stage.start(formBot());
}

afterEach(async () => {
  await stage.stop();
  expect(JSON.stringify(stage.log.lines)).not.toMatch(SECRET);
});

async function setup(channel = 'general'): Promise<Message> {
  const message = await stage.slack.person('ada').command('/http', 'setup', { channel });
  if (message === null) throw new Error('no answer');
  return message;
}

async function openModal(message: Message): Promise<Modal> {
  const modal = stage.slack.nextModal();
  await stage.slack.person('ada').press(message, 'Set up');
  return modal;
}

describe.each(['socket', 'http'] as const)('a form over %s', (transport) => {
  it('opens with what is known, for who pressed the button', async () => {
    await open(transport);
    const modal = await openModal(await setup());
    expect(modal.by).toBe(stage.slack.person('ada').id);
    expect(showModal(modal)).toMatchObject({
      title: 'When to ask',
      fields: [
        { label: 'Time', value: '09:30', hint: 'As in 09:30', optional: false, options: null },
        { label: 'Time zone', value: 'Europe/Berlin', optional: true },
        { label: 'Days', value: 'weekdays', options: [{ label: 'Monday to Friday' }, { label: 'Every day' }] },
      ],
    });
    expect(asked).toHaveLength(1);
  });

  it('becomes the line that it asks for, from where it was opened, answered privately', async () => {
    await open(transport);
    const modal = await openModal(await setup('random'));
    const next = stage.slack.next();
    const left = await stage.slack.person('ada').submit(modal, { Time: '16:00', Days: 'Every day' });
    expect(left).toBeNull();
    const by = { user: stage.slack.person('ada').id, channel: stage.slack.channel('random').id };
    expect(asked.at(-1)).toMatchObject({ kind: 'line', line: 'quiz schedule 16:00 Europe/Berlin daily', by });
    const answer = await next;
    expect(answer).toMatchObject({ channel: by.channel, only: by.user, route: 'response_url' });
    expect(show(answer).text).toContain('heard: quiz schedule 16:00');
  });

  it('leaves out what was left empty', async () => {
    await open(transport);
    const modal = await openModal(await setup());
    await stage.slack.person('ada').submit(modal, { 'Time zone': '' });
    expect(asked.at(-1)).toMatchObject({ line: 'quiz schedule 09:30 weekdays' });
  });

  it('stays open where something is wrong with it, and says what', async () => {
    await open(transport);
    const ada = stage.slack.person('ada');
    const modal = await openModal(await setup());
    const said = stage.slack.history().length;
    const left = await ada.submit(modal, { Time: '25:00' });
    expect(left && showModal(left).fields[0]?.error).toContain('25:00 is no time');
    expect(stage.slack.history()).toHaveLength(said);
    const next = stage.slack.next();
    expect(await ada.submit(modal, { Time: '15:00' })).toBeNull();
    expect(show(await next).text).toContain('quiz schedule 15:00');
  });

  it.each([
    ['Atlantis', 1, 'Atlantis has sunk'],
    ['Moon', 0, 'No clocks there'],
  ])('says what is wrong with %s under the field it is in, or else under the first', async (zone, at, said) => {
    await open(transport);
    const modal = await openModal(await setup());
    const left = await stage.slack.person('ada').submit(modal, { 'Time zone': zone });
    const errors = left === null ? [] : showModal(left).fields.map(({ error }) => error ?? '');
    expect(errors.map((error) => error.includes(said))).toEqual([at === 0, at === 1, false]);
  });

  it('is asked once, however often it is delivered', async () => {
    await open(transport);
    const modal = await openModal(await setup());
    stage.slack.faults.copies = 2;
    await stage.slack.person('ada').submit(modal);
    stage.slack.faults.copies = 1;
    await stage.askOn();
    expect(asked.filter((ask) => ask.kind === 'line' && ask.line.startsWith('quiz schedule'))).toHaveLength(1);
  });

  it('is answered by a post where the response URL has expired', async () => {
    await open(transport);
    const modal = await openModal(await setup());
    stage.slack.faults.next('response_url', { kind: 'expired' });
    const next = stage.slack.next();
    await stage.slack.person('ada').submit(modal);
    expect(await next).toMatchObject({ route: 'chat.postEphemeral', only: stage.slack.person('ada').id });
    const reason = 'the response URL said 404';
    expect(stage.problems()).toMatchObject([{ fields: { what: 'form', reason } }]);
  });

  it.each([
    ['a trigger that was too old', { kind: 'error', error: 'expired_trigger_id' }, 'expired_trigger_id'],
    ['a 500', { kind: 'status', status: 500 }, 'HTTP 500'],
  ] as const)('says how to type it where Slack does not open it: %s', async (_what, fault, reason) => {
    await open(transport);
    const message = await setup();
    stage.slack.faults.next('views.open', fault);
    const next = stage.slack.next();
    await stage.slack.person('ada').press(message, 'Set up');
    expect(show(await next)).toMatchObject({ private: true, text: expect.stringContaining('heard: quiz help') });
    expect(stage.problems()).toMatchObject([{ level: 'warn', fields: { reason } }]);
  });

  it('opens from a button of an older process: nothing about it is kept in memory', async () => {
    await open(transport);
    const message = await setup();
    const value = show(message).buttons[0]?.value ?? '';
    await stage.platform.stop();
    await stage.slack.stop();
    await open(transport);
    const other = await setup();
    const modal = stage.slack.nextModal();
    await stage.slack.person('ada').forge(other, { actionId: 'form:0', value });
    expect(showModal(await modal).title).toBe('When to ask');
  });
});

describe('a field of several lines', () => {
  it('opens as one, and comes back with its lines, whole', async () => {
    const yaml = `rules:\n${Array.from({ length: 90 }, (_, at) => `  ${400 + at}: ${'x'.repeat(20)}`).join('\n')}`;
    const form: Form = {
      title: 'Import',
      template: 'rule import {yaml:lines}',
      fields: [{ name: 'yaml', label: 'Rules', value: 'rules:\n  422: a', multiline: true }],
    };
    const answer = { ...card, choices: [{ label: 'Set up', line: 'rule import', form }] };
    asked.length = 0;
    stage = await createStage('socket');
    await stage.start({
      ...listeningBot(),
      ask: async (ask) => {
        asked.push(ask);
        return answer;
      },
    });
    const modal = await openModal(await setup());
    expect(modal.view['blocks']).toMatchObject([
      { element: { multiline: true, max_length: 3000, initial_value: 'rules:\n  422: a' } },
    ]);
    await stage.slack.person('ada').submit(modal, { Rules: yaml });
    expect(asked.at(-1)).toMatchObject({ line: `rule import ${yaml}` });
  });
});

describe('over a socket', () => {
  it.each([
    ['form:0', '404'],
    ['form:7', '{"form":1}'],
    ['form:0', JSON.stringify({ line: 'x', form: { title: '', template: '', fields: [] } })],
  ])('takes a value of %s that is no form for a line: %s', async (actionId, value) => {
    await open('socket');
    const message = await setup();
    const next = stage.slack.next();
    await stage.slack.person('ada').forge(message, { actionId, value });
    await next;
    expect(asked.at(-1)).toMatchObject({ kind: 'line', line: value });
  });

  it('answers a form from a thread in the thread', async () => {
    await open('socket');
    const mention = stage.slack.next();
    await stage.slack.person('ada').write('@Teapot 404?');
    const value = show(await setup()).buttons[0]?.value ?? '';
    const modal = stage.slack.nextModal();
    const reply = await mention;
    await stage.slack.person('ada').forge(reply, { actionId: 'form:0', value });
    const next = stage.slack.next();
    await stage.slack.person('ada').submit(await modal);
    expect(await next).toMatchObject({ thread: reply.thread, only: stage.slack.person('ada').id });
  });

  it('is a plain button where a form is more than a button can carry', async () => {
    await open('socket');
    const options = Array.from({ length: 25 }, (_, index) => ({ label: 'x'.repeat(75), value: `${index}` }));
    const big: Form = { ...schedule, fields: [{ name: 'days', label: 'Days', options }] };
    const answer = { ...card, choices: [{ label: 'Set up', line: 'quiz help', form: big }] };
    const second = await createStage('socket');
    await second.start({ ...listeningBot(asked), ask: async () => answer });
    const message = await second.slack.person('ada').command('/http', 'setup');
    expect(message && show(message).buttons[0]).toMatchObject({ actionId: 'ask:0', value: 'quiz help' });
    await second.stop();
  });
});
