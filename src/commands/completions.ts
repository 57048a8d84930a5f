// What is offered while somebody is still typing.
import type { Choice } from '../answer/answer.ts';
import { shorten } from '../answer/fit.ts';
import { walk } from '../catalog/decisions.ts';
import { classes, isRegistered, meaningsOf, written } from '../catalog/index.ts';
import type { Section } from '../house/house.ts';
import { complete, completeComparison } from '../query/complete.ts';
import { completeOthers } from '../query/other-codes/completions.ts';
import { read } from '../query/read.ts';
import type { CodeRef, Facet } from '../query/reading.ts';
import { completeStack, sayStack, writeStack } from '../query/stack/stack-line.ts';
import { suggestZones } from '../quiz/zones.ts';
import { asksToRetry, comparison, facetLabel, facetLine, openCustomer } from './card.ts';
import { choiceLine } from './choose.ts';
import { inTitle, knownAmong, lineOf } from './other-codes.ts';
import { completeOwn, completeRules } from './rules/completions.ts';
import { className, titleOf, titleOfCode } from './wording.ts';

/** Discord's most for autocomplete, in number and in characters of a name or value. */
const CHOICES = 25;
const LENGTH = 100;

const classPattern = /^\s*([1-5])(?:x{1,2}|\*{1,2})\s*$/i;
/** Letters after which nobody means “choices”. */
const CHOOSE_BEGINS = 5;
const spaces = /\s+/g;
/** A line that begins with what is to be done, and then the code that is still being typed. */
const deedPattern = /^\s*(retry|test|reply|rule)(?:\s+(\S.*)?)?$/i;

const stackPattern = /^\s*stack\s(.*)$/is;

/**
 * At most 25 lines to ask, best first; whatever was typed can always be asked as it is.
 * @param sections rules and own codes of a file that hold where somebody types
 */
export function completeLine(typed: string, sections: readonly Section[] = []): readonly Choice[] {
  const digit = classPattern.exec(typed)?.[1];
  const info = classes.find((one) => String(one.class) === digit);
  if (info !== undefined)
    return [{ label: `${info.class}xx ${className(info.class)}: all its codes`, line: `${info.class}xx` }];
  const answers = completedChoice(typed);
  if (answers.length > 0) return answers;
  const stacks = completedStack(typed);
  if (stacks.length > 0) return stacks;
  const deeds = [...completeRules(typed), ...completedDeed(typed)].slice(0, CHOICES);
  if (deeds.length > 0) return deeds;
  const comparisons = completeComparison(typed).map(compared);
  const others = comparisons.length > 0 ? [] : completedOthers(typed);
  const choices = comparisons.length > 0 ? comparisons : complete(typed).map(named);
  // Who has typed “grpc” or “ECONN” means no name of a status code that resembles it.
  const all = [...completeOwn(typed, sections), ...others, ...choices].slice(0, CHOICES);
  return all.length > 0 ? all : asTyped(typed);
}

/** "choose yes": the two answers to the next question; the record where there is none. */
function completedChoice(typed: string): readonly Choice[] {
  const begun = typed.slice(0, LENGTH).trim().toLowerCase();
  if (begun.length >= CHOOSE_BEGINS && 'choose'.startsWith(begun))
    return [{ label: 'Which code? A few questions with yes or no lead to it', line: choiceLine([]) }];
  const reading = begun.startsWith('choose') ? read(begun) : null;
  if (reading?.kind !== 'choose') return [];
  const { steps, at } = walk(reading.answers);
  const given = steps.map(({ answer }) => answer);
  if (typeof at === 'number') return [{ label: `${titleOfCode({ code: at })}: the record`, line: choiceLine(given) }];
  return (['yes', 'no'] as const).map((answer) => ({
    label: shorten(`${answer === 'yes' ? 'Yes' : 'No'}: ${at.question}`, LENGTH),
    line: choiceLine([...given, answer]),
  }));
}

/** "stack alb ng": "Stack: AWS ALB → nginx". */
function completedStack(typed: string): readonly Choice[] {
  const said = stackPattern.exec(typed)?.[1];
  if (said === undefined) return [];
  return completeStack(said)
    .map((stack) => ({ label: shorten(`Stack: ${sayStack(stack)}`, LENGTH), line: `stack ${writeStack(stack)}` }))
    .filter(({ line }) => line.length <= LENGTH)
    .slice(0, CHOICES);
}

/** "retry 5": "May I retry? 504 Gateway Timeout"; "reply 5": "For a customer: 503 Service Unavailable". */
function completedDeed(typed: string): readonly Choice[] {
  const [, deed = '', rest = ''] = deedPattern.exec(typed) ?? [];
  if (deed === '') return [];
  const offer = offers[deed.toLowerCase()] ?? (() => null);
  return complete(rest)
    .filter(({ sub }) => sub === undefined)
    .map(offer)
    .filter((choice) => choice !== null)
    .map(({ label, line }) => ({ label: shorten(label, LENGTH), line }));
}

const offers: Readonly<Record<string, (ref: CodeRef) => Choice | null>> = {
  retry: (ref) => (asksToRetry(ref.code) ? offerFacet(ref, 'retry') : null),
  test: (ref) => offerFacet(ref, 'testers'),
  rule: (ref) => ({ label: `House rule for ${titleOfCode(ref)}`, line: `rule ${ref.code}` }),
  reply: (ref) => {
    const { label, line } = openCustomer(ref);
    return { label: `${label}: ${titleOfCode(ref)}`, line };
  },
};

function offerFacet(ref: CodeRef, facet: Facet): Choice {
  return { label: `${facetLabel(facet)} ${titleOfCode(ref)}`, line: facetLine(ref, facet) };
}

/** "gRPC 14: UNAVAILABLE — The service cannot be reached at the moment". */
function completedOthers(typed: string): readonly Choice[] {
  const { lists, refs } = completeOthers(typed);
  return [
    ...lists.map(({ many, listLine }): Choice => ({ label: shorten(`${many}: all of them`, LENGTH), line: listLine })),
    ...knownAmong(refs).map(
      (asked): Choice => ({
        label: shorten(`${inTitle(asked)} — ${asked.code.meaning}`, LENGTH),
        line: lineOf(asked).slice(0, LENGTH),
      }),
    ),
  ];
}

/** At most 25 time zones for what is being typed, best first; nothing where it is none. */
export function completeZone(typed: string): readonly Choice[] {
  return suggestZones(typed.slice(0, LENGTH)).map((zone) => ({ label: zone, line: zone }));
}

/** "404 Not Found — The server has nothing at this address". */
function named({ code, sub }: CodeRef): Choice {
  const [status, ...others] = meaningsOf(code, sub);
  const number = written(code, sub);
  if (status === undefined) return { label: number, line: number };
  const owners = [status, ...others].filter((one) => !isRegistered(one)).map(({ owner }) => owner);
  const whose = isRegistered(status) ? '' : ` (${owners.join(', ')})`;
  return { label: shorten(`${titleOf(status)}${whose} — ${status.meaning}`, LENGTH), line: number };
}

function compared(codes: readonly number[]): Choice {
  return { label: shorten(codes.map((code) => titleOfCode({ code })).join(' vs '), LENGTH), line: comparison(codes) };
}

function asTyped(typed: string): readonly Choice[] {
  const line = typed.replace(spaces, ' ').trim().slice(0, LENGTH).trim();
  return line === '' ? [] : [{ label: shorten(`Ask: ${line}`, LENGTH), line }];
}
