// Lines about rules: a rule written as a line is read as the same rule, whatever is in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOfRule, readRuleLine, speaksOfRules } from '../../src/commands/rules/line.ts';
import { isLinear } from '../linear.ts';

describe('a line', () => {
  it.each([
    ['rules', { do: 'list', page: 1 }],
    ['rule?', { do: 'list', page: 1 }],
    ['House Rules', { do: 'list', page: 1 }],
    ['rules 2', { do: 'list', page: 2 }],
    ['our codes', { do: 'codes', page: 1 }],
    ['our own error codes', { do: 'codes', page: 1 }],
    ['our codes 3', { do: 'codes', page: 3 }],
    ['rule 422?', { do: 'show', code: '422' }],
    ['rules for 422', { do: 'show', code: '422' }],
    ['rule E1042', { do: 'show', code: 'E1042' }],
    ['rule history 422', { do: 'history', code: '422' }],
    ['rule 422 history', { do: 'history', code: '422' }],
    ['rule delete 422', { do: 'remove', code: '422' }],
    ['rule 422 remove', { do: 'remove', code: '422' }],
    ['rule export', { do: 'export', part: 1 }],
    ['rule export 2', { do: 'export', part: 2 }],
    ['rule import', { do: 'import', yaml: '' }],
    ['rule import\nrules:\n  422: a', { do: 'import', yaml: 'rules:\n  422: a' }],
    ['rule add', { do: 'ask', code: null }],
    ['rule edit 422', { do: 'ask', code: '422' }],
    [
      'rule edit 422 =k3f "a "b"" https://x.example',
      { do: 'set', code: '422', text: 'a "b"', links: ['https://x.example'], stamp: 'k3f' },
    ],
    ['rule edit 4 2 =0 "a"', { do: 'set', code: '4 2', text: 'a', links: [], stamp: '0' }],
    ['rule edit 422 =0 "a" wiki', { do: 'set', code: '422', text: 'a', links: ['wiki'], stamp: '0' }],
    ['rule edit 422 only forms', { do: 'set', code: '422', text: 'only forms', links: [], stamp: null }],
    ['rule 422 treat as error', { do: 'set', code: '422', text: 'treat as error', links: [], stamp: null }],
    ['our rules', { do: 'list', page: 1 }],
    ['show rules', { do: 'list', page: 1 }],
    ['rule show 422', { do: 'show', code: '422' }],
    ['rule HTTP 422', { do: 'show', code: '422' }],
    ['remove the rule for 422', { do: 'remove', code: '422' }],
    ['delete rule 422', { do: 'remove', code: '422' }],
    ['rule 422 delete', { do: 'remove', code: '422' }],
    ['rule 422 edit', { do: 'ask', code: '422' }],
    ['edit rule 422', { do: 'ask', code: '422' }],
    ['add a rule', { do: 'ask', code: null }],
    ['rule history', { do: 'doubt', several: false, deed: 'history' }],
    ['rule remove', { do: 'doubt', several: false, deed: 'remove' }],
    ['rule "forms"', { do: 'doubt', several: false, deed: null }],
    ['rule unprocessable entity "forms"', { do: 'doubt', several: false, deed: null }],
    ['rule 422, 409 "forms"', { do: 'doubt', several: true, deed: null }],
    ['rule 422 and 409 "forms"', { do: 'doubt', several: true, deed: null }],
    ['rule 422 409 "forms"', { do: 'doubt', several: true, deed: null }],
    ['rule set 422/409 forms', { do: 'doubt', several: true, deed: null }],
  ])('%j is read', (line, read) => {
    expect(readRuleLine(line)).toEqual(read);
  });

  it.each([
    ['rule 422 "forms"'],
    ['rule 422 “forms”'],
    ['rule 422 “forms"'],
    ['rule 422 "forms”'],
    ['rule 422 „forms“'],
    ["rule 422 'forms'"],
    ['rule 422 forms'],
    ['rule 422: forms'],
    ['rule 422 = forms'],
    ['rule 422 – "forms"'],
    ['rule http422 forms'],
    ['rule set 422 "forms"'],
    ['rule set 422: forms'],
    ['add rule 422 "forms"'],
    ['set the house rule for HTTP 422 "forms"'],
    ['rule 422 https://wiki.example/adr-12 "forms"', 'https://wiki.example/adr-12'],
    ['rule 422 "forms" https://wiki.example/adr-12', 'https://wiki.example/adr-12'],
    // Refused, with what a link looks like.
    ['rule 422 "forms" wiki.example/adr-12', 'wiki.example/adr-12'],
    ['rule 422 "forms" javascript:alert(1)', 'javascript:alert(1)'],
  ])('%j writes the rule “forms”', (line, ...links) => {
    expect(readRuleLine(line)).toEqual({ do: 'set', code: '422', text: 'forms', links, stamp: null });
  });

  it.each([
    ['rule 422 404 is wrong here', '404 is wrong here'],
    ['rule 422 "forms" and not "queries"', '"forms" and not "queries"'],
    ['rule 422 see wiki.example/adr-12', 'see wiki.example/adr-12'],
    ['rule 422 -1 is refused', '-1 is refused'],
  ])('%j says what it says', (line, text) => {
    expect(readRuleLine(line)).toMatchObject({ do: 'set', code: '422', text });
  });

  it.each([
    '',
    '422',
    'rule of thumb',
    'ruled out 404',
    'rules of the road',
    'rules engine returns 404',
    'rule remove all',
    'show the rules of the road',
    'set rules engine to 404',
    'the rule 422',
    'our code is 404',
    'what are our codes of conduct',
  ])('%j is for others', (line) => {
    expect(readRuleLine(line)).toBeNull();
  });

  it.each([
    ['rule 422', true],
    ['rules', true],
    ['rule 422 see ADR-12', true],
    ['rule E1042', true],
    ['our codes', true],
    ['rule import rules: {422: x}', true],
    ['rule 34', false],
    ['rule 1 of the club', false],
    ['rules of the road', false],
    ['rule history', false],
    ['rule of thumb: "404 is fine"', false],
    ['remove the rule for 422', true],
  ])('%j that mentions the bot is for it: %s', (text, isMeant) => {
    expect(speaksOfRules(text)).toBe(isMeant);
  });

  it('of a rule is read as that rule, or there is none', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'a',
          'b c',
          '"',
          '“',
          '”',
          '„',
          '«',
          '»',
          '‘',
          '’',
          "'",
          ' ',
          'https://x.example/1',
          '=0',
          ': ',
          '- ',
          ' wiki.example/adr-12',
          'rule',
          '?',
          'history',
          'x'.repeat(20),
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim())
      .filter((one) => one !== '');
    const link = fc.constantFrom(null, 'https://wiki.example/adr-12');
    let written = 0;
    fc.assert(
      fc.property(text, link, (said, href) => {
        const line = lineOfRule({ code: 422, text: said, link: href });
        if (line === null) return;
        written += 1;
        expect(readRuleLine(line)).toMatchObject({ do: 'set', code: '422', text: said });
      }),
      { numRuns: 500 },
    );
    expect(written).toBeGreaterThan(300);
  });

  it.each(['rule ', '"', 'https://', 'rule edit 422 =', ' https://x', '“', 'rule 422 "" ', '```'])(
    'of nothing but %j takes no time',
    (piece) => {
      expect(isLinear((text) => readRuleLine(`rule 422 ${text}`), piece.repeat(40_000 / piece.length))).toBe(true);
    },
  );
});
