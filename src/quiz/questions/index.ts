// All questions there are: made from the catalog, and written ones.
import type { Item } from '../item.ts';
import { scenarios } from '../scenarios/index.ts';
import { exchangeItems } from './exchange.ts';
import { headerItems } from './header.ts';
import { meaningItems, nameItems } from './meaning.ts';
import { mythItems } from './myth.ts';
import { pairItems } from './pair.ts';
import { situationItems } from './situation.ts';
import { writtenItems } from './written.ts';

let made: readonly Item[] | undefined;
let byId: ReadonlyMap<string, Item> | undefined;

/** Every question, with ids that stay the same for ever; made once, at the first call. */
export function items(): readonly Item[] {
  made ??= [
    ...writtenItems(scenarios),
    ...situationItems(),
    ...pairItems(),
    ...meaningItems(),
    ...nameItems(),
    ...headerItems(),
    ...exchangeItems(),
    ...mythItems(),
  ];
  return made;
}

export function itemById(id: string): Item | undefined {
  byId ??= new Map(items().map((item) => [item.id, item]));
  return byId.get(id);
}
