import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../src/query/features.ts';
import { clean, concept, countContentWords, inPlaceLower, stem, words } from '../../src/query/words.ts';

describe('cleaning', () => {
  it.each([
    ['  What’s   a “404”? ', `what's a "404"?`],
    ['Ｈｔｔｐ４０４', 'http404'],
    ['401–403', '401-403'],
  ])('writes %j as %j', (typed, expected) => {
    expect(clean(typed)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
    );
  });

  it('drops apostrophes inside words', () => {
    expect(words("doesn't exist")).toEqual(['doesnt', 'exist']);
  });
});

describe('stems', () => {
  it.each([
    ['authenticated', 'authentication', 'authenticating'],
    ['redirects', 'redirected', 'redirecting'],
    ['validate', 'validation', 'validated'],
    ['retry', 'retries', 'retried'],
  ])('meet for %s, %s and %s', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it.each([
    ['user', 'use'],
    ['policy', 'police'],
  ])('stay apart for %s and %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it('stand for the same concept where words are synonyms', () => {
    expect(concept('params')).toBe(concept('parameter'));
    expect(concept('throttled')).toBe(concept('quota'));
  });
});

describe('features', () => {
  const shared = (one: string, other: string) =>
    [...featuresOf(one)].filter((feature) => featuresOf(other).has(feature));

  it('tell a negated word from the same word', () => {
    const both = shared('never allowed', 'without allowed').length;
    expect(both).toBe(shared('never allowed', 'perhaps allowed').length + 1);
  });

  it('are shared by a word and its misspelling', () => {
    expect(shared('unauthorized', 'unautorized').length).toBeGreaterThan(3);
  });

  it('do not come from the words of asking', () => {
    expect(featuresOf('which status code should I return').size).toBeLessThan(8);
    expect(countContentWords('which status code should I return')).toBe(0);
  });
});

describe('lower case in place', () => {
  it('moves no character of any text', () => {
    expect(inPlaceLower('İSTANBUL 404')).toBe('istanbul 404');
    // Every character that one code unit can hold, and pairs.
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    expect(units.filter((unit) => inPlaceLower(unit).length !== 1)).toEqual([]);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => inPlaceLower(text).length === text.length));
  });
});
