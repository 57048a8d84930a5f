// The Home tab: what can be asked, how somebody stands in the quiz, and the settings of a channel that they chose.
import type { HomeView, KnownBlock } from '@slack/web-api';
import type { Answer } from '../../answer/answer.ts';
import type { Guide } from '../../port.ts';
import { marked, plain } from './blocks.ts';
import { HOME_LIMITS } from './limits.ts';
import { draw } from './render.ts';
import { type Stand, writeStand } from './stand.ts';

/** The `action_id` of the menu of channels, and the `block_id` of buttons that ask in the channel that was chosen there. */
export const CHOOSE = 'home:channel';
export const SETTINGS = 'settings';

/** What Slack calls the page. */
const HOME = 'home';

export interface HomeContent {
  readonly guide?: Guide;
  /** How they stand in the quiz. */
  readonly standing: Answer | null;
  /** The channel that was chosen, and what it has set; or why that is not shown. */
  readonly chosen: { readonly channel: string | null; readonly settings: Answer } | null;
}

const divider: KnownBlock = { type: 'divider' };

function chooser(channel: string | null): KnownBlock {
  return {
    type: 'section',
    text: plain('Choose a channel, to see and change what it has set.'),
    accessory: {
      type: 'conversations_select',
      action_id: CHOOSE,
      placeholder: plain('Choose a channel'),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channel !== null && { initial_conversation: channel }),
    },
  };
}

function drawSettings(chosen: HomeContent['chosen']): KnownBlock[] {
  const header: KnownBlock = { type: 'header', text: plain('Settings of a channel') };
  if (chosen === null) return [header, chooser(null)];
  const { channel, settings } = chosen;
  const room = { blocks: HOME_LIMITS.settings, ...(channel !== null && { buttons: SETTINGS }) };
  const where: KnownBlock[] = channel === null ? [] : [{ type: 'context', elements: [marked(`<#${channel}>`)] }];
  return [header, chooser(channel), ...where, ...draw(settings, room).blocks];
}

/** Draws the page within Slack's limits, whatever the answers are. */
export function drawHome({ guide, standing, chosen }: HomeContent): HomeView {
  const sections = [
    guide === undefined ? [] : draw(guide.welcome, { blocks: HOME_LIMITS.topic }).blocks,
    standing === null ? [] : draw(standing, { blocks: HOME_LIMITS.standing }).blocks,
    drawSettings(chosen),
    ...(guide?.topics ?? []).map((topic) => draw(topic, { blocks: HOME_LIMITS.topic }).blocks),
  ].filter((blocks) => blocks.length > 0);
  const stand: Stand = { channel: null, shown: chosen?.channel ?? null };
  const blocks = sections.flatMap((section, at) => (at === 0 || at > DIVIDED ? section : [divider, ...section]));
  return {
    type: 'home',
    callback_id: HOME,
    private_metadata: writeStand(stand),
    blocks: blocks.slice(0, HOME_LIMITS.blocks),
  };
}

/** Lines stand before the first few sections and the topics; each topic has its heading. */
const DIVIDED = 3;
