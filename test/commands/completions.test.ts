import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registered } from '../../src/catalog/index.ts';
import { completeLine } from '../../src/commands/completions.ts';
import { read } from '../../src/query/read.ts';

function lines(typed: string): readonly string[] {
  return completeLine(typed).map(({ line }) => line);
}

describe('while somebody types', () => {
  it('offers the common codes before anything is typed', () => {
    const common = registered.filter((status) => status.common).map(({ code }) => String(code));
    expect(common).toEqual(expect.arrayContaining([...lines('')]));
    expect(lines('')).toHaveLength(25);
  });

  it.each([
    ['4', ['400', '401', '403', '404']],
    ['40', ['400', '401', '403', '404', '405', '406', '409', '402']],
    ['404', ['404', '404.0']],
    ['404.1', ['404.1', '404.10']],
    ['49', ['494', '495']],
    ['4xx', ['4xx']],
    ['not f', ['404']],
    ['404 no', ['404']],
    ['gateway', ['504', '502']],
    ['teap', ['418']],
    ['unauth', ['401']],
    ['too', ['429']],
    ['bad gatway', ['502']],
    ['401 v', ['401 vs 403', '401 vs 400']],
    ['401 vs 403', ['401 vs 403']],
    ['401 vs 40', ['401 vs 403']],
    ['unauthorized vs for', ['401 vs 403']],
    ['which code when a job was queued', ['which code when a job was queued']],
  ])('offers for “%s” first %j', (typed, first) => {
    expect(lines(typed).slice(0, first.length)).toEqual(first);
  });

  it('says what each line is about', () => {
    expect(completeLine('404')[0]?.label).toBe(
      '404 Not Found — The server has nothing at this address, or will not say that it has.',
    );
    expect(completeLine('499')[0]?.label).toContain(
      '499 Client Closed Request (nginx, Azure Application Gateway, Esri, ',
    );
    expect(completeLine('401 v')[0]?.label).toBe('401 Unauthorized vs 403 Forbidden');
    expect(completeLine('why though')[0]?.label).toBe('Ask: why though');
  });

  it('keeps the limits of platforms and offers nothing twice, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ minLength: 200, maxLength: 5_000 }),
      fc.constantFrom('4', 'e', 'a v', '1 vs'),
    );
    fc.assert(
      fc.property(typed, (said) => {
        const choices = completeLine(said);
        expect(choices.length).toBeLessThanOrEqual(25);
        for (const { label, line } of choices) {
          expect(label.length).toBeLessThanOrEqual(100);
          expect(line.length).toBeLessThanOrEqual(100);
          expect(line.trim()).not.toBe('');
        }
        expect(new Set(choices.map(({ line }) => line)).size).toBe(choices.length);
      }),
    );
  });

  it('offers only numbers that read as the code they name', () => {
    for (const typed of ['1', '2', '3', '4', '5', '404', '500', '9', '0', 'e', 'iis'])
      for (const line of lines(typed)) expect(read(line).kind, line).toBe('status');
  });
});
