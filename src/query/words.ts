// From text to the words that carry meaning: cleaning, stop words, stems and synonyms.
import { synonyms } from './data/synonyms.ts';

/** Sentences longer than this are cut before they are read as a question; pastes are read in full elsewhere. */
export const QUESTION_LIMIT = 600;

const quotes = /[‘’ʼ`´]/g;
const doubleQuotes = /[“”«»]/g;
const dashes = /[‐‑‒–—]/g;
const spaces = /\s+/g;

/** One spelling for every way of typing the same thing: NFKC, lower case, straight quotes and dashes, single spaces. */
export function clean(text: string): string {
  return text
    .normalize('NFKC')
    .replace(quotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-')
    .replace(spaces, ' ')
    .trim()
    .toLowerCase();
}

/** Lower case with every character where it stood: of all letters only this one becomes longer (Unicode, SpecialCasing.txt). */
export function inPlaceLower(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase();
}

const apostrophes = /'/g;
const wordPattern = /[\p{L}\p{N}]+/gu;

/** Words in order, apostrophes dropped: "doesn't" is `doesnt`. */
export function words(cleaned: string): string[] {
  return cleaned.replace(apostrophes, '').match(wordPattern) ?? [];
}

const stopWords = new Set(
  `a an the this that these those it its i im ive me my mine we were our us you your they their them he she his her
  is are was be been being am do does did doing done have has had having will would shall should can could may might must
  to of in on at by for from with into onto as and or but so if when while where which what whats who whom why how than then
  there here also just only even very really still yet about around some any all each both other another such same own
  please thanks thank hi hello hey ok okay right correct proper appropriate best suitable good better
  http https status code codes statuscode return returns returned returning respond responds responding response responses reply replying answer
  use using used send sending sent give gives giving get gets getting got getting return say says
  rest restful api apis web case situation scenario someone somebody something thing things one
  want wants need needs like lets let make makes making try tries trying tried
  kind sort happens happen happening mean means meaning going gonna exactly actually basically simply currently now
  am im id ill`.split(spaces),
);

/** Words that turn the next ones around. */
const negations = new Set(
  'not no never without cannot cant dont doesnt didnt isnt arent wasnt werent wont couldnt shouldnt wouldnt hasnt havent hadnt lacks lacking lack missing absent none nothing neither nor unable'.split(
    ' ',
  ),
);

/** Endings that belong together, the longest first, and what stays in their place. */
const suffixes: readonly (readonly [endings: readonly string[], instead: string])[] = [
  [['ational'], 'at'],
  [['ization', 'isation'], 'iz'],
  [['izing', 'ising', 'ized', 'ised', 'izes', 'ises', 'ize', 'ise'], 'iz'],
  [['ations', 'ation', 'ating', 'ated', 'ates', 'ator', 'ate'], 'at'],
  [['ements', 'ement', 'ments', 'ment'], ''],
  [['iness', 'ness'], ''],
  [['ably', 'ibly', 'able', 'ible'], ''],
  [['ions', 'ion'], ''],
  [['ies', 'ied'], 'y'],
  [['sses', 'ss'], 'ss'],
  [['ings', 'ing', 'ers', 'ed', 'er', 'es', 'ly'], ''],
  [['s'], ''],
];
const vowel = /[aeiouy]/;
const doubled = /([bdfgklmnprt])\1$/;

/** Stems that were worked out before; bounded, since people type anything. */
const knownStems = new Map<string, string>();
const KNOWN_STEMS_LIMIT = 20_000;

/** A light English stem: "authenticated", "authentication" and "authenticating" meet; short words stay as they are. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const known = knownStems.get(word);
  if (known !== undefined) return known;
  const stemmed = cutSuffix(word);
  if (knownStems.size < KNOWN_STEMS_LIMIT) knownStems.set(word, stemmed);
  return stemmed;
}

function cutSuffix(word: string): string {
  for (const [endings, instead] of suffixes) {
    const ending = endings.find((one) => word.endsWith(one));
    if (ending === undefined) continue;
    const cut = word.slice(0, -ending.length) + instead;
    if (cut.length < 3 || !vowel.test(cut)) continue;
    const single = cut.replace(doubled, '$1');
    return single.length > 3 && single.endsWith('e') ? single.slice(0, -1) : single;
  }
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}

const conceptOf: ReadonlyMap<string, string> = new Map(
  synonyms.flatMap(([concept, ...members]) => members.map((member) => [stem(member), concept ?? member] as const)),
);

/** The concept a word stands for: its synonym group's name, or its stem. */
export function concept(word: string): string {
  const stemmed = stem(word);
  return conceptOf.get(stemmed) ?? stemmed;
}

/** Whether a word carries no meaning of its own in a question about status codes. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Whether a word turns the next ones around. */
export function isNegation(word: string): boolean {
  return negations.has(word);
}

/** How many words of a text carry meaning of their own. */
export function countContentWords(text: string): number {
  return words(clean(text)).filter((word) => !stopWords.has(word) && !negations.has(word)).length;
}
