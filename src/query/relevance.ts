// Whether a sentence is about HTTP at all: its words on a scale between the catalog's cases and ordinary chat.
import { registered, vendorStatuses } from '../catalog/index.ts';
import { smalltalk } from './data/smalltalk.ts';
import { clean, isNegation, isStopWord, stem, words } from './words.ts';

/** The different content words of a text, as stems. */
function contentWords(text: string): ReadonlySet<string> {
  return new Set(
    words(clean(text))
      .filter((word) => !isStopWord(word) && !isNegation(word))
      .map(stem),
  );
}

interface Side {
  readonly lines: number;
  readonly linesWith: ReadonlyMap<string, number>;
}

function count(lines: readonly string[]): Side {
  const linesWith = new Map<string, number>();
  for (const line of lines) for (const word of contentWords(line)) linesWith.set(word, (linesWith.get(word) ?? 0) + 1);
  return { lines: lines.length, linesWith };
}

let sides: { readonly cases: Side; readonly chat: Side } | undefined;

function weigh(): { readonly cases: Side; readonly chat: Side } {
  sides ??= {
    cases: count(
      [...registered, ...vendorStatuses].flatMap(({ situations }) =>
        situations.flatMap(({ when, said }) => [when, ...said]),
      ),
    ),
    chat: count(smalltalk),
  };
  return sides;
}

/** One word alone should not decide. */
const MOST_PER_WORD = 2.5;
/** Lines that a word is taken to stand in on either side beside those it was seen in, so that rare words say little. */
const DOUBT = 2;

/**
 * How much more a text reads like a case about HTTP than like chat: the sum of its words' log odds (naive Bayes).
 * Above 0 it leans to HTTP. Words seen on neither side count for chat a little, since the catalog knows its own field.
 */
export function relevance(text: string): number {
  const { cases, chat } = weigh();
  let sum = 0;
  for (const word of contentWords(text)) {
    const inCases = cases.linesWith.get(word) ?? 0;
    const inChat = chat.linesWith.get(word) ?? 0;
    if (inCases === 0 && inChat === 0) {
      sum -= 0.1;
      continue;
    }
    const odds = Math.log((inCases + DOUBT * 0.5) / cases.lines / ((inChat + DOUBT * 0.5) / chat.lines));
    sum += Math.max(-MOST_PER_WORD, Math.min(MOST_PER_WORD, odds));
  }
  return sum;
}
