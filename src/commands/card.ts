// What all answers have in common: the frame around their blocks, and the buttons that lead from one to the next.
import type { About, Answer, Block, Choice, Kind, Link, Tone } from '../answer/answer.ts';
import { shorten } from '../answer/fit.ts';
import type { Voice } from '../catalog/customer-words.ts';
import { classOf, confusedWith, registeredStatus, written } from '../catalog/index.ts';
import type { Source, StatusClass } from '../catalog/status.ts';
import type { CodeRef, Facet } from '../query/reading.ts';
import { titleOfCode } from './wording.ts';

/** Characters of a title: what Slack's header takes. */
const TITLE = 150;
/** Characters of a button's label, so that it fits a phone. */
const LABEL = 34;
/** Buttons under an answer: more than a person weighs at a glance helps nobody. */
const CHOICES = 6;
/** What every platform shows. */
const LINKS = 5;

export interface Card {
  readonly title: string;
  readonly subtitle?: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  readonly choices?: readonly Choice[];
  readonly sources?: readonly Source[];
  readonly about: About;
  readonly line?: string;
}

/** An answer that keeps the model's promises: nothing empty, nothing twice, labels and lists of a readable size. */
export function card({ title, blocks, choices = [], sources = [], ...rest }: Card): Answer {
  return {
    ...rest,
    title: shorten(title, TITLE),
    blocks: blocks.filter((block) => !isEmpty(block)),
    choices: uniqueBy(choices, ({ line }) => line)
      .slice(0, CHOICES)
      .map((choice) => ({ ...choice, label: shorten(choice.label, LABEL) })),
    links: uniqueBy(sources, ({ href }) => href)
      .slice(0, LINKS)
      .map(asLink),
    audience: 'room',
  };
}

/** A heading with its list; nothing at all where the list is empty. */
export function section(heading: string, items: readonly string[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', items: items.map((item) => [item]) },
      ];
}

/** What was understood, with the class of the first code. */
export function about(kind: Kind, codes: readonly number[]): About {
  const [first] = codes;
  return { kind, codes: [...new Set(codes)], class: first === undefined ? null : classOf(first) };
}

/** A button that opens the card of a code. */
export function openCard(ref: CodeRef): Choice {
  return { label: titleOfCode(ref), line: written(ref.code, ref.sub) };
}

const facetLabels: Readonly<Record<Facet, string>> = {
  overview: 'Overview',
  use: 'When to use',
  testers: 'For testers',
  retry: 'May I retry?',
  example: 'Example',
  constants: 'In code',
};

/** The line that asks for one side of a code. */
export function facetLine({ code, sub }: CodeRef, facet: Facet): string {
  const number = written(code, sub);
  switch (facet) {
    case 'overview':
      return number;
    case 'use':
      return `when to use ${number}`;
    case 'testers':
      return `${number} for testers`;
    case 'retry':
      return `retry ${number}`;
    case 'example':
      return `${number} example`;
    case 'constants':
      return `${number} in code`;
    default:
      return facet satisfies never;
  }
}

/** The quiet name of one side of a code, as on its button. */
export function facetLabel(facet: Facet): string {
  return facetLabels[facet];
}

const facets: readonly Facet[] = ['overview', 'use', 'testers', 'retry', 'example', 'constants'];

/** Buttons to the other sides of a registered code, those that most people want first. */
export function otherFacets(code: number, shown: Facet): readonly Choice[] {
  return facets
    .filter((facet) => facet !== shown && (facet !== 'retry' || asksToRetry(code)))
    .map((facet) => openFacet({ code }, facet));
}

/** The line that asks for a text to send to a customer; a friendly one needs no word. */
export function customerLine({ code, sub }: CodeRef, voice: Voice): string {
  return `reply ${written(code, sub)} customer${voice === 'friendly' ? '' : ` ${voice}`}`;
}

/** A button that opens such a text. */
export function openCustomer(ref: CodeRef): Choice {
  return { label: 'For a customer', line: customerLine(ref, 'friendly') };
}

/** A button that opens one side of a code. */
export function openFacet(ref: CodeRef, facet: Facet): Choice {
  return { label: facetLabels[facet], line: facetLine(ref, facet) };
}

/** Nobody asks whether to send again what has worked. */
export function asksToRetry(code: number): boolean {
  return registeredStatus(code)?.retry.rule !== 'pointless';
}

/** A button that compares two codes, seen from the card of the first. */
export function compareWith(code: number, other: number): Choice {
  return { label: `Compare with ${written(other)}`, line: comparison([code, other]) };
}

/** The line that compares codes: "401 vs 403". */
export function comparison(codes: readonly number[]): string {
  return codes.map((code) => written(code)).join(' vs ');
}

/** Buttons to the codes this one is most often taken for: common ones of its class, other common ones, then the rest. */
export function compareWithNeighbours(code: number, count: number): readonly Choice[] {
  const rank = (other: number) =>
    Number(registeredStatus(other)?.common ?? false) * 2 + Number(classOf(other) === classOf(code));
  return confusedWith(code)
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, count)
    .map((other) => compareWith(code, other));
}

export function listClass(statusClass: StatusClass): Choice {
  return { label: `All ${statusClass}xx codes`, line: `${statusClass}xx` };
}

function asLink({ title, href }: Source): Link {
  return { label: title, href };
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'text':
      return block.text.length === 0;
    case 'heading':
      return block.text === '';
    case 'facts':
      return block.facts.length === 0;
    case 'list':
      return block.items.length === 0;
    case 'table':
      return block.rows.length === 0;
    case 'bars':
      return block.bars.length === 0;
    case 'code':
      return block.source.trim() === '';
    default:
      return block satisfies never;
  }
}

function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return items.filter((item, at) => items.findIndex((other) => key(other) === key(item)) === at);
}
