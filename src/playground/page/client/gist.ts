// The first line of a message, for the line over its reply.
import type { Json, Message, Room } from '../protocol.ts';

/** Characters of it that are shown at most; the rest is cut by the style sheet where it is too wide. */
const LONGEST = 120;
const mention = /<@!?(\d+)>/g;
const marks = /^(?:-#|#{1,3})\s|[*_`~|]/gm;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** The first text there is, from the outside in. */
function firstText(payload: Json): string {
  for (const key of ['content', 'text', 'description']) {
    const text = payload[key];
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  for (const value of Object.values(payload)) {
    const text = isJson(value) ? firstText(value) : '';
    if (text !== '') return text;
  }
  return '';
}

export function gistOf({ payload }: Message, { members }: Room): string {
  const name = (id: string) => members.find((member) => member.id === id)?.name ?? 'somebody';
  return firstText(payload)
    .slice(0, LONGEST * 2)
    .replace(mention, (_, id: string) => `@${name(id)}`)
    .replace(marks, '')
    .replaceAll('\n', ' ')
    .slice(0, LONGEST);
}
