// Lines that ask for a text to a customer: "reply 503 customer", "what do I tell the customer about 502".
import type { Voice } from '../../catalog/customer-words.ts';
import { classOf, meaningsOf } from '../../catalog/index.ts';
import { findCodes } from '../codes.ts';
import { anyOf } from '../data/vocabulary.ts';
import { findName } from '../names.ts';
import { type Question, strangeWords } from '../question.ts';
import type { CodeRef, Reading } from '../reading.ts';

/** Longer lines tell a story. */
const MOST_WORDS = 16;
/** Words of another kind that a question may have beside what is asked; a command has none. */
const OTHER_WORDS = 1;

const people = `${anyOf(['customers?', 'users?', 'end_users?', 'visitors?', 'shoppers?', 'buyers?'])}(?:'s?)?`;
const whose = `${anyOf(['an?', 'the', 'my', 'our', 'this', 'that', 'any'])} `;
const texts = anyOf([
  'texts?',
  'words?',
  'wording',
  'messages?',
  'reply',
  'replies',
  'notes?',
  'e-?mails?',
  'templates?',
]);

const voices = 'friendly|formal|polite|official';
const command = new RegExp(
  `^(?:please )?(?:(?:write|give me) )?(?:an? )?(?:(?:${voices}) )?(?:reply\\b|${people} ${texts}\\b)`,
);
const asked = new RegExp(
  `\\b(?:tell|inform|(?:say|write|reply|explain|send|answer)(?: [a-z0-9.]+){0,4} to|${texts} (?:for|to)) (?:${whose})?${people}(?![\\w-])|(?<![\\w-])${people} ${texts}\\b`,
);
/** Whoever is after the code has no text to send yet. */
const asksForCode = /\b(?:which|what) (?:http )?(?:status |response |error )*codes?\b|\b(?:return|respond)\b/;
const formal = /\b(?:formal|formally|polite|official)\b/;

/** What such a line is made of beside the code. */
const plain = new RegExp(
  `^${anyOf([
    `${texts}|${people}|end`,
    'tell|inform|say|write|explain|plain|language|after|met|sees?|saw|call(?:s|ed)?|complains?|complained',
    'friendly|formal|formally|polite|official|voice|tone',
  ])}$`,
);

/** "reply 503 customer formal", "customer text for 404", "how do I explain a bad gateway to our customers?". */
export function readCustomer({ cleaned, words: all }: Question): Reading | null {
  const ordered = command.test(cleaned);
  if (all.length > MOST_WORDS || !(ordered || asked.test(cleaned)) || asksForCode.test(cleaned)) return null;
  // "about 503" is no rough number here, and "503 customers" no count of them where somebody replies.
  const mentions = findCodes(cleaned.replaceAll('about', 'after')).filter(({ otherwise }) => ordered || !otherwise);
  const [only, ...more] = [...new Map(mentions.map((mention) => [mention.code, mention])).values()];
  if (more.length > 0) return null;
  const rest = strangeWords(only === undefined ? cleaned : mentions.reduceRight(cut, cleaned));
  const strange = rest.filter((word) => !plain.test(word));
  const voice = formal.test(cleaned) ? 'formal' : 'friendly';
  if (only === undefined) return named(cleaned, voice) ?? lacking(ordered, strange);
  return strange.length > (ordered ? 0 : OTHER_WORDS) ? null : reading(only, voice);
}

function cut(text: string, { at, end }: { readonly at: number; readonly end: number }): string {
  return `${text.slice(0, at)} ${text.slice(end)}`;
}

function reading({ code, sub }: CodeRef, voice: Voice): Reading {
  if (classOf(code) === null && meaningsOf(code).length === 0) return { kind: 'unassigned', code, class: null };
  return { kind: 'customer', code, ...(sub === undefined ? {} : { sub }), voice };
}

/** A code by its name, after "for", "about" or the command, or between the verb and the customer. */
function named(cleaned: string, voice: Voice): Reading | null {
  const name = frames.map((frame) => frame.exec(cleaned)?.groups?.['name'] ?? '').find((found) => findName(found));
  const code = name === undefined ? null : findName(name);
  return code === null ? null : reading(code, voice);
}

const ending = '(?: (?:in an? )?(?:friendly|formal)(?: voice| tone)?)?[?!.]*$';
const article = '(?:an? |the )?(?:http )?';
const frames: readonly RegExp[] = [
  new RegExp(`\\b(?:about|for|after) ${article}(?<name>[a-z' -]{3,40}?)(?: errors?)?${ending}`),
  new RegExp(`^(?:please )?reply ${article}(?<name>[a-z' -]{3,40}?) (?:(?:to|for) )?(?:${whose})?${people}${ending}`),
  new RegExp(`\\bexplain ${article}(?<name>[a-z' -]{3,40}?)(?: errors?)? to (?:${whose})?${people}${ending}`),
];

/** "reply customer": whoever asks that can be told what is missing. */
function lacking(ordered: boolean, strange: readonly string[]): Reading | null {
  return ordered && strange.length === 0 ? { kind: 'none', lacksCode: 'customer' } : null;
}
