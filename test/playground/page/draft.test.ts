import { describe, expect, it } from 'vitest';
import {
  commandDeed,
  commandIn,
  commandsFor,
  discordDeed,
  draftOf,
  membersFor,
  mentionAt,
  slackDeed,
} from '../../../src/playground/page/client/draft.ts';
import type { Side, SlashCommand } from '../../../src/playground/page/protocol.ts';

type Option = SlashCommand['options'][number];

const option = (name: string, change: Partial<Option> = {}): Option => ({
  name,
  description: '',
  required: false,
  kind: 'text',
  autocomplete: false,
  choices: [],
  ...change,
});
const command = (side: Side, name: string, options: readonly Option[] = []): SlashCommand => ({
  side,
  name,
  description: '',
  hint: '',
  options,
});

const status = command('discord', 'status', [
  option('query', { required: true }),
  option('private', { kind: 'yes or no' }),
]);
const discord = [
  status,
  command('discord', 'quiz schedule', [option('time', { required: true })]),
  command('discord', 'quiz on'),
];
const slack = [command('slack', 'http'), command('slack', 'httpstatus')];
const where = { as: 'Ada', channel: 'C1', thread: null };

describe('a text that begins with a slash', () => {
  it.each([
    ['/', ['status', 'quiz schedule', 'quiz on']],
    ['/quiz', ['quiz schedule', 'quiz on']],
    ['/quiz o', ['quiz on']],
    ['/SCHED', ['quiz schedule']],
    ['/status 404', []],
    ['a /quiz', []],
    ['/quiz\n', []],
    ['', []],
  ])('%j may become %j', (text, names) => {
    expect(commandsFor(discord, text).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['/http 404', { name: 'http', rest: '404' }],
    ['/httpstatus  404 ', { name: 'httpstatus', rest: '404 ' }],
    ['/http', null],
    ['/httpx 1', null],
  ])('%j is the command %j', (text, found) => {
    const read = commandIn(slack, text);
    expect(read && { name: read.command.name, rest: read.rest }).toEqual(found);
  });

  it('is the longer one of two commands that fit', () => {
    const both = [command('discord', 'quiz'), command('discord', 'quiz on')];
    expect(commandIn(both, '/quiz on now')).toMatchObject({ command: { name: 'quiz on' }, rest: 'now' });
  });

  it('turns into a command with options on Discord as soon as its name is complete', () => {
    expect(draftOf(discord, '/status ')).toEqual({ text: '', command: { name: 'status', options: {} } });
    expect(draftOf(discord, '/status 401 vs 403')).toEqual({
      text: '',
      command: { name: 'status', options: { query: { text: '401 vs 403', value: null } } },
    });
    expect(draftOf(discord, '/quiz on ')).toEqual({ text: '/quiz on ', command: null });
    expect(draftOf(discord, '/status')).toEqual({ text: '/status', command: null });
  });
});

describe('a name after "@"', () => {
  it.each([
    ['@', 1, { from: 0, typed: '' }],
    ['hi @Tea', 7, { from: 3, typed: 'Tea' }],
    ['hi @Tea pot', 7, { from: 3, typed: 'Tea' }],
    ['(@Zoë', 5, { from: 1, typed: 'Zoë' }],
    ['mail@host', 9, null],
    ['@Teapot 404', 11, null],
    ['', 0, null],
    [`@${'x'.repeat(40_000)}`, 40_001, null],
  ])('in %j before %i', (text, caret, found) => {
    expect(mentionAt(text, caret)).toEqual(found);
  });

  it('offers the bot first', () => {
    const members = ['Tara', 'Ada', 'Teapot'].map((name) => ({ id: name, name, bot: name === 'Teapot', admin: false }));
    expect(membersFor(members, 't').map(({ name }) => name)).toEqual(['Teapot', 'Tara']);
  });
});

describe('what is sent', () => {
  it('on Slack is a command with the text after it, or a message', () => {
    expect(slackDeed(slack, '/http 401 vs 403 ', where)).toMatchObject({
      do: 'command',
      name: 'http',
      text: '401 vs 403',
    });
    expect(slackDeed(slack, '/http', where)).toMatchObject({ do: 'command', name: 'http', text: '' });
    expect(slackDeed(slack, ' /nothing', { ...where, thread: 'T1' })).toMatchObject({ do: 'write', thread: 'T1' });
    expect(slackDeed(slack, ' \n ', where)).toBeNull();
  });

  it('on Slack is nothing where there is no such command, or none in threads', () => {
    expect(slackDeed(slack, '/status 404', where)).toContain('/status is not a valid command');
    expect(slackDeed(slack, '/http 404', { ...where, thread: 'T1' })).toContain('not supported in threads');
  });

  it('on Discord is a bare command, or a message like any other', () => {
    expect(discordDeed(discord, '/quiz on ', where)).toMatchObject({ do: 'command', name: 'quiz on' });
    expect(discordDeed(discord, '/nothing here', where)).toMatchObject({ do: 'write', text: '/nothing here' });
    expect(discordDeed(discord, '', where)).toBeNull();
  });

  it.each([
    [{ query: { text: ' 404 ', value: null } }, { query: '404' }],
    [{ query: { text: '404 Not Found', value: '404' } }, { query: '404' }],
    [
      { query: { text: '404', value: null }, private: { text: 'True', value: 'true' } },
      { query: '404', private: true },
    ],
    [{ query: { text: '404', value: null }, private: { text: '', value: null } }, { query: '404' }],
  ])('of the options %j is %j', (filled, options) => {
    expect(commandDeed(status, filled, where)).toMatchObject({ do: 'command', name: 'status', options });
  });

  it('is nothing while a required option is empty', () => {
    expect(commandDeed(status, { query: { text: ' ', value: null } }, where)).toEqual({ missing: 'query' });
  });
});
