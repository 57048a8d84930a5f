import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, readMessage } from '../../src/query/read.ts';
import type { Reading } from '../../src/query/reading.ts';
import { isLinear } from '../linear.ts';
import { codesOf } from '../questions/score.ts';

type Expected = readonly [line: string, kind: Reading['kind'], codes: readonly number[]];

const cases: Readonly<Record<string, readonly Expected[]>> = {
  'codes by number': [
    ['404', 'status', [404]],
    ['HTTP 404', 'status', [404]],
    ['4O4', 'status', [404]],
    ['  503?  ', 'status', [503]],
    ['what is 204', 'status', [204]],
    ['why do I get a 502 here', 'status', [502]],
    ['is 429 retryable', 'status', [429]],
    ['409 conflict', 'status', [409]],
    ['404.13', 'status', [404]],
    ['000', 'status', [0]],
    ['999', 'status', [999]],
    ['/404', 'status', [404]],
    ['@everyone 404', 'status', [404]],
    ['http404', 'status', [404]],
    ['HTTP/404', 'status', [404]],
    ['why error404 on my page', 'status', [404]],
    ['what is four oh four', 'status', [404]],
    ['five hundred three', 'status', [503]],
  ],
  'names, former names, misspellings and beginnings': [
    ['bad gateway', 'status', [502]],
    ['payload too large', 'status', [413]],
    ["I'm a teapot", 'status', [418]],
    ['what does unprocessable entity mean?', 'status', [422]],
    ['moved temporarily', 'status', [302]],
    ['unprocesable entity', 'status', [422]],
    ['bad gatway', 'status', [502]],
    ['gateway tim', 'status', [504]],
    ['rate limited', 'status', [429]],
    ['gateway timed out', 'status', [504]],
  ],
  'constants of programming languages': [
    [':unprocessable_entity', 'status', [422]],
    ['HttpStatusCode.TooManyRequests', 'status', [429]],
    ['StatusNotFound', 'status', [404]],
    ['SC_CONFLICT', 'status', [409]],
    ['HTTP_418_IM_A_TEAPOT', 'status', [418]],
    ['what is http.StatusTeapot', 'status', [418]],
    ['SC_OK or SC_ACCEPTED', 'compare', [200, 202]],
  ],
  'codes that somebody looked up in vain': [['432 is in no RFC that I know of', 'unassigned', [432]]],
  'codes that are told of and doubted': [
    ['should I return 404 when the list is empty', 'situation', [200, 404]],
    ['the server answers 409 when one client sends too many requests per minute', 'situation', [429, 409]],
    ['we send 200 although the caller has no credentials at all, seems wrong', 'situation', [401, 200]],
    ['why does my server return 403 when I open the admin page of the shop', 'status', [403]],
    ['our API returns 429 when the client sends too many requests in a minute', 'status', [429]],
  ],
  comparisons: [
    ['401 vs 403', 'compare', [401, 403]],
    ['404 403', 'compare', [404, 403]],
    ['404/410', 'compare', [404, 410]],
    ['301 302 307 308', 'compare', [301, 302, 307, 308]],
    ['difference between unauthorized and forbidden', 'compare', [401, 403]],
    ['404 vs gone', 'compare', [404, 410]],
    ['bad gateway or gateway timeout', 'compare', [502, 504]],
    ['how is 502 different from 503?', 'compare', [502, 503]],
    ['409 compared to 412', 'compare', [409, 412]],
    ['478 vs 404', 'compare', [478, 404]],
    ['478 vs 479', 'compare', [478, 479]],
    ['404 vs 700', 'compare', [404, 700]],
    ["I'm a teapot vs enhance your calm", 'compare', [418, 420]],
    ['nginx client closed request vs request timeout', 'compare', [499, 408]],
    ['authentication vs authorization', 'compare', [401, 403]],
    ['difference between authentication and authorization', 'compare', [401, 403]],
    ['not logged in vs no permission', 'compare', [401, 403]],
    ['timeout vs overload', 'compare', [504, 503]],
    ['StatusOK vs StatusCreated', 'compare', [200, 201]],
  ],
  'numbers nobody owns': [
    ['299', 'unassigned', [299]],
    ['what is 478', 'unassigned', [478]],
    ['status 42', 'unassigned', [42]],
    ['http 700', 'unassigned', [700]],
    ['Status Code 631', 'unassigned', [631]],
    ['Request failed with status code 631', 'unassigned', [631]],
    ['HTTP/1.1 631 Custom\ncontent-length: 0', 'unassigned', [631]],
  ],
  'numbers and words that mean something else': [
    ['room 302', 'none', []],
    ['429 euros', 'none', []],
    ['PR #404', 'none', []],
    ['call me at 415-555-0100', 'none', []],
    ['call me on 0401 500 302', 'none', []],
    ['#404', 'none', []],
    ['404%', 'none', []],
    ['exit code 137', 'none', []],
    ['forbidden love', 'none', []],
    ['everyone ok?', 'none', []],
    ['difference between PUT and PATCH', 'none', []],
    ['difference between HTTP and HTTPS', 'none', []],
    ['what is an ETag', 'none', []],
    ['what is CORS', 'none', []],
    ['cloudflare vs fastly', 'none', []],
    ['how does a cookie work', 'none', []],
    ['working from home vs going to the office', 'none', []],
    ['$404', 'none', []],
    ['€404', 'none', []],
    ['five hundred euros', 'none', []],
    ['meeting at four fifteen', 'none', []],
    ['it costs 404.50', 'none', []],
    ['how are you', 'none', []],
    ['500 people came', 'none', []],
    ['ok thanks', 'none', []],
    ['good morning everyone', 'none', []],
  ],
  help: [
    ['', 'help', []],
    ['help', 'help', []],
    ['?', 'help', []],
    ['what can you do?', 'help', []],
  ],
};

describe.each(Object.entries(cases))('reading %s', (_, expected) => {
  it.each(expected)('%j is %s %j', (line, kind, codes) => {
    const reading = read(line);
    expect(reading.kind).toBe(kind);
    expect(codesOf(reading)).toEqual(codes);
  });
});

describe('reading classes', () => {
  it.each([
    ['4xx', 4, null],
    ['5**', 5, null],
    ['40x', 4, 0],
    ['client errors', 4, null],
    ['list all redirect codes', 3, null],
    ['what are 5xx', 5, null],
    ['500s', 5, null],
  ])('%j is class %s, tens %s', (line, statusClass, tens) => {
    expect(read(line)).toEqual({ kind: 'class', class: statusClass, tens });
  });
});

describe('reading which side of a code is asked for', () => {
  it.each([
    ['404 for testers', 'testers'],
    ['404 example', 'example'],
    ['404 in code', 'constants'],
    ['404', 'overview'],
  ])('%j is the %s card', (line, facet) => {
    expect(read(line)).toMatchObject({ kind: 'status', code: 404, facet });
  });

  it.each([
    ['404.13', 13],
    ['404.99', 99],
    ['what is 404.99', 99],
    ['IIS 404.99', 99],
  ])('keeps the substatus of %j, known or not', (line, sub) => {
    expect(read(line)).toMatchObject({ kind: 'status', code: 404, sub });
  });
});

describe('reading a comparison of many', () => {
  it('holds four beside each other and says what it left out', () => {
    expect(read('created vs accepted vs ok vs no content vs gone')).toEqual({
      kind: 'compare',
      codes: [201, 202, 200, 204],
      leftOut: [410],
    });
  });
});

describe('reading what is no code', () => {
  it.each([
    ['what is an ETag', [304]],
    ['Retry-After', [429, 503]],
    ['what does WWW-Authenticate mean?', [401]],
  ])('%j offers the codes that have to do with it, among them %j', (line, codes) => {
    expect(read(line)).toMatchObject({ kind: 'none', related: expect.arrayContaining(codes) });
  });

  it.each([['the ETag does not match any more'], ['which code when Retry-After is sent'], ['the token is missing']])(
    '%j is a case',
    (line) => {
      expect(read(line).kind).not.toBe('none');
    },
  );
});

describe('reading situations', () => {
  it.each([
    ['user is logged in but may not see this', 403],
    ['POST when the email already exists', 409],
    ['job was queued and will run later', 202],
    ['which code should I return when the token is missing', 401],
    ['delete worked and there is nothing to send back', 204],
  ])('%j is first of all %i', (line, code) => {
    const reading = read(line);
    expect(reading.kind).toBe('situation');
    expect(codesOf(reading)[0]).toBe(code);
  });

  it('says why each candidate fits', () => {
    const reading = read('which code should I return when the token is missing');
    if (reading.kind !== 'situation') throw new Error(reading.kind);
    for (const candidate of reading.candidates) expect(candidate.reason).not.toBe('');
  });

  it('leaves out the code that the question wants to avoid', () => {
    const reading = read('what should I return instead of 200 when the job is only queued');
    expect(codesOf(reading)[0]).toBe(202);
  });
});

describe('reading hostile text', () => {
  // Each took seconds or for ever once, with a regular expression that could read one text in many ways.
  it.each([
    ['frame words', `${'the '.repeat(140)}x`],
    ['dashes', `${'-'.repeat(500)} x`],
    ['half a request', 'GET /'.repeat(100)],
    ['capitals', `TCP_${'A'.repeat(20_000)}`],
    ['list words', `${'list all the '.repeat(40)}zebra`],
    ['digits', '404 '.repeat(5_000)],
    ['quotes', '"'.repeat(20_000)],
    ['spaces', `${' '.repeat(20_000)}404`],
    ['status status', 'status '.repeat(3_000)],
    ['key=value', 'a=b '.repeat(5_000)],
    ['braces', '[{"'.repeat(5_000)],
    ['exit codes', 'exit 1 '.repeat(5_000)],
    ['error pages', 'error code: 1020\n'.repeat(2_000)],
    ['numerals', 'four hundred and '.repeat(40)],
    ['facts', 'codes without a body '.repeat(30)],
  ])('%s is read at once', (_, text) => {
    expect(typeof read(text).kind).toBe('string');
    expect(typeof readMessage(text).kind).toBe('string');
  });

  it.each([
    '\n',
    ' ',
    'a',
    '0/',
    '"GET ',
    'GET /a ',
    'at a',
    'x=y ',
    '{"a":',
    'error 404 ',
    '404 status: ',
    'ftp 404 ',
    '| ',
    'https://a:b@',
  ])('takes a paste of nothing but %j as long as it is', (piece) => {
    const text = piece.repeat(40_000 / piece.length);
    expect(isLinear(read, text)).toBe(true);
    expect(isLinear(readMessage, text)).toBe(true);
  });
});

describe('reading anything at all', () => {
  it('never throws and always gives one of the kinds', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 300, unit: 'grapheme' }), fc.string({ maxLength: 300, unit: 'binary' })),
        (text) => {
          expect(typeof read(text).kind).toBe('string');
          expect(typeof readMessage(text).kind).toBe('string');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('reads a code the same with spaces, case and punctuation around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(200, 204, 301, 404, 429, 503),
        fc.constantFrom('', ' ', '?', '!', '...', ' ?'),
        (code, tail) => {
          expect(codesOf(read(`Http  ${code}${tail}`))).toEqual([code]);
        },
      ),
    );
  });
});

describe('reading doubts about a code', () => {
  it.each([
    ['should I return 404 when the list is empty', [200, 404]],
    ['is 404 right if the user may not see it', [403, 404]],
  ])('%j holds the best fit beside the code asked about', (line, codes) => {
    const reading = read(line);
    expect(reading.kind).toBe('situation');
    expect(codesOf(reading)).toEqual(codes);
  });

  it('only explains a code that is right', () => {
    expect(codesOf(read('should I return 404 when the id does not exist'))[0]).toBe(404);
  });
});

describe('reading somebody’s message', () => {
  it('finds codes in chat about HTTP', () => {
    expect(codesOf(readMessage('we get a lot of 502 errors since the deploy'))).toEqual([502]);
  });

  it.each([
    ['  I keep getting 403 from  S3', 'I keep getting 403 from  S3', 17],
    ['Hello Ann,\nwhy do I get a 502 here?\nThanks', 'why do I get a 502 here?', 26],
    ['Order 14045\nWhy do I get 404?', 'Why do I get 404?', 25],
    ['Why 4O4?', 'Why 4O4?', 0],
  ])('quotes %j as it was written', (text, proof, at) => {
    expect(readMessage(text)).toMatchObject({ kind: 'paste', findings: [{ proof, at }] });
  });

  it('never guesses from words alone', () => {
    expect(readMessage('user is logged in but may not see this').kind).toBe('none');
  });
});
