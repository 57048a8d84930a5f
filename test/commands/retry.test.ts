// "May I retry?": the verdict by code, method, key and Retry-After, and what is said about it.
import { describe, expect, it } from 'vitest';
import { flatten } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { registered, vendorStatuses } from '../../src/catalog/index.ts';
import { answerRetry } from '../../src/commands/retry/index.ts';
import { basisOf, judge, type Verdict } from '../../src/commands/retry/verdict.ts';
import { sayDuration } from '../../src/commands/retry/wait.ts';
import { LIMITS as SLACK } from '../../src/platforms/slack/limits.ts';
import { read } from '../../src/query/read.ts';
import type { RequestFacts } from '../../src/query/request.ts';
import { askLine, plainOf } from './ask.ts';

const NOW = Date.UTC(2026, 10, 25, 9, 0, 0);

function retryAnswer(line: string) {
  const reading = read(line);
  if (reading.kind !== 'status') return expect.unreachable(`${line} is ${reading.kind}`);
  return answerRetry(reading, NOW);
}

const verdicts: readonly (readonly [number, RequestFacts, Verdict])[] = [
  [504, {}, 'idempotent'],
  [504, { method: 'GET' }, 'yes'],
  [504, { method: 'PUT' }, 'yes'],
  [504, { method: 'DELETE' }, 'yes'],
  [504, { method: 'POST' }, 'idempotent'],
  [504, { method: 'PATCH' }, 'idempotent'],
  [504, { method: 'POST', key: true }, 'yes'],
  [500, { method: 'POST' }, 'idempotent'],
  [502, { method: 'PROPFIND' }, 'yes'],
  [503, { method: 'LOCK' }, 'idempotent'],
  [503, { method: 'POST', retryAfter: { seconds: 120 } }, 'idempotent'],
  [429, { method: 'POST' }, 'yes'],
  [408, { method: 'POST' }, 'yes'],
  [421, { method: 'POST' }, 'yes'],
  [425, { method: 'POST' }, 'yes'],
  [413, { method: 'POST' }, 'changed'],
  [413, { method: 'POST', retryAfter: { seconds: 120 } }, 'yes'],
  [413, { method: 'POST', retryAfter: 'unreadable' }, 'changed'],
  [400, { method: 'GET' }, 'changed'],
  [401, { method: 'GET', retryAfter: { seconds: 1 } }, 'changed'],
  [409, { method: 'PUT', key: true }, 'changed'],
  [302, { method: 'GET' }, 'changed'],
  [200, { method: 'GET' }, 'no'],
  [410, { method: 'GET' }, 'no'],
  [451, { method: 'GET' }, 'no'],
  [520, { method: 'GET' }, 'yes'],
  [520, { method: 'POST' }, 'idempotent'],
  [494, { method: 'GET' }, 'changed'],
  [420, { method: 'POST' }, 'yes'],
  [529, { method: 'POST' }, 'yes'],
  [521, { method: 'POST' }, 'yes'],
  [522, { method: 'POST' }, 'idempotent'],
  [524, { method: 'POST' }, 'idempotent'],
  [525, { method: 'POST' }, 'yes'],
  [526, { method: 'GET' }, 'changed'],
  [530, { method: 'POST' }, 'yes'],
  [509, { method: 'GET' }, 'changed'],
  [499, { method: 'POST' }, 'idempotent'],
  [460, { method: 'GET' }, 'yes'],
  [999, { method: 'GET' }, 'changed'],
  [598, { method: 'POST' }, 'idempotent'],
  [0, { method: 'POST' }, 'idempotent'],
  [0, { method: 'GET' }, 'yes'],
];

describe('the verdict', () => {
  it.each(verdicts)('on %i with %j is %s', (code, request, verdict) => {
    expect(judge(code, request)).toBe(verdict);
  });

  it('on a registered code is that of its row, and on a vendor’s that of its class', () => {
    for (const { code, retry } of registered) expect(basisOf(code)).toEqual(retry);
    for (const { code } of vendorStatuses) expect(basisOf(code).after, String(code)).not.toBe('');
    expect(basisOf(520).borrowed).toContain('treats it as a 500');
    expect(basisOf(444).borrowed).toContain('stands in a log');
    expect(basisOf(0).borrowed).toContain('no class');
  });
});

describe('the answer', () => {
  it.each([
    [
      'retry 504 POST',
      /^Retry POST after 504: only if it is idempotent\n504 Gateway Timeout\n\nNobody knows whether the first POST/,
    ],
    ['retry 504 POST', /POST: neither safe nor idempotent\. RFC 9110 §9\.2\.2/],
    ['retry 504 POST', /Repeat it by default: go-retryablehttp \(4×\)/],
    ['retry 504 GET', /^Retry GET after 504: yes\n.*\n\nGET is safe/],
    ['retry 504 DELETE', /DELETE: not safe, but idempotent/],
    ['retry 504 POST idempotency key', /: yes\n.*\n\nWith the same idempotency key/],
    ['retry 429 POST', /It was not carried out/],
    ['retry 401', /^Retry after 401: not unless you change it\n(?![\s\S]*Pauses)/],
    ['retry 204', /^Retry after 204: no\n/],
    ['retry 520 POST', /^Retry POST after 520: most likely only if it is idempotent/],
    ['retry 404.99', /^Retry after 404: [\s\S]*404\.99 is no substatus I know/],
    ['retry 504 clients', /Google Cloud Storage clients +3×, in some cases +not said/],
    [
      'does urllib3 retry 503',
      /^urllib3: repeats a request after 503 in some cases[\s\S]*Only if the response has a Retry-After/,
    ],
    ['does axios retry 503', /^axios: does not repeat a request after 503/],
    ['does got retry POST after 503', /^got: does not repeat POST after 503/],
    ['does got retry GET after 503', /^got: repeats GET after 503, 2 times at most/],
    ['retry', /^Which code\?[\s\S]*retry 504 POST/],
  ])('to “%s” says %s', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  it.each([
    ['120', 'Not before 2026-11-25 09:02 UTC: 120 seconds after the response.'],
    ['0', 'It says 0: at once.'],
    ['86400', 'Not before 2026-11-26 09:00 UTC: 24 hours after the response.'],
    ['604800', '7 days after the response. Few clients wait that long'],
    ['Wed, 25 Nov 2026 09:30:00 GMT', 'Not before 2026-11-25 09:30 UTC, in 30 minutes.'],
    ['Wed, 25 Nov 2026 08:00:00 GMT', 'It asked to wait until 2026-11-25 08:00 UTC, which has passed.'],
    ['soon', 'That is neither a number of seconds, such as 120, nor a date of HTTP'],
  ])('reads Retry-After: %s', (value, wanted) => {
    expect(toPlain(retryAnswer(`retry 503 GET Retry-After: ${value}`))).toContain(wanted);
  });

  it('holds the moment as one that each platform shows in the reader’s own zone', () => {
    const { blocks } = retryAnswer('retry 503 GET Retry-After: 120');
    const spans = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts.flatMap(({ value }) => value) : []));
    expect(spans).toContainEqual({ time: NOW + 120_000 });
  });

  it('has a line that says the same however late it is asked', () => {
    const { line = '' } = retryAnswer('retry 503 POST idempotency key Retry-After: 120');
    expect(line).toBe('retry 503 POST idempotency key Retry-After: Wed, 25 Nov 2026 09:02:00 GMT');
    expect(retryAnswer(line).line).toBe(line);
  });

  it('repeats nothing that was typed', async () => {
    const answer = await askLine('retry 503 POST Retry-After: <!channel> *secret*');
    expect(JSON.stringify(answer)).not.toMatch(/channel|secret/);
  });

  it('has facts that Slack shows whole', () => {
    for (const { code } of [...registered, ...vendorStatuses])
      for (const line of [`retry ${code}`, `retry ${code} POST`]) {
        const { blocks } = retryAnswer(line.replace('retry 0', 'retry 000'));
        for (const block of blocks)
          if (block.kind === 'facts')
            for (const { label, value } of block.facts)
              expect(flatten(value).length, label).toBeLessThanOrEqual(SLACK.value);
      }
  });

  it.each([
    [0.2, '1 second'],
    [90, '90 seconds'],
    [121, '3 minutes'],
    [3600, '60 minutes'],
    [7201, '3 hours'],
    [172_801, '3 days'],
  ])('says %i seconds as %s', (seconds, words) => {
    expect(sayDuration(seconds)).toBe(words);
  });
});
