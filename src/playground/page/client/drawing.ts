// The two drawers, behind one face.
import type { VNode } from 'preact';
import type { Home, Message, Modal } from '../protocol.ts';
import * as discord from './discord/message.ts';
import type { FormLook, Look, PageLook } from './look.ts';
import * as slack from './slack/message.ts';

const drawers = { slack, discord };

export function Body({ message, look }: { readonly message: Message; readonly look: Look }): VNode {
  return drawers[message.side].drawMessage(message, look);
}

export function Fields({ modal, look }: { readonly modal: Modal; readonly look: FormLook }): VNode {
  return drawers[modal.side].drawModal(modal, look);
}

export function HomeBody({ home, lookAt }: { readonly home: Home; lookAt(block: number): PageLook }): VNode {
  return slack.drawHome(home, lookAt);
}
