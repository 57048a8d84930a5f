// A look at messages and modals, by Ada on a Thursday.
import type { FormLook, Look } from '../../../../src/playground/page/client/look.ts';
import type { Json, Message, Modal, Room } from '../../../../src/playground/page/protocol.ts';

export const NOW = Date.UTC(2026, 10, 26, 9, 30);

export const room: Room = {
  side: 'slack',
  name: 'Playground',
  bot: 'U0TEAPOT',
  members: [
    { id: 'U0TEAPOT', name: 'Teapot', bot: true, admin: false },
    { id: 'U1ADA', name: 'Ada', bot: false, admin: true },
    { id: 'U2GRACE', name: 'Grace', bot: false, admin: false },
  ],
  channels: [{ id: 'C1', name: 'general', aloneWith: null }],
  commands: [],
  menu: [],
};

export function look(changes: Partial<Look> = {}): Look {
  return { room, as: 'U1ADA', now: NOW, press: () => undefined, busy: null, ...changes };
}

export function formLook(
  values: Readonly<Record<string, string>> = {},
  onInput: FormLook['onInput'] = () => undefined,
) {
  return { ...look(), values, onInput, pressIn: () => undefined };
}

export function message(payload: Json): Message {
  return {
    side: 'slack',
    id: '1.1',
    channel: 'C1',
    under: null,
    by: 'U0TEAPOT',
    at: NOW,
    only: null,
    edited: false,
    askedBy: null,
    payload,
    uses: [],
  };
}

export function modal(payload: Json, errors: Modal['errors'] = {}): Modal {
  return { side: 'slack', id: 'V1', of: 'U1ADA', payload, errors };
}
