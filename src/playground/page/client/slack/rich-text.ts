// Rich text, and everything that is read into it: paragraphs, lists, quotes and code.
import type { ComponentChild } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asNumber, asText, objectsIn } from '../json.ts';
import type { Look } from '../look.ts';
import { readMrkdwn } from './mrkdwn.ts';
import { drawLeaves, drawStrange, plainWords } from './text.ts';

const DEEPEST = 8;

function drawList({ style, indent, offset, border, elements }: Json, look: Look): ComponentChild {
  const depth = Math.min(Math.max(Math.trunc(asNumber(indent, 0)), 0), DEEPEST);
  const items = objectsIn(elements).map((item) => html`<li>${drawLeaves(item['elements'], look)}</li>`);
  const looks = `bk-list bk-indent-${depth} bk-glyph-${depth % 3} ${border === 1 ? 'bk-bordered' : ''}`;
  if (style !== 'ordered') return html`<ul class=${looks}>${items}</ul>`;
  return html`<ol class=${looks} start=${Math.trunc(asNumber(offset, 0)) + 1}>${items}</ol>`;
}

function drawPart(part: Json, look: Look): ComponentChild {
  const bordered = part['border'] === 1 ? 'bk-bordered' : '';
  switch (part['type']) {
    case 'rich_text_section':
      return html`<div class="bk-line">${drawLeaves(part['elements'], look)}</div>`;
    case 'rich_text_quote':
      return html`<blockquote class="bk-quote">${drawLeaves(part['elements'], look)}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre class=${`bk-pre ${bordered}`}>${drawLeaves(part['elements'], look)}</pre>`;
    case 'rich_text_list':
      return drawList(part, look);
    default:
      return drawStrange('element', part['type']);
  }
}

/** Draws the parts of a rich text, below each other. */
export function drawParts(parts: unknown, look: Look): readonly ComponentChild[] {
  return objectsIn(parts).map((part) => drawPart(part, look));
}

/** Draws a text object, `plain_text` or `mrkdwn`. */
export function drawText(value: unknown, look: Look): ComponentChild {
  const { type, text, verbatim } = asJson(value);
  if (type !== 'mrkdwn') return html`<span class="bk-line">${plainWords(value)}</span>`;
  const parts = readMrkdwn(asText(text), { verbatim: verbatim === true });
  const [first, ...others] = parts;
  // One paragraph stands in the line that it is in.
  if (others.length === 0 && first?.type === 'rich_text_section')
    return html`<span class="bk-line">${drawLeaves(first.elements, look)}</span>`;
  return html`<div>${drawParts(parts, look)}</div>`;
}
