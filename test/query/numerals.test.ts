import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withNumerals } from '../../src/query/numerals.ts';

describe('codes in words', () => {
  it.each([
    ['four oh four', '404'],
    ['five zero two', '502'],
    ['four two nine', '429'],
    ['four hundred and four', '404'],
    ['five hundred three', '503'],
    ['two hundred', '200'],
    ['four hundred twenty-nine', '429'],
    ['four eighteen', '418'],
    ['what is four twenty nine?', 'what is 429?'],
    ['error five oh three', 'error 503'],
    ['four oh one vs four oh three', '401 vs 403'],
  ])('“%s” is %s', (said, written) => {
    expect(withNumerals(said)).toBe(written);
  });

  it.each([
    ['five hundreds'],
    ['five hundred thousand users'],
    ['meet at four fifteen'],
    ['see you four thirty'],
    ['four thirty works for me'],
    ['one two three'],
    ['six oh six'],
  ])('“%s” stays as it is', (said) => {
    expect(withNumerals(said)).toBe(said);
  });
});

describe('codes stuck to something', () => {
  it.each([
    ['http404', 'http 404'],
    ['error-404', 'error 404'],
    ['err_500', 'err 500'],
    ['status404 again', 'status 404 again'],
    ['/404', '404'],
    ['/404 not found', '404 not found'],
    ['@everyone 404', '404'],
    ['404 @here', '404'],
  ])('“%s” is “%s”', (said, written) => {
    expect(withNumerals(said)).toBe(written);
  });

  it.each([
    ['#404'],
    ['$404'],
    ['/404/edit'],
    ['/orders/404'],
    ['error404.html'],
    ['my-error404'],
    ['http2024'],
    ['ann@here.example'],
  ])('“%s” stays as it is', (said) => {
    expect(withNumerals(said)).toBe(said);
  });

  it('changes nothing a second time', () => {
    const word = fc.constantFrom(
      'four',
      'oh',
      'hundred',
      'and',
      'twenty',
      'nine',
      'error',
      '404',
      '/404',
      '@here',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const once = withNumerals(words.join(' '));
        expect(withNumerals(once)).toBe(once);
      }),
    );
  });
});
