// Buttons. docs: components/reference, button
import type { VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asNumber, asText } from '../json.ts';
import { drawLink } from '../links.ts';
import type { Look } from '../look.ts';

const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };
const LINK = 5;
const PREMIUM = 6;

export function drawButton(button: Json, look: Look): VNode {
  const style = asNumber(button['style'], 0);
  if (style === LINK) return drawLinkButton(button);
  // Its label is made by Discord, out of what is sold.
  const label = style === PREMIUM ? 'Premium button' : asText(button['label']);
  const id = asText(button['custom_id']);
  const isBusy = id !== '' && look.busy === id;
  return html`
    <button
      type="button"
      class=${`dc-button dc-${STYLES[style] ?? 'secondary'}`}
      disabled=${button['disabled'] === true || id === ''}
      aria-busy=${isBusy ? 'true' : null}
      aria-disabled=${isBusy ? 'true' : null}
      onClick=${() => {
        if (!isBusy) look.press(id);
      }}
    >${drawFace(button, label)}${isBusy && html`<span class="dc-dots" aria-hidden="true"><i></i><i></i><i></i></span>`}</button>`;
}

/** Only web addresses lead anywhere; Discord's own ("discord://") need its app. */
function drawLinkButton(button: Json): VNode {
  const face = [drawFace(button, asText(button['label'])), ARROW()];
  const link =
    button['disabled'] === true ? null : drawLink(asText(button['url']), face, { class: 'dc-button dc-secondary' });
  return link ?? html`<span class="dc-button dc-secondary dc-dead" aria-disabled="true">${face}</span>`;
}

function drawFace(button: Json, label: string): VNode {
  const emoji = nameOf(asJson(button['emoji']));
  return html`<span class="dc-face">${emoji !== '' && html`<span class="dc-emoji">${emoji}</span>`}${label}</span>`;
}

/** A character, or the name of a server's own picture. */
export function nameOf(emoji: Json): string {
  const name = asText(emoji['name']);
  return asText(emoji['id']) === '' ? name : `:${name}:`;
}

const ARROW = (): VNode => html`
  <svg class="dc-arrow" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
    <path d="M14 4h6v6M20 4l-9 9M10 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;
