// "478", "700": numbers that nobody has given a meaning, answered honestly.
import type { Answer } from '../answer/answer.ts';
import { classInfo, classOf, registered, written } from '../catalog/index.ts';
import { rfc } from '../catalog/sources.ts';
import type { StatusClass } from '../catalog/status.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, listClass, openCard, openCustomer } from './card.ts';
import { askElsewhere } from './other-codes.ts';
import { className, toneOf } from './wording.ts';

/** Registered codes offered in place of the one that is none. */
const NEAREST = 3;

/** Buttons to what it means elsewhere: others must have room, too. */
const ELSEWHERE = 4;

export function answerUnassigned(reading: Extract<Reading, { kind: 'unassigned' }>): Answer {
  return reading.class === null ? notACode(reading.code) : legal(reading.code, reading.class);
}

function legal(code: number, statusClass: StatusClass): Answer {
  return card({
    title: `${written(code)} is not assigned`,
    subtitle: `${className(statusClass)} · in nobody’s list`,
    tone: toneOf([code]),
    blocks: [
      {
        kind: 'text',
        text: [`IANA has not given ${written(code)} a meaning, and I know of no vendor that documents a use of it.`],
      },
      {
        kind: 'facts',
        facts: [
          { label: `Its class, ${statusClass}xx`, value: [classInfo(statusClass).meaning] },
          { label: 'For a client', value: [unknownCode(statusClass)] },
        ],
      },
      {
        kind: 'text',
        text: ['Whoever sends it gave it a meaning of their own: look into the documentation of that server.'],
      },
    ],
    choices: [...nearest(code).map((near) => openCard({ code: near })), openCustomer({ code }), listClass(statusClass)],
    sources: [rfc(9110, '15'), classInfo(statusClass).source],
    about: about('unassigned', [code]),
    line: written(code),
  });
}

/** What RFC 9110 §15 asks of a client that meets a code it does not know: go by the class. */
function unknownCode(statusClass: StatusClass): string {
  return `It must go by the class (RFC 9110 §15). ${classInfo(statusClass).unknown}`;
}

/** The same in one sentence, for the company of codes that mean something. */
export function notAssigned(code: number): string {
  const statusClass = classOf(code);
  if (statusClass === null) return `${written(code)} is not an HTTP status code: a client should treat it like 500.`;
  const rule = statusClass === 1 ? 'may ignore it' : `must treat it like ${statusClass}00`;
  return `${written(code)} is not assigned: a client goes by its class, ${statusClass}xx, and ${rule} (RFC 9110 §15).`;
}

function notACode(code: number): Answer {
  const elsewhere = askElsewhere(code);
  return card({
    title: `${code} is not an HTTP status code`,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: ['Status codes have three digits, from 100 to 599; the first one names the class.'] },
      {
        kind: 'text',
        text: [
          'A client that gets any other number should treat the response like a 500, a server error (RFC 9110 §15).',
        ],
      },
      ...elsewhere.blocks,
    ],
    choices: [...elsewhere.choices.slice(0, ELSEWHERE), openCard({ code: 500 }), { label: 'Help', line: 'help' }],
    sources: [rfc(9110, '15')],
    about: { kind: 'unassigned', codes: [code], class: null },
    line: String(code),
  });
}

function nearest(code: number): readonly number[] {
  return registered
    .map((status) => status.code)
    .filter((other) => classOf(other) === classOf(code))
    .sort((a, b) => Math.abs(a - code) - Math.abs(b - code))
    .slice(0, NEAREST);
}
