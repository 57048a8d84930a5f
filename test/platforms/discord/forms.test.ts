// Forms: what opens, what may be sent, and what the bot hears of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/answer/answer.ts';
import { carriedBy, drawForm, formFor } from '../../../src/platforms/discord/forms.ts';
import { look, type Place } from '../../../src/playground/discord/discord.ts';
import { checkModal } from '../../../src/playground/discord/modals.ts';
import { form, plainAnswer, started } from './setting.ts';

const offer = (changes: Partial<Form>) => ({ label: 'Schedule', line: 'quiz schedule', form: { ...form, ...changes } });
const fields = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `f${at}`, label: `${at}` }));
const options = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, value: `${at}` }));

describe('a button with a form', () => {
  it('opens it, with what stands in it so far', async () => {
    const { ann } = await started();
    const opened = await ann.open(await ann.command('quiz now', {}), 'Schedule');
    expect(opened).toMatchObject({
      title: 'When shall I ask?',
      fields: [
        { name: 'time', label: 'Time of day', hint: '09:30', value: '09:30', required: true, options: null },
        { name: 'zone', label: 'Time zone', hint: 'Europe/Berlin', value: '', required: false },
        { name: 'days', label: 'Days', value: 'weekdays', options: [{ value: 'weekdays' }, { value: 'daily' }] },
      ],
    });
  });

  it.each<[Record<string, string>, string]>([
    [{ time: '10:00', zone: 'Europe/Berlin', days: 'daily' }, 'quiz schedule 10:00 Europe/Berlin daily'],
    [{}, 'quiz schedule 09:30 weekdays'],
    [{ time: ' {zone} ', zone: '@everyone' }, 'quiz schedule {zone} @everyone weekdays'],
  ])('filled with %j asks the bot a line, and answers whoever sent it', async (values, line) => {
    const { ann, asked } = await started();
    const post = await ann.command('quiz now', {});
    const answer = await (await ann.open(post, 'Schedule')).submit(values);
    expect(asked.at(-1)).toMatchObject({ kind: 'line', line, by: { user: ann.id } });
    expect(answer).toMatchObject({ seenBy: ann.id });
    expect(answer && look(answer).text).toContain(`heard: ${line}`);
  });

  it.each([false, true])(
    'shows the channel what is for all of it, also where the card is private: %s',
    async (hidden) => {
      const { ann, discord } = await started();
      const card = await ann.command('status', { query: 'quiz', private: hidden });
      const answer = await (await ann.open(card, 'Schedule')).submit({ zone: 'for all' });
      expect(answer).toMatchObject({ seenBy: null });
      expect(answer?.id).not.toBe(card.id);
      expect(discord.posts).toHaveLength(2);
      expect(discord.posts[0]).not.toHaveProperty('edits', 1);
      const pressed = await ann.forge(card, 'switch on for all');
      expect(pressed).toMatchObject({ seenBy: null });
    },
  );

  it('on a private card turns the card into the answer', async () => {
    const { ann, discord } = await started();
    const card = await ann.command('status', { query: 'quiz', private: true });
    const answer = await (await ann.open(card, 'Schedule')).submit({});
    expect(answer).toMatchObject({ id: card.id, seenBy: ann.id, edits: 1 });
    expect(discord.posts).toHaveLength(1);
  });

  it.each<Place>(['dm', 'elsewhere', 'between'])('can be sent in: %s', async (place) => {
    const { ann, asked } = await started();
    const card = await ann.command('status', { query: 'quiz' }, place);
    await (await ann.open(card, 'Schedule')).submit({});
    expect(asked.at(-1)).toMatchObject({ line: 'quiz schedule 09:30 weekdays' });
  });

  it('works after a restart', async () => {
    const { ann, platform, bot, asked } = await started();
    const card = await ann.command('quiz now', {});
    await platform.stop();
    await platform.start(bot);
    await (await ann.open(card, 'Schedule')).submit({});
    expect(asked.at(-1)).toMatchObject({ line: 'quiz schedule 09:30 weekdays' });
  });

  it('is acknowledged where the bot has nothing to say to it', async () => {
    const { ann, platform, bot } = await started();
    const card = await ann.command('quiz now', {});
    await platform.stop();
    await platform.start({
      ...bot,
      ask: async (ask) => (ask.kind === 'line' && ask.line.endsWith('daily') ? null : bot.ask(ask)),
    });
    expect(await (await ann.open(card, 'Schedule')).submit({ days: 'daily' })).toBeNull();
  });

  it('is another than the button without one, though both have one line', async () => {
    const { ann } = await started();
    const answer = await ann.forge(await ann.command('quiz now', {}), 'quiz schedule');
    expect(answer && look(answer).text).toContain('heard: quiz schedule');
  });

  it('that is no longer offered shows what its line answers', async () => {
    const { ann, asked } = await started();
    const answer = await ann.forge(await ann.command('status', { query: '404' }), 'form:404');
    expect(asked.at(-1)).toMatchObject({ line: '404' });
    expect(answer && look(answer).text).toContain('heard: 404');
  });
});

describe('the line of a form', () => {
  it.each<[string, Partial<Form>]>([
    ['its template is longer than Discord carries', { template: `quiz {a} ${'x'.repeat(92)}` }],
    ['its template is empty', { template: ' ' }],
    ['it asks nothing', { fields: [] }],
    ['it has six fields', { fields: fields(6) }],
    ['two fields have one name', { fields: [...fields(1), ...fields(1)] }],
    ['a field has no name', { fields: [{ name: '', label: 'x' }] }],
    ['there is nothing to choose from', { fields: [{ name: 'a', label: 'a', options: [] }] }],
    ['there are 26 options', { fields: [{ name: 'a', label: 'a', options: options(26) }] }],
    ['two options mean the same', { fields: [{ name: 'a', label: 'a', options: [...options(1), ...options(1)] }] }],
  ])('is carried instead where %s', (_, changes) => {
    expect(carriedBy(offer(changes))).toBe('quiz schedule');
    expect(formFor('quiz schedule', { ...plainAnswer, choices: [offer(changes)] })).toBeUndefined();
  });

  it.each<[string, Partial<Form>]>([
    ['a template of 100 characters', { template: 'x'.repeat(100) }],
    ['five fields', { fields: fields(5) }],
    ['25 options', { fields: [{ name: 'a', label: 'a', options: options(25) }] }],
  ])('comes second to a form with %s', (_, changes) => {
    expect(carriedBy(offer(changes))).toBe('form:quiz schedule');
    expect(formFor('quiz schedule', { ...plainAnswer, choices: [offer(changes)] })).toBeDefined();
  });

  it('is carried instead where the mark for a form leaves no room for it', () => {
    const line = 'x'.repeat(96);
    expect(carriedBy({ ...offer({}), line })).toBe(line);
  });
});

describe('a field of several lines', () => {
  const field = { name: 'yaml', label: 'Rules', value: 'rules:\n  422: a', multiline: true };
  const many: Form = { title: 'Import', template: 'rule import {yaml:lines}', fields: [field] };

  it('is drawn as one, with room for what a line takes', () => {
    const drawn = drawForm({ ...many, fields: [field, { ...field, name: 'b', value: 'x'.repeat(5_000) }] });
    expect(checkModal(drawn)).toEqual([]);
    expect(drawn.components).toMatchObject([
      { component: { style: 2, max_length: 3800, value: 'rules:\n  422: a' } },
      { component: { value: 'x'.repeat(3_800) } },
    ]);
    expect(drawForm(form).components).toMatchObject([{ component: { style: 1 } }, {}, {}]);
  });

  it('comes back with its lines, whole', async () => {
    const { ann, asked, bot, platform } = await started();
    await platform.stop();
    const offered = { ...plainAnswer, choices: [{ label: 'Import', line: 'rule import', form: many }] };
    await platform.start({ ...bot, ask: async (ask) => ((await bot.ask(ask)) === null ? null : offered) });
    const opened = await ann.open(await ann.command('status', { query: 'rule import' }), 'Import');
    const yaml = `rules:\n${Array.from({ length: 100 }, (_, at) => `  ${400 + at}: ${'x'.repeat(20)}`).join('\n')}`;
    await opened.submit({ yaml });
    expect(asked.at(-1)).toMatchObject({ line: `rule import ${yaml}` });
  });
});

describe('any form', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('', ' ', '🫖'.repeat(60), 'word '.repeat(1000)),
  );
  const name = fc.string({ minLength: 1, maxLength: 100 });
  const options = fc.uniqueArray(fc.record({ label: words, value: name }), {
    minLength: 1,
    maxLength: 26,
    selector: ({ value }) => value,
  });
  const field = fc.record(
    { name, label: words, value: words, hint: words, optional: fc.boolean(), multiline: fc.boolean(), options },
    { requiredKeys: ['name', 'label'] },
  );
  const any = fc.record({
    title: words,
    template: name,
    fields: fc.uniqueArray(field, { maxLength: 6, selector: (one) => one.name }),
  });

  it('opens as Discord takes it, or not at all', () => {
    let opened = 0;
    fc.assert(
      fc.property(any, (said) => {
        const offered = formFor('x', { ...plainAnswer, choices: [{ label: 'x', line: 'x', form: said }] });
        if (offered === undefined) return;
        opened += 1;
        expect(checkModal(drawForm(offered))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(opened).toBeGreaterThan(50);
  });
});
