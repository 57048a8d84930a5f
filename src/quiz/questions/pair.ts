// "401 or 403 here?": the clauses of the catalog's deciding questions, one at a time.
import { meaningsOf, neighbours, titled, written } from '../../catalog/index.ts';
import type { Neighbours } from '../../catalog/status.ts';
import type { Difficulty, Item, Level } from '../item.ts';
import { givesAway, levelOf, whyNot } from './codes.ts';

const difficulties: Readonly<Record<Level, Difficulty>> = { common: 2, registered: 2, vendors: 3 };

/** Two items for a pair of codes at most, one for each answer; siblings of each other. */
export function pairItems(): readonly Item[] {
  return neighbours
    .filter(({ codes }) => codes.length === 2 && codes.every((code) => meaningsOf(code).length > 0))
    .flatMap((entry) => entry.answers.flatMap(({ code, if: clause }) => asked(entry, code, clause)));
}

function asked({ codes, question, source }: Neighbours, answer: number, clause: string): readonly Item[] {
  const [low = 0, high = 0] = codes.toSorted((a, b) => a - b);
  const other = low === answer ? high : low;
  const said = `${question} Here: ${clause}.`;
  if (givesAway(said, nameOf(answer)) || said.includes(written(answer))) return [];
  const level = levelOf(codes);
  return [
    {
      id: `pair:${written(low)}-${written(high)}:${written(answer)}`,
      kind: 'pair',
      level,
      codes: [answer, other],
      prompt: `${written(low)} or ${written(high)} here? ${said}`,
      answer: titled(answer),
      alsoAcceptable: [],
      lures: [{ text: titled(other), why: whyNot(other, answer) }],
      explanation: `If ${clause}, it is ${titled(answer)}.`,
      source,
      pair: [low, high],
      difficulty: difficulties[level],
    },
  ];
}

function nameOf(code: number): string {
  return meaningsOf(code)[0]?.name ?? '';
}
