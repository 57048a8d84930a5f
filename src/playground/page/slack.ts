// The simulated Slack as the page sees it.
import type { Home as SlackHome } from '../slack/homes.ts';
import { MOST } from '../slack/limits.ts';
import { asList, asPayload, asText, type Message as SlackMessage } from '../slack/message.ts';
import type { Modal as SlackModal } from '../slack/modals.ts';
import { Failed, type Person } from '../slack/people.ts';
import type { SimulatedSlack } from '../slack/slack.ts';
import { usesOf } from '../slack/usage.ts';
import type { Page } from '../slack/visits.ts';
import type { Channel as SlackChannel } from '../slack/workspace.ts';
import { type Act, type ActOf, DONE, type Pane, Refusal, required } from './pane.ts';
import type { Home, Json, Message, Modal, Outcome, Room } from './protocol.ts';

export interface SlackPane extends Pane {
  /** Installs an app from its manifest: from now on its commands and shortcuts are there. */
  install(manifest: Json): void;
}

/** @param name the workspace's */
export function slackPane(slack: SimulatedSlack, name: string): SlackPane {
  const tellers = new Set<Parameters<Pane['watch']>[0]>();
  let app: Pick<Room, 'commands' | 'menu'> = { commands: [], menu: [] };

  function room(): Room {
    return {
      side: 'slack',
      name,
      bot: slack.bot.id,
      members: slack.members().map((member) => ({
        id: member.id,
        name: member.name,
        bot: member.id === slack.bot.id,
        admin: member.admin,
      })),
      channels: slack.channels().map((channel) => ({
        id: channel.id,
        name: channel.name,
        aloneWith: channel.kind === 'im' ? owner(channel) : null,
      })),
      ...app,
    };
  }

  /** Direct messages with the bot are called after the person. */
  function owner({ name: wanted }: SlackChannel): string | null {
    return slack.members().find((member) => member.name === wanted)?.id ?? null;
  }

  function person(id: string): Person {
    const member = slack.members().find((one) => one.id === id && one.id !== slack.bot.id);
    return slack.person(required(member, 'There is no such person').name);
  }

  function channel(id: string, who: Person): SlackChannel {
    const found = required(
      slack.channels().find((one) => one.id === id),
      'channel_not_found',
    );
    if (found.kind === 'im' && found.name !== who.name) throw new Refusal('channel_not_found');
    return found;
  }

  function message(id: string, who: Person): SlackMessage {
    const found = slack.message(id);
    if (found === null || (found.only !== null && found.only !== who.id)) throw new Refusal('message_not_found');
    channel(found.channel, who);
    return found;
  }

  async function write(act: ActOf<'write'>, who: Person): Promise<Outcome> {
    const where = channel(act.channel, who);
    const thread = act.thread === null ? {} : { thread: message(act.thread, who) };
    if (act.text.length > MOST.text)
      throw new Refusal(
        `Slack takes at most ${MOST.text} characters in a message, and this one has ${act.text.length}.`,
      );
    // Slack delivers an event for minutes where the bot does not take it; nobody waits for that.
    void who.write(act.text, { channel: where.name, ...thread });
    return DONE;
  }

  async function command(act: ActOf<'command'>, who: Person): Promise<Outcome> {
    const name = `/${act.name}`;
    if (!app.commands.some((one) => one.name === act.name)) throw new Refusal(`${name} is not a valid command.`);
    try {
      await who.command(name, act.text, { channel: channel(act.channel, who).name });
      return DONE;
    } catch (thrown) {
      if (thrown instanceof Failed) throw new Refusal(`${name} failed with the error “${thrown.code}”`);
      throw thrown;
    }
  }

  async function submit(act: ActOf<'submit'>, who: Person): Promise<Outcome> {
    const modal = who.modal();
    if (modal?.id !== act.modal) throw new Refusal('This window is closed already.');
    try {
      await who.submit(modal, act.values);
      return DONE;
    } catch (thrown) {
      if (!(thrown instanceof Failed)) throw thrown;
      throw new Refusal(TROUBLE.has(thrown.code) ? 'We had some trouble connecting. Try again?' : thrown.code);
    }
  }

  /** Their page, or the window over everything. */
  function page(id: string, who: Person): Page {
    return required(
      [who.home(), who.modal()].find((one) => one?.id === id),
      'This is closed already.',
    );
  }

  async function act(what: Act): Promise<Outcome> {
    const who = person(what.as);
    switch (what.do) {
      case 'write':
        return write(what, who);
      case 'command':
        return command(what, who);
      case 'press':
        await who.press(message(what.message, who), what.button);
        return DONE;
      case 'react':
        // Slack delivers an event for minutes where the bot does not take it; nobody waits for that.
        void who.react(message(what.message, who), what.emoji);
        return DONE;
      case 'menu':
        await who.shortcut(what.item, message(what.message, who));
        return DONE;
      case 'submit':
        return submit(what, who);
      case 'close':
        if (who.modal()?.id === what.modal) who.dismiss();
        return DONE;
      case 'visit':
        // As above: an event.
        void who.openHome();
        return DONE;
      case 'use':
        await who.useOn(page(what.page, who), what);
        return DONE;
      case 'complete':
      case 'dismiss':
        throw new Refusal('That is not a thing of Slack');
    }
  }

  return {
    side: 'slack',
    room,
    messages: () => slack.history().map(asMessage),
    modals: () => slack.modals().map(asModal),
    homes: () => slack.homes().map(asHome),
    watch: (tell) => {
      tellers.add(tell);
      const unwatch = [
        slack.watch(({ kind, message: said }) => {
          if (kind === 'removed') tell({ kind: 'removed', side: 'slack', ids: [said.ts] });
          else tell({ kind: 'message', message: asMessage(said) });
        }),
        slack.watchHomes((home) => tell({ kind: 'home', home: asHome(home) })),
        slack.watchModals((modal, state) => {
          if (state === 'open') tell({ kind: 'modal', modal: asModal(modal) });
          else tell({ kind: 'modal-closed', side: 'slack', of: modal.by });
        }),
      ];
      return () => {
        tellers.delete(tell);
        for (const stop of unwatch) stop();
      };
    },
    act: async (what) => {
      try {
        return await act(what);
      } catch (thrown) {
        if (thrown instanceof Failed) throw new Refusal(`Slack says: ${thrown.code}`);
        throw thrown;
      }
    },
    install: (manifest) => {
      app = read(manifest);
      for (const tell of tellers) tell({ kind: 'room', room: room() });
    },
  };
}

/** What Slack says itself when a window cannot be sent. */
const TROUBLE: ReadonlySet<string> = new Set(['operation_timeout', 'dispatch_failed', 'trouble_connecting']);

/** What somebody can use of an app. */
function read(manifest: Json): Pick<Room, 'commands' | 'menu'> {
  const { slash_commands: commands, shortcuts } = asPayload(manifest['features']);
  return {
    commands: asList(commands)
      .map(asPayload)
      .map((one) => ({
        side: 'slack',
        name: asText(one['command']).slice(1),
        description: asText(one['description']),
        hint: asText(one['usage_hint']),
        options: [],
      })),
    menu: asList(shortcuts)
      .map(asPayload)
      .filter(({ type }) => type === 'message')
      .map((one) => ({ id: asText(one['callback_id']), name: asText(one['name']) })),
  };
}

function asMessage(message: SlackMessage): Message {
  const isTyped = message.route === 'typed';
  return {
    side: 'slack',
    id: message.ts,
    channel: message.channel,
    under: message.thread,
    by: message.by,
    at: Math.floor(Number(message.ts)) * 1000,
    only: message.only,
    edited: message.edited === true,
    askedBy: null,
    ...(message.reactions !== undefined && {
      reactions: message.reactions.map(({ name: emoji, users: by }) => ({ emoji, by })),
    }),
    payload: isTyped ? { type: 'message', text: message.text } : message.raw,
    uses: isTyped ? [] : usesOf(message.raw),
  };
}

function asModal({ id, by, view, errors }: SlackModal): Modal {
  return { side: 'slack', id, of: by, payload: view, errors };
}

function asHome({ id, by, view }: SlackHome): Home {
  return { id, of: by, payload: view };
}
