// Arbitrary answers, far beyond what the bot says.
import fc from 'fast-check';
import type { Answer, Block, Choice, Form, Text } from '../../../src/answer/answer.ts';
import { plainAnswer } from './setting.ts';

/** From nothing to far too long, with and without spaces. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '\n', '`', '```', '\\', '404 Not Found', '# a\n- b'),
  fc
    .tuple(fc.constantFrom('word ', 'x', '*', '🫖', '\n'), fc.integer({ min: 1, max: 6000 }))
    .map(([unit, times]) => unit.repeat(times)),
);
const href = fc.oneof(fc.webUrl(), words, fc.constant(`https://a.example/${'x'.repeat(600)}`));
const text: fc.Arbitrary<Text> = fc.array(
  fc.oneof(
    words,
    words.map((strong) => ({ strong })),
    words.map((code) => ({ code })),
    fc.record({ link: words, href }),
    fc.oneof(words, fc.constant('1234567890123456789')).map((user) => ({ user })),
    fc.oneof(fc.integer(), fc.double()).map((time) => ({ time })),
  ),
  { maxLength: 5 },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text'), text }),
  fc.record({ kind: fc.constant('heading'), text: words }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: words, value: text }), { maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant('list'), items: fc.array(text, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant('table'),
    head: fc.array(words, { maxLength: 4 }),
    rows: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 100 }),
  }),
  fc.record({
    kind: fc.constant('bars'),
    title: words,
    bars: fc.array(fc.record({ label: words, value: fc.nat() }), { maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant('code'), source: words, language: words }),
);
const form: fc.Arbitrary<Form> = fc.record({
  title: words,
  template: words,
  fields: fc.array(fc.record({ name: words, label: words }), { maxLength: 6 }),
});
const line = fc.oneof(words, fc.nat().map(String));
const choice: fc.Arbitrary<Choice> = fc.record(
  { label: words, line, style: fc.constant('primary'), form },
  { requiredKeys: ['label', 'line'] },
);
/** Any answer at all. */
export const answer: fc.Arbitrary<Answer> = fc.record({
  title: words,
  subtitle: words,
  tone: fc.constantFrom('informational', 'success', 'redirection', 'client', 'server', 'neutral'),
  blocks: fc.array(block, { maxLength: 60 }),
  choices: fc.array(choice, { maxLength: 30 }),
  links: fc.array(fc.record({ label: words, href }), { maxLength: 30 }),
  audience: fc.constantFrom('room', 'asker'),
  about: fc.constant(plainAnswer.about),
});
