// Numbers that programs tell just like status codes, and that belong elsewhere: FTP replies, exit codes, errno.
import { otherCodes } from './data/other-codes.ts';

export interface OtherCode {
  /** What the number is: "a reply code of FTP". */
  readonly is: string;
  /** Offset of its first digit, in UTF-16 code units. */
  readonly at: number;
}

const token = /[a-z]+|\d+/g;
const digits = /^\d/;
const worlds: ReadonlyMap<string, (typeof otherCodes)[number]> = new Map(
  otherCodes.flatMap((other) => other.words.map((word) => [word, other] as const)),
);
/** To see at once that a text speaks of none of them: most do not. */
const speaksOfOne = new RegExp(`\\b(?:${[...worlds.keys()].join('|')})\\b`);

/** Words that stand between "ftp" and its number, before it and after it. */
const before = new Set(
  'error errors err code codes status reply replies response responses server client return returns returned says said gives gave sends sent with the a an number message is of closed killed by failed fails got'.split(
    ' ',
  ),
);
const after = new Set('from of error code by reply on the a'.split(' '));
/** How many such words there may be. */
const REACH = { before: 4, after: 2 };

/**
 * The numbers of a text that its words give to somebody else than HTTP, in order.
 * @param text in lower case, of any length; the cost grows linearly with it
 */
export function findOtherCodes(text: string): readonly OtherCode[] {
  if (!speaksOfOne.test(text)) return [];
  const tokens = [...text.matchAll(token)].map((match) => ({ said: match[0], at: match.index }));
  return tokens.flatMap(({ said, at }, place): readonly OtherCode[] => {
    if (!digits.test(said)) return [];
    const behind = tokens.slice(Math.max(0, place - REACH.before - 1), place).reverse();
    const ahead = tokens.slice(place + 1, place + 2 + REACH.after);
    const owner = ownerAmong(behind, before) ?? ownerAmong(ahead, after);
    return owner?.numbers.test(said) ? [{ is: owner.is, at }] : [];
  });
}

/** Whose word comes first when going away from a number, over words that only connect. */
function ownerAmong(tokens: readonly { readonly said: string }[], between: ReadonlySet<string>) {
  const first = tokens.find(({ said }) => !between.has(said));
  return first === undefined ? undefined : worlds.get(first.said);
}
