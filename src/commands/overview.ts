// The short card of a code: what it means, what to do now, and every owner of the number.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import { classOf, registeredStatus, vendorStatusesOf, written } from '../catalog/index.ts';
import type { RegisteredStatus, VendorStatus } from '../catalog/status.ts';
import type { Facet } from '../query/reading.ts';
import {
  about,
  card,
  compareWithNeighbours,
  facetLine,
  listClass,
  openCard,
  openCustomer,
  otherFacets,
  section,
} from './card.ts';
import { inStackFirst, ownerIn, type Stack } from './in-stack.ts';
import { substatusRanges } from './substatuses.ts';
import { bodyWords, cacheWords, className, faultWords, titleOf, toneOf } from './wording.ts';

/** Pieces of advice on a card: what somebody reads before acting. */
const ADVICE = 3;
const COMPARISONS = 2;
/** Sides of a code whose buttons come before any comparison. */
const FIRST_SIDES = 3;

/** A registered code; vendors that gave the same number a meaning of their own are named below it. */
/** @param stack its vendors come first, and are said to be in it */
export function registeredOverview(status: RegisteredStatus, stack: Stack = []): Answer {
  const vendors = inStackFirst(vendorStatusesOf(status.code), stack);
  return card({
    title: titleOf(status),
    subtitle: `${classWords(status.code)} · ${standing(status)}`,
    tone: toneOf([status.code]),
    blocks: [
      { kind: 'text', text: [status.meaning] },
      ...section('Do now', status.received.slice(0, ADVICE)),
      {
        kind: 'facts',
        facts: [
          { label: 'Fault', value: [faultWords[status.fault]] },
          { label: 'Body', value: [bodyWords[status.body.rule]] },
          { label: 'Cacheable', value: [cacheWords[status.cache.rule]] },
          { label: 'Retry', value: [status.retry.after] },
        ],
      },
      ...alsoUsed(vendors, stack),
      ...substatuses(status.code),
    ],
    choices: withComparisons(otherFacets(status.code, 'overview'), status.code),
    sources: [...status.sources, ...vendors.flatMap(({ sources }) => sources.slice(0, 1))],
    about: about('status', [status.code]),
    line: written(status.code),
  });
}

/** The first comparison before the last sides: where a platform shows fewer buttons, the example still leads to those. */
function withComparisons(sides: readonly Choice[], code: number): readonly Choice[] {
  const [first, ...others] = compareWithNeighbours(code, COMPARISONS);
  return [
    ...sides.slice(0, FIRST_SIDES),
    ...(first === undefined ? [] : [first]),
    ...sides.slice(FIRST_SIDES),
    ...others,
  ];
}

/**
 * A number that only vendors gave a meaning; all of them are shown, one after the other.
 * @param owners in the order in which they are shown
 * @param facet the side that was asked for: vendors' codes have only this card, and it says so
 */
export function vendorOverview(
  owners: readonly [VendorStatus, ...VendorStatus[]],
  facet: Facet,
  stack: Stack = [],
): Answer {
  const [first, ...others] = owners;
  const names = new Set(owners.map(({ name }) => name));
  const parent = first.sub === undefined ? undefined : registeredStatus(first.code);
  return card({
    title: names.size === 1 ? titleOf(first) : `${titleOf(first)}, one of ${names.size} meanings`,
    subtitle:
      parent === undefined
        ? `${classWords(first.code)} · ${owners.map((one) => ownerIn(stack, one)).join(', ')} · not registered`
        : `${first.owner} substatus of ${titleOf(parent)}`,
    tone: toneOf([first.code]),
    blocks: [
      ...(facet === 'overview' ? [] : [onlyCard(written(first.code, first.sub))]),
      ...(others.length === 0 ? onlyOwner(first, parent) : owners.flatMap((one) => oneOwner(one, stack))),
      ...(first.sub === undefined ? substatuses(first.code) : []),
    ],
    choices: [
      ...(parent === undefined ? compareWithNeighbours(first.code, COMPARISONS) : [openCard({ code: first.code })]),
      openCustomer(first),
      ...(classOf(first.code) === null ? [] : [listClass(classOf(first.code) ?? 4)]),
    ],
    sources: owners.length === 1 ? first.sources : owners.flatMap(({ sources }) => sources.slice(0, 1)),
    about: about('status', [first.code]),
    line: facetLine(first, facet),
  });
}

function onlyCard(number: string): Block {
  const why = 'there is no standard to test it against and no constant for it.';
  return { kind: 'text', text: [`${number} is no registered code: ${why} This is what is known.`] };
}

function onlyOwner(status: VendorStatus, parent: RegisteredStatus | undefined): readonly Block[] {
  return [
    { kind: 'text', text: [status.meaning] },
    ...section('Usual causes', status.causes.slice(0, ADVICE)),
    ...section('Do now', status.received.slice(0, ADVICE)),
    {
      kind: 'facts',
      facts: [
        { label: 'Fault', value: [faultWords[status.fault]] },
        { label: 'Seen', value: [seen(status)] },
        ...(parent === undefined ? [] : [{ label: titleOf(parent), value: [parent.meaning] }]),
      ],
    },
  ];
}

/** One of several owners: shorter, since the others are waiting below. */
function oneOwner(status: VendorStatus, stack: Stack): readonly Block[] {
  const [cause = ''] = status.causes;
  const [advice = ''] = status.received;
  return [
    { kind: 'heading', text: `${ownerIn(stack, status)}: ${status.name}` },
    { kind: 'text', text: [status.meaning] },
    {
      kind: 'list',
      items: [
        [{ strong: 'Usual cause:' }, ` ${cause}`],
        [{ strong: 'Do now:' }, ` ${advice}`],
        [{ strong: 'Seen:' }, ` ${seen(status)}.`],
      ],
    },
  ];
}

function alsoUsed(vendors: readonly VendorStatus[], stack: Stack): readonly Block[] {
  if (vendors.length === 0) return [];
  const items = vendors.map(
    ({ owner, name, meaning, received: [advice = ''] }): Text => [
      { strong: `${ownerIn(stack, { owner })}: ${name}.` },
      ` ${meaning} ${advice}`,
    ],
  );
  return [
    { kind: 'heading', text: 'The same number elsewhere' },
    { kind: 'list', items },
  ];
}

/** Says which numbers are known and that others are not: whoever asked for 404.99 is answered with this card of 404. */
function substatuses(code: number): readonly Block[] {
  const known = substatusRanges(code);
  if (known.length === 0) return [];
  return [{ kind: 'text', text: ['IIS says more after a dot. Ask for ', ...known, '; I know no others.'] }];
}

function seen({ seen: where, owner }: VendorStatus): string {
  if (where === 'client') return 'only in what the client shows; no server sends it';
  return where === 'log' ? `only in the logs of ${owner}` : 'in responses';
}

/** Numbers outside 100-599 belong to no class: 000, 783 and 999. */
function classWords(code: number): string {
  const statusClass = classOf(code);
  return statusClass === null ? 'No HTTP class' : className(statusClass);
}

function standing({ common, standing: state }: RegisteredStatus): string {
  switch (state) {
    case 'registered':
      return common ? 'common' : 'registered';
    case 'temporary':
      return 'registered for the time being';
    case 'unused':
      return 'reserved, not in use';
    default:
      return state satisfies never;
  }
}
