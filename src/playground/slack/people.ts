// What people do on Slack: type commands, write messages, press buttons, use the shortcut.
import type { Deliver, Envelope } from './delivery.ts';
import type { Homes } from './homes.ts';
import type { Message, Payload, ShownButton } from './message.ts';
import { show } from './message.ts';
import type { Modal, Modals } from './modals.ts';
import { showModal, stateOf } from './modals.ts';
import {
  clickPayload,
  commandPayload,
  eventPayload,
  heardEvents,
  reactionEvent,
  shortcutPayload,
  submissionPayload,
} from './payloads.ts';
import type { ResponseUrls } from './response-urls.ts';
import { answer } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import { encodeTyped, escapeTyped } from './typing.ts';
import { createVisitor, pageJson, type Visitor } from './visits.ts';
import type { Channel, Member, Workspace } from './workspace.ts';

/** Slack's own words to the person when an app does not answer: `operation_timeout`, `dispatch_failed`, `invalid_blocks`. */
export class Failed extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Slack says: ${code}`);
    this.code = code;
  }
}

export interface Where {
  /** A channel's name; "general" where it is left out. */
  readonly channel?: string;
  /** The message whose thread it is. */
  readonly thread?: Message;
}

export interface Person extends Member, Visitor {
  /** Types a slash command. Resolves with the answer that came at once, null for none; rejects with `Failed`. */
  command(name: string, text?: string, where?: Where): Promise<Message | null>;
  /** Writes a message; `@Teapot` in it mentions the bot. Resolves once Slack has told the bot. */
  write(text: string, where?: Where): Promise<Message>;
  /** Writes to the bot alone. */
  writeDirectly(text: string): Promise<Message>;
  /** Changes an own message, which delivers a mention again. */
  edit(message: Message, text: string): Promise<Message>;
  /** Presses the button with this label or action id. Rejects with `Failed`, also where there is no such button. */
  press(message: Message, button: string): Promise<void>;
  /** Sends a click that no button made. */
  forge(message: Message, action: Pick<ShownButton, 'actionId' | 'value'>): Promise<void>;
  /** Removes an own message. */
  remove(message: Message): Promise<void>;
  /** Puts an emoji below a message: "teapot". Nothing happens where they have done so already. */
  react(message: Message, name: string): Promise<void>;
  /** Uses a message shortcut on a message. */
  shortcut(callbackId: string, message: Message): Promise<void>;
  /** What is open over everything else. */
  modal(): Modal | null;
  /**
   * Fills in an open modal, by the labels or ids of its fields (what is left out stays as it was), and sends it. Resolves with
   * the modal that is open then, with errors or another one; null where nothing is. Rejects with `Failed`, also where something is missing.
   */
  submit(modal: Modal, values?: Readonly<Record<string, string>>): Promise<Modal | null>;
  /** Closes what they have open. */
  dismiss(): void;
}

export interface Stage {
  readonly workspace: Workspace;
  readonly deliver: Deliver;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly modals: Modals;
  readonly homes: Homes;
  /** Makes a whole address out of a response URL's last part. */
  readonly responseUrl: (key: string) => string;
}

/** What stands in the fields once they are filled in, by their ids. Slack's own window refuses what is missing. */
function fillIn(modal: Modal, values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const filled = showModal(modal).fields.map(({ id, label, optional, options, value }): [string, string] => {
    const typed = values[label] ?? values[id] ?? value;
    if (typed === '' && !optional) throw new Failed(`"${label}" is required`);
    const choice = options?.find((option) => option.label === typed || option.value === typed);
    if (options !== null && typed !== '' && choice === undefined) throw new Failed(`no option "${typed}"`);
    return [id, choice?.value ?? typed];
  });
  return new Map(filled);
}

/** A person in the workspace, who joins when they are new. */
export function createPerson(member: Member, stage: Stage): Person {
  const { workspace, deliver, responseUrls, responseUrl, triggers, modals, homes } = stage;

  function channelNamed(channel = 'general'): Channel {
    return workspace.channel(channel);
  }

  function channelFor(message: Message): Channel {
    const channel = workspace.channelOf(message.channel);
    if (channel === null) throw new Failed('channel_not_found');
    return channel;
  }

  async function send(envelope: Envelope): Promise<Payload> {
    const reply = await deliver(envelope);
    if (reply.ok) return reply.payload;
    throw new Failed(reply.reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed');
  }

  async function tell(event: Payload): Promise<void> {
    await deliver({ type: 'events_api', payload: eventPayload(workspace, event) });
  }

  async function tellBot(message: Message, channel: Channel, edited = false): Promise<Message> {
    const events = heardEvents(workspace, message, channel, edited);
    await Promise.all(events.map(tell));
    return message;
  }

  function write(text: string, channel: Channel, thread: Message | undefined): Promise<Message> {
    const message = workspace.post({
      channel: channel.id,
      thread: thread === undefined ? null : (thread.thread ?? thread.ts),
      by: member.id,
      only: null,
      text: encodeTyped(text, workspace),
      blocks: [],
      route: 'typed',
      raw: {},
    });
    return tellBot(message, channel);
  }

  async function click(message: Message, action: Payload): Promise<void> {
    const channel = channelFor(message);
    const url = responseUrl(responseUrls.create({ channel: channel.id, user: member.id, message }));
    const use = { member, triggerId: triggers.create(member.id), channel, message, action, responseUrl: url };
    const payload = clickPayload(workspace, use);
    await send({ type: 'interactive', payload });
  }

  return {
    ...member,
    ...createVisitor(member, { workspace, triggers, homes, send, failed: (code) => new Failed(code) }),
    command: async (command, text = '', where = {}) => {
      const channel = channelNamed(where.channel);
      const occasion = { channel: channel.id, user: member.id, message: null };
      const url = responseUrl(responseUrls.create(occasion));
      const triggerId = triggers.create(member.id);
      const use = { member, triggerId, channel, command, text: escapeTyped(text), responseUrl: url };
      const reply = await send({ type: 'slash_commands', payload: commandPayload(workspace, use) });
      if (Object.keys(reply).length === 0) return null;
      const [refusal] = answer(workspace, occasion, reply, 'acknowledgement');
      if (refusal !== undefined) throw new Failed(refusal.error);
      return workspace.history().at(-1) ?? null;
    },
    write: (text, { channel, thread } = {}) => write(text, channelNamed(channel), thread),
    writeDirectly: (text) => write(text, workspace.channel(member.name, { kind: 'im' }), undefined),
    edit: (message, text) =>
      tellBot(
        workspace.change({ ...message, text: encodeTyped(text, workspace), edited: true }),
        channelFor(message),
        true,
      ),
    press: async (message, name) => {
      const button = show(message).buttons.find(({ label, actionId }) => label === name || actionId === name);
      if (button === undefined) throw new Failed(`no button "${name}"`);
      const { actionId, value, label } = button;
      const text = { type: 'plain_text', text: label, emoji: false };
      await click(message, { action_id: actionId, value, text });
    },
    forge: (message, { actionId, value }) => click(message, { action_id: actionId, value }),
    remove: async (message) => {
      workspace.remove(message.ts);
    },
    react: async (message, name) => {
      const isNew = workspace.react(message, member.id, name);
      if (isNew && workspace.passive && channelFor(message).bot)
        await tell(reactionEvent(workspace, member.id, name, message));
    },
    shortcut: async (callbackId, message) => {
      const channel = channelFor(message);
      // The answer cannot replace the message: it is not the bot's.
      const url = responseUrl(responseUrls.create({ channel: channel.id, user: member.id, message: null }));
      const use = { member, triggerId: triggers.create(member.id), channel, message, callbackId, responseUrl: url };
      await send({ type: 'interactive', payload: shortcutPayload(workspace, use) });
    },
    modal: () => modals.of(member.id),
    dismiss: () => {
      const open = modals.of(member.id);
      if (open !== null) modals.close(open);
    },
    submit: async (modal, values = {}) => {
      const state = stateOf(modal, fillIn(modal, values));
      const view = { ...pageJson(workspace, modal), state };
      const use = { member, triggerId: triggers.create(member.id), view };
      const reply = await send({ type: 'interactive', payload: submissionPayload(workspace, use) });
      if (!modals.settle(modal, reply)) throw new Failed('trouble_connecting');
      return modals.of(member.id);
    },
  };
}
