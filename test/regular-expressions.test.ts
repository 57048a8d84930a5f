// No regular expression of the sources can backtrack: each literal is judged, and each that is put together.
import { describe, expect, it } from 'vitest';
import { backtracking, type Pattern } from './backtracking.ts';
import { isLinear } from './linear.ts';
import { isNode, lineOf, nameOf, nodesOf, type SourceNode, sourceFiles } from './sources.ts';

interface Placed extends Pattern {
  /** "query/read.ts:31" */
  readonly at: string;
}

/** What the judge finds and what is fine all the same: where, how the pattern begins, and why. */
interface Excuse {
  readonly file: string;
  readonly begins: string;
  readonly why: 'question' | 'playground' | 'measured';
}

/**
 * `question`: it reads a question, of which 600 characters are read (query/words.ts; commands/house.ts has 140), and a
 * square of that is nothing.
 * `playground`: it reads posts of Teapot’s own on the simulated platforms, of 4,000 characters, on somebody’s own machine.
 * `measured`: a lookaround, which the judge does not see, keeps it linear; measured below.
 */
const EXCUSED: readonly Excuse[] = [
  { file: 'commands/house.ts', begins: '^(?:please |hey |hi )?(?:what(', why: 'question' },
  { file: 'query/codes.ts', begins: '(?<![\\w./#-])([1-5]\\d{2}(?:[/\\-,]', why: 'question' },
  { file: 'query/readers/classes.ts', begins: '\\b(?:server|servers|backend)\\b.*', why: 'question' },
  { file: 'query/readers/classes.ts', begins: '\\b(?:client|caller|requester)\\b.*', why: 'question' },
  { file: 'query/readers/codes.ts', begins: '^[\\s,/&]*(?:or|and', why: 'question' },
  { file: 'query/readers/doubts.ts', begins: '\\b(?:(?:seems?|feels?', why: 'question' },
  { file: 'query/readers/doubts.ts', begins: "\\bshould(?:n'?t| not)?", why: 'question' },
  { file: 'playground/discord/markdown.ts', begins: '```(?:([a-z0-9_+', why: 'playground' },
  { file: 'playground/discord/markdown.ts', begins: '(?<ticks>`+)', why: 'playground' },
  { file: 'playground/slack/message.ts', begins: '(?<![\\p{L}\\p{N}`])`', why: 'playground' },
  { file: 'commands/mask.ts', begins: '(-----BEGIN [A-Z\\d ]{0,40}PRIVATE KEY', why: 'measured' },
];

/** What `measured` stands for: texts that would be squares without the lookaround. */
const hostile: Readonly<Record<string, readonly string[]>> = {
  'commands/mask.ts': [
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----x-',
    '-----BEGIN PRIVATE KEY-----\n--',
  ],
};

/** Put together when they are needed, of parts that nobody types. */
const LATER: Readonly<Record<string, string>> = {
  'query/read.ts': 'a code of three digits',
  'quiz/questions/exchange.ts': 'a code of three digits',
  'commands/snippets/literals.ts': 'a pattern out of the catalog, tried when a snippet is written',
  'platforms/slack/listen.ts': 'the names of commands, letters and digits (commands.ts), escaped',
  'playground/discord/rest.ts': 'the routes of the simulated Discord',
};

const literals: readonly Placed[] = [...sourceFiles].flatMap(([file, source]) =>
  nodesOf(source).flatMap((node) => {
    const { pattern, flags } = { ...(node.type === 'Literal' ? (node['regex'] as object | undefined) : undefined) } as {
      pattern?: string;
      flags?: string;
    };
    if (pattern === undefined) return [];
    return [{ at: `${file}:${lineOf(source, node)}`, source: pattern, flags: flags ?? '' }];
  }),
);

/** Whether it makes a regular expression of a text. */
function isConstructor(node: SourceNode): boolean {
  return (node.type === 'NewExpression' || node.type === 'CallExpression') && nameOf(node['callee']) === 'RegExp';
}

const constructed: readonly string[] = [...sourceFiles].flatMap(([file, source]) =>
  nodesOf(source)
    .filter(isConstructor)
    .map((node) => `${file}:${lineOf(source, node)}`),
);

const PLACE = /\/src\/([^:)\s]+:\d+)/;

/** Those that are put together while the sources load, and where. */
async function built(): Promise<readonly Placed[]> {
  const RealRegExp = globalThis.RegExp;
  const found: Placed[] = [];
  const note = (made: RegExp): RegExp => {
    const at = (new Error().stack ?? '').split('\n').find((line) => PLACE.test(line)) ?? '';
    found.push({ at: PLACE.exec(at)?.[1] ?? '', source: made.source, flags: made.flags });
    return made;
  };
  globalThis.RegExp = new Proxy(RealRegExp, {
    construct: (_, given) => note(Reflect.construct(RealRegExp, given) as RegExp),
    apply: (_, self, given) => note(Reflect.apply(RealRegExp, self, given) as RegExp),
  });
  try {
    for (const file of new Set(constructed.map((at) => at.replace(/:\d+$/, ''))))
      await import(/* @vite-ignore */ new URL(`../src/${file}`, import.meta.url).href);
  } finally {
    globalThis.RegExp = RealRegExp;
  }
  return found.filter(({ at }) => at !== '');
}

const loaded = await built();
const all = [...literals, ...loaded];

function excuseFor({ at, source }: Placed): Excuse | undefined {
  return EXCUSED.find(({ file, begins }) => at.startsWith(`${file}:`) && source.startsWith(begins));
}

describe('the regular expressions of the sources', () => {
  it('are found', () => {
    expect(literals.length).toBeGreaterThan(600);
    expect(loaded.length).toBeGreaterThan(100);
    // Nobody calls it by another name, which would not be found here.
    const named = [...sourceFiles].flatMap(([file, source]) =>
      nodesOf(source)
        .filter((node) => nameOf(node['init']) === 'RegExp' || nameOf(node['right']) === 'RegExp')
        .map(() => file),
    );
    expect(named).toEqual([]);
  });

  it('that are put together are put together while they load, or of parts that nobody types', () => {
    const seen = new Set(loaded.map(({ at }) => at));
    const unseen = constructed.filter((at) => !seen.has(at)).map((at) => at.replace(/:\d+$/, ''));
    expect(unseen.toSorted()).toEqual(Object.keys(LATER).toSorted());
  });

  it('cannot backtrack', () => {
    const problems = all.flatMap((one) => {
      const found = backtracking(one);
      const excused = excuseFor(one) !== undefined && found.every((problem) => problem.startsWith('polynomial'));
      return found.length === 0 || excused ? [] : [`${one.at} /${one.source}/${one.flags} ${found.join('; ')}`];
    });
    expect(problems).toEqual([]);
  });

  it('are excused only where there is something to excuse', () => {
    const needed = new Set(all.filter((one) => backtracking(one).length > 0).map(excuseFor));
    expect(EXCUSED.filter((excuse) => !needed.has(excuse))).toEqual([]);
  });

  const measured = EXCUSED.filter(({ why }) => why === 'measured');

  it.each(measured)('of $file take work that grows with the text: $begins', (excuse) => {
    const texts = hostile[excuse.file] ?? expect.unreachable(`no text for ${excuse.file}`);
    for (const { source, flags } of all.filter((one) => excuseFor(one) === excuse))
      for (const text of texts)
        expect(isLinear((long) => long.replace(new RegExp(source, flags), ''), text.repeat(6_000))).toBe(true);
  });
});

describe('the judge', () => {
  it.each([
    '(a+)+$',
    '^(?:a|a)*$',
    '^(?:a|aa)+$',
    '^(?:a|b|ab)*c',
    '^(?:\\s*\\w+\\s*)+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(x+x+)+y',
    '(?=(?:a+)+$)',
    '^(?:a{0,200}){0,200}b',
    '^(?:foo|fo|o)*$',
  ])('calls %s exponential', (source) => {
    expect(backtracking({ source, flags: '' }).join()).toContain('exponential');
  });

  it.each([
    ['\\s+$', ''],
    ['^\\s*x', 'm'],
    ['a*a*b', ''],
    ['foo.*bar', ''],
    ['<[^>]*>', ''],
    ['\\d{0,400}\\w{0,400}!', ''],
    ['^\\s*(.*)$', ''],
    ['\\b[\\w-]{17,}\\.', ''],
  ])('calls %s polynomial', (source, flags) => {
    expect(backtracking({ source, flags }).join()).toContain('polynomial');
  });

  it.each([
    ['^\\s*x', ''],
    ['(?<!\\s)\\s+$', ''],
    ['^(?:a|b|cd)*$', ''],
    ['^(?:an? |the )*x', ''],
    ['\\bfail\\w*\\b', ''],
    ['<[^<>]*>', ''],
    ['foo.*', ''],
    ['foo.*bar', 'y'],
    ['[^"]{0,400}"[^"]{0,400}"', ''],
    ['\\p{L}+', 'u'],
  ])('lets %s pass', (source, flags) => {
    expect(backtracking({ source, flags })).toEqual([]);
  });
});

it('knows a node when it sees one', () => {
  expect([isNode(null), isNode('x'), isNode({ type: 1 }), isNode({ type: 'Literal' })]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
