// Written scenarios as items.
import { titled } from '../../catalog/index.ts';
import type { Item, Named, Scenario } from '../item.ts';
import { levelOf } from './codes.ts';

export function writtenItems(scenarios: readonly Scenario[]): readonly Item[] {
  return scenarios.map(({ id, answer, alsoAcceptable, lures, ...same }) => ({
    ...same,
    id: `scenario:${id}`,
    level: levelOf(same.codes),
    answer: named(answer),
    alsoAcceptable: alsoAcceptable.map(named),
    lures: lures.map(({ option, why }) => ({ text: named(option), why })),
  }));
}

/** Numbers are codes and are shown with the name the catalog has for them. */
function named(option: Named): string {
  return typeof option === 'number' ? titled(option) : option;
}
