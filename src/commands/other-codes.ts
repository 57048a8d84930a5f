// "gRPC 14", "ECONNREFUSED", "Cloudflare 1020": what a code of somebody else's means, and which status code belongs to it.
import type { Answer, Block, Choice, Fact, Text } from '../answer/answer.ts';
import {
  type Family,
  familiesWith,
  familyOf,
  type HttpLink,
  type OtherCode,
  otherCode,
} from '../catalog/other-codes/index.ts';
import type { OtherRef, Reading } from '../query/reading.ts';
import { about, card, comparison, openCard, section } from './card.ts';
import { either, faultWords, titleOfCode, toneOf } from './wording.ts';

const STATUS_DIGITS = 3;

interface Asked {
  readonly family: Family;
  readonly key: string;
  readonly code: OtherCode;
}

/** One in full, several one after the other, with the status codes held beside them last. */
export function answerOther({ refs, beside = [] }: Extract<Reading, { kind: 'other' }>): Answer {
  const asked = knownAmong(refs);
  const carriers = statusCodesOf(asked);
  const codes = [...beside, ...carriers];
  const [only, second] = asked;
  const single = second === undefined && beside.length === 0 ? only : undefined;
  const families = new Set(asked.map(({ family }) => family));
  const [family] = families;
  return card({
    title: single === undefined ? [...asked.map(shortly), ...beside.map(titleOf)].join(joint(beside)) : inTitle(single),
    subtitle:
      family !== undefined && families.size === 1 ? `${family.is}, not an HTTP status code` : 'No HTTP status codes',
    tone: toneOf(codes),
    blocks: [
      ...(single === undefined ? asked.flatMap(briefly) : inFull(single)),
      ...beside.flatMap((code) => held(code, asked)),
    ],
    choices: [...codes.map((code): Choice => openCard({ code })), ...[...families].map(openList)],
    sources: asked.flatMap(({ code }) => code.sources),
    about: aboutThem(asked, beside, carriers),
    line: lineOfAll(asked, beside),
  });
}

/** A pasted text without a status code, but with codes of somebody else's: they say why there is none. */
export function answerUncoded(refs: readonly OtherRef[]): Answer {
  const asked = knownAmong(refs);
  const [only, second] = asked;
  const families = [...new Set(asked.map(({ family }) => family))];
  return card({
    title: only === undefined || second !== undefined ? asked.map(shortly).join(', ') : inTitle(only),
    subtitle: 'In this text, which has no status code',
    tone: 'neutral',
    blocks: only === undefined || second !== undefined ? asked.flatMap(briefly) : inFull(only),
    choices: [...statusCodesOf(asked).map((code): Choice => openCard({ code })), ...families.map(openList)],
    sources: asked.flatMap(({ code }) => code.sources),
    about: about('none', []),
  });
}

/** Codes of somebody else's in a pasted text, below the status codes that stand in it. */
export function otherBlocks(refs: readonly OtherRef[]): readonly Block[] {
  // The code that the client really got stands above them.
  return knownAmong(refs).flatMap(({ family, key, code }) => [
    { kind: 'heading', text: inTitle({ family, key, code }) },
    { kind: 'text', text: [code.meaning] },
    ...code.received.slice(0, 1).map((advice): Block => ({ kind: 'text', text: [{ strong: 'Do now: ' }, advice] })),
  ]);
}

/** Where a number is no status code, but somebody else uses it: what it means there, and how to ask for that. */
export function askElsewhere(number: number): {
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
} {
  const meant = knownAmong(familiesWith(String(number)).map(({ id }) => ({ family: id, key: String(number) })));
  if (meant.length === 0) return { blocks: [], choices: [] };
  return {
    blocks: [
      { kind: 'text', text: ['Elsewhere it has a meaning:'] },
      {
        kind: 'list',
        items: meant.map(
          (asked): Text => [{ strong: inTitle(asked) }, `. ${asked.family.is}: ask for `, { code: lineOf(asked) }, '.'],
        ),
      },
    ],
    choices: meant.map((asked) => ({ label: shortly(asked), line: lineOf(asked) })),
  };
}

/**
 * How a code is asked for: "grpc 14", "ECONNREFUSED". curl shows status codes, too, so that one of three digits is asked
 * for as curl writes it.
 */
export function lineOf({ family, key }: Pick<Asked, 'family' | 'key'>): string {
  if (family.id === 'curl' && key.length === STATUS_DIGITS) return `curl: (${key})`;
  return `${family.prefix} ${key}`.trim();
}

/** "gRPC 14: UNAVAILABLE"; the key alone where its name says no more. */
export function inTitle({ family, key, code }: Asked): string {
  return `${shortly({ family, key })}: ${code.name}`;
}

/** What the catalog knows of these, in their order. */
export function knownAmong(refs: readonly OtherRef[]): readonly Asked[] {
  return refs.flatMap(({ family, key }) => {
    const code = otherCode(family, key);
    return code === undefined ? [] : [{ family: familyOf(family), key: spelled(code, key), code }];
  });
}

/** A key as the catalog writes it. */
function spelled(code: OtherCode, key: string): string {
  return code.keys.find((own) => own.toLowerCase() === key.toLowerCase()) ?? key;
}

/** "gRPC 14", "net::ERR_FAILED". */
function shortly({ family: { label }, key }: Pick<Asked, 'family' | 'key'>): string {
  return label.endsWith('::') ? `${label}${key}` : `${label} ${key}`.trim();
}

function titleOf(code: number): string {
  return titleOfCode({ code });
}

function joint(beside: readonly number[]): string {
  return beside.length > 0 ? ' vs ' : ', ';
}

/**
 * For programs: a status code where one belongs to it. Without one, what comes inside an HTTP response is a number that is
 * no status code, and the rest nothing of HTTP.
 */
function aboutThem(asked: readonly Asked[], beside: readonly number[], carriers: readonly number[]): Answer['about'] {
  if (beside.length > 0) return about('compare', [...beside, ...carriers]);
  if (carriers.length > 0) return about('status', carriers);
  const numbers = asked.filter(({ family }) => family.carried).map(({ key }) => Number(key));
  return numbers.length > 0 && numbers.every(Number.isInteger)
    ? { kind: 'unassigned', codes: numbers, class: null }
    : about('none', []);
}

/** At most what a button carries. */
const LINE = 100;

function lineOfAll(asked: readonly Asked[], beside: readonly number[]): string {
  const [first] = asked;
  const same =
    first !== undefined && first.family.prefix !== '' && asked.every(({ family }) => family === first.family);
  const keys = asked.map(({ key }) => key);
  const line = same && asked.length > 1 ? `${first.family.prefix} ${keys.join(' ')}` : asked.map(lineOf).join(' vs ');
  const whole = beside.length === 0 ? line : `${line} vs ${comparison(beside)}`;
  return whole.length <= LINE || first === undefined ? whole : lineOf(first);
}

function openList(family: Family): Choice {
  return { label: family.many, line: family.listLine };
}

function statusCodesOf(asked: readonly Asked[]): readonly number[] {
  return [...new Set(asked.flatMap(({ code }) => code.http.map((link) => link.code)))];
}

function inFull(asked: Asked): readonly Block[] {
  const { key, code } = asked;
  const others = code.keys.filter((other) => other !== key);
  const [link, second] = code.http;
  const facts: readonly Fact[] = [
    ...(second === undefined ? [{ label: 'Status code', value: [carrier(asked, link)] }] : []),
    { label: 'Fault', value: [faultWords[code.fault]] },
    ...(others.length === 0 ? [] : [{ label: 'The same', value: [either(others)] }]),
    ...madeOf(asked),
  ];
  return [
    { kind: 'text', text: [code.meaning] },
    ...section('Usually', code.causes),
    ...section('Do now', code.received),
    ...(second === undefined
      ? []
      : section(
          'Status codes',
          code.http.map((one) => carrier(asked, one)),
        )),
    { kind: 'facts', facts },
  ];
}

function briefly(asked: Asked): readonly Block[] {
  const { code } = asked;
  const [advice = ''] = code.received;
  const [link] = code.http;
  return [
    { kind: 'heading', text: inTitle(asked) },
    { kind: 'text', text: [code.meaning] },
    {
      kind: 'list',
      items: [
        [{ strong: 'Do now:' }, ` ${advice}`],
        [{ strong: 'Status code:' }, ` ${carrier(asked, link)}`],
      ],
    },
  ];
}

/** Where the way it is carried is the family's rule, the code says enough. */
function carrier({ family, code }: Asked, link: HttpLink | undefined): string {
  if (link === undefined) return code.without ?? family.without;
  return family.id === 'cloudflare' ? titleOf(link.code) : `${titleOf(link.code)}, ${link.when}`;
}

/** The status codes of which a client of that protocol makes this one, where no answer of its own came. */
function madeOf({ family, code }: Asked): readonly Fact[] {
  const rule = family.fromHttp;
  if (rule === undefined) return [];
  const [key] = code.keys;
  const codes = [...rule.keys].filter(([, made]) => made === key).map(([status]) => String(status));
  const made = key === rule.otherwise ? 'any code without a rule' : either(codes);
  return made === ''
    ? []
    : [{ label: 'Made of HTTP', value: [`${made}, where an answer has no ${family.label} status`] }];
}

/** How a status code stands to the codes it is held beside. */
function held(status: number, asked: readonly Asked[]): readonly Block[] {
  const said = asked.map((one): Text => {
    const link = one.code.http.find(({ code }) => code === status);
    const [usual] = one.code.http;
    if (link !== undefined) return [{ strong: shortly(one) }, `: it belongs to it, ${link.when}.`];
    return [
      { strong: shortly(one) },
      usual === undefined ? ': it has no status code.' : `: its own is ${titleOf(usual.code)}.`,
    ];
  });
  return [
    { kind: 'heading', text: titleOf(status) },
    { kind: 'text', text: ['A status code of HTTP. How it stands to what is above:'] },
    { kind: 'list', items: said },
  ];
}
