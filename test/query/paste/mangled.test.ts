// What terminals, chats, mails and phones did to a text is undone before it is read.
import { describe, expect, it } from 'vitest';
import { unmangle } from '../../../src/query/paste/mangled.ts';
import { read } from '../../../src/query/read.ts';
import { isLinear } from '../../linear.ts';

describe('a copied text', () => {
  it.each([
    ['colours', '\u001b[1;31m500\u001b[0m', '500'],
    ['colours that a log writes out', String.raw`\u001b[33m404\x1b[0m \033[1m502#033[0m`, '404 502'],
    ['colours that lost their ESC', '[90;43m 404 [0m|', ' 404 |'],
    ['bent quotes', '“GET / HTTP/1.1” 404', '"GET / HTTP/1.1" 404'],
    ['the signs of a quotation', '> < HTTP/1.1 401\n> < Server: x\n>\n> {}', '< HTTP/1.1 401\n< Server: x\n\n{}'],
  ])('loses its %s', (_, mangled, text) => {
    expect(unmangle(mangled)).toBe(text);
    expect(unmangle(text)).toBe(text);
  });

  it.each([
    ['a time window', 'rate(http_requests_total{status="500"}[5m])'],
    ['what curl sent', '> GET / HTTP/1.1\n> Host: x\n>'],
    ['both sides of curl', '> GET / HTTP/1.1\n>\n< HTTP/1.1 404'],
    ['an arrow', '> 404 is what I get'],
  ])('keeps %s', (_, text) => {
    expect(unmangle(text)).toBe(text);
  });

  it.each([
    ['“GET /a HTTP/1.1” 404 12', 404],
    ['> < HTTP/1.1 503 Service Unavailable\n> < Retry-After: 1', 503],
  ])('is read: %s', (text, code) => {
    expect(read(text)).toMatchObject({ kind: 'paste', findings: [{ code }] });
  });

  it.each(['[0m', '\u001b[', '> < ', '>\n', '“'])('costs time in proportion to its length: many “%s”', (piece) => {
    expect(isLinear(unmangle, piece.repeat(20_000))).toBe(true);
  });
});
