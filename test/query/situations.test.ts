import { describe, expect, it } from 'vitest';
import { registered } from '../../src/catalog/index.ts';
import { findSituations } from '../../src/query/situations.ts';

describe('finding situations', () => {
  it('finds nothing in nothing', () => {
    expect(findSituations('')).toMatchObject({ fits: [], chat: 0, strange: 0 });
  });

  it('says the same every time', () => {
    const question = 'two people edited the same record and the second one saves';
    expect(findSituations(question)).toEqual(findSituations(question));
  });

  it('puts the best first and gives each code with a case that completes "when …"', () => {
    const { fits } = findSituations('the client sends too many requests per minute');
    expect(fits[0]?.code).toBe(429);
    expect(fits.every((fit, i) => i === 0 || fit.score <= (fits[i - 1]?.score ?? 0))).toBe(true);
    for (const { when } of fits.slice(0, 10)) expect(when).toMatch(/^[\p{Ll}\d“]/u);
  });

  it('prefers the product’s own code when the product is named', () => {
    expect(findSituations('cloudflare could not reach the origin, tcp connection timed out').fits[0]?.code).toBe(522);
    expect(findSituations('the gateway waited for the backend and got no answer in time').fits[0]?.code).toBe(504);
  });

  it.each([
    ['the upstream server refused the connection', 'the cat sleeps on the warm keyboard'],
    ['token expired while uploading the file', 'who brings cake on friday'],
    ['the resource was deleted and the client asks for it again', 'my train was late and I missed the movie'],
  ])('tells a case such as %j from chat such as %j', (about, chat) => {
    const [told, talk] = [findSituations(about), findSituations(chat)];
    expect(told.fits[0]?.similarity).toBeGreaterThan(told.chat);
    expect(talk.fits[0]?.similarity ?? 0).toBeLessThan(talk.chat);
  });

  it('counts the words that neither a case nor chat has', () => {
    expect(findSituations('the zorblax quuxified the frobnitz').strange).toBe(3);
    expect(findSituations('the client sends too many requests').strange).toBe(0);
  });

  it('recognises nearly every line of the catalog itself among its first three', () => {
    // Every twentieth line, so that the test stays quick; each is one of the lines it is compared with.
    const lines = registered.flatMap(({ code, situations }) =>
      situations.flatMap(({ said }) => said().map((text) => ({ code, text }))),
    );
    const sample = lines.filter((_, i) => i % 20 === 0);
    const found = sample.filter(({ code, text }) =>
      findSituations(text)
        .fits.slice(0, 3)
        .some((fit) => fit.code === code),
    );
    expect(found.length / sample.length).toBeGreaterThan(0.97);
  });
});
