// The registry: which codes there are, what they are called, and which ones every tester should know.
import { describe, expect, it } from 'vitest';
import {
  classes,
  classInfo,
  classOf,
  decidingQuestion,
  isRegistered,
  meaningsOf,
  registered,
  registeredStatus,
  substatusesOf,
  vendorStatusesOf,
  written,
} from '../../src/catalog/index.ts';

/** Code, official name and the section or RFC that defines it: the IANA registry, as of RFC 9110. */
const registry: readonly (readonly [code: number, name: string, source: string])[] = [
  [100, 'Continue', 'RFC 9110 §15.2.1'],
  [101, 'Switching Protocols', 'RFC 9110 §15.2.2'],
  [102, 'Processing', 'RFC 2518 §10.1'],
  [103, 'Early Hints', 'RFC 8297 §2'],
  [104, 'Upload Resumption Supported', 'draft-ietf-httpbis-resumable-upload'],
  [200, 'OK', 'RFC 9110 §15.3.1'],
  [201, 'Created', 'RFC 9110 §15.3.2'],
  [202, 'Accepted', 'RFC 9110 §15.3.3'],
  [203, 'Non-Authoritative Information', 'RFC 9110 §15.3.4'],
  [204, 'No Content', 'RFC 9110 §15.3.5'],
  [205, 'Reset Content', 'RFC 9110 §15.3.6'],
  [206, 'Partial Content', 'RFC 9110 §15.3.7'],
  [207, 'Multi-Status', 'RFC 4918 §11.1'],
  [208, 'Already Reported', 'RFC 5842 §7.1'],
  [226, 'IM Used', 'RFC 3229 §10.4.1'],
  [300, 'Multiple Choices', 'RFC 9110 §15.4.1'],
  [301, 'Moved Permanently', 'RFC 9110 §15.4.2'],
  [302, 'Found', 'RFC 9110 §15.4.3'],
  [303, 'See Other', 'RFC 9110 §15.4.4'],
  [304, 'Not Modified', 'RFC 9110 §15.4.5'],
  [305, 'Use Proxy', 'RFC 9110 §15.4.6'],
  [306, 'Switch Proxy', 'RFC 9110 §15.4.7'],
  [307, 'Temporary Redirect', 'RFC 9110 §15.4.8'],
  [308, 'Permanent Redirect', 'RFC 9110 §15.4.9'],
  [400, 'Bad Request', 'RFC 9110 §15.5.1'],
  [401, 'Unauthorized', 'RFC 9110 §15.5.2'],
  [402, 'Payment Required', 'RFC 9110 §15.5.3'],
  [403, 'Forbidden', 'RFC 9110 §15.5.4'],
  [404, 'Not Found', 'RFC 9110 §15.5.5'],
  [405, 'Method Not Allowed', 'RFC 9110 §15.5.6'],
  [406, 'Not Acceptable', 'RFC 9110 §15.5.7'],
  [407, 'Proxy Authentication Required', 'RFC 9110 §15.5.8'],
  [408, 'Request Timeout', 'RFC 9110 §15.5.9'],
  [409, 'Conflict', 'RFC 9110 §15.5.10'],
  [410, 'Gone', 'RFC 9110 §15.5.11'],
  [411, 'Length Required', 'RFC 9110 §15.5.12'],
  [412, 'Precondition Failed', 'RFC 9110 §15.5.13'],
  [413, 'Content Too Large', 'RFC 9110 §15.5.14'],
  [414, 'URI Too Long', 'RFC 9110 §15.5.15'],
  [415, 'Unsupported Media Type', 'RFC 9110 §15.5.16'],
  [416, 'Range Not Satisfiable', 'RFC 9110 §15.5.17'],
  [417, 'Expectation Failed', 'RFC 9110 §15.5.18'],
  [418, "I'm a Teapot", 'RFC 2324 §2.3.2'],
  [421, 'Misdirected Request', 'RFC 9110 §15.5.20'],
  [422, 'Unprocessable Content', 'RFC 9110 §15.5.21'],
  [423, 'Locked', 'RFC 4918 §11.3'],
  [424, 'Failed Dependency', 'RFC 4918 §11.4'],
  [425, 'Too Early', 'RFC 8470 §5.2'],
  [426, 'Upgrade Required', 'RFC 9110 §15.5.22'],
  [428, 'Precondition Required', 'RFC 6585 §3'],
  [429, 'Too Many Requests', 'RFC 6585 §4'],
  [431, 'Request Header Fields Too Large', 'RFC 6585 §5'],
  [451, 'Unavailable For Legal Reasons', 'RFC 7725 §3'],
  [500, 'Internal Server Error', 'RFC 9110 §15.6.1'],
  [501, 'Not Implemented', 'RFC 9110 §15.6.2'],
  [502, 'Bad Gateway', 'RFC 9110 §15.6.3'],
  [503, 'Service Unavailable', 'RFC 9110 §15.6.4'],
  [504, 'Gateway Timeout', 'RFC 9110 §15.6.5'],
  [505, 'HTTP Version Not Supported', 'RFC 9110 §15.6.6'],
  [506, 'Variant Also Negotiates', 'RFC 2295 §8.1'],
  [507, 'Insufficient Storage', 'RFC 4918 §11.5'],
  [508, 'Loop Detected', 'RFC 5842 §7.2'],
  [510, 'Not Extended', 'RFC 2774 §7'],
  [511, 'Network Authentication Required', 'RFC 6585 §6'],
];

const common = [
  200, 201, 202, 204, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 429,
  500, 501, 502, 503, 504,
];

describe('the registry', () => {
  it('holds every registered code once, in order, with its official name and the text that defines it', () => {
    const rows = registered.map(({ code, name, sources }) => [code, name, sources[0]?.title]);
    expect(rows).toEqual(registry);
  });

  it('calls 306 and 418 unused, 104 temporary and all others registered', () => {
    const unusual = registered.filter(({ standing }) => standing !== 'registered');
    expect(unusual.map(({ code, standing }) => [code, standing])).toEqual([
      [104, 'temporary'],
      [306, 'unused'],
      [418, 'unused'],
    ]);
  });

  it('marks exactly the codes every tester should know', () => {
    expect(registered.filter((status) => status.common).map(({ code }) => code)).toEqual(common);
  });
});

describe('the classes', () => {
  it('are five, in order, under the names of RFC 9110', () => {
    expect(classes.map((info) => [info.class, info.name])).toEqual([
      [1, 'Informational'],
      [2, 'Successful'],
      [3, 'Redirection'],
      [4, 'Client Error'],
      [5, 'Server Error'],
    ]);
  });

  it('have lower-case aliases, each for one class only', () => {
    const aliases = classes.flatMap((info) => info.aliases);
    expect(aliases.filter((alias) => alias !== alias.toLowerCase().trim())).toEqual([]);
    expect(new Set(aliases).size).toBe(aliases.length);
  });

  it.each([
    [99, null],
    [100, 1],
    [299, 2],
    [304, 3],
    [499, 4],
    [599, 5],
    [600, null],
    [999, null],
    [0, null],
  ])('put %i into class %s', (code, expected) => {
    expect(classOf(code)).toBe(expected);
    if (expected !== null) expect(classInfo(expected as 1 | 2 | 3 | 4 | 5).class).toBe(expected);
  });
});

describe('the look-ups', () => {
  it('give the registered meaning first, then those of vendors', () => {
    const [first, ...others] = meaningsOf(503);
    expect(first).toBe(registeredStatus(503));
    expect(others.length).toBeGreaterThan(0);
    expect(others.some(isRegistered)).toBe(false);
  });

  it('keep substatuses apart from the code itself', () => {
    expect(meaningsOf(404)).toEqual([registeredStatus(404)]);
    expect(meaningsOf(404, 13)).toEqual(vendorStatusesOf(404, 13));
    expect(meaningsOf(404, 999)).toEqual([]);
    const subs = substatusesOf(404).map(({ sub }) => sub ?? Number.NaN);
    expect(subs.length).toBeGreaterThan(20);
    expect(subs).toEqual(subs.toSorted((a, b) => a - b));
  });

  it('find a deciding question whatever the order, and only for exactly these codes', () => {
    expect(decidingQuestion([403, 401])).toBe(decidingQuestion([401, 403]));
    expect(decidingQuestion([401, 403])?.codes).toEqual([401, 403]);
    expect(decidingQuestion([401, 200])).toBeUndefined();
  });

  it('know nothing of codes nobody owns', () => {
    expect(registeredStatus(299)).toBeUndefined();
    expect(meaningsOf(478)).toEqual([]);
  });

  it('write a code with three digits and its substatus after a dot', () => {
    expect(written(0)).toBe('000');
    expect(written(404)).toBe('404');
    expect(written(404, 13)).toBe('404.13');
  });
});
