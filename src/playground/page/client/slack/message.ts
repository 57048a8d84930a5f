// What the page draws of Slack: the body of a message, what stands in a modal, and the Home tab.
import type { VNode } from 'preact';
import type { Home, Json, Message } from '../../protocol.ts';
import { html } from '../html.ts';
import { asList, asText, objectsIn } from '../json.ts';
import type { Look, PageLook } from '../look.ts';
import { drawBlocks } from './blocks.ts';
import { drawText } from './rich-text.ts';
import { drawStrange } from './text.ts';

export { drawModal } from './modal.ts';

/** Where there are blocks, the text is for notifications only. */
function bodyOf({ text, blocks, attachments, mrkdwn }: Json, look: Look): readonly VNode[] {
  const drawn = drawBlocks(objectsIn(blocks), look);
  const type = mrkdwn === false ? 'plain_text' : 'mrkdwn';
  const said = drawn.length > 0 ? drawn : [html`<div>${drawText({ type, text: asText(text) }, look)}</div>`];
  return asList(attachments).length > 0 ? [...said, drawStrange('block', 'attachments')] : said;
}

/** Draws the body of a message, whatever its payload is. */
export function drawMessage({ payload }: Message, look: Look): VNode {
  return html`<div class="slack bk-message">${bodyOf(payload, look)}</div>`;
}

/** Draws the Home tab. Its buttons are told apart by their blocks. */
export function drawHome({ payload }: Home, lookAt: (block: number) => PageLook): VNode {
  const blocks = objectsIn(payload['blocks']).map((block, at) => drawBlocks([block], lookAt(at)));
  return html`<div class="slack bk-message">${blocks}</div>`;
}
