// How much of Slack's limits a message uses.
import type { Use } from '../page/protocol.ts';
import { countWords, MOST } from './limits.ts';
import { asList, asPayload, asText, type Payload } from './message.ts';

function longest(texts: readonly unknown[]): number {
  return Math.max(0, ...texts.map((text) => asText(text).length));
}

/** What of Slack's limits a message uses, in the order in which one meets them; what it has nothing of is left out. */
export function usesOf(message: Payload): readonly Use[] {
  const blocks = asList(message['blocks']).map(asPayload);
  const of = (type: string) => blocks.filter((block) => block['type'] === type);
  const buttons = of('actions').map(({ elements }) => asList(elements));
  const rows = of('table').flatMap((table) => asList(table['rows']));
  const uses: readonly Use[] = [
    { of: 'blocks', used: blocks.length, most: MOST.blocks },
    { of: 'characters in blocks', used: countWords(blocks), most: MOST.words },
    { of: 'characters of text', used: asText(message['text']).length, most: MOST.text },
    {
      of: 'characters in the longest header',
      used: longest(of('header').map(({ text }) => asPayload(text)['text'])),
      most: MOST.header,
    },
    {
      of: 'characters in the longest section',
      used: longest(of('section').map(({ text }) => asPayload(text)['text'])),
      most: MOST.section,
    },
    { of: 'buttons in a row', used: Math.max(0, ...buttons.map(({ length }) => length)), most: MOST.actionElements },
    {
      of: 'characters on the longest button',
      used: longest(buttons.flat().map((button) => asPayload(asPayload(button)['text'])['text'])),
      most: MOST.buttonText,
    },
    { of: 'rows in the table', used: rows.length, most: MOST.tableRows },
    { of: 'characters in the table', used: countWords(rows), most: MOST.tableWords },
    { of: 'charts', used: of('data_visualization').length, most: MOST.charts },
  ];
  return uses.filter(({ used }) => used > 0);
}
