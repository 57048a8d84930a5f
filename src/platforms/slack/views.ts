// Buttons on pages of ours, the Home tab and the modals over it. There is no message to answer: the answer opens as a modal,
// and what is pressed in there turns it into the next one.
import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import type { Answer } from '../../answer/answer.ts';
import { drawAnswer } from './answer-view.ts';
import { createClient, PROMPT_TIMEOUT_MS } from './client.ts';
import type { Ears } from './ears.ts';
import { type CarriedForm, readFormValue } from './form-value.ts';
import { type Guest, type Home, mayChange } from './home.ts';
import { CHOOSE, SETTINGS } from './home-view.ts';
import { reasonOf } from './journal.ts';
import { LIMITS } from './limits.ts';
import { drawModal } from './modal.ts';
import { FORM } from './render.ts';
import { channelIn, readStand, type Stand } from './stand.ts';

type View = NonNullable<BlockAction['view']>;
type Action = BlockAction['actions'][number];

/** Something that was used on a page of ours. */
export interface Use {
  readonly guest: Guest;
  readonly view: View;
  readonly action: Action;
  /** Opens a modal, within three seconds. */
  readonly trigger: string;
}

export type PressInView = (use: Use) => Promise<void>;

/** In a modal, all of it is asked where it was opened for; on the page, only the settings have a channel. */
function standOf({ view, action }: Use): Stand {
  const stand = readStand(view.private_metadata);
  if (view.type !== 'home') return stand;
  return { ...stand, channel: action.block_id === SETTINGS ? stand.shown : null };
}

/** Answers what is used there. What it gives never rejects. */
export function createPressInView({ access, log }: Ears, home: Home): PressInView {
  const client = createClient(access, PROMPT_TIMEOUT_MS);

  /** On the page, a new modal; in a modal, in its place: if nothing else has taken it meanwhile. */
  function show({ guest, view, trigger }: Use, drawn: ModalView): Promise<unknown> {
    return access.tokens.use(guest.team, (token) =>
      view.type === 'home'
        ? client.views.open({ token, trigger_id: trigger, view: drawn })
        : client.views.update({ token, view_id: view.id, hash: view.hash, view: drawn }),
    );
  }

  /** Over a modal, so that it is there again afterwards. Slack takes three on top of each other; two are enough for us. */
  function cover(use: Use, drawn: ModalView): Promise<unknown> {
    const { guest, view, trigger } = use;
    if (view.type === 'home' || view.previous_view_id !== null) return show(use, drawn);
    return access.tokens.use(guest.team, (token) => client.views.push({ token, trigger_id: trigger, view: drawn }));
  }

  async function tried(work: Promise<unknown>, what: string): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (thrown) {
      log.warn({ reason: reasonOf(thrown) }, `slack: could not open ${what}`);
      return false;
    }
  }

  async function openForm(use: Use, { form, line }: CarriedForm, stand: Stand): Promise<void> {
    const origin = { channel: stand.channel ?? '', page: stand.shown ?? '' };
    if (await tried(cover(use, drawModal(form, origin)), 'a form')) return;
    // What opens on the page needs the same trigger once more; a modal is there already.
    if (use.view.type !== 'home') await answer(use, line, stand);
  }

  async function answer(use: Use, line: string, stand: Stand): Promise<void> {
    const said: Answer | null = await home.ask(use.guest, stand.channel, line.slice(0, LIMITS.line));
    if (said === null) return;
    await tried(show(use, drawAnswer(said, stand)), 'an answer');
    if (mayChange(said)) await home.publish(use.guest, stand.shown);
  }

  return async (use) => {
    const { action, guest } = use;
    if (action.type === 'conversations_select') {
      if (action.action_id === CHOOSE) await home.choose(guest, channelIn(action.selected_conversation));
      return;
    }
    const value = action.type === 'button' ? action.value?.trim() : undefined;
    if (!value) return;
    const stand = standOf(use);
    const carried = action.action_id.startsWith(FORM) ? readFormValue(value) : null;
    if (carried === null) await answer(use, value, stand);
    else await openForm(use, carried, stand);
  };
}
