import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registered } from '../../src/catalog/index.ts';
import { completeLine } from '../../src/commands/completions.ts';
import { readHouse } from '../../src/house/reading.ts';
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
    ['grpc', ['grpc codes', 'grpc 0', 'grpc 1']],
    ['grpc 1', ['grpc 1', 'grpc 10', 'grpc 11']],
    ['grpc un', ['grpc 2', 'grpc 12', 'grpc 14', 'grpc 16']],
    ['ws 100', ['ws 1000', 'ws 1001']],
    ['curl 2', ['curl 2', 'curl 21', 'curl 22']],
    ['curl tim', ['curl 12', 'curl 28']],
    ['envoy u', ['envoy UH', 'envoy UF', 'envoy UO']],
    ['UF', ['envoy UF']],
    ['ECONN', ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED']],
    ['tls alert 4', ['tls alert 40', 'tls alert 41']],
    ['net::ERR_CONNECTION_R', ['ERR_CONNECTION_RESET', 'ERR_CONNECTION_REFUSED']],
    ['discord 5001', ['discord 50013', 'discord 50014']],
    ['slack not_', ['slack not_authed', 'slack not_allowed_token_type', 'slack not_in_channel']],
    ['retry', ['retry 301', 'retry 302']],
    ['retry 50', ['retry 500', 'retry 501', 'retry 502', 'retry 503', 'retry 504']],
    ['Retry gatew', ['retry 504', 'retry 502']],
    ['reply 50', ['reply 500 customer', 'reply 501 customer', 'reply 502 customer', 'reply 503 customer']],
    ['test 42', ['422 for testers', '429 for testers']],
    ['retry 504 POST', ['retry 504 POST']],
    ['cloudflare 101', ['cloudflare 1010', 'cloudflare 1011']],
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

  it('offers lines about rules', () => {
    expect(lines('rule')).toEqual(
      expect.arrayContaining(['rules', 'our codes', 'rule add', 'rule export', 'rule 404']),
    );
    expect(completeLine('rule 42')[0]).toEqual({ label: 'House rule for 422 Unprocessable Content', line: 'rule 422' });
    expect(lines('our')).toEqual(['our codes']);
  });

  const own = readHouse(
    'codes:\n  E1042: {name: Card declined, meaning: The bank refused., aliases: [card_declined]}\n  E20: {name: Other, meaning: x}\n  "4042": {name: Other, meaning: y}',
    'codes.yaml',
  );
  const sections = own.ok ? own.sections : [];

  it.each([
    ['e1', ['E1042']],
    ['E1042', ['E1042']],
    ['card', ['E1042']],
    ['decl', ['E1042']],
    ['404', ['4042', '404']],
    ['oth', ['E20', '4042']],
  ])('offers a file’s own codes by number and name: %j', (typed, offered) => {
    expect(completeLine(typed, sections).map(({ line }) => line)).toEqual(expect.arrayContaining(offered));
    expect(completeLine(typed, sections)[0]?.line).toBe(offered[0]);
    expect(completeLine(typed)[0]?.label).not.toBe(completeLine(typed, sections)[0]?.label);
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

  it('offers for others only lines that read as what they name', () => {
    for (const typed of ['grpc', 'ws', 'curl', 'envoy', 'tls', 'discord', 'slack', 'cloudflare', 'eco', 'err_', 'und_'])
      for (const line of lines(typed)) expect(read(line).kind, line).not.toBe('none');
  });

  it('offers only numbers that read as the code they name', () => {
    for (const typed of ['1', '2', '3', '4', '5', '404', '500', '9', '0', 'e', 'iis'])
      for (const line of lines(typed)) expect(read(line).kind, line).toBe('status');
  });
});
