// A Discord message, drawn from the very JSON that was sent; the face of this folder.
import type { VNode } from 'preact';
import type { Message } from '../../protocol.ts';
import { html } from '../html.ts';
import { asNumber, asText, objectsIn } from '../json.ts';
import type { Look } from '../look.ts';
import { drawUndrawn } from '../undrawn.ts';
import { drawComponents } from './components.ts';
import { drawEmbed } from './embeds.ts';
import { drawMedia } from './media.ts';
import { drawMarkdown } from './words.ts';

export { drawModal } from './modal.ts';

/** Parts of a message that Discord knows and this page does not. */
const UNDRAWN = ['poll', 'sticker_ids'] as const;
/** docs: resources/message, message flags */
const SUPPRESS_EMBEDS = 1 << 2;

/** The body of a message, below its author. */
export function drawMessage({ payload }: Message, look: Look): VNode {
  const content = asText(payload['content']);
  const embeds = asNumber(payload['flags'], 0) & SUPPRESS_EMBEDS ? [] : objectsIn(payload['embeds']);
  return html`
    <div class="dc-message">
      ${content !== '' && drawMarkdown(content, look)}
      ${objectsIn(payload['attachments']).map((file) => drawMedia('File', asText(file['filename']) || asText(file['description'])))}
      ${embeds.map((embed) => drawEmbed(embed, look))}
      ${drawComponents(payload['components'], look)}
      ${UNDRAWN.filter((part) => payload[part] != null).map((part) => drawUndrawn(`Discord ${part}`))}
    </div>`;
}
