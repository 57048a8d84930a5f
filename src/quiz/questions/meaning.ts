// "What does 409 tell the client?" and "Which number is Conflict?"
import { registeredStatus, written } from '../../catalog/index.ts';
import type { Source, Status } from '../../catalog/status.ts';
import type { Difficulty, Item, Level } from '../item.ts';
import { askable, levelOf, nearby, title } from './codes.ts';

const difficulties: Readonly<Record<Level, Difficulty>> = { common: 1, registered: 2, vendors: 3 };

/** Code → meaning. The number stands alone: its name would give the meaning away. */
export function meaningItems(): readonly Item[] {
  return askable().flatMap((status): readonly Item[] => {
    const about = frame(status);
    if (about === null) return [];
    const prompt =
      status.owner === 'IANA'
        ? `What does ${written(status.code)} tell the client?`
        : `What does ${status.owner} mean by ${written(status.code)}?`;
    return [
      {
        ...about,
        id: `meaning:${status.code}`,
        kind: 'meaning',
        prompt,
        answer: status.meaning,
        lures: others(status.code).map((lure) => ({ text: lure.meaning, why: `That is ${title(lure.code)}.` })),
        explanation: `${written(status.code)} is ${status.name}: ${firstWordSmall(useOf(status))}`,
      },
    ];
  });
}

/** Name → code. The options are bare numbers: their names would give it away. */
export function nameItems(): readonly Item[] {
  return askable().flatMap((status): readonly Item[] => {
    const about = frame(status);
    if (about === null) return [];
    return [
      {
        ...about,
        id: `name:${status.code}`,
        kind: 'name',
        prompt: status.owner === 'IANA' ? `Which number is “${status.name}”?` : `Which number does ${status.owner} call “${status.name}”?`,
        answer: written(status.code),
        lures: others(status.code).map(({ code, name }) => ({ text: written(code), why: `${written(code)} is ${name}.` })),
        explanation: status.meaning,
      },
    ];
  });
}

type Frame = Pick<Item, 'level' | 'codes' | 'alsoAcceptable' | 'source' | 'difficulty'>;

/** Null for a status that nothing can be read about. */
function frame({ code, sources: [source] }: Status): Frame | null {
  if (source === undefined) return null;
  const level = levelOf([code]);
  return { level, codes: [code], alsoAcceptable: [], source: source satisfies Source, difficulty: difficulties[level] };
}

function others(code: number): readonly Status[] {
  const byCode = new Map(askable().map((status) => [status.code, status]));
  return nearby(code).flatMap((lure) => byCode.get(lure) ?? registeredStatus(lure) ?? []);
}

/** When an author sends it; of a vendor's code, what makes the product say it. */
function useOf(status: Status): string {
  const said = 'use' in status ? status.use[0] : status.causes[0];
  return said ?? status.meaning;
}

function firstWordSmall(sentence: string): string {
  return sentence;
}
