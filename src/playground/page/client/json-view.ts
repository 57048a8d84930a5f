// The very JSON that went over the wire, and how much of the platform's limits it uses.
import type { VNode } from 'preact';
import type { Message, Use } from '../protocol.ts';
import { html } from './html.ts';

const number = new Intl.NumberFormat('en');

function Meter({ of, used, most }: Use): VNode {
  return html`
    <li>
      <span>${of}</span>
      <meter min="0" max=${most} high=${most * 0.9} value=${used} aria-label=${of}></meter>
      <span>${number.format(used)} of ${number.format(most)}</span>
    </li>`;
}

export function JsonView({ id, message }: { readonly id: string; readonly message: Message }): VNode {
  const { payload, uses } = message;
  const label = 'JSON of this message';
  return html`
    <div class="json" id=${id}>
      ${uses.length > 0 && html`<ul class="uses" aria-label="Limits it uses">${uses.map((use) => html`<${Meter} key=${use.of} ...${use} />`)}</ul>`}
      <pre tabindex="0" role="group" aria-label=${label}>${JSON.stringify(payload, null, 2)}</pre>
    </div>`;
}
