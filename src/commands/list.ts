// "4xx", "40x", "list all status codes": a class, some of its codes, or all five classes.
import type { Answer, Block, Text } from '../answer/answer.ts';
import { classes, classInfo, classOf, registered, vendorStatuses, written } from '../catalog/index.ts';
import type { ClassInfo, RegisteredStatus } from '../catalog/status.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, listClass, openCard } from './card.ts';
import { className, titleOf, toneOf } from './wording.ts';

/** Up to so many codes are listed with their meaning; longer lists only name them. */
const WITH_MEANING = 12;
/** Buttons to single codes. */
export const CARDS = 5;
export const LEGEND = '★ marks the codes that every tester should know.';

export function answerList({ class: asked, beside, tens }: Extract<Reading, { kind: 'class' }>): Answer {
  if (asked === null) return allClasses();
  return beside === undefined ? oneClass(classInfo(asked), tens) : twoClasses(classInfo(asked), classInfo(beside));
}

/** "4xx vs 5xx": whose turn it is decides between any two classes, and their meanings say that. */
function twoClasses(one: ClassInfo, other: ClassInfo): Answer {
  const both = [one, other];
  return card({
    title: both.map((info) => `${info.class}xx`).join(' vs '),
    subtitle: both.map((info) => className(info.class)).join(' · '),
    tone: 'neutral',
    blocks: both.flatMap((info): readonly Block[] => [
      { kind: 'heading', text: `${info.class}xx: ${className(info.class)}` },
      { kind: 'text', text: [info.meaning] },
      { kind: 'list', items: commonOf(info).map((status) => [titleOf(status)]) },
    ]),
    choices: both.map((info) => listClass(info.class)),
    sources: both.map(({ source }) => source),
    about: {
      ...about(
        'class',
        both.flatMap(commonOf).map(({ code }) => code),
      ),
      class: one.class,
    },
    line: both.map((info) => `${info.class}xx`).join(' vs '),
  });
}

function commonOf(info: ClassInfo): readonly RegisteredStatus[] {
  return registered.filter(({ code, common }) => common && classOf(code) === info.class);
}

function oneClass(info: ClassInfo, tens: number | null): Answer {
  const belongs = (code: number) =>
    classOf(code) === info.class && (tens === null || Math.floor(code / 10) % 10 === tens);
  const codes = registered.filter(({ code }) => belongs(code));
  const vendors = vendorCodes(belongs);
  const pattern = `${info.class}${tens ?? 'x'}x`;
  const nothing = 'Nobody has given a code in this range a meaning.';
  return card({
    title: `${pattern}: ${className(info.class)}`,
    subtitle: `${codes.length === 0 ? 'No' : codes.length} registered ${codes.length === 1 ? 'code' : 'codes'}`,
    tone: toneOf([info.class * 100]),
    blocks: [
      { kind: 'text', text: [info.meaning] },
      { kind: 'list', items: codes.map(codes.length > WITH_MEANING ? marked : explained) },
      { kind: 'text', text: codes.some(({ common }) => common) ? [LEGEND] : [] },
      {
        kind: 'text',
        text: vendors.size === 0 ? [] : [{ strong: 'Not registered: ' }, [...vendors].map(owned).join(', '), '.'],
      },
      { kind: 'text', text: codes.length + vendors.size === 0 ? [nothing] : [] },
      { kind: 'text', text: [{ strong: 'A code you do not know? ' }, info.unknown] },
    ],
    choices: [...bestKnown(codes).map(openCard), ...(tens === null ? [] : [listClass(info.class)])],
    sources: [info.source],
    about: {
      ...about('class', codes.length > 0 ? codes.map(({ code }) => code) : [...vendors.keys()]),
      class: info.class,
    },
    line: pattern,
  });
}

function allClasses(): Answer {
  const common = classes.flatMap(commonOf);
  return card({
    title: 'The five classes of status codes',
    subtitle: `${registered.length} registered codes, ${common.length} of them common`,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: ['The first digit says how it went; these are the codes that every tester should know.'] },
      ...classes.flatMap((info): readonly Block[] => [
        { kind: 'text', text: [{ strong: `${info.class}xx ${className(info.class)}. ` }, info.meaning] },
        {
          kind: 'list',
          items: commonOf(info).map((status) => [titleOf(status)]),
        },
      ]),
    ],
    choices: classes.map((info) => listClass(info.class)),
    sources: classes.slice(0, 1).map(({ source }) => source),
    about: {
      ...about(
        'class',
        common.map(({ code }) => code),
      ),
      class: null,
    },
    line: 'list all status codes',
  });
}

/** A code with its star where it is common. */
export function marked(status: RegisteredStatus): Text {
  return status.common ? [{ strong: `${titleOf(status)} ★` }] : [titleOf(status)];
}

function explained(status: RegisteredStatus): Text {
  return [...marked(status), ` – ${status.meaning}`];
}

/** Vendors’ codes with all their owners, in order; substatuses belong to the code before the dot. */
function vendorCodes(belongs: (code: number) => boolean): ReadonlyMap<number, readonly string[]> {
  const known = new Set(registered.map(({ code }) => code));
  const rows = vendorStatuses.filter(({ code, sub }) => sub === undefined && belongs(code) && !known.has(code));
  const byCode = Map.groupBy(
    rows.toSorted((a, b) => a.code - b.code),
    ({ code }) => code,
  );
  return new Map([...byCode].map(([code, owners]) => [code, owners.map(({ owner }) => owner)]));
}

function owned([code, owners]: readonly [number, readonly string[]]): string {
  return `${written(code)} (${owners.join(', ')})`;
}

/** The codes of a list that are most likely looked for: common ones first. */
export function bestKnown(codes: readonly RegisteredStatus[]): readonly RegisteredStatus[] {
  return codes.toSorted((a, b) => Number(b.common) - Number(a.common)).slice(0, CARDS);
}
