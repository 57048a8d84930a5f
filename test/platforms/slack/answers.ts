// Any answer at all, and some that nobody would write.
import fc from 'fast-check';
import type { Answer, Block, Choice, Fact, Form, FormField, Link, Span } from '../../../src/answer/answer.ts';

const hostile = fc.constantFrom(
  '<!channel>',
  '<@U012345>',
  '<https://evil.example|here>',
  '&amp;&lt;',
  '*bold* _it_ ~no~ `tick`',
  ':fire: :404:',
  '> quoted',
  '\n\n',
  ' ',
  '𝒳👩🏽‍🚀'.repeat(20),
);
const long = fc
  .integer({ min: 1, max: 6000 })
  .chain((size) => fc.constantFrom('&', 'word ', '<', '😀', 'x\n').map((part) => part.repeat(size)));

/** Words of every size and kind, mostly short. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 3, arbitrary: hostile },
  { weight: 1, arbitrary: long },
);

const href = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.constantFrom('javascript:alert(1)', 'nonsense', 'https://a.example/a|b>c'),
  words,
);

/** People whom an answer may name; nothing hostile has their ids. */
export const PEOPLE = ['U0ADA', 'W0GRACE'];

const span: fc.Arbitrary<Span> = fc.oneof(
  words,
  fc.record({ user: fc.oneof(fc.constantFrom(...PEOPLE, 'U1> <!channel', 'u0ada', ''), words) }),
  fc.record({ time: fc.integer({ min: -1e12, max: 1e13 }) }),
  fc.record({ strong: words }),
  fc.record({ code: words }),
  fc.record({ link: words, href }),
);
export const text = fc.array(span, { maxLength: 6 });

const fact: fc.Arbitrary<Fact> = fc.record({ label: words, value: text });

export const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constant('facts' as const), facts: fc.array(fact, { maxLength: 25, size: 'max' }) }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    head: fc.array(words, { maxLength: 25, size: 'max' }),
    rows: fc.array(fc.array(text, { maxLength: 25 }), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('code' as const), source: words }),
  fc.record({
    kind: fc.constant('bars' as const),
    title: words,
    bars: fc.array(fc.record({ label: words, value: fc.nat() }), { maxLength: 25, size: 'max' }),
  }),
);

/** Mostly short: a form has to fit a button. */
const little = fc.oneof(
  { weight: 60, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: words },
);

const field: fc.Arbitrary<FormField> = fc.record(
  {
    name: little,
    label: little,
    value: little,
    hint: little,
    optional: fc.boolean(),
    options: fc.array(fc.record({ label: little, value: little }), { maxLength: 8 }),
  },
  { requiredKeys: ['name', 'label'] },
);

export const form: fc.Arbitrary<Form> = fc.record({
  title: little,
  template: little,
  fields: fc.array(field, { maxLength: 11 }),
});

const choice: fc.Arbitrary<Choice> = fc.record(
  { label: words, line: words, style: fc.constant('primary' as const), form },
  { requiredKeys: ['label', 'line'] },
);
const link: fc.Arbitrary<Link> = fc.record({ label: words, href });

export const answer: fc.Arbitrary<Answer> = fc.record(
  {
    title: words,
    subtitle: words,
    tone: fc.constantFrom('informational', 'success', 'redirection', 'client', 'server', 'neutral'),
    blocks: fc.oneof(
      fc.array(block, { maxLength: 12 }),
      fc.array(block, { minLength: 50, maxLength: 70, size: 'max' }),
    ),
    choices: fc.array(choice, { maxLength: 30, size: 'max' }),
    links: fc.array(link, { maxLength: 20, size: 'max' }),
    audience: fc.constantFrom('room', 'asker'),
    about: fc.constant({ kind: 'status', codes: [404], class: 4 } as const),
    line: words,
  },
  { requiredKeys: ['title', 'tone', 'blocks', 'choices', 'links', 'audience', 'about'] },
);
