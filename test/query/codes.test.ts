import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCodes } from '../../src/query/codes.ts';

const found = (text: string) =>
  findCodes(text).map(
    ({ code, sub, otherwise }) => `${code}${sub === undefined ? '' : `.${sub}`}${otherwise ? ' otherwise' : ''}`,
  );

describe('finding numbers that could be status codes', () => {
  it.each([
    ['404', ['404']],
    ['4o4', ['404']],
    ['e404', ['404']],
    ['we see 502s', ['502']],
    ['404.13', ['404.13']],
    ['404.99', ['404.99']],
    ['iis 401.6', ['401.6']],
    ['401/403', ['401', '403']],
    ['401-403', ['401', '403']],
    ['301, 302 and 307', ['301', '302', '307']],
  ])('%j has %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['room 302', ['302 otherwise']],
    ['429 euros', ['429 otherwise']],
    ['pr #404', []],
    ['$500', []],
    ['v4.0.4', []],
    ['10.0.0.200', []],
    ['at 12:404', []],
    ['it costs 404.50', ['404 otherwise']],
    ['ftp 530', ['530 otherwise']],
    ['exit code 137', ['137 otherwise']],
    ['timeout after 500s', ['500 otherwise']],
    ['100-continue', []],
    ['call 415-555-0100', []],
    ['/orders/500', []],
    ['abc404def', []],
  ])('%j has %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('gives places that point at the number, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const mentions = findCodes(text);
        for (const { at, end } of mentions) expect(text.slice(at, end)).toMatch(/\d/);
        expect(mentions.map(({ at }) => at)).toEqual(mentions.map(({ at }) => at).sort((a, b) => a - b));
      }),
    );
  });
});
