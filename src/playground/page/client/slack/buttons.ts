// Buttons, and what else stands in a message to be used. In a message only buttons do something here; on the Home tab, a menu of channels as well.
import type { VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asText } from '../json.ts';
import { drawLink } from '../links.ts';
import type { Look, PageLook } from '../look.ts';
import { drawInput, isInput } from './inputs.ts';
import { drawStrange, plainWords } from './text.ts';

const STYLES: ReadonlySet<unknown> = new Set(['primary', 'danger']);

function isPage(look: Look): look is PageLook {
  return 'choose' in look;
}

/** A button; one that leads to an address is a link. */
function drawButton({ text, action_id, style, url, accessibility_label }: Json, look: Look): VNode {
  const id = asText(action_id);
  const looks = `bk-button ${STYLES.has(style) ? `bk-${style}` : ''}`;
  const label = asText(accessibility_label) || undefined;
  const words = plainWords(text);
  const link = drawLink(asText(url), words, { class: looks, 'aria-label': label });
  if (link !== null) return link;
  const busy = (look.busy !== null && look.busy === id) || (isPage(look) && look.isBusy(id));
  // Still there for the keyboard while it waits: a disabled button would lose the focus.
  const press = () => {
    if (!busy) look.press(id);
  };
  return html`<button type="button" class=${looks} aria-label=${label} aria-disabled=${busy} aria-busy=${busy} onClick=${press}>${words}</button>`;
}

function drawImage({ alt_text }: Json): VNode {
  const words = asText(alt_text);
  return html`<span class="bk-thumbnail" role="img" aria-label=${words || 'Image'}>${words || 'Image'}</span>`;
}

/** Draws what stands beside a section, or in a row of actions. */
export function drawElement(element: Json, look: Look): VNode {
  const { type } = element;
  if (type === 'button') return drawButton(element, look);
  if (type === 'image') return drawImage(element);
  if (!isInput(type)) return drawStrange('element', type);
  const label = plainWords(element['placeholder']) || asText(type).replaceAll('_', ' ');
  if (isPage(look) && type === 'conversations_select') {
    const action = asText(element['action_id']);
    const onInput = (chosen: string) => chosen !== '' && look.choose(action, chosen);
    const live = { id: undefined, label, value: undefined, describedBy: undefined, onInput };
    return drawInput(element, { ...live, disabled: false, required: false, invalid: false }, look);
  }
  const idle = { id: undefined, label, value: undefined, describedBy: undefined, onInput: () => undefined };
  const input = drawInput(element, { ...idle, disabled: true, required: false, invalid: false }, look);
  return html`<span class="bk-idle" title="Only buttons do something here">${input}</span>`;
}
