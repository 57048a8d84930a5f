// How much of Discord's limits a message uses.
import type { Use } from '../page/protocol.ts';
import { MOST, TYPE, withNested } from './components.ts';
import { type Json, objects, string } from './json.ts';
import { MOST_CONTENT } from './limits.ts';

function longest(texts: readonly unknown[]): number {
  return Math.max(0, ...texts.map((text) => string(text).length));
}

/** What of Discord's limits a message uses, in the order in which one meets them; what it has nothing of is left out. */
export function usesOf(body: Json): readonly Use[] {
  const all = objects(body['components']).flatMap(withNested);
  const of = (type: number) => all.filter((component) => component['type'] === type);
  const rows = of(TYPE.row).map(({ components }) => objects(components).length);
  const uses: readonly Use[] = [
    { of: 'components', used: all.length, most: MOST.components },
    {
      of: 'characters of text',
      used: of(TYPE.text).reduce((sum, { content }) => sum + string(content).length, 0),
      most: MOST.text,
    },
    { of: 'characters of content', used: string(body['content']).length, most: MOST_CONTENT },
    { of: 'buttons in a row', used: Math.max(0, ...rows), most: MOST.buttonsInRow },
    {
      of: 'characters on the longest button',
      used: longest(of(TYPE.button).map(({ label }) => label)),
      most: MOST.label,
    },
    {
      of: 'characters in the longest custom_id',
      used: longest(all.map((one) => one['custom_id'])),
      most: MOST.customId,
    },
  ];
  return uses.filter(({ used }) => used > 0);
}
