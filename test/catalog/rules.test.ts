// The rules of the RFCs: what may be stored, which responses have no body, and which header fields belong to a code.
import { describe, expect, it } from 'vitest';
import { registered, registeredStatus } from '../../src/catalog/index.ts';
import type { BodyRule, CacheRule, HeaderRule, RegisteredStatus, RetryRule } from '../../src/catalog/status.ts';

/** RFC 9110 §15.1: heuristically cacheable; and 451 by RFC 7725 §3. */
const storedByDefault = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501, 451];
/** RFC 6585: "MUST NOT be stored by a cache". */
const neverStored = [428, 429, 431, 511];

function cacheRule({ code }: RegisteredStatus): CacheRule['rule'] {
  if (code < 200 || neverStored.includes(code)) return 'never';
  return storedByDefault.includes(code) ? 'default' : 'explicit';
}

/** RFC 9110 §6.4.1 and §15.3.6: 1xx, 204, 205 and 304 have no content. */
function neverHasBody({ code }: RegisteredStatus): boolean {
  return code < 200 || code === 204 || code === 205 || code === 304;
}

const headerRules: readonly (readonly [
  code: number,
  name: string,
  on: HeaderRule['on'],
  level: HeaderRule['level'],
])[] = [
  [100, 'Expect', 'request', 'MUST'],
  [101, 'Upgrade', 'response', 'MUST'],
  [101, 'Connection', 'response', 'MUST'],
  [103, 'Link', 'response', 'MAY'],
  [201, 'Location', 'response', 'SHOULD'],
  [206, 'Content-Range', 'response', 'MUST'],
  [206, 'Range', 'request', 'MUST'],
  [300, 'Location', 'response', 'SHOULD'],
  [301, 'Location', 'response', 'SHOULD'],
  [302, 'Location', 'response', 'SHOULD'],
  [303, 'Location', 'response', 'SHOULD'],
  [304, 'If-None-Match', 'request', 'MAY'],
  [304, 'If-Modified-Since', 'request', 'MAY'],
  [304, 'ETag', 'response', 'MUST'],
  [304, 'Date', 'response', 'MUST'],
  [304, 'Vary', 'response', 'MUST'],
  [304, 'Cache-Control', 'response', 'MUST'],
  [307, 'Location', 'response', 'SHOULD'],
  [308, 'Location', 'response', 'SHOULD'],
  [401, 'WWW-Authenticate', 'response', 'MUST'],
  [401, 'Authorization', 'request', 'MAY'],
  [405, 'Allow', 'response', 'MUST'],
  [406, 'Accept', 'request', 'MAY'],
  [407, 'Proxy-Authenticate', 'response', 'MUST'],
  [408, 'Connection', 'response', 'SHOULD'],
  [412, 'If-Match', 'request', 'MAY'],
  [413, 'Retry-After', 'response', 'SHOULD'],
  [415, 'Accept', 'response', 'MAY'],
  [415, 'Accept-Patch', 'response', 'SHOULD'],
  [416, 'Content-Range', 'response', 'SHOULD'],
  [417, 'Expect', 'request', 'MAY'],
  [425, 'Early-Data', 'request', 'MUST'],
  [426, 'Upgrade', 'response', 'MUST'],
  [429, 'Retry-After', 'response', 'MAY'],
  [451, 'Link', 'response', 'SHOULD'],
  [503, 'Retry-After', 'response', 'MAY'],
];

/** How a failed request may be sent again, where an RFC or the nature of the code leaves no choice. */
const retryRules: readonly (readonly [code: number, rule: RetryRule['rule']])[] = [
  [200, 'pointless'],
  [201, 'pointless'],
  [204, 'pointless'],
  [400, 'changed'],
  [401, 'changed'],
  [403, 'changed'],
  [408, 'any'],
  [410, 'pointless'],
  [412, 'changed'],
  [417, 'changed'],
  [421, 'any'],
  [425, 'any'],
  [429, 'any'],
  [500, 'idempotent'],
  [502, 'idempotent'],
  [503, 'idempotent'],
  [504, 'idempotent'],
];

/** What contradicts the RFCs in a row; empty when all is well. */
function ruleProblems(row: RegisteredStatus): readonly string[] {
  const problems: string[] = [];
  if (row.cache.rule !== cacheRule(row)) problems.push(`${row.code} cache ${row.cache.rule}`);
  if ((row.body.rule === 'never') !== neverHasBody(row)) problems.push(`${row.code} body ${row.body.rule}`);
  for (const [code, name, on, level] of headerRules) {
    const rule = row.headers.find((header) => header.name === name && header.on === on);
    if (code === row.code && rule?.level !== level) problems.push(`${code} ${name} ${rule?.level ?? 'missing'}`);
  }
  const fields = row.headers.map(({ name, on }) => `${on} ${name}`);
  if (new Set(fields).size !== fields.length) problems.push(`${row.code} field twice`);
  return problems;
}

function rowOf(code: number): RegisteredStatus {
  const row = registeredStatus(code);
  if (row === undefined) throw new Error(`No row ${code}`);
  return row;
}

describe('the rules of the RFCs', () => {
  it.each(registered.map((row) => [row.code, row] as const))('hold for %i', (_, row) => {
    expect(ruleProblems(row)).toEqual([]);
  });

  it.each(retryRules)('let %i be sent again: %s', (code, rule) => {
    expect(rowOf(code).retry.rule).toBe(rule);
  });

  it('ask for Retry-After nowhere as a duty', () => {
    const demanding = registered.filter(({ headers }) =>
      headers.some(({ name, level }) => name === 'Retry-After' && level === 'MUST'),
    );
    expect(demanding.map(({ code }) => code)).toEqual([]);
  });

  const source = rowOf(404).body.source;
  const cache = (rule: CacheRule['rule']): CacheRule => ({ rule, note: 'Said so.', source });
  const body = (rule: BodyRule['rule']): BodyRule => ({ rule, note: 'Said so.', source });
  it.each([
    ['a 404 that is not stored by default', { ...rowOf(404), cache: cache('explicit') }, '404 cache explicit'],
    ['a 429 that may be stored', { ...rowOf(429), cache: cache('explicit') }, '429 cache explicit'],
    ['a 302 that is stored by default', { ...rowOf(302), cache: cache('default') }, '302 cache default'],
    ['a 204 with a body', { ...rowOf(204), body: body('optional') }, '204 body optional'],
    ['a 404 without one', { ...rowOf(404), body: body('never') }, '404 body never'],
    ['a 401 without a challenge', { ...rowOf(401), headers: [] }, '401 WWW-Authenticate missing'],
    [
      'a 429 that demands Retry-After',
      { ...rowOf(429), headers: rowOf(429).headers.map((header) => ({ ...header, level: 'MUST' as const })) },
      '429 Retry-After MUST',
    ],
  ])('refuse %s', (_, row, problem) => {
    expect(ruleProblems(row)).toContain(problem);
  });
});
