// The people an answer names.
import type { Answer, Block, Span, Text } from './answer.ts';

/** What stands for a person where no name may stand. */
const SOMEBODY = 'somebody';

/** Whether an answer names anybody. */
export function namesPeople({ blocks }: Answer): boolean {
  return blocks.some((block) => textsOf(block).some((text) => text.some(isPerson)));
}

/** The same answer, which names nobody. */
export function withoutNames(answer: Answer): Answer {
  return { ...answer, blocks: answer.blocks.map((block) => mapped(block, unnamed)) };
}

function isPerson(span: Span): boolean {
  return typeof span !== 'string' && 'user' in span;
}

function unnamed(text: Text): Text {
  return text.map((span) => (isPerson(span) ? SOMEBODY : span));
}

function textsOf(block: Block): readonly Text[] {
  const texts: Text[] = [];
  mapped(block, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

/** A block with each of its texts changed. */
function mapped(block: Block, change: (text: Text) => Text): Block {
  switch (block.kind) {
    case 'text':
      return { ...block, text: change(block.text) };
    case 'facts':
      return { ...block, facts: block.facts.map((fact) => ({ ...fact, value: change(fact.value) })) };
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(change)) };
    case 'heading':
    case 'bars':
    case 'code':
      return block;
    default:
      return block satisfies never;
  }
}
