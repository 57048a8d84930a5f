// Select menus: who and what one can choose from. docs: components/reference, string select and its like
import type { VNode } from 'preact';
import type { Json, Room } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asText, objectsIn } from '../json.ts';
import type { Look } from '../look.ts';
import { nameOf } from './buttons.ts';

export interface MenuOption {
  readonly label: string;
  readonly value: string;
  /** What stands below the label in Discord's own menu. */
  readonly description: string;
  readonly isDefault: boolean;
}

const STRING = 3;
const USER = 5;
const ROLE = 6;
const MENTIONABLE = 7;
const CHANNEL = 8;
const TYPES: ReadonlySet<unknown> = new Set([STRING, USER, ROLE, MENTIONABLE, CHANNEL]);

export function isMenu(type: unknown): boolean {
  return TYPES.has(type);
}

/** What a menu offers here: its own options, or people and channels of the room. There are no roles in it. */
export function optionsOf(menu: Json, { members, channels }: Room): readonly MenuOption[] {
  switch (menu['type']) {
    case STRING:
      return objectsIn(menu['options']).map(readOption);
    case USER:
    case MENTIONABLE:
      return members.map(({ id, name }) => ({ label: name, value: id, description: '', isDefault: false }));
    case CHANNEL:
      return channels.map(({ id, name }) => ({ label: `#${name}`, value: id, description: '', isDefault: false }));
    default:
      return [];
  }
}

/** An option of a menu, of radio buttons or of checkboxes. */
export function readOption(option: Json): MenuOption {
  return {
    label: asText(option['label']),
    value: asText(option['value']),
    description: asText(option['description']),
    isDefault: option['default'] === true,
  };
}

/** In a message, a menu can be looked into; what is chosen goes nowhere, and it says so. */
export function drawMenu(menu: Json, { room }: Look): VNode {
  const placeholder = asText(menu['placeholder']) || 'Make a selection';
  const options = objectsIn(menu['options']);
  return html`
    <div class="dc-menu">
      <select aria-label=${placeholder} disabled=${menu['disabled'] === true} title="Choosing here is not part of the playground yet">
        <option value="">${placeholder}</option>
        ${optionsOf(menu, room).map(
          ({ label, description }, at) => html`
          <option disabled>${[nameOf(asJson(options[at]?.['emoji'])), label].filter(Boolean).join(' ')}${description && ` – ${description}`}</option>`,
        )}
      </select>
    </div>`;
}
