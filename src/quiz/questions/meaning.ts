// "What does 409 tell the client?" and "Which number is Conflict?"
import { meaningsOf, titled, written } from '../../catalog/index.ts';
import type { Status } from '../../catalog/status.ts';
import type { Difficulty, Item, Level } from '../item.ts';
import { askable, levelOf, nearby } from './codes.ts';

/** What is common is known; what one vendor made up is known to few. */
const difficulties: Readonly<Record<Level, Difficulty>> = { common: 1, registered: 2, vendors: 3 };

/** Code → meaning. The number stands alone: its name would give the meaning away. */
export function meaningItems(): readonly Item[] {
  return askable.flatMap((status): readonly Item[] => {
    const { code, owner, name, meaning, situations } = status;
    const number = written(code);
    const example = situations[0]?.when;
    return itemOf(status, {
      id: `meaning:${code}`,
      kind: 'meaning',
      prompt: owner === 'IANA' ? `What does ${number} tell the client?` : `What does ${owner} mean by ${number}?`,
      answer: meaning,
      lures: takenFor(code).map((lure) => ({ text: lure.meaning, why: `That is ${titled(lure.code)}.` })),
      explanation: `${number} is ${name}${example === undefined ? '' : `: it comes, for example, when ${example}`}.`,
    });
  });
}

/** Name → code. The options are bare numbers, since their names would give it away. */
export function nameItems(): readonly Item[] {
  return askable.flatMap((status): readonly Item[] => {
    const { code, owner, name, meaning } = status;
    return itemOf(status, {
      id: `name:${code}`,
      kind: 'name',
      prompt: owner === 'IANA' ? `Which code is called “${name}”?` : `Which code does ${owner} call “${name}”?`,
      answer: written(code),
      lures: takenFor(code).map((lure) => ({
        text: written(lure.code),
        why: `${written(lure.code)} is ${lure.name}.`,
      })),
      explanation: meaning,
    });
  });
}

type Asking = Pick<Item, 'id' | 'kind' | 'prompt' | 'answer' | 'lures' | 'explanation'>;

function itemOf({ code, sources: [source] }: Status, asking: Asking): readonly Item[] {
  if (source === undefined) return [];
  const level = levelOf([code]);
  return [{ ...asking, level, codes: [code], alsoAcceptable: [], source, difficulty: difficulties[level] }];
}

function takenFor(code: number): readonly Status[] {
  return nearby(code).flatMap((lure) => meaningsOf(lure).slice(0, 1));
}
