// What people do on an app's own pages, its Home tab and its modals: open them, press what is there, choose a channel.
import type { Envelope } from './delivery.ts';
import type { Home, Homes } from './homes.ts';
import type { Payload } from './message.ts';
import { asList, asPayload, asText } from './message.ts';
import type { Modal } from './modals.ts';
import { eventPayload, viewClickPayload } from './payloads.ts';
import type { Triggers } from './triggers.ts';
import type { Member, Workspace } from './workspace.ts';

/** A page as it goes back to the app. */
export type Page = Home | Modal;

/** A button of a page, or its menu of channels. */
export interface PageAction {
  readonly type: 'button' | 'conversations_select';
  /** Which of the page's blocks, counted from zero. */
  readonly block: number;
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
  readonly value: string;
}

export interface Visitor {
  /** The page that they see, once the bot has drawn one. */
  home(): Home | null;
  /** Opens the Home tab, or with `messages` the other one. Resolves once Slack has told the bot. */
  openHome(tab?: 'home' | 'messages'): Promise<void>;
  /** Presses the first button with this label or value. Rejects with what `failed` makes where there is none. */
  pressOn(page: Page, button: string): Promise<void>;
  /** Chooses a channel, by its name, in the page's menu of channels. */
  chooseOn(page: Page, channel: string): Promise<void>;
  /** Presses a button by the place where it stands, or chooses a channel by its id. Rejects where there is none. */
  useOn(page: Page, used: { block: number; action: string; chosen: string | null }): Promise<void>;
  /** Sends an action that nothing on the page made. */
  forgeOn(page: Page, action: Payload): Promise<void>;
}

/** A page with what Slack knows of it. */
export function pageJson({ team, appId }: Workspace, { id, view, hash, ...rest }: Page): Payload {
  const previous = 'below' in rest ? (rest.below?.id ?? null) : null;
  return {
    private_metadata: '',
    callback_id: '',
    ...view,
    id,
    hash,
    team_id: team.id,
    app_id: appId,
    previous_view_id: previous,
    state: { values: {} },
  };
}

/** Everything that can be used on a page. A block that the app gave no name has one from Slack. */
export function actionsOn({ view }: Page): readonly PageAction[] {
  return asList(view['blocks'])
    .map(asPayload)
    .flatMap((block, index) =>
      [...asList(block['elements']), block['accessory']].map(asPayload).map((element) => ({ block, index, element })),
    )
    .flatMap(({ block, index, element }) => {
      const { type, action_id, text, value, placeholder } = element;
      if (type !== 'button' && type !== 'conversations_select') return [];
      return [
        {
          type,
          block: index,
          blockId: asText(block['block_id']) || `b${index}`,
          actionId: asText(action_id),
          label: asText(asPayload(type === 'button' ? text : placeholder)['text']),
          value: asText(value),
        },
      ];
    });
}

export function createVisitor(
  member: Member,
  stage: {
    readonly workspace: Workspace;
    readonly triggers: Triggers;
    readonly homes: Homes;
    readonly send: (envelope: Envelope) => Promise<Payload>;
    readonly failed: (code: string) => Error;
  },
): Visitor {
  const { workspace, triggers, homes, send, failed } = stage;

  async function act(page: Page, action: Payload): Promise<void> {
    const use = { member, triggerId: triggers.create(member.id), view: pageJson(workspace, page), action };
    await send({ type: 'interactive', payload: viewClickPayload(workspace, use) });
  }

  function find(page: Page, matches: (action: PageAction) => boolean, name: string): PageAction {
    const found = actionsOn(page).find(matches);
    if (found === undefined) throw failed(`no "${name}" on this page`);
    return found;
  }

  function use(page: Page, used: PageAction, chosen: string): Promise<void> {
    const { type, blockId, actionId, label, value } = used;
    const text = { type: 'plain_text', text: label, emoji: false };
    const done = type === 'button' ? { text, value } : { selected_conversation: chosen };
    return act(page, { type, block_id: blockId, action_id: actionId, ...done });
  }

  return {
    home: () => homes.of(member.id),
    openHome: async (tab = 'home') => {
      const home = homes.of(member.id);
      const event = {
        type: 'app_home_opened',
        user: member.id,
        channel: workspace.channel(member.name, { kind: 'im' }).id,
        tab,
        event_ts: (workspace.now() / 1000).toFixed(6),
        ...(home !== null && { view: pageJson(workspace, home) }),
      };
      await send({ type: 'events_api', payload: eventPayload(workspace, event) });
    },
    pressOn: async (page, button) => {
      const isIt = ({ type, label, value }: PageAction) => type === 'button' && (label === button || value === button);
      await use(page, find(page, isIt, button), '');
    },
    chooseOn: async (page, name) => {
      const isIt = ({ type }: PageAction) => type === 'conversations_select';
      await use(page, find(page, isIt, 'menu of channels'), workspace.channel(name).id);
    },
    useOn: async (page, { block, action, chosen }) => {
      const isIt = (one: PageAction) => one.block === block && one.actionId === action;
      await use(page, find(page, isIt, action), chosen ?? '');
    },
    forgeOn: act,
  };
}
