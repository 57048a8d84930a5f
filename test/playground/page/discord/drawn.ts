// What was drawn, read without a browser: the tree of virtual nodes.
import type { ComponentChildren, VNode } from 'preact';
import type { Look } from '../../../../src/playground/page/client/look.ts';
import type { Json, Message, Modal, Room } from '../../../../src/playground/page/protocol.ts';

export const room: Room = {
  side: 'discord',
  name: 'Playground',
  bot: '1',
  members: [
    { id: '1', name: 'Teapot', bot: true, admin: false },
    { id: '11', name: 'Ada', bot: false, admin: true },
    { id: '12', name: 'Grace', bot: false, admin: false },
  ],
  channels: [{ id: '21', name: 'quiz', aloneWith: null }],
  commands: [],
  menu: [],
};

export const NOW = Date.parse('2026-11-26T12:00:00Z');

export function lookOf(changes: Partial<Look> = {}): Look {
  return { room, as: '11', now: NOW, press: () => undefined, busy: null, ...changes };
}

export function messageOf(payload: Json): Message {
  return {
    side: 'discord',
    id: '31',
    channel: '21',
    under: null,
    by: '1',
    at: NOW,
    only: null,
    edited: false,
    askedBy: null,
    payload,
    uses: [],
  };
}

export function modalOf(payload: Json, errors: Modal['errors'] = {}): Modal {
  return { side: 'discord', id: '41', of: '11', payload, errors };
}

/** Every element that is drawn, from the outside in. A component counts as what stands in it. */
export function elementsIn(drawn: ComponentChildren): readonly VNode<Props>[] {
  if (Array.isArray(drawn)) return drawn.flatMap(elementsIn);
  if (!isNode(drawn)) return [];
  return [...(typeof drawn.type === 'string' ? [drawn] : []), ...elementsIn(drawn.props.children)];
}

/** All characters that are drawn, in order. */
export function textIn(drawn: ComponentChildren): string {
  if (Array.isArray(drawn)) return drawn.map(textIn).join('');
  if (isNode(drawn)) return textIn(drawn.props.children);
  return typeof drawn === 'string' || typeof drawn === 'number' ? String(drawn) : '';
}

const LINES: ReadonlySet<unknown> = new Set(['p', 'h4', 'h5', 'h6', 'li', 'small', 'pre', 'button']);

/** All words that are drawn, in order. What begins a line or is a thing of its own is a word of its own. */
export function wordsIn(drawn: ComponentChildren): readonly string[] {
  return apart(drawn)
    .split(SPACE)
    .filter((word) => word !== '');
}

const SPACE = /\s+/;

function apart(drawn: ComponentChildren): string {
  if (Array.isArray(drawn)) return drawn.map(apart).join('');
  if (!isNode(drawn)) return textIn(drawn);
  const within = apart(drawn.props.children);
  const isApart = LINES.has(drawn.type) || String(drawn.props['class']).includes('dc-button');
  return isApart ? `\n${within}\n` : within;
}

/** The elements of one kind: "a", "button". */
export function allOf(drawn: ComponentChildren, type: string): readonly VNode<Props>[] {
  return elementsIn(drawn).filter((element) => element.type === type);
}

export interface Props {
  readonly [attribute: string]: unknown;
  readonly children?: ComponentChildren;
}

function isNode(drawn: ComponentChildren): drawn is VNode<Props> {
  return typeof drawn === 'object' && drawn !== null && 'props' in drawn;
}
