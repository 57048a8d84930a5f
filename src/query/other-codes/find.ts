// Numbers that programs tell just like status codes, and that belong elsewhere: FTP replies, exit codes, errno.
import { otherCode } from '../../catalog/other-codes/index.ts';
import { type World, worlds } from '../data/other-codes.ts';
import type { OtherRef } from '../reading.ts';

export interface OtherNumber {
  /** What the number is: "a reply code of FTP". */
  readonly is: string;
  /** Which one it is, where the catalog knows it. */
  readonly ref?: OtherRef;
  /** Offset of its first digit, in UTF-16 code units. */
  readonly at: number;
}

const token = /[a-z]+|\d+/g;
const digits = /^\d/;
const worldsByWord: ReadonlyMap<string, readonly World[]> = Map.groupBy(
  worlds.flatMap((world) => world.words.map((word) => ({ word, world }))),
  ({ word }) => word,
)
  .entries()
  .reduce(
    (table, [word, those]) =>
      table.set(
        word,
        those.map(({ world }) => world),
      ),
    new Map<string, readonly World[]>(),
  );
/** To see at once that a text speaks of none of them: most do not. */
const speaksOfOne = new RegExp(`\\b(?:${[...worldsByWord.keys()].join('|')})\\b`);

/** Words that stand between "ftp" and its number, before it and after it. */
const before = new Set(
  'error errors err json api code codes status reply replies response responses server client return returns returned says said gives gave sends sent with the a an number message is of close closed closing connection reason killed by failed fails got'.split(
    ' ',
  ),
);
const after = new Set('from of error code by reply on the a in'.split(' '));
/** "ws 1006 vs 1001": the second is of the same kind, unless it could be a status code. */
const joins = new Set(['vs', 'versus', 'and', 'or']);
const STATUS_DIGITS = 3;
/** How many such words there may be. */
const REACH = { before: 4, after: 2 };

interface Token {
  readonly said: string;
  readonly at: number;
}

/**
 * The numbers of a text that its words give to somebody else than HTTP, in order.
 * @param text in lower case, of any length; the cost grows linearly with it
 */
export function findOtherCodes(text: string): readonly OtherNumber[] {
  if (!speaksOfOne.test(text)) return [];
  const tokens = [...text.matchAll(token)].map((match): Token => ({ said: match[0], at: match.index }));
  return tokens.flatMap(({ said, at }, place): readonly OtherNumber[] => {
    if (!digits.test(said)) return [];
    const behind = tokens.slice(Math.max(0, place - REACH.before - 1), place).reverse();
    const ahead = tokens.slice(place + 1, place + 2 + REACH.after);
    const owners = [...ownersAmong(behind, before, said), ...ownersAmong(ahead, after, said)];
    const owner = owners.find(({ general }) => general === undefined) ?? owners[0];
    return owner === undefined ? [] : [{ is: owner.is, at, ...refOf(owner, said) }];
  });
}

function refOf({ family, keys }: World, said: string): Pick<OtherNumber, 'ref'> {
  const number = String(Number(said));
  const key = keys === undefined ? number : (keys[number] ?? '');
  return family === undefined || otherCode(family, key) === undefined ? {} : { ref: { family, key } };
}

/** Who owns a number by the first word when going away from it, over words that only connect; behind a general one, the next, too. */
function ownersAmong(tokens: readonly Token[], between: ReadonlySet<string>, number: string): readonly World[] {
  const listed = number.length !== STATUS_DIGITS;
  const found: World[] = [];
  for (const { said } of tokens) {
    const world = worldsByWord.get(said)?.find(({ numbers }) => numbers.test(number));
    if (world !== undefined) found.push(world);
    if (world !== undefined && world.general === undefined) break;
    const connects = between.has(said) || world !== undefined || (listed && (joins.has(said) || digits.test(said)));
    if (!connects) break;
  }
  return found;
}
