// Files of house rules: what is read, what is refused and with which words, and that what is written reads as it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentFor, type House, keyOf, MOST, sectionOf, sectionsFor } from '../../src/house/house.ts';
import { readHouse, writeProblem } from '../../src/house/reading.ts';
import { writeCodeInLine, writeHouse } from '../../src/house/writing.ts';

/** Every problem, as people read it. */
function problemsOf(text: string): readonly string[] {
  const read = readHouse(text, 'codes.yaml');
  return read.ok ? [] : read.problems.map((problem) => writeProblem('codes.yaml', problem));
}

function houseOf(text: string): House {
  const read = readHouse(text, 'codes.yaml');
  if (!read.ok) return expect.unreachable(problemsOf(text).join('\n'));
  const [{ rules, codes } = expect.unreachable('no document')] = read.sections;
  return { rules, codes };
}

const TOO_DEEP = ['codes.yaml:1 is nested too deeply; a rule needs three levels'];

describe('a file that is thousands of levels deep', () => {
  it.each([
    ['brackets', '['.repeat(40_000)],
    ['brackets that are closed', `rules: ${'['.repeat(15_000)}${']'.repeat(15_000)}`],
    ['braces', '{a: '.repeat(10_000)],
    ['dashes', '- '.repeat(20_000)],
    ['question marks', '? '.repeat(20_000)],
  ])('is told so in one line, and not what became of the reader: %s', (_, text) => {
    expect(problemsOf(text)).toEqual(TOO_DEEP);
  });
});

const rule = (text: string, link: string | null = null) => ({ rules: [{ code: 422, text, link }], codes: [] });

const none = { advice: [], status: null, link: null, aliases: [] };

describe('a file', () => {
  it.each<[string, House]>([
    ['rules: {422: see ADR-12}', rule('see ADR-12')],
    ['rules:\n  422: see ADR-12 # a comment', rule('see ADR-12')],
    [
      'rules:\n  "422":\n    text: see ADR-12\n    link: https://wiki.example',
      rule('see ADR-12', 'https://wiki.example/'),
    ],
    ['rules:\n- code: 422\n  text: see ADR-12', rule('see ADR-12')],
    ['rules:\n  422: >\n    over two\n    lines', rule('over two lines')],
    ['rules:\n  422: |\n    over two\n    lines', rule('over two lines')],
    ['rules:\n  422: 12', rule('12')],
    ['rules:\n  422: yes', rule('yes')],
    ['{"rules": {"422": {"text": "as JSON"}}}', rule('as JSON')],
    ['rules:\r\n  422: from Windows\r\n', rule('from Windows')],
    [
      'rules:\ncodes:\n  E1: {name: a, meaning: b}',
      { rules: [], codes: [{ code: 'E1', name: 'a', meaning: 'b', ...none }] },
    ],
    [
      'codes:\n- {code: 1.10, name: a, meaning: b, do: c}\n- {code: 0042, name: a, meaning: b, do: [c, d], status: 402, aliases: card_declined}',
      {
        rules: [],
        codes: [
          { code: '1.10', name: 'a', meaning: 'b', ...none, advice: ['c'] },
          {
            code: '0042',
            name: 'a',
            meaning: 'b',
            ...none,
            advice: ['c', 'd'],
            status: 402,
            aliases: ['card_declined'],
          },
        ],
      },
    ],
  ])('is read: %s', (text, house) => {
    expect(houseOf(text)).toEqual(house);
  });

  it('has documents for everybody and for some', () => {
    const text =
      'rules: {409: all, 422: all}\n---\nfor: [T0123, "123456789012345678"]\nrules: {422: some}\n---\nfor: T9\nrules: {422: others}';
    const read = readHouse(text, 'codes.yaml');
    if (!read.ok) return expect.unreachable(problemsOf(text).join());
    const saidTo = (platform: 'slack' | 'discord' | 'terminal', team: string | null) =>
      sectionsFor(read.sections, platform, team).flatMap(({ rules }) => rules.map(({ text }) => text));
    expect(saidTo('slack', 'T0123')).toEqual(['some', 'all', 'all']);
    expect(saidTo('discord', '123456789012345678')).toEqual(['some', 'all', 'all']);
    expect(saidTo('discord', 'T0123')).toEqual(['all', 'all']);
    expect(saidTo('slack', '123456789012345678')).toEqual(['all', 'all']);
    expect(saidTo('slack', null)).toEqual(['all', 'all']);
    expect(saidTo('terminal', null)).toEqual(['all', 'all']);
    const content = contentFor({ platform: 'slack', team: 'T0123' }, read.sections);
    expect(content.rules.map(({ text }) => text)).toEqual(['all', 'some']);
    expect(content.others).toBe(1);
  });

  it.each<[string, readonly string[]]>([
    ['', ['codes.yaml:1 is empty; it has rules or codes, as in rules: {422: see ADR-12}']],
    ['# nothing', ['codes.yaml:1 is empty; it has rules or codes, as in rules: {422: see ADR-12}']],
    ['for: T1', ['codes.yaml:1 has neither rules nor codes']],
    ['just words', ['codes.yaml:1 must have fields of its own: for, rules, codes']],
    ['rule: {422: a}', ['codes.yaml:1 rule: is not known; there are for, rules, codes']],
    ['rules: a', ['codes.yaml:1 rules: must be a list, or codes with what is said of each, as in 422: see ADR-12']],
    ['rules:\n  422:', ['codes.yaml:2 rules.422.text: is empty; say it in a few words']],
    ['rules:\n  422: [a]', ['codes.yaml:2 rules.422: must have fields of its own: code, text, link']],
    ['rules:\n  422:\n    link: https://a.example', ['codes.yaml:2 rules.422.text: is missing']],
    [
      'rules:\n  422:\n    text: a\n    txt: b',
      ['codes.yaml:4 rules.422.txt: is not known; there are code, text, link'],
    ],
    ['rules:\n  422:\n    text: a\n    text: b', ['codes.yaml:4 rules.422.text: stands here twice']],
    ['rules:\n  422: a\n  409: b\n  422: c', ['codes.yaml:4 rules.422: stands here twice']],
    [
      'rules:\n  42: a\n  600: b',
      [
        'codes.yaml:2 rules.42: is no HTTP status code; it has three digits, as in 422',
        'codes.yaml:3 rules.600: is no HTTP status code; it has three digits, as in 422',
      ],
    ],
    ['rules:\n- text: a', ['codes.yaml:2 rules.1.code: is missing']],
    [
      'rules:\n  422: {code: 422, text: a}',
      ['codes.yaml:2 rules.422.code: is said already by the name before the colon'],
    ],
    ['rules:\n  422: {text: {a: b}}', ['codes.yaml:2 rules.422.text: must be a text']],
    [`rules:\n  422: ${'x'.repeat(301)}`, ['codes.yaml:2 rules.422.text: has 301 characters; 300 is the most']],
    ['rules:\n  422: "a\\u202Eb"', ['codes.yaml:2 rules.422.text: has a character that nobody can see; type it again']],
    ['rules:\n  422: "a\\0b"', ['codes.yaml:2 rules.422.text: has a character that nobody can see; type it again']],
    [
      'rules:\n  422:\n    text: a\n    link: javascript:alert(1)',
      ['codes.yaml:4 rules.422.link: is no web address; it starts with https://, as in https://wiki.example/adr-12'],
    ],
    [
      'rules:\n  422:\n    text: a\n    link: https://ann:secret@a.example',
      ['codes.yaml:4 rules.422.link: holds a name or password; everybody would read it, so leave it out'],
    ],
    ['codes:\n  E1:\n    name: a', ['codes.yaml:2 codes.E1.meaning: is missing']],
    [
      'codes:\n  E1: x',
      ['codes.yaml:2 codes.E1: must have fields of its own: code, name, meaning, do, status, link, aliases'],
    ],
    [
      'codes:\n  E1: {name: a, meaning: b, status: 42}',
      ['codes.yaml:2 codes.E1.status: is no HTTP status code; it has three digits, as in 422'],
    ],
    [
      'codes:\n  404: {name: a, meaning: b}',
      ['codes.yaml:2 codes.404: is taken by HTTP; a code of your own looks like E1042 or PAY-7'],
    ],
    [
      'codes:\n  404.13: {name: a, meaning: b}',
      ['codes.yaml:2 codes.404.13: is taken by HTTP; a code of your own looks like E1042 or PAY-7'],
    ],
    [
      'codes:\n  5xx: {name: a, meaning: b}',
      ['codes.yaml:2 codes.5xx: is taken by HTTP; a code of your own looks like E1042 or PAY-7'],
    ],
    [
      'codes:\n  DECLINED: {name: a, meaning: b}',
      [
        'codes.yaml:2 codes.DECLINED: must have a digit in it, and else letters, digits, - _ and . only, as in E1042 or PAY-7',
      ],
    ],
    [
      'codes:\n  "E 1": {name: a, meaning: b}',
      [
        'codes.yaml:2 codes.E 1: must have a digit in it, and else letters, digits, - _ and . only, as in E1042 or PAY-7',
      ],
    ],
    [
      `codes:\n  E${'1'.repeat(32)}: {name: a, meaning: b}`,
      [`codes.yaml:2 codes.E${'1'.repeat(32)}: has 33 characters; 32 is the most`],
    ],
    [
      'codes:\n  PAY-7: {name: a, meaning: b}\n  pay_7: {name: a, meaning: b}',
      ['codes.yaml:3 codes.pay_7: is called like PAY-7, which stands above; a name belongs to one code'],
    ],
    [
      'codes:\n  E1: {name: a, meaning: b, aliases: [E2]}\n  E2: {name: a, meaning: b}',
      ['codes.yaml:3 codes.E2: is called like E1, which stands above; a name belongs to one code'],
    ],
    [
      'for: [ann]\nrules: {422: a}',
      ['codes.yaml:1 for: is no id of a Slack workspace (T0123ABCD) or a Discord server (17 to 20 digits)'],
    ],
    [
      'rules:\n  422: &a x\n  409: *a',
      [
        'codes.yaml:2 has an anchor (&), which has no use here; leave it out',
        'codes.yaml:3 repeats something by its name (*); write it out instead',
      ],
    ],
    ['rules:\n  422: !!binary x', ['codes.yaml:2 has a tag (!), which has no use here']],
    ['rules:\n  422: !x y', ['codes.yaml:2 has a tag (!), which has no use here']],
    ['rules:\n  [4, 22]: a', ['codes.yaml:2 has a name that is no word; a name stands before a colon']],
    ['rules:\n\t422: a', ['codes.yaml:2 is not valid YAML: Tabs are not allowed as indentation']],
  ])('with something wrong in it says what, and where: %j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('names everything that is wrong at once, in order', () => {
    const text =
      'codes:\n  404: {name: a}\n  E1: {name: a, meaning: b, colour: red}\nrules:\n  42: a\n  422:\n---\nfor: [x]\nrules: {1: a}';
    expect(problemsOf(text).map((line) => line.split(' ')[0])).toEqual(
      [2, 2, 3, 5, 6, 8, 9].map((line) => `codes.yaml:${line}`),
    );
  });

  it.each([
    ['[', 4_000],
    ['{a: ', 4_000],
    ['- ', 4_000],
    ['"', 4_000],
    ['&a ', 4_000],
    ['a: &a [*a,', 4_000],
    ['? ', 4_000],
    ['rules:\n', 4_000],
    ['--- \n', 4_000],
    ['[', MOST.file],
    ['{', MOST.file],
    ['- ', MOST.file],
  ])('of nothing but %j is refused in time', (piece, length) => {
    const before = performance.now();
    expect(problemsOf(piece.repeat(length / piece.length)).length).toBeGreaterThan(0);
    // A form of 4,000 characters takes about 0.1 s at worst; a whole file is read once, at the start.
    expect(performance.now() - before).toBeLessThan(length > 4_000 ? 15_000 : 2_000);
  });

  it('that would be billions when written out is refused as it stands', () => {
    const bomb = `a: &a [x,x]\n${Array.from('bcdefghij', (name, at) => `${name}: &${name} [*${'abcdefghi'[at]},*${'abcdefghi'[at]}]`).join('\n')}`;
    expect(problemsOf(bomb).some((line) => line.includes('has an anchor (&)'))).toBe(true);
  });

  it('has bounds', () => {
    expect(problemsOf('x'.repeat(MOST.file + 1))).toEqual([
      `codes.yaml:1 has ${MOST.file + 1} characters; ${MOST.file} is the most`,
    ]);
    expect(problemsOf('---\nrules: {422: a}\n'.repeat(51))[0]).toContain('has 51 documents; 50 is the most');
    const many = Array.from({ length: 2_001 }, (_, at) => `  E${at}: {name: a, meaning: b}`).join('\n');
    expect(problemsOf(`codes:\n${many}`)).toEqual(['codes.yaml:1 codes: has 2001 codes; 2000 is the most']);
    const steps = Array.from({ length: 6 }, () => 'a').join(', ');
    expect(problemsOf(`codes:\n  E1: {name: a, meaning: b, do: [${steps}]}`)).toEqual([
      'codes.yaml:2 codes.E1.do: has 6 entries; 5 is the most',
    ]);
  });
});

describe('what is written', () => {
  const words = (maxLength: number) =>
    fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 60) }),
        fc.constantFrom(
          'yes',
          'null',
          '12',
          '# x',
          '- a',
          'a: b',
          '"q"',
          "it's",
          '{x}',
          '&a',
          '*a',
          '!t',
          '|',
          '>',
          '%',
          '@x',
          '`x`',
          '---',
          '2026-11-25',
        ),
      )
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter(
        (text) =>
          text !== '' &&
          text.length <= maxLength &&
          !/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text),
      );
  const link = fc.option(
    fc.webUrl({ size: 'small' }).map((url) => new URL(url).href),
    { nil: null },
  );
  const code = fc.integer({ min: 100, max: 599 });
  const own = fc.record({
    code: fc.stringMatching(/^[A-Z]{1,5}[-_.]?\d{1,5}$/),
    name: words(MOST.name),
    meaning: words(MOST.meaning),
    advice: fc.array(words(MOST.step), { maxLength: 3 }),
    status: fc.option(code, { nil: null }),
    link,
    aliases: fc.constant<readonly string[]>([]),
  });
  const house = fc.record({
    rules: fc.uniqueArray(fc.record({ code, text: words(MOST.text), link }), {
      selector: (one) => one.code,
      maxLength: 5,
    }),
    codes: fc.uniqueArray(own, { selector: (one) => keyOf(one.code), maxLength: 4 }),
  });

  it('reads as it was, on lines that fit a message', () => {
    fc.assert(
      fc.property(house, (said) => {
        fc.pre(said.rules.length + said.codes.length > 0);
        const yaml = writeHouse(said);
        const read = houseOf(yaml);
        expect(read).toEqual({ rules: said.rules, codes: read.codes });
        expect(new Map(read.codes.map((one) => [one.code, one]))).toEqual(
          new Map(said.codes.map((one) => [one.code, one])),
        );
        for (const line of yaml.split('\n')) expect(line.length).toBeLessThan(2_600);
        for (const one of said.codes) {
          const inLine = writeCodeInLine(one);
          expect(inLine).not.toContain('\n');
          expect(houseOf(inLine).codes).toEqual([one]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing where there is nothing', () => {
    expect(writeHouse({ rules: [], codes: [] })).toBe('');
  });
});

describe('a look-up', () => {
  it.each(['E1042', 'e1042', 'Card declined', 'card_declined', 'CARD-DECLINED', 'Ｅ１０４２'])(
    'finds a code called %s',
    (name) => {
      const { codes, rules } = houseOf('codes: {E1042: {name: Card declined, meaning: a, aliases: [card_declined]}}');
      expect(sectionOf({ rules, codes }, null, 'x').called.get(keyOf(name))).toEqual(codes);
    },
  );
});
