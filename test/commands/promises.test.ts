// Every answer that can be given keeps the model's promises, and every button does what it says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../src/answer/answer.ts';
import { flatten } from '../../src/answer/answer.ts';
import { clients } from '../../src/catalog/clients/index.ts';
import { neighbours, registered, vendorStatuses, written } from '../../src/catalog/index.ts';
import { allTools } from '../../src/commands/snippets/tools.ts';
import { read } from '../../src/query/read.ts';
import { askExplain, askLine, askMention, expectPromises } from './ask.ts';

const facets = ['', ' for testers', ' example', ' in code'];
const numbers = [
  ...registered.map(({ code }) => written(code)),
  ...new Set(vendorStatuses.map(({ code, sub }) => written(code, sub))),
];
const sidesOfCodes = numbers.flatMap((number) => [
  ...facets.map((facet) => `${number}${facet}`),
  `when to use ${number}`,
  `retry ${number}`,
]);
const comparisons = neighbours.map(({ codes }) => codes.map((code) => written(code)).join(' vs '));
const classes = [1, 2, 3, 4, 5].flatMap((digit) => [`${digit}xx`, `${digit}0x`, `${digit}2x`]);
const deeds = registered.flatMap(({ code }) => [
  `retry ${code} POST`,
  `retry ${code} clients`,
  `test ${code} tools`,
  `${code} for testers HEAD`,
]);
/** What can be asked of a request that was answered with a code. */
const requested = [
  ...deeds,
  ...clients.map(({ name }) => `does ${name} retry 503`),
  ...allTools.map(({ word }) => `test 429 POST ${word}`),
  ...allTools.map(({ word }) => `test 103 ${word}`),
  'retry 504 PUT',
  'retry 504 POST idempotency key',
  'retry 503 GET Retry-After: Wed, 25 Nov 2026 09:00:00 GMT',
  'retry 503 POST idempotency key Retry-After: Wed, 25 Nov 2026 09:00:00 GMT',
  'retry 413 Retry-After: Wed, 25 Nov 2076 09:00:00 GMT',
  'retry',
  'test POST',
];
const others = [
  ...[404, 503, 499, 478, 520].flatMap((code) => [`reply ${code} customer`, `reply ${code} customer formal`]),
  'reply 404.13 customer',
  'reply customer',
  'choose',
  'choose yes',
  'choose no yes yes',
  'choose yes yes yes yes',
  'choose yes no yes no yes',
  ...requested,
  '478',
  '299',
  '199',
  '700',
  '42',
  'help',
  'user is not logged in',
  'email already exists',
  'forbiden',
  'hello',
  'what is an etag',
  'ftp 530',
  '478 vs 479',
  '1016',
  'cloudflare 1020',
  'cloudflare 1004',
  'cloudflare 1006 1016',
  'grpc 14',
  'curl 28',
  'ws 1006',
  'UF',
  'ECONNREFUSED',
  'i/o timeout',
  'tls alert 40',
  'net::ERR_CONNECTION_RESET',
  'discord 50013',
  'slack not_in_channel',
  '(failed)',
  'grpc code for 404',
  'grpc 14 vs 503',
  'grpc 14 vs 4',
  'ECONNREFUSED vs ECONNRESET',
  'grpc codes',
  'websocket close codes',
  'curl exit codes',
  'envoy flags',
  'socket errors',
  'tls alerts',
  'no status',
  'net errors',
  'discord error codes',
  'slack errors',
  'cloudflare error pages',
  '1006',
  '14',
  'vendor codes',
  'iis codes',
  'microsoft codes',
  'AWS ELB codes',
  '4xx codes cacheable by default',
  'codes never cached',
  'codes without a body',
  'codes safe to retry',
  'codes not worth retrying',
  'codes with a Retry-After header',
  'deprecated codes',
  'common 5xx codes',
  'codes of RFC 6585',
  'WebDAV codes',
];

const startsWithCode = /^\d{3}/;
const sides: Readonly<Record<string, string>> = {
  Overview: 'overview',
  'When to use': 'use',
  'For testers': 'testers',
  'May I retry?': 'retry',
  Example: 'example',
  'In code': 'constants',
};

/** Fails unless the line of a button reads as what its label says. */
function expectPromised({ label, line }: Choice): void {
  const reading = read(line);
  const side = sides[label];
  if (side !== undefined) expect(reading, line).toMatchObject({ kind: 'status', facet: side });
  else if (label.startsWith('Compare ')) expect(reading, line).toMatchObject({ kind: 'compare', codes: codesIn(line) });
  else if (label.startsWith('All '))
    expect(reading, line).toMatchObject({ kind: 'class', class: Number(line[0]), tens: null });
  else if (label === 'Help') expect(reading.kind).toBe('help');
  else if (startsWithCode.test(label) && label !== line)
    expect(reading, line).toMatchObject({ kind: 'status', facet: 'overview', ...refIn(line) });
  else expect(reading.kind, line).not.toBe('none');
}

function codesIn(line: string): readonly number[] {
  return line.split(' vs ').map(Number);
}

function refIn(line: string) {
  const [code, sub] = line.split('.').map(Number);
  return sub === undefined ? { code } : { code, sub };
}

describe('every answer', () => {
  it.each([
    ['every side of every code', sidesOfCodes],
    ['all comparisons of neighbours', comparisons],
    ['classes, unassigned codes and the rest', [...classes, ...others]],
  ])('keeps the promises for %s', async (_, lines) => {
    for (const line of lines) expectPromises(await askLine(line));
  });

  it.each([
    ['every side of every code', sidesOfCodes],
    ['all comparisons of neighbours', comparisons],
    ['classes, unassigned codes and the rest', [...classes, ...others]],
  ])('has buttons that keep their word, for %s', async (_, lines) => {
    const choices = new Map<string, Choice>();
    for (const line of lines)
      for (const choice of (await askLine(line)).choices) choices.set(`${choice.label} ${choice.line}`, choice);
    for (const choice of choices.values()) expectPromised(choice);
  });

  it('gives itself again for its own line', async () => {
    for (const line of [...sidesOfCodes, ...comparisons, ...classes, ...others]) {
      const answer = await askLine(line);
      if (answer.line !== undefined) expect(await askLine(answer.line)).toEqual(answer);
    }
  });

  it('keeps the overview of a code short enough to read at a glance', async () => {
    for (const { code } of registered) {
      const { blocks } = await askLine(written(code));
      const body = blocks.flatMap((block) => {
        if (block.kind === 'facts') return block.facts.map(({ value }) => flatten(value));
        if (block.kind === 'list') return block.items.map(flatten);
        return block.kind === 'text' ? [flatten(block.text)] : [];
      });
      expect(body.length, written(code)).toBeLessThanOrEqual(12);
    }
  });
});

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 5_000, minLength: 4_000 }),
  fc
    .array(
      fc.constantFrom(
        '404',
        '<!channel>',
        '@everyone',
        '*401*',
        '\u001b[31m',
        '\u0000',
        'vs',
        '[x](y)',
        'HTTP/1.1 502 Bad',
        '`',
        '\n',
        '499',
        'not found',
        '4xx',
        '404.13',
        ' ',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(' ')),
);

describe('whatever is typed', () => {
  it.each([
    ['a line', askLine],
    ['a mention', askMention],
    ['a message to explain', askExplain],
  ])('gets an answer that keeps the promises, as %s', async (_, ask) => {
    await fc.assert(
      fc.asyncProperty(nasty, async (typed) => expectPromises(await ask(typed))),
      { numRuns: 300 },
    );
  });
});
