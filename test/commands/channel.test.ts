// What a channel can set beside its quiz: its stack, listening, and the card of all settings.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { readChannelLine } from '../../src/commands/channel/line.ts';
import { completeLine } from '../../src/commands/completions.ts';
import type { Place } from '../../src/port.ts';
import { openRoom, slackPlace } from './quiz-room.ts';

const discordPlace: Place = { platform: 'discord', team: 'S1', channel: 'C1' };
const lines = ({ choices }: Answer) => choices.map(({ line }) => line);
const told = (room: { readonly told: readonly { readonly answer: Answer }[] }) =>
  room.told.map(({ answer }) => toPlain(answer));
const hearing = { hears: ['slack', 'discord'] as const };

describe('a line of the settings', () => {
  it.each([
    ['settings', 'settings'],
    [' Settings ', 'settings'],
    ['stack', 'stack'],
    ['STACK alb, nginx -> Rails', 'set alb nginx rails'],
    ['stack cf aws load balancer ingress-nginx spring boot', 'set cloudflare alb ingress-nginx spring'],
    ['stack off', 'set '],
    ['stack nginx nginx', 'set nginx'],
    ['stack cloudfare nginx', 'doubt'],
    ['stack foo', 'doubt'],
    ['stack: nginx rails', 'set nginx rails'],
    ['set our stack to nginx and rails', 'set nginx rails'],
    ['stack is nginx', 'set nginx'],
    ['stack haproxy 2.4, nginx/1.24.0 tomcat 9', 'set haproxy nginx tomcat'],
    ['stack nginx 502', 'doubt'],
    ['stack?', 'stack'],
    ['show our stack', 'stack'],
    ['what is our stack?', 'stack'],
    ['stack delete', 'set '],
    ['settings?', 'settings'],
    ['our channel’s settings', 'settings'],
    ['passive?', 'passive'],
    ['passive mode on?', 'passive'],
    ['is passive mode on?', 'passive'],
    ['stack help', null],
    ['our stack returns 502', null],
    ['what is our stack trace', null],
    ['stack alb nginx and a very fine application', 'doubt'],
    ['passive', 'passive'],
    ['passive mode on', 'passive on'],
    ['passive OFF', 'passive off'],
    ['settings of nginx', null],
    ['stack trace with a 500', null],
    ['stack overflow says 404', null],
    ['stack up the five boxes of the office please', null],
    ['passive voice', null],
    ['passive on or off?', null],
    ['502', null],
    ['full stack', null],
  ])('"%s" is read as %s', (line, expected) => {
    const read = readChannelLine(line);
    const said =
      read === null
        ? null
        : read.do === 'set'
          ? `set ${read.stack.map(({ word }) => word).join(' ')}`
          : read.do === 'passive' && read.to !== null
            ? `passive ${read.to ? 'on' : 'off'}`
            : read.do;
    expect(said).toBe(expected);
  });

  it.each([
    ['stack ng', 'stack nginx'],
    ['stack alb ngi', 'stack alb nginx'],
    ['stack cloudflare alb nginx ra', 'stack cloudflare alb nginx rails'],
    ['stack cf', 'stack cloudflare'],
    ['stack cloudfare', 'stack cloudflare'],
  ])('is completed while it is typed: "%s"', (typed, line) => {
    expect(completeLine(typed)[0]?.line).toBe(line);
  });
});

describe('stack', () => {
  it('is set, shown with a form, changed, and taken away; the channel is told who did', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    const none = await ann.ask('stack');
    expect(toPlain(none)).toContain('This channel has no stack yet');
    expect(none.choices[0]?.form?.fields[0]).not.toHaveProperty('value');
    expect(await ann.read('stack cf alb nginx rails')).toContain('Cloudflare → AWS ALB → nginx → Rails');
    expect(told(room)).toStrictEqual([expect.stringContaining('@ann set what a request passes here')]);
    const shown = await ann.ask('stack');
    expect(toPlain(shown)).toContain('Cloudflare → AWS ALB → nginx → Rails');
    expect(shown.choices[0]).toMatchObject({
      form: { template: 'stack {products}', fields: [{ name: 'products', value: 'cloudflare alb nginx rails' }] },
    });
    expect(await ann.read('stack cloudflare, aws alb, nginx, rails')).toContain('That is the stack already');
    expect(await ann.read('stack none')).toContain('taken away');
    expect(await ann.read('stack off')).toContain('has no stack');
    expect(told(room)).toHaveLength(2);
    expect(await room.store.channels.get(slackPlace)).toMatchObject({ stack: [], setBy: 'ann' });
  });

  it.each([
    ['stack cloudfare nginx', 'Did you mean Cloudflare', 'products'],
    ['stack xyzzy', 'I do not know that product', 'products'],
    [
      'stack cloudflare alb nginx envoy haproxy varnish caddy traefik rails',
      'A stack has at most 8 products, and these are 9',
      'products',
    ],
  ])('"%s" is answered with what to type instead', async (line, words, field) => {
    const room = await openRoom();
    const answer = await room.person('ann').ask(line);
    expect(answer).toMatchObject({ about: { kind: 'error' }, field });
    expect(toPlain(answer)).toContain(words);
    expect(toPlain(answer)).toContain('stack cloudflare alb nginx rails');
    expect(await room.store.channels.get(slackPlace)).toBeNull();
  });

  it('shows what somebody typed as it is, and never as markup', async () => {
    const room = await openRoom();
    const answer = await room.person('ann').ask('stack *bold* nginx');
    expect(answer.blocks[0]).toMatchObject({ text: [expect.any(String), { code: 'bold' }, '.'] });
  });

  it.each([slackPlace, discordPlace])('is for those who may, on $platform; others may look', async (place) => {
    const room = await openRoom(place);
    const bob = room.person('bob', { manages: async () => false });
    for (const line of ['stack nginx', 'stack off', 'passive on', 'passive off'])
      expect(await bob.read(line)).toContain('That is for others to decide');
    expect(await room.store.channels.get(place)).toBeNull();
    for (const line of ['stack', 'passive', 'settings'])
      expect(lines(await bob.ask(line)).join(), line).not.toMatch(/passive o|quiz (?:on|off|schedule)/);
  });

  it('is for a channel: elsewhere it says so', async () => {
    const room = await openRoom();
    const alone = room.person('ann', { team: null });
    for (const line of ['stack nginx', 'passive on', 'settings'])
      expect(await alone.read(line)).toContain('for a channel on Slack or Discord');
    const terminal = room.person('ann', { platform: 'terminal', team: null, channel: null });
    expect(await terminal.read('stack nginx')).toContain('teapot ask --stack alb,nginx 502');
  });

  it('of a channel holds in its threads, and is changed from there, too', async () => {
    const room = await openRoom(discordPlace);
    const inThread = room.person('ann', { channel: 'T9', parent: 'C1' });
    await inThread.ask('stack alb nginx');
    expect(await room.store.channels.get(discordPlace)).toMatchObject({ stack: ['alb', 'nginx'] });
    expect(await inThread.read('stack')).toContain('AWS ALB → nginx');
    expect(await room.person('bob', { channel: 'C2' }).read('stack')).toContain('no stack yet');
  });

  it('tells everybody on Discord by the answer itself', async () => {
    const room = await openRoom(discordPlace);
    expect(await room.person('ann').ask('stack nginx')).toMatchObject({ audience: 'channel' });
    expect(room.told).toStrictEqual([]);
  });

  it('says how to let Teapot into a channel that it could not tell', async () => {
    const room = await openRoom();
    room.announced = 'failed';
    expect(await room.person('ann').read('stack nginx')).toContain('/invite @teapot');
  });
});

describe('passive', () => {
  it.each([slackPlace, discordPlace])('cannot be switched on before Teapot may listen on $platform', async (place) => {
    const room = await openRoom(place);
    const ann = room.person('ann');
    const variable = place.platform === 'slack' ? 'SLACK_PASSIVE=on' : 'DISCORD_PASSIVE=on';
    for (const line of ['passive', 'passive on']) {
      const answer = await ann.ask(line);
      expect(toPlain(answer)).toContain(variable);
      expect(lines(answer)).not.toContain('passive on');
    }
    expect(toPlain(await ann.ask('passive on'))).toContain(
      place.platform === 'slack' ? 'reactions:write' : 'Message Content Intent',
    );
    expect(await room.store.channels.get(place)).toBeNull();
  });

  it('is off at first, and switched on and off with the channel told', async () => {
    const room = await openRoom(slackPlace, hearing);
    const ann = room.person('ann');
    expect(await ann.read('passive')).toContain('I do not listen in this channel');
    expect(await ann.read('passive off')).toContain('I do not listen here anyway');
    expect(await ann.read('passive on')).toContain('I am listening now');
    expect(await ann.read('passive on')).toContain('I am listening already');
    expect(lines(await ann.ask('passive'))).toContain('passive off');
    expect(await ann.read('passive off')).toContain('I do not listen any more');
    expect(told(room)).toStrictEqual([
      expect.stringContaining('@ann lets me listen in this channel'),
      expect.stringContaining('@ann switched the listening in this channel off'),
    ]);
  });

  it.each([slackPlace, discordPlace])('says when $platform let it react no more, until it does', async (place) => {
    const room = await openRoom(place, hearing);
    const ann = room.person('ann');
    await ann.ask('passive on');
    await room.bot.reacted?.(ann.by, false);
    expect(await ann.read('passive')).toContain('did not let me react here');
    expect(await ann.read('settings')).toContain('could not react lately');
    await room.bot.reacted?.(ann.by, true);
    expect(await ann.read('passive')).not.toContain('did not let me');
    await room.bot.reacted?.(ann.by, false);
    expect(await ann.read('passive on')).toContain('I am listening now');
    expect(await ann.read('settings')).not.toContain('could not react');
  });
});

describe('what the bot overhears', () => {
  const failure = 'we get 502s from the checkout api again';

  it('is a failure in a channel that is listened to, and nothing else', async () => {
    const room = await openRoom(slackPlace, hearing);
    const ann = room.person('ann');
    const elsewhere = { ...ann.by, channel: 'C2' };
    expect(await room.bot.overhears?.(ann.by, failure)).toBe(false);
    await ann.ask('passive on');
    expect(await room.bot.overhears?.(ann.by, failure)).toBe(true);
    expect(await room.bot.overhears?.({ ...elsewhere, parent: 'C1' }, failure)).toBe(true);
    for (const by of [elsewhere, { ...ann.by, team: 'T2' }, { ...ann.by, team: null }])
      expect(await room.bot.overhears?.(by, failure)).toBe(false);
    expect(await room.bot.overhears?.(ann.by, 'lunch at 500 Main Street?')).toBe(false);
    await ann.ask('passive off');
    expect(await room.bot.overhears?.(ann.by, failure)).toBe(false);
  });

  it('asks the database for nothing that could not be a failure, and survives its silence', async () => {
    const asked: string[] = [];
    const warned: string[] = [];
    const room = await openRoom(slackPlace, {
      ...hearing,
      log: { info: () => {}, warn: (_, message) => warned.push(message), error: () => expect.unreachable() },
    });
    const { get } = room.store.channels;
    Object.assign(room.store.channels, {
      get: async (place: Place) => {
        asked.push(place.channel);
        return await get(place);
      },
    });
    const { by } = room.person('ann');
    for (const text of ['good morning', 'lunch?', '1234 of them', ''])
      expect(await room.bot.overhears?.(by, text)).toBe(false);
    expect(asked).toStrictEqual([]);
    expect(await room.bot.overhears?.(by, failure)).toBe(false);
    expect(asked).toStrictEqual(['C1']);
    Object.assign(room.store.channels, {
      get: () => Promise.reject(new Error('gone')),
      noteRefusal: () => Promise.reject(new Error('gone')),
    });
    expect(await room.bot.overhears?.(by, failure)).toBe(false);
    await room.bot.reacted?.(by, false);
    expect(await room.person('ann').read('520')).toContain('520');
    expect(warned).toStrictEqual([
      'could not tell whether to react',
      'could not note what became of a reaction',
      'could not look up the stack',
    ]);
  });
});

describe('settings', () => {
  it('are on one card, with buttons for those who may change them', async () => {
    const room = await openRoom(slackPlace, hearing);
    const ann = room.person('ann');
    const empty = await ann.ask('settings');
    expect(toPlain(empty)).toMatch(/Daily quiz: not set[\s\S]*Stack: not set[\s\S]*Listening: off[\s\S]*none yet/);
    expect(lines(empty)).toStrictEqual(['quiz schedule', 'stack', 'passive on', 'rules']);
    await ann.ask('quiz schedule 09:30 Europe/Berlin weekdays level vendors');
    await ann.ask('stack alb nginx');
    await ann.ask('passive on');
    await ann.ask('rule 422 "validation errors; see ADR-12"');
    const full = await ann.ask('settings');
    expect(toPlain(full)).toMatch(
      /09:30 Europe\/Berlin, weekdays[\s\S]*vendors[\s\S]*AWS ALB → nginx[\s\S]*on[\s\S]*1 rule/,
    );
    expect(lines(full)).toStrictEqual(['quiz schedule', 'stack', 'passive off', 'rules', 'quiz off']);
    expect(full.choices.filter(({ form }) => form !== undefined)).toHaveLength(2);
    await ann.ask('quiz off');
    expect(toPlain(await ann.ask('settings'))).toContain('off (09:30');
  });
});
