// The simulated Discord as the page sees it.

import type {
  Channel as DiscordChannel,
  Message as DiscordMessage,
  Form,
  Person,
  Post,
  SimulatedDiscord,
  Where,
} from '../discord/discord.ts';
import { timeOf } from '../discord/ids.ts';
import { objects, string } from '../discord/json.ts';
import { MOST_CONTENT } from '../discord/limits.ts';
import { COMMAND, OPTION } from '../discord/picker.ts';
import { usesOf } from '../discord/usage.ts';
import { type Act, type ActOf, DONE, type Pane, Refusal, required } from './pane.ts';
import type { Json, Message, Modal, News, Outcome, Room, SlashCommand } from './protocol.ts';

/** @param name the server's */
export function discordPane(discord: SimulatedDiscord, name: string): Pane {
  function room(): Room {
    const { bot, people, commands } = discord;
    return {
      side: 'discord',
      name,
      bot: bot.id,
      members: [
        { id: bot.id, name: bot.username, bot: true, admin: false },
        ...people.map(({ id, username, manages = false }) => ({ id, name: username, bot: false, admin: manages })),
      ],
      channels: [
        ...discord.channels.all().map((channel) => ({ id: channel.id, name: channel.name, aloneWith: null })),
        ...people.map(({ id, username, direct }) => ({ id: direct, name: username, aloneWith: id })),
      ],
      commands: commands.flatMap(slashCommands),
      menu: commands
        .filter(({ type }) => type === COMMAND.message)
        .map((command) => ({ id: string(command['name']), name: string(command['name']) })),
    };
  }

  function person(id: string): Person {
    return required(
      discord.people.find((one) => one.id === id),
      'There is no such person',
    );
  }

  function where(channel: string, who: Person): 'dm' | DiscordChannel {
    if (channel === who.direct) return 'dm';
    return required(
      discord.channels.all().find(({ id }) => id === channel),
      'Unknown Channel',
    );
  }

  function message(id: string, who: Person): Post | DiscordMessage {
    const found = required(discord.message(id), 'Unknown Message');
    if ('seenBy' in found && (found.dismissed || (found.seenBy ?? who.id) !== who.id))
      throw new Refusal('Unknown Message');
    where(found.channel, who);
    return found;
  }

  function write({ channel, text }: ActOf<'write'>, who: Person): Outcome {
    if (text.length > MOST_CONTENT)
      throw new Refusal(
        `Your message is too long: Discord takes at most ${MOST_CONTENT} characters, and this one has ${text.length}.`,
      );
    who.say(text, where(channel, who));
    return DONE;
  }

  async function complete({ channel, command, option, typed }: ActOf<'complete'>, who: Person): Promise<Outcome> {
    return { ok: true, suggestions: await who.complete(command, option, typed, where(channel, who)) };
  }

  function post(id: string, who: Person): Post {
    const found = message(id, who);
    if (!('body' in found)) throw new Refusal('This interaction failed');
    return found;
  }

  async function press({ message: id, button }: ActOf<'press'>, who: Person): Promise<Outcome> {
    await who.touch(post(id, who), button).catch(() => {
      throw new Refusal('This interaction failed');
    });
    return DONE;
  }

  async function submit({ modal, values }: ActOf<'submit'>, who: Person): Promise<Outcome> {
    if (who.form()?.id !== modal) throw new Refusal('This form is closed already.');
    await who.fill(values);
    return DONE;
  }

  async function act(what: Act): Promise<Outcome> {
    const who = person(what.as);
    switch (what.do) {
      case 'write':
        return write(what, who);
      case 'command':
        await who.send(what.name, what.options, at(what.channel, who));
        return DONE;
      case 'complete':
        return complete(what, who);
      case 'press':
        return press(what, who);
      case 'react':
        who.react(message(what.message, who), what.emoji);
        return DONE;
      case 'dismiss':
        who.putAway(post(what.message, who));
        return DONE;
      case 'menu': {
        const target = message(what.message, who);
        await who.menu(what.item, target, at(target.channel, who));
        return DONE;
      }
      case 'submit':
        return submit(what, who);
      case 'close':
        if (who.form()?.id === what.modal) who.dismiss();
        return DONE;
      case 'visit':
      case 'use':
        throw new Refusal('That is not a thing of Discord');
    }
  }

  function at(channel: string, who: Person): Where {
    return where(channel, who);
  }

  /** With the emojis below it. */
  function shown(one: Post | DiscordMessage): Message {
    const message = 'body' in one ? asPosted(one, discord.bot.id) : asSaid(one);
    const reactions = discord.reactions(one.id).map(({ emoji, users: by }) => ({ emoji, by }));
    return reactions.length === 0 ? message : { ...message, reactions };
  }

  /** What the page is told of something that happened; null: nothing. */
  function news(happening: SimulatedDiscord['happenings'][number]): News | null {
    switch (happening.kind) {
      case 'said':
        return { kind: 'message', message: shown(happening.message) };
      case 'posted':
      case 'edited':
        return happening.post.dismissed ? null : { kind: 'message', message: shown(happening.post) };
      case 'reacted':
        return newsOf(discord.message(happening.message));
      case 'deleted':
      case 'dismissed':
        return { kind: 'removed', side: 'discord', ids: [happening.id] };
      case 'forgotten':
        return { kind: 'removed', side: 'discord', ids: happening.ids };
      case 'opened':
        return { kind: 'modal', modal: asModal(happening.form) };
      case 'closed':
        return { kind: 'modal-closed', side: 'discord', of: happening.form.user };
      case 'registered':
        return { kind: 'room', room: room() };
      case 'request':
      case 'gateway':
        return null;
    }
  }

  function newsOf(one: Post | DiscordMessage | null): News | null {
    return one === null ? null : { kind: 'message', message: shown(one) };
  }

  return {
    side: 'discord',
    room,
    messages: () =>
      [...discord.messages.map(shown), ...discord.posts.filter(({ dismissed }) => !dismissed).map(shown)].sort(byAge),
    modals: () => discord.forms.map(asModal),
    // Discord gives an app no page of its own.
    homes: () => [],
    watch: (tell) =>
      discord.watch((happening) => {
        const told = news(happening);
        if (told !== null) tell(told);
      }),
    act: async (what) => {
      try {
        return await act(what);
      } catch (thrown) {
        // Its words are those of the app.
        throw thrown instanceof Error ? new Refusal(thrown.message) : thrown;
      }
    },
  };
}

/** Ids grow with time, and need not have the same number of digits. */
function byAge({ id: one }: Message, { id: other }: Message): number {
  return one.length - other.length || (one < other ? -1 : 1);
}

/** A command, or each of its parts where it has any. */
function slashCommands(command: Json): readonly SlashCommand[] {
  if ((command['type'] ?? COMMAND.slash) !== COMMAND.slash) return [];
  const name = string(command['name']);
  const parts = objects(command['options']).filter(({ type }) => type === OPTION.subcommand);
  if (parts.length === 0) return [slashCommand(name, command)];
  return parts.map((part) => slashCommand(`${name} ${string(part['name'])}`, part));
}

function slashCommand(name: string, { description, options }: Json): SlashCommand {
  return {
    side: 'discord',
    name,
    description: string(description),
    hint: '',
    options: objects(options).map((option) => ({
      name: string(option['name']),
      description: string(option['description']),
      required: option['required'] === true,
      kind: option['type'] === OPTION.boolean ? 'yes or no' : 'text',
      autocomplete: option['autocomplete'] === true,
      choices: objects(option['choices']).map((choice) => ({
        name: string(choice['name']),
        value: string(choice['value']),
      })),
    })),
  };
}

function asSaid({ id, channel, author, content }: DiscordMessage): Message {
  return { ...common(id, channel), under: null, by: author.id, only: null, payload: { content } };
}

function asPosted(post: Post, bot: string): Message {
  const { id, channel, repliesTo, seenBy, edits, asked, body } = post;
  return {
    ...common(id, channel),
    under: repliesTo,
    by: bot,
    only: seenBy,
    edited: edits > 0,
    askedBy: asked === undefined ? null : { member: asked.user, command: asked.command },
    payload: body,
    uses: usesOf(body),
  };
}

function common(id: string, channel: string) {
  return { side: 'discord', id, channel, at: timeOf(id), edited: false, askedBy: null, uses: [] } as const;
}

function asModal({ id, user, body }: Form): Modal {
  return { side: 'discord', id, of: user, payload: body, errors: {} };
}
