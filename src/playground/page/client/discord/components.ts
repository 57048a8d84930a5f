// A message's components, the older ones and Components V2. docs: components/reference
import type { VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asText, objectsIn } from '../json.ts';
import type { Look } from '../look.ts';
import { drawUndrawn } from '../undrawn.ts';
import { drawButton } from './buttons.ts';
import { drawMedia } from './media.ts';
import { drawMenu, isMenu } from './menus.ts';
import { drawMarkdown } from './words.ts';

const TYPE = {
  row: 1,
  button: 2,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;
/** How deep Discord lets components stand in each other, with room: beyond, JSON is not believed. */
const DEEPEST = 8;
const LARGE = 2;
const BROKEN = 'Discord component without a type';

export function drawComponents(components: unknown, look: Look, depth = 0): readonly VNode[] {
  return objectsIn(components).map((component) => drawComponent(component, look, depth));
}

function drawComponent(component: Json, look: Look, depth: number): VNode {
  const type = component['type'];
  if (depth > DEEPEST) return drawUndrawn('Discord components within components');
  if (isMenu(type)) return drawMenu(component, look);
  switch (type) {
    case TYPE.row:
      return html`<div class="dc-row">${drawComponents(component['components'], look, depth + 1)}</div>`;
    case TYPE.button:
      return drawButton(component, look);
    case TYPE.section:
      return drawSection(component, look, depth);
    case TYPE.text:
      return drawMarkdown(asText(component['content']), look);
    case TYPE.thumbnail:
      return drawMedia('Picture', asText(component['description']));
    case TYPE.gallery:
      return html`
        <div class="dc-gallery">${objectsIn(component['items']).map((item) => drawMedia('Picture', asText(item['description'])))}</div>`;
    case TYPE.file:
      return drawMedia('File', asText(component['name']) || addressed(asJson(component['file'])['url']));
    case TYPE.separator:
      return drawSeparator(component);
    case TYPE.container:
      return drawContainer(component, look, depth);
    default:
      return drawUndrawn(typeof type === 'number' ? `Discord component ${type}` : BROKEN);
  }
}

function drawSection(section: Json, look: Look, depth: number): VNode {
  const accessory = section['accessory'];
  return html`
    <div class="dc-section">
      <div class="dc-section-words">${drawComponents(section['components'], look, depth + 1)}</div>
      ${accessory !== undefined && html`<div class="dc-accessory">${drawComponent(asJson(accessory), look, depth + 1)}</div>`}
    </div>`;
}

function drawContainer(container: Json, look: Look, depth: number): VNode {
  const colour = colourOf(container['accent_color']);
  return html`
    <div class="dc-container" style=${colour && { '--dc-accent': colour }}>${drawComponents(container['components'], look, depth + 1)}</div>`;
}

function drawSeparator({ divider, spacing }: Json): VNode {
  const size = spacing === LARGE ? ' dc-large' : '';
  return divider === false ? html`<div class=${`dc-space${size}`}></div>` : html`<hr class=${`dc-separator${size}`} />`;
}

/** 0xRRGGBB as CSS says it; null for what is no colour. */
export function colourOf(value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 0xffffff) return null;
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** "attachment://report.txt" is called report.txt. */
function addressed(url: unknown): string {
  return asText(url).split('/').at(-1) ?? '';
}
