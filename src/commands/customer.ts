// "reply 503 customer": a text that can be sent as it is to somebody who is no developer.
import type { Answer, Block } from '../answer/answer.ts';
import {
  type CustomerRow,
  customerWords,
  type Language,
  type Side,
  type Step,
  type Voice,
} from '../catalog/customer-words.ts';
import { classOf, isRegistered, meaningsOf, written } from '../catalog/index.ts';
import type { Fault, RetryRule } from '../catalog/status.ts';
import type { CodeRef, Reading } from '../query/reading.ts';
import { about, asksToRetry, card, customerLine, openCard, openFacet } from './card.ts';
import { basisOf } from './retry/verdict.ts';
import { knownOf, titleOfCode, toneOf, unknownSubstatus } from './wording.ts';

export function answerCustomer(asked: Extract<Reading, { kind: 'customer' }>): Answer {
  const { voice } = asked;
  const ref = knownOf(asked);
  const { code, sub } = ref;
  const known = meaningsOf(code, sub).length > 0;
  const other = voice === 'friendly' ? 'formal' : 'friendly';
  return card({
    title: `For a customer who met ${written(code, sub)}`,
    subtitle: `${known ? titleOfCode(ref) : 'Not assigned'} · ${voice}, to copy as it is`,
    tone: toneOf([code]),
    blocks: [...unknownSubstatus(asked), { kind: 'code', source: customerText(ref, voice) }, ...doubts(ref)],
    choices: [
      { label: `In a ${other} voice`, line: customerLine(ref, other) },
      openCard(ref),
      ...(sub === undefined && known && asksToRetry(code) ? [openFacet(ref, 'retry')] : []),
    ],
    about: about(known ? 'status' : 'unassigned', [code]),
    line: customerLine(ref, voice),
  });
}

/**
 * What happened and whose side it is on, what to try, and what to send if it goes on: three paragraphs, at most 90 words.
 * A row of its own goes before what follows from fault, class and retry rule.
 * @param ref one that the catalog knows, or any number from 100 to 599
 */
export function customerText({ code, sub }: CodeRef, voice: Voice, language: Language = 'en'): string {
  const words = customerWords[language];
  const number = written(code, sub);
  const row = rowFor(number, language);
  const fault = faultOf({ code, sub });
  const side = row?.side ?? sides[fault];
  const what = row?.what ?? (fault === 'nobody' ? words.classes[quietClass(code)] : words.faults[fault]);
  const now = row?.now ?? words.steps[stepOf(fault, basisOf(code).rule)];
  const when = words.when[side === 'fine' ? 'fine' : 'trouble'];
  return [
    `${words.opening[voice]} ${what[voice]} (code ${number}). ${words.sides[side][voice]}`,
    now[voice],
    `${when[voice]} ${words.send[voice]}`,
  ].join('\n\n');
}

function rowFor(number: string, language: Language = 'en'): CustomerRow | undefined {
  return customerWords[language].rows.find(({ codes }) => codes.includes(number));
}

const sides: Readonly<Record<Fault, Side>> = { nobody: 'fine', client: 'sent', server: 'ours', between: 'way' };

/** What nobody has given a meaning counts as its class says (RFC 9110 §15); outside of all classes, as a server error. */
function faultOf({ code, sub }: { readonly code: number; readonly sub: number | undefined }): Fault {
  const own = meaningsOf(code, sub)[0]?.fault;
  if (own !== undefined) return own;
  const statusClass = classOf(code);
  if (statusClass === 4) return 'client';
  return statusClass === 5 || statusClass === null ? 'server' : 'nobody';
}

function quietClass(code: number): 1 | 2 | 3 {
  const statusClass = classOf(code);
  return statusClass === 1 || statusClass === 3 ? statusClass : 2;
}

/** A customer can change what they entered; nothing that somebody else would have to change. */
function stepOf(fault: Fault, rule: RetryRule['rule']): Step {
  if (fault === 'nobody') return 'nothing';
  switch (rule) {
    case 'any':
      return 'again';
    case 'idempotent':
      return 'care';
    case 'changed':
      return fault === 'client' ? 'check' : 'same';
    case 'pointless':
      return 'same';
    default:
      return rule satisfies never;
  }
}

/** For whoever sends it: how sure it is what the number means. */
function doubts({ code, sub }: CodeRef): readonly Block[] {
  const [first, ...others] = meaningsOf(code, sub);
  const number = written(code, sub);
  if (first !== undefined && isRegistered(first) && rowFor(number)?.side === 'likely')
    return [
      {
        kind: 'text',
        text: [
          `Only most likely, as it is a proxy that says ${number}: one of yours as a rule, now and then one in the customer’s own network. The page that they saw tells which.`,
        ],
      },
    ];
  if (first === undefined)
    return [{ kind: 'text', text: [`Nobody has given ${number} a meaning, so the text goes by its class.`] }];
  if (isRegistered(first) || others.length === 0) return [];
  return [
    { kind: 'text', text: [`${number} has several owners. This is for ${first.name}, as ${first.owner} uses it.`] },
  ];
}
