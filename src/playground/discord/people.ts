// People who use the simulated Discord: they type, mention, press, fill in forms and open menus, and see what comes of it.
import { TYPE } from './components.ts';
import type { Gateway } from './gateway.ts';
import { newId } from './ids.ts';
import { createInteract, type Doing, INTERACTION } from './interact.ts';
import { type Json, objects, string } from './json.ts';
import { forget } from './messages.ts';
import { fillModal, forgeModal, readModal, type Sheet } from './modals.ts';
import { messageJson, postJson } from './payloads.ts';
import { type Given, pickCommand, pickMenu, pickOption } from './picker.ts';
import { react } from './reactions.ts';
import { look } from './sight.ts';
import type { Channel, Form, Message, Place, Post, Shown, User, World } from './world.ts';

const INTENT = { server: 1 << 9, dm: 1 << 12 } as const;
/** docs: events/gateway, list of intents */
const CONTENT = 1 << 15;

/** A kind of place, or one channel of a server. */
export type Where = Place | Channel;

/** A message as far as one can read it, for one that is not here. */
export interface Readable {
  readonly content: string;
  readonly embeds?: readonly Json[];
  readonly components?: unknown;
}

/** A form that opened. */
export interface OpenForm extends Sheet {
  /** Sends it with these values by the field's name; null where nothing visible happened. Rejects where the app would not send it. */
  submit(values: Filled): Promise<Post | null>;
}

/** What was filled in, by the field's name; what is missing stays as it was. */
export type Filled = Readonly<Record<string, string>>;

export interface Person extends User {
  /** Sends a slash command, "status" or "quiz schedule", now or `ago` milliseconds before. Rejects with "The application did not respond" after three seconds, and where the app would not send it. */
  command(typed: string, options: Given, where?: Where, ago?: number): Promise<Post>;
  /** What is offered while an option of a command is being typed. */
  complete(
    command: string,
    option: string,
    typed: string,
    where?: Where,
  ): Promise<readonly { name: string; value: string }[]>;
  /** Writes a message. `@Teapot` becomes a mention, `@TeapotRole` one of the bot's role. */
  say(text: string, where?: 'server' | 'dm' | Channel): Message;
  /** The bot's reply to a message, or null after `within` milliseconds of silence. */
  replyTo(message: Message, within?: number): Promise<Post | null>;
  /** Uses a message command from the context menu. */
  menu(name: string, on: Readable | Message | Post, where?: Where): Promise<Post>;
  /** Puts an emoji below a message, "🫖"; false where they have done so already. */
  react(on: Message | Post, emoji: string): boolean;
  /** Changes an own message. */
  change(message: Message, text: string): Message;
  /** Removes an own message. */
  remove(message: Message): void;
  /** Presses a button by its label or by what it carries; null where nothing visible happened. */
  press(post: Post, button: string): Promise<Post | null>;
  /** Presses a button that opens a form. */
  open(post: Post, button: string): Promise<OpenForm>;
  /** Presses a button that may not exist, as a forged client would. */
  forge(post: Post, customId: string): Promise<Post | null>;
  /** Sends a form that may never have been opened on a post, as a forged client would. */
  forgeForm(post: Post, customId: string, values: Filled): Promise<Post | null>;
  /** The channel in which they are alone with the bot. */
  readonly direct: string;
  /** Sends a slash command; resolves with whatever is shown. Rejects as `command` does. */
  send(typed: string, options: Given, where?: Where, ago?: number): Promise<Shown>;
  /** Presses a button; resolves with whatever is shown. */
  touch(post: Post, button: string): Promise<Shown>;
  /** What they have open over everything else. */
  form(): Form | null;
  /** Sends that form, which closes unless the bot does not respond. Rejects where the app would not send it. */
  fill(values: Filled): Promise<void>;
  /** Closes that form. */
  dismiss(): void;
  /** Puts away a message that only they see. */
  putAway(post: Post): void;
}

/** @param manages whether they may manage the servers */
export function createPerson(world: World, gateway: Gateway, username: string, manages: boolean): Person {
  const user: User = { id: newId(), username, bot: false, manages };
  const own: Readonly<Record<Place, string>> = {
    server: world.general.id,
    dm: newId(),
    elsewhere: newId(),
    between: newId(),
  };
  world.users.set(user.id, user);
  world.directMessages.set(own.dm, user.id);

  const interact = createInteract(world, gateway, user);
  const at = (where: Where): { readonly place: Place; readonly channel: string } =>
    typeof where === 'string' ? { place: where, channel: own[where] } : { place: 'server', channel: where.id };
  const on = (post: Post) => ({
    place: post.place,
    channel: post.place === 'server' ? post.channel : own[post.place],
    on: world.posts.get(post.id) ?? post,
  });
  const pressed = (post: Post, customId: string) =>
    interact({
      type: INTERACTION.component,
      data: { component_type: TYPE.button, custom_id: customId },
      ...on(post),
    });
  const buttonOf = (post: Post, button: string): string => {
    const { buttons } = look(world.posts.get(post.id) ?? post);
    const found = buttons.find(({ label, line }) => label === button || line === button);
    if (found === undefined) throw new Error(`There is no button ${button}`);
    return found.line;
  };

  const send: Person['send'] = (typed, options, where = 'server', ago = 0) => {
    const { place, channel } = at(where);
    const data = pickCommand(world, typed, options, place);
    return interact({ type: INTERACTION.command, place, channel, ago, data });
  };
  const touch: Person['touch'] = (post, button) => pressed(post, buttonOf(post, button));
  const form = (): Form | null => world.forms.get(user.id) ?? null;
  const dismiss = (): void => {
    const open = form();
    if (open === null) return;
    world.forms.delete(user.id);
    world.tell({ kind: 'closed', form: open });
  };
  const submit = async (data: Json, where: Pick<Doing, 'place' | 'channel' | 'on'>): Promise<Shown> => {
    const shown = await interact({ type: INTERACTION.modal, data, ...where });
    dismiss();
    return shown;
  };

  return {
    ...user,
    direct: own.dm,
    send,
    touch,
    command: async (...typed) => seen(await send(...typed)),
    complete: async (command, option, typed, where = 'server') => {
      const { place, channel } = at(where);
      const data = pickOption(world, command, option, typed, place);
      const choices = await interact({ type: INTERACTION.autocomplete, place, channel, data });
      return objects(choices).map((choice) => ({ name: string(choice['name']), value: string(choice['value']) }));
    },
    say: (text, where = 'server') => {
      const { channel } = at(where);
      const place = where === 'dm' ? 'dm' : 'server';
      const { botRole } = world.servers.get(world.channels.get(channel)?.server ?? '') ?? world.home;
      const content = encodeMentions(world, text.replaceAll('@TeapotRole', `<@&${botRole}>`));
      const message: Message = { id: newId(world.now()), channel, place, author: user, content };
      world.messages.set(message.id, message);
      world.tell({ kind: 'said', message });
      forget(world, world.messages);
      // Without the privileged intent, a bot reads only what is said to it. docs: events/gateway, message content intent
      const hidden = place === 'server' && !content.includes(`<@${world.bot.id}>`);
      gateway.dispatch('MESSAGE_CREATE', messageJson(world, message, hidden), INTENT[place], {
        intent: CONTENT,
        data: messageJson(world, message),
      });
      return message;
    },
    replyTo: (message, within = 3000) => reply(world, message, within),
    menu: async (name, readable, where = 'server') => {
      const { place, channel } = at(where);
      const picked = pickMenu(world, name, place);
      const target = pointAt(world, place, channel, readable);
      return seen(await interact({ type: INTERACTION.command, place, channel, data: { ...picked, ...target } }));
    },
    react: ({ id }, emoji) => react(world, gateway, user, id, emoji),
    change: (message, text) => {
      const changed = { ...message, content: encodeMentions(world, text) };
      world.messages.set(message.id, changed);
      world.tell({ kind: 'said', message: changed });
      return changed;
    },
    remove: ({ id }) => {
      world.messages.delete(id);
      world.tell({ kind: 'deleted', id });
    },
    press: async (post, button) => asPost(await touch(post, button)),
    open: async (post, button) => {
      const sheet = asSheet(await touch(post, button));
      return {
        ...sheet,
        submit: async (values) => asPost(await submit(fillModal(sheet, values), on(post))),
      };
    },
    form,
    fill: async (values) => {
      const open = form();
      if (open === null) throw new Error('No form is open');
      const where = open.on === null ? { place: open.place, channel: open.channel } : on(open.on);
      await submit(fillModal(readModal(open.body), values), where);
    },
    dismiss,
    putAway: (post) => {
      if (post.seenBy !== user.id) throw new Error('Only what is for one person alone can be dismissed');
      world.posts.set(post.id, { ...post, dismissed: true });
      world.tell({ kind: 'dismissed', id: post.id });
    },
    forge: async (post, customId) => asPost(await pressed(post, customId)),
    forgeForm: async (post, customId, values) => asPost(await submit(forgeModal(customId, values), on(post))),
  };
}

/** A message, handed to the bot because a person asked about it. */
function pointAt(world: World, place: Place, channel: string, on: Readable | Message | Post): Json {
  const message =
    'body' in on ? postJson(world, on) : 'author' in on ? heard(world, on) : invented(world, place, channel, on);
  const id = string(message['id']);
  return { target_id: id, resolved: { messages: { [id]: message } } };
}

/** What the bot is told of a message that somebody points at. */
function heard(world: World, message: Message): Json {
  const { guild_id: _, member: __, ...told } = messageJson(world, message);
  return told;
}

function invented(world: World, place: Place, channel: string, { content, embeds, components }: Readable): Json {
  const author: User = { id: newId(world.now()), username: 'somebody', bot: false };
  const told = heard(world, { id: newId(world.now()), channel, place, author, content });
  return { ...told, embeds: embeds ?? [], components: components ?? [] };
}

/** Names become mentions, of people and of the bot; the longest first, as one may begin like another. */
function encodeMentions({ bot, users }: World, text: string): string {
  return [bot, ...users.values()]
    .toSorted((one, other) => other.username.length - one.username.length)
    .reduce((rest, { id, username }) => rest.replaceAll(`@${username}`, `<@${id}>`), text);
}

function reply(world: World, { id }: Message, within: number): Promise<Post | null> {
  const find = () => [...world.posts.values()].find(({ repliesTo }) => repliesTo === id) ?? null;
  return new Promise((resolve) => {
    const done = (post: Post | null) => {
      clearTimeout(timer);
      unwatch();
      resolve(post);
    };
    const timer = setTimeout(() => done(null), within);
    const unwatch = world.watch(({ kind }) => {
      if (kind === 'posted' && find() !== null) done(find());
    });
    if (find() !== null) done(find());
  });
}

function asPost(shown: Shown): Post | null {
  if (shown !== null && 'modal' in shown) throw new Error('A form opened');
  return shown !== null && 'body' in shown ? shown : null;
}

function asSheet(shown: Shown): Sheet {
  if (shown === null || !('modal' in shown)) throw new Error('No form opened');
  return readModal(shown.modal);
}

function seen(shown: Shown): Post {
  const post = asPost(shown);
  if (post === null) throw new Error('Nothing was shown');
  return post;
}
