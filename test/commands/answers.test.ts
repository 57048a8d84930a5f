// What single answers must say, seen as plain text.
import { describe, expect, it } from 'vitest';
import { flatten } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { vendorStatuses } from '../../src/catalog/index.ts';
import { answerCompare } from '../../src/commands/compare.ts';
import { answerStatus } from '../../src/commands/status.ts';
import { askExplain, askLine, askMention, expectPromises, plainOf } from './ask.ts';

/** Lines, and what the plain text of their answer must match. */
type Table = readonly (readonly [line: string, wanted: RegExp])[];

const cards: Table = [
  ['404', /^404 Not Found\nClient error · common\n\n/],
  ['404.13', /^404\.13 .+\nIIS substatus of 404 Not Found\n/],
  ['306', /reserved, not in use/],
  ['444', /^444 No Response\nClient error · nginx · not registered\n[\s\S]*only in the logs of nginx/],
  ['404', /after a dot\. Ask for 404\.0 to 404\.20 or 404\.501 to 404\.504; I know no others\./],
  ['503', /Ask for 503\.0 or 503\.2 to 503\.4; I know no others\./],
  ['500', /500\.16, 500\.19, 500\.21 to 500\.24, .* or 500\.100; I know no others\./],
  ['406', /Ask for 406\.0; I know no others\./],
  ['498', /^498 Invalid Token \(ArcGIS\), one of 2 meanings\n.*Esri, nginx/],
  ['420', /^420 Enhance Your Calm, one of 2/],
  ['529', /^529 Overloaded \(Anthropic\), one of 2/],
  ['499', /^499 Client Closed Request, one of 4/],
  ['401 for testers', /WWW-Authenticate in the response, MUST: .* RFC 9110 §15\.5\.2/],
  ['429 for testers', /Retry-After in the response, MAY: /],
  ['204 for testers', /Body: never\. /],
  ['when to use 404', /Use 410 Gone instead\./],
  ['404 example', / {4}HTTP\/1\.1 404 Not Found\n/],
  ['404 in code', /Go net\/http +http\.StatusNotFound\n/],
  ['104 in code', /None of the usual languages/],
  ['499 in code', /^499 .*\n.*\n\n499 is no registered code/],
];

const comparisons: Table = [
  [
    '401 vs 403',
    /^401 Unauthorized vs 403 Forbidden\n.*\n\n.*\?\n\n- If .* → 401 Unauthorized\n- If .* → 403 Forbidden\n/,
  ],
  ['401 vs 403 vs 404', /^401 vs 403 vs 404\n.+\n\n.+\?\n\n(?:- If .+\n){3}\n/],
  ['401 vs 403', /The same for both: .*fault the client/],
  ['200 vs 201 vs 204 vs 500', /(?:.*\?\n[\s\S]*){3}/],
  ['204 vs 508', /They are seldom confused[\s\S]*When .* → 204 No Content[\s\S]*Cacheable\n {2}204: yes/],
  ['499 vs 408', /^499 Client Closed Request vs 408[\s\S]*The same numbers elsewhere: .*Esri/],
  [
    '499 vs 401',
    /^499 Token Required \(ArcGIS\) vs 401[\s\S]*→ 499 Token Required[\s\S]*499: ArcGIS: [\s\S]*elsewhere: 499 at nginx: Client Closed/,
  ],
  ['498 vs 401', /^498 Invalid Token \(ArcGIS\) vs 401[\s\S]*→ 498 Invalid Token[\s\S]*elsewhere: 498 at nginx/],
  ['509 vs 429', /509: The hosting account [\s\S]*elsewhere: 509 at Apache/],
];

/** Comparisons in which a code means nothing. */
const mixed: readonly (readonly [codes: readonly number[], wanted: RegExp])[] = [
  [
    [478, 404],
    /^478 vs 404 Not Found\n.*\n\n478 is not assigned: .* class, 4xx, and must treat it like 400 \(RFC 9110 §15\)\.\n\n404 Not Found\nMeaning: /,
  ],
  [
    [401, 403, 478],
    /478 is not assigned[\s\S]*Does the server know who is asking\?[\s\S]*The same for both: .*fault the client/,
  ],
  [[199, 404], /199 is not assigned: .* class, 1xx, and may ignore it/],
  [[478, 599, 579], /478 is not assigned: .*\n\n579 is not assigned: .*like 500 .*\n\n599 No HTTP Response/],
  [[478, 579], /^478 vs 579\n.*\n\n478 is not assigned: .*\n\n579 is not assigned: .*\n\nRFC 9110 §15: \S+$/],
];

const lists: Table = [
  ['4xx', /- 404 Not Found ★\n/],
  ['4xx', /★ marks the codes that every tester should know/],
  ['4xx', /Not registered: .*499 \(nginx, .*Esri/],
  ['5xx', /Treat it like 500/],
  ['1xx', /^1xx: Informational\n5 registered codes/],
  ['49x', /No registered codes[\s\S]*494 \(nginx/],
  ['47x', /Nobody has given a code in this range a meaning/],
];

const doubts: Table = [
  ['462', /I know of no vendor that documents a use of it\./],
  ['478', /^478 is not assigned\n[\s\S]*RFC 9110 §15\)\. Treat it like 400/],
  ['199', /^199 is not assigned\n[\s\S]*Read on/],
  ['700', /^700 is not an HTTP status code\n[\s\S]*100 to 599/],
  ['help', /Nothing you ask is stored\. Only the quiz remembers: your id on this platform and your answers, until/],
  [
    'good morning everybody',
    /^I did not see a status code question there\.\n\nTry 404, 401 vs 403 or describe the case\.\n\n.+$/,
  ],
];

const contested = /The case: .*\n\n.*\?\n\n- If .* → 409 Conflict\n- If .* → 422[\s\S]*Meaning\n {2}409: .*\n {2}422: /;
const threePieces = /Do now\n(?:- .*\n){3}/;
const bothOwners = /nginx, Client Closed Request: [\s\S]*Esri, Token Required/;
const ofNobody = /478 is not assigned: .*must treat it like 400/;

describe('a card', () => {
  it.each(cards)('for “%s” matches %s', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  it('hides no owner of a number', async () => {
    for (const { code, sub, owner, name, meaning } of vendorStatuses) {
      if (sub !== undefined) continue;
      const said = await plainOf(String(code).padStart(3, '0'));
      expect(said).toContain(owner);
      expect(said).toContain(name);
      expect(said).toContain(meaning);
    }
  });

  it('names the source of every vendor beside the registered one', async () => {
    const answer = await askLine('503');
    expect(answer.links.map(({ label }) => label)).toEqual(expect.arrayContaining(['RFC 9110 §15.6.4', 'MDN 503']));
    expect(answer.links.some(({ label }) => label.includes('Fastly'))).toBe(true);
  });
});

describe('a comparison', () => {
  it.each(comparisons)('of %s matches %s', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  it.each(mixed)('of %j says which is not assigned, and shows the rest', (codes, wanted) => {
    const answer = answerCompare({ kind: 'compare', codes });
    expectPromises(answer);
    expect(toPlain(answer)).toMatch(wanted);
    expect(answer.about.codes).toEqual(codes);
  });

  it('says which codes it left out', () => {
    const codes = [200, 201, 202, 203];
    const few = answerCompare({ kind: 'compare', codes, leftOut: [204, 200] });
    expect(toPlain(few)).toContain('I compare four codes at most; left out: 204.');
    const many = answerCompare({ kind: 'compare', codes, leftOut: [300, 301, 302, 303, 304, 307, 308, 400, 401, 402] });
    expect(toPlain(many)).toContain('left out: 300, 301, 302, 303, 304, 307, 308, 400 and 2 more.');
    expect(toPlain(answerCompare({ kind: 'compare', codes }))).not.toContain('at most');
  });
});

describe('an IIS substatus that nobody lists', () => {
  it.each([
    ['404.99', /^404 Not Found\n.*\n\n404\.99 is no substatus I know: [\s\S]*Ask for 404\.0 to 404\.20/],
    ['401.6', /^401 Unauthorized\n.*\n\n401\.6 is no substatus I know: [\s\S]*Ask for 401\.1 to 401\.5 or 401\.501/],
  ])('is admitted when asked for: %s', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  const said = /404\.99 is no substatus I know: this is about 404 Not Found\./;

  it('is admitted on the card of its code', () => {
    const answer = answerStatus({ kind: 'status', code: 404, sub: 99, facet: 'overview', why: 'code' }, 0);
    expect(answer.title).toBe('404 Not Found');
    expect(toPlain(answer)).toMatch(said);
  });

  it('is admitted in a paste, which does not call its code unassigned', async () => {
    const answer = await askExplain('HTTP Error 404.99 - Not Found');
    expect(toPlain(answer)).toMatch(said);
    expect(toPlain(answer)).not.toContain('not assigned');
    expect(answer.choices.map(({ line }) => line)).toEqual(['404']);
  });

  it('costs a known one no word', async () => {
    expect(await plainOf('404.13')).not.toContain('no substatus');
  });
});

describe('a list', () => {
  it.each(lists)('for %s matches %s', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  it('of tens holds only these', async () => {
    expect((await askLine('40x')).about).toEqual({
      kind: 'class',
      class: 4,
      codes: [400, 401, 402, 403, 404, 405, 406, 407, 408, 409],
    });
  });
});

/** Lines that list by a fact. */
const selections: Table = [
  ['nginx codes', /^nginx codes\n7 codes, not registered\n\n- 444 No Response – /],
  ['cloudflare codes', /- 522 Connection Timed Out – /],
  ['iis codes', /- 404 Not Found: 404\.0 to 404\.20 or 404\.501 to 404\.504\n/],
  ['vendor codes', /- nginx: 444, 494, 495, 496, 497, 498, 499\n/],
  ['which codes are cacheable by default', /- 200 OK ★ – .+\n[\s\S]*★ marks .*\n\nRFC 9110 §15\.1: /],
  ['which need a Retry-After header', /- 413 Content Too Large ★ – SHOULD in the response: /],
  ['which codes may I retry', /^Codes safe to retry\n10 codes\n/],
  ['not retryable codes', /^Codes not worth retrying\n[\s\S]*- 404 Not Found ★\n- 405/],
  ['deprecated codes', /- 305 Use Proxy – Deprecated: /],
  ['codes added by RFC 6585', /^Codes of RFC 6585\n4 codes\n/],
];

describe('a list by a fact', () => {
  it.each(selections)('for %s matches %s', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  it('is a class for programs, with all its codes', async () => {
    expect((await askLine('nginx codes')).about).toEqual({
      kind: 'class',
      class: null,
      codes: [444, 494, 495, 496, 497, 498, 499],
    });
    expect((await askLine('common 5xx codes')).about.class).toBe(5);
  });

  it('stays one passage on Slack, however long', async () => {
    for (const [line] of selections)
      for (const block of (await askLine(line)).blocks)
        if (block.kind === 'list') expect(block.items.map(flatten).join('\n').length, line).toBeLessThanOrEqual(2_900);
  });
});

describe('a number of Cloudflare’s error pages', () => {
  it('is explained, with the status code that carries it', async () => {
    const answer = await askLine('cloudflare 1020');
    expect(answer).toMatchObject({
      title: 'Cloudflare 1020: Access Denied',
      tone: 'client',
      about: { kind: 'status', codes: [403], class: 4 },
    });
    expect(toPlain(answer)).toMatch(/Status code: 403 Forbidden\nFault: the client\n\nCloudflare: error 1020: https/);
    expect(answer.choices.map(({ line }) => line)).toEqual(['403', 'cloudflare error pages']);
  });

  it('admits where the status code is not known', async () => {
    const answer = await askLine('cloudflare 1004');
    expect(answer.about).toEqual({ kind: 'unassigned', codes: [1004], class: null });
    expect(toPlain(answer)).toContain('Status code: Cloudflare does not say which one comes with it');
  });

  it('names those that mean the same', async () => {
    expect(await plainOf('cloudflare 1007')).toContain('The same: 1006, 1008 or 1106');
  });

  it('stands below the codes of a log', async () => {
    const said = toPlain(await askExplain('HTTP/2 403\ncf-ray: 8f1\n\nerror code: 1020'));
    expect(said).toMatch(/^403 Forbidden\n[\s\S]*\n\nCloudflare 1020: Access Denied\nA firewall rule/);
  });

  it('is offered where it stands alone', async () => {
    const answer = await askLine('1016');
    expect(answer.about).toEqual({ kind: 'unassigned', codes: [1016], class: null });
    expect(toPlain(answer)).toContain('Cloudflare 1016: Origin DNS Error.');
    expect(answer.choices[0]).toEqual({ label: 'Cloudflare 1016', line: 'cloudflare 1016' });
  });
});

describe('what is no status code', () => {
  it.each(['ftp 530 login incorrect', 'exit code 137'])(
    '“%s” is said to be something else, in a channel too',
    async (said) => {
      for (const answer of [await askLine(said), await askMention(said)]) {
        expect(answer.title).toMatch(/^That is .+, not an HTTP status code\.$/);
        expect(answer.about).toEqual({ kind: 'none', codes: [], class: null });
        expect(answer.blocks).toHaveLength(1);
      }
    },
  );

  it('leads to the codes that have to do with it, but only who asks directly', async () => {
    const direct = await askLine('what is an ETag');
    expect(direct.about).toEqual({ kind: 'none', codes: [], class: null });
    expect(direct.choices.map(({ line }) => line)).toContain('304');
    expect(await askMention('what is an ETag')).toMatchObject({ choices: [], blocks: [{ kind: 'text' }] });
  });

  it('greets in one short line', async () => {
    expect((await askMention('how are you')).blocks).toHaveLength(1);
  });
});

describe('a described case', () => {
  it('names the code, the case in the catalog’s words and what to do with it', async () => {
    const answer = await askLine('the user is not logged in');
    expect(answer.title).toBe('Most likely 401 Unauthorized');
    expect(toPlain(answer)).toContain('Use it when no credentials came with the request.');
    expect(toPlain(answer)).toContain('Header: WWW-Authenticate (MUST)');
    expect(answer.line).toBe('the user is not logged in');
  });

  it('shows both codes that experts defend, under the question that decides', async () => {
    const answer = await askLine('email already exists on signup, which code should I return');
    expect(answer.title).toBe('409 Conflict or 422 Unprocessable Content');
    expect(toPlain(answer)).toMatch(contested);
    expect(answer.choices.map(({ line }) => line)).toContain('409 vs 422');
  });

  it('has no line of its own when a button could not carry it', async () => {
    const answer = await askLine(`which code should I return when ${'really '.repeat(15)}the user is not logged in`);
    expect(answer.about.kind).toBe('situation');
    expect(answer.line).toBeUndefined();
  });
});

describe('a paste', () => {
  const log = [
    'HTTP/1.1 200 OK',
    ...[404, 502, 503, 500, 401, 403, 429, 422].map((code) => `status=${code} path=/a`),
    'status=502',
  ].join('\n');

  it('explains errors first, with their proof, and lists what is left', async () => {
    const said = toPlain(await askExplain(log));
    expect(said).toContain('9 status codes in this text\n');
    expect(said).toContain('\n\n    status=404 path=/a\n\nDo now: Check the address');
    expect(said).toContain('502 Bad Gateway, 2 times');
    expect(said).toContain('Also in it\n- 429 Too Many Requests\n- 422 Unprocessable Content\n- 200 OK');
  });

  it('of one code says all there is to do', async () => {
    const answer = await askLine('HTTP/1.1 502 Bad Gateway');
    expect(answer.title).toBe('502 Bad Gateway');
    expect(toPlain(answer)).toMatch(threePieces);
  });

  it('tells of a vendor as much as of the registry only where the text names it', async () => {
    const plain = toPlain(await askExplain('upstream status=503'));
    expect(plain).toContain('The same number elsewhere: Fastly: Fastly-Generated Error.');
    expect(plain).not.toContain('- Fastly, ');
    expect(toPlain(await askExplain('fastly status=503'))).toMatch(
      /- Service Unavailable: .*\n- Fastly, Fastly-Generated Error: /,
    );
  });

  it('names every owner of a number, and is honest about codes of nobody', async () => {
    const said = toPlain(await askExplain('upstream status=499\nupstream status=478'));
    expect(said).toMatch(bothOwners);
    expect(said).toMatch(ofNobody);
  });
});

describe('in doubt', () => {
  it.each(doubts)('“%s” is answered honestly', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  it('small talk with the bot gets one short line and no codes', async () => {
    const answer = await askMention('good morning everybody');
    expect(answer).toMatchObject({ about: { kind: 'none', codes: [], class: null }, choices: [] });
    expect(answer.blocks).toHaveLength(1);
  });

  it('a message without codes is said to have none, to the asker alone', async () => {
    expect(await askExplain('good morning everybody')).toMatchObject({
      title: 'No status codes in this message.',
      audience: 'asker',
      about: { kind: 'none' },
    });
  });
});
