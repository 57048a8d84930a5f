// The payloads that Slack sends for what people do, with the fields that the real ones have.
import type { Message, Payload } from './message.ts';
import type { Channel, Member, Workspace } from './workspace.ts';

/** Every payload carries these; the verification token is a relic that nobody should rely on. */
const RELIC = { token: 'legacy-verification-token' };

function seconds({ now }: Workspace): string {
  return (now() / 1000).toFixed(6);
}

/** A message inside a payload. */
export function messageJson(message: Message): Payload {
  return {
    type: 'message',
    user: message.by,
    ts: message.ts,
    ...(message.thread !== null && { thread_ts: message.thread }),
    text: message.text,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
  };
}

/** Who uses something, and the id with which the app may open a modal for them. */
interface Use {
  readonly member: Member;
  readonly triggerId: string;
}

function interaction({ team, appId }: Workspace, { member, triggerId }: Use): Payload {
  return {
    ...RELIC,
    user: { id: member.id, username: member.name, name: member.name, team_id: team.id },
    api_app_id: appId,
    team,
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: triggerId,
  };
}

function channelJson({ id, kind, name }: Channel): Payload {
  return { id, name: kind === 'im' ? 'directmessage' : name };
}

export interface CommandUse extends Use {
  readonly channel: Channel;
  readonly command: string;
  readonly text: string;
  readonly responseUrl: string;
}

export function commandPayload(
  workspace: Workspace,
  { member, triggerId, channel, command, text, responseUrl }: CommandUse,
): Payload {
  return {
    ...RELIC,
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: member.id,
    user_name: member.name,
    command,
    text,
    api_app_id: workspace.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

export function clickPayload(
  workspace: Workspace,
  use: Use & { channel: Channel; message: Message; action: Payload; responseUrl: string },
): Payload {
  const { message } = use;
  const isPrivate = message.only !== null;
  return {
    ...interaction(workspace, use),
    channel: channelJson(use.channel),
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isPrivate,
      ...(message.thread !== null && { thread_ts: message.thread }),
    },
    // Slack keeps no private message, so it cannot send it back.
    ...(!isPrivate && { message: messageJson(message) }),
    state: { values: {} },
    response_url: use.responseUrl,
    actions: [{ block_id: 'b1', type: 'button', action_ts: seconds(workspace), ...use.action }],
  };
}

export function shortcutPayload(
  workspace: Workspace,
  use: Use & { channel: Channel; message: Message; callbackId: string; responseUrl: string },
): Payload {
  return {
    ...interaction(workspace, use),
    channel: channelJson(use.channel),
    type: 'message_action',
    callback_id: use.callbackId,
    action_ts: seconds(workspace),
    message_ts: use.message.ts,
    message: messageJson(use.message),
    response_url: use.responseUrl,
  };
}

/** A button or a menu on one of the app's own pages: there is no channel, no message and no response URL. */
export function viewClickPayload(workspace: Workspace, use: Use & { view: Payload; action: Payload }): Payload {
  return {
    ...interaction(workspace, use),
    type: 'block_actions',
    container: { type: 'view', view_id: use.view['id'] },
    view: use.view,
    actions: [{ action_ts: seconds(workspace), ...use.action }],
  };
}

export function submissionPayload(workspace: Workspace, use: Use & { view: Payload }): Payload {
  return { ...interaction(workspace, use), type: 'view_submission', view: use.view, response_urls: [] };
}

export function eventPayload(workspace: Workspace, event: Payload): Payload {
  const { team, appId, bot } = workspace;
  return {
    ...RELIC,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    // The same nowhere else.
    event_id: `${workspace.id('Ev')}${team.id}`,
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.id, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}

/**
 * The events for a message: a mention in a channel, any message in a direct conversation; with the scopes for it, any
 * message of a channel as well, of which an edit is another event.
 */
export function heardEvents(
  workspace: Workspace,
  message: Message,
  channel: Channel,
  edited = false,
): readonly Payload[] {
  const common = {
    ...messageJson(message),
    channel: channel.id,
    event_ts: message.ts,
    team: workspace.team.id,
    ...(edited && { edited: { user: message.by, ts: seconds(workspace) } }),
  };
  if (channel.kind === 'im') return [{ ...common, type: 'message', channel_type: 'im' }];
  if (!channel.bot) return [];
  const mentioned = message.text.includes(`<@${workspace.bot.id}>`);
  const said = { type: 'message', channel_type: 'channel' };
  const told = edited
    ? {
        ...said,
        subtype: 'message_changed',
        hidden: true,
        channel: channel.id,
        ts: seconds(workspace),
        message: common,
      }
    : { ...common, ...said };
  return [...(mentioned ? [{ ...common, type: 'app_mention' }] : []), ...(workspace.passive ? [told] : [])];
}

/** Somebody put an emoji below a message. docs: reference/events/reaction_added */
export function reactionEvent({ now }: Workspace, by: string, name: string, message: Message): Payload {
  return {
    type: 'reaction_added',
    user: by,
    reaction: name,
    item_user: message.by,
    item: { type: 'message', channel: message.channel, ts: message.ts },
    event_ts: (now() / 1000).toFixed(6),
  };
}
