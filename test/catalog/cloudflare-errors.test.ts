// Errors that Cloudflare numbers by itself.
import { describe, expect, it } from 'vitest';
import { classOf, cloudflareErrors, meaningsOf } from '../../src/catalog/index.ts';
import { otherCode } from '../../src/catalog/other-codes/index.ts';

const sentence = /^[A-Z].*[.?!]$/;

describe('the errors of Cloudflare’s pages', () => {
  it.each([
    [1000, 403],
    [1003, 403],
    [1007, 403],
    [1009, 403],
    [1010, 403],
    [1015, 429],
    [1016, 530],
    [1018, 409],
    [1020, 403],
    [1023, 503],
    [1033, 530],
    [1101, 500],
    [1102, 503],
    [1106, 403],
  ])('%i comes with %i', (number, status) => {
    expect(otherCode('cloudflare', String(number))?.http).toMatchObject([{ code: status }]);
  });

  it('are not known beyond the list', () => {
    expect(otherCode('cloudflare', '1999')).toBeUndefined();
    expect(otherCode('cloudflare', '403')).toBeUndefined();
  });

  it('are in order, each number once, and come with codes that mean something', () => {
    const firsts = cloudflareErrors.map(({ numbers: [first = 0] }) => first);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    const all = cloudflareErrors.flatMap(({ numbers }) => numbers);
    expect(new Set(all).size).toBe(all.length);
    for (const { status } of cloudflareErrors)
      if (status !== null) expect(meaningsOf(status), `${status}`).not.toEqual([]);
    for (const number of all) expect(classOf(number), `${number}`).toBeNull();
  });

  it('are told in short sentences, with their page at Cloudflare', () => {
    for (const { numbers, name, meaning, received, sources } of cloudflareErrors) {
      const [label] = numbers;
      for (const text of [meaning, ...received]) expect(text, `${label}`).toMatch(sentence);
      expect(meaning.length, `${label}`).toBeLessThanOrEqual(160);
      for (const text of received) expect(text.length, `${label}`).toBeLessThanOrEqual(140);
      expect(received, `${label}`).not.toEqual([]);
      expect(name.endsWith('.'), `${label}`).toBe(false);
      for (const { href } of sources) expect(new URL(href).hostname).toBe('developers.cloudflare.com');
    }
  });
});
