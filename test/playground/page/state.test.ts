import { describe, expect, it } from 'vitest';
import { listed, pressKey, repliesTo, replyCounts, waitingButtons } from '../../../src/playground/page/client/sight.ts';
import {
  type Action,
  initialState,
  JUMP,
  type Pane,
  reduce,
  type State,
} from '../../../src/playground/page/client/state.ts';
import type { Member, Message, Modal, Room, Side, Snapshot } from '../../../src/playground/page/protocol.ts';

const member = (id: string, bot = false): Member => ({ id, name: id, bot, admin: id === 'Ada' });

const roomOf = (side: Side): Room => ({
  side,
  name: 'Playground',
  bot: 'Teapot',
  members: [member('Teapot', true), member('Ada'), member('Grace')],
  channels: [
    { id: 'general', name: 'general', aloneWith: null },
    { id: 'quiz', name: 'quiz', aloneWith: null },
    { id: 'dm-Ada', name: 'Teapot', aloneWith: 'Ada' },
    { id: 'dm-Grace', name: 'Teapot', aloneWith: 'Grace' },
  ],
  commands: [],
  menu: [],
});

const message = (id: string, change: Partial<Message> = {}): Message => ({
  side: 'slack',
  id,
  channel: 'general',
  under: null,
  by: 'Teapot',
  at: 0,
  only: null,
  edited: false,
  askedBy: null,
  payload: { text: id },
  uses: [],
  ...change,
});

const modal: Modal = { side: 'slack', id: 'V1', of: 'Ada', payload: {}, errors: {} };

const snapshot = (change: Partial<Snapshot> = {}): Action => ({
  kind: 'snapshot',
  snapshot: {
    rooms: [roomOf('slack'), roomOf('discord')],
    messages: [],
    modals: [],
    homes: [],
    now: 1000,
    bot: 'running',
    ...change,
  },
});

/** What is known after a snapshot and these. */
function known(...actions: readonly Action[]): State {
  return [snapshot(), ...actions].reduce(reduce, initialState);
}

const said = (id: string, change?: Partial<Message>): Action => ({ kind: 'message', message: message(id, change) });
const ids = (messages: readonly Message[]): readonly string[] => messages.map(({ id }) => id);
const slack = (state: State): Pane => state.panes.slack;

describe('the snapshot', () => {
  it('opens the first channel as the first person', () => {
    const state = known();
    expect(state).toMatchObject({ link: 'open', now: 1000, bot: 'running' });
    expect(slack(state)).toMatchObject({ as: 'Ada', channel: 'general', thread: null });
  });

  it('keeps each platform to its own pane', () => {
    const state = reduce(initialState, snapshot({ messages: [message('s'), message('d', { side: 'discord' })] }));
    expect(ids(state.panes.slack.messages)).toEqual(['s']);
    expect(ids(state.panes.discord.messages)).toEqual(['d']);
  });

  it('after an interruption leaves person, channel and thread as they were, and knows only what the server knows', () => {
    const before = known(
      said('old'),
      said('root', { channel: 'quiz' }),
      { kind: 'act', side: 'slack', as: 'Grace' },
      { kind: 'open', side: 'slack', channel: 'quiz' },
      { kind: 'thread', side: 'slack', root: 'root' },
      { kind: 'modal', modal },
      { kind: 'lost' },
    );
    expect(before.link).toBe('lost');
    const state = reduce(before, snapshot({ messages: [message('root', { channel: 'quiz' })] }));
    expect(slack(state)).toMatchObject({ as: 'Grace', channel: 'quiz', thread: 'root', modals: {} });
    expect(ids(slack(state).messages)).toEqual(['root']);
    expect(state.link).toBe('open');
  });

  it('takes another person and channel where the chosen ones are gone', () => {
    const before = known({ kind: 'act', side: 'slack', as: 'Grace' }, { kind: 'open', side: 'slack', channel: 'quiz' });
    const room = { ...roomOf('slack'), members: [member('Ada')], channels: roomOf('slack').channels.slice(0, 1) };
    expect(slack(reduce(before, { kind: 'room', room }))).toMatchObject({ as: 'Ada', channel: 'general' });
  });
});

describe('what a person sees', () => {
  const told = known(
    said('for all'),
    said('for Ada', { only: 'Ada' }),
    said('for Grace', { only: 'Grace' }),
    said('elsewhere', { channel: 'quiz' }),
    said('in a thread', { under: 'for all' }),
    said('in a thread for Grace', { under: 'for all', only: 'Grace' }),
  );

  it('is what everybody sees and what is only for them', () => {
    expect(ids(listed(slack(told)))).toEqual(['for all', 'for Ada']);
    expect(ids(listed(slack(reduce(told, { kind: 'act', side: 'slack', as: 'Grace' }))))).toEqual([
      'for all',
      'for Grace',
    ]);
  });

  it('is in a thread on Slack, and a message like any other on Discord', () => {
    expect(ids(repliesTo(slack(told), 'for all'))).toEqual(['in a thread']);
    expect([...replyCounts(slack(told))]).toEqual([['for all', 1]]);
    const state = known(said('first', { side: 'discord' }), said('reply', { side: 'discord', under: 'first' }));
    expect(ids(listed(state.panes.discord))).toEqual(['first', 'reply']);
  });

  it('is their own conversation with the bot when they look where somebody else was alone with it', () => {
    const state = known(
      { kind: 'open', side: 'slack', channel: 'dm-Ada' },
      { kind: 'act', side: 'slack', as: 'Grace' },
    );
    expect(slack(state).channel).toBe('dm-Grace');
    expect(slack(known({ kind: 'open', side: 'slack', channel: 'dm-Grace' })).channel).toBe('general');
  });
});

describe('messages', () => {
  it('stand in the order in which they came, and a changed one stays where it was', () => {
    const state = known(said('a'), said('b'), said('a', { edited: true }));
    expect(slack(state).messages.map(({ id, edited }) => [id, edited])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('that were dropped are gone, and with its first message a thread', () => {
    const state = known(
      said('a'),
      said('b'),
      { kind: 'thread', side: 'slack', root: 'a' },
      { kind: 'removed', side: 'slack', ids: ['a'] },
    );
    expect(ids(slack(state).messages)).toEqual(['b']);
    expect(slack(state).thread).toBeNull();
  });

  it('of a thread are closed with the channel that it stands in, and with the conversation of somebody else', () => {
    const thread: readonly Action[] = [
      said('a', { channel: 'dm-Ada' }),
      { kind: 'open', side: 'slack', channel: 'dm-Ada' },
    ];
    const inside = known(...thread, { kind: 'thread', side: 'slack', root: 'a' });
    expect(slack(inside).thread).toBe('a');
    expect(slack(reduce(inside, { kind: 'open', side: 'slack', channel: 'quiz' })).thread).toBeNull();
    expect(slack(reduce(inside, { kind: 'act', side: 'slack', as: 'Grace' })).thread).toBeNull();
  });

  it('mark their channel as unread until it is opened, unless one may not see them', () => {
    const state = known(said('a', { channel: 'quiz' }), said('b', { channel: 'dm-Ada', only: 'Grace' }), said('c'));
    expect([...slack(state).unread]).toEqual(['quiz']);
    expect([...slack(reduce(state, { kind: 'open', side: 'slack', channel: 'quiz' })).unread]).toEqual([]);
  });

  it('leave nothing behind after 10,000 of them', () => {
    const coming = Array.from({ length: 10_000 }, (_, at): Action[] => [
      said(`${at}`),
      { kind: 'removed', side: 'slack', ids: [`${at - 100}`] },
    ]);
    expect(slack(known(...coming.flat())).messages).toHaveLength(100);
  });
});

describe('a modal', () => {
  it('is open for whom it is, shows what is wrong, and closes', () => {
    const other = { ...modal, id: 'V2', of: 'Grace' };
    const wrong = { ...modal, errors: { time: 'No such time' } };
    const state = known({ kind: 'modal', modal }, { kind: 'modal', modal: other }, { kind: 'modal', modal: wrong });
    expect(slack(state).modals).toEqual({ Ada: wrong, Grace: other });
    const closed = reduce(state, { kind: 'modal-closed', side: 'slack', of: 'Ada' });
    expect(slack(closed).modals).toEqual({ Grace: other });
  });
});

describe('deeds', () => {
  const key = pressKey('m1', 'quiz answer 1 2');
  const began: Action = { kind: 'began', place: 'slack', key };

  it('are under way from their beginning to their end', () => {
    const other: Action = { kind: 'began', place: 'discord', key: 'write 1' };
    const state = known(began, { kind: 'began', place: 'slack', key: pressKey('m1', 'help') }, other);
    expect(state.busy.has(key)).toBe(true);
    expect([...waitingButtons(state)]).toEqual([['m1', 'help']]);
    const ended = reduce(state, { kind: 'ended', place: 'slack', key, outcome: { ok: true } });
    expect([...ended.busy]).toEqual([pressKey('m1', 'help'), 'write 1']);
  });

  it('say what became of them where they were done, until the next one', () => {
    const state = known(began, {
      kind: 'ended',
      place: 'slack',
      key,
      outcome: { ok: false, said: 'operation_timeout' },
    });
    expect(slack(state).said).toEqual({ text: 'operation_timeout', failed: true });
    expect(state.panes.discord.said).toBeNull();
    expect(slack(reduce(state, began)).said).toBeNull();
    const page = known({ kind: 'ended', place: 'page', key: JUMP, outcome: { ok: true, said: 'It is Friday.' } });
    expect(page.said).toEqual({ text: 'It is Friday.', failed: false });
  });
});

describe('after a jump of the clock', () => {
  const jump: Action = { kind: 'began', place: 'page', key: JUMP };
  const quiz = said('quiz', { channel: 'quiz' });

  it('the channel opens in which something is posted', () => {
    expect(slack(known(jump, quiz)).channel).toBe('quiz');
    expect(slack(known(jump, { kind: 'ended', place: 'page', key: JUMP, outcome: { ok: true } }, quiz)).channel).toBe(
      'quiz',
    );
  });

  it('the thread opens in which something is posted on Slack', () => {
    const reveal = said('reveal', { channel: 'quiz', under: 'quiz' });
    expect(slack(known(quiz, jump, reveal))).toMatchObject({ channel: 'quiz', thread: 'quiz' });
    expect(slack(known(said('q'), jump, said('r', { under: 'q' })))).toMatchObject({ channel: 'general', thread: 'q' });
  });

  const elsewhere: readonly (readonly [string, readonly Action[]])[] = [
    ['no jump', [quiz]],
    ['something else was opened', [jump, { kind: 'open', side: 'discord', channel: 'general' }, quiz]],
    ['something else was done', [jump, { kind: 'began', place: 'discord', key: 'write 1' }, quiz]],
    ['a person said it', [jump, said('talk', { channel: 'quiz', by: 'Grace' })]],
    ['it is for one person', [jump, said('whisper', { channel: 'quiz', only: 'Ada' })]],
    ['it is alone with somebody else', [jump, said('other', { channel: 'dm-Grace', under: 'x' })]],
  ];
  it.each(elsewhere)('nothing opens by itself: %s', (_, actions) => {
    expect(slack(known(...actions)).channel).toBe('general');
  });
});

describe('time', () => {
  it('goes on, and stands where the clock was moved to', () => {
    expect(known({ kind: 'passed', milliseconds: 500 }).now).toBe(1500);
    expect(known({ kind: 'clock', now: 9000 }).now).toBe(9000);
  });
});
