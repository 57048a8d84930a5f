// Reading what was drawn, without a browser: virtual nodes are plain data.
import type { VNode } from 'preact';
import { isValidElement } from 'preact';

type Node = VNode<Readonly<Record<string, unknown>>>;

/** Every element, from the outside in. Throws for a child that is neither an element nor words. */
export function elementsIn(drawn: unknown): readonly Node[] {
  if (Array.isArray(drawn)) return drawn.flatMap(elementsIn);
  if (drawn === null || drawn === undefined || typeof drawn !== 'object') return [];
  if (!isValidElement(drawn)) throw new Error(`no element: ${JSON.stringify(drawn)}`);
  const node: Node = drawn;
  if (typeof node.type !== 'string') throw new Error('a component, which would have to be rendered');
  return [node, ...elementsIn(node.props.children)];
}

/** The words in reading order. A moment as its fallback, which is the same for everybody everywhere. */
export function wordsIn(drawn: unknown): string {
  if (typeof drawn === 'string' || typeof drawn === 'number') return String(drawn);
  if (Array.isArray(drawn)) return drawn.map(wordsIn).join('');
  if (!isValidElement(drawn)) return '';
  const { type, props }: Node = drawn;
  return wordsIn(type === 'time' ? props['title'] : props.children);
}

/** The elements with this tag, or with this class where it begins with a dot. */
export function find(drawn: unknown, what: string): readonly Node[] {
  return elementsIn(drawn).filter(({ type, props }) =>
    what.startsWith('.')
      ? String(props['class'] ?? '')
          .split(' ')
          .includes(what.slice(1))
      : type === what,
  );
}
