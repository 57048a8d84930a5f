// People who use the simulated Discord: they type, mention, press and open menus, and see what comes of it.
import { TYPE } from './components.ts';
import type { Gateway } from './gateway.ts';
import { newId } from './ids.ts';
import { createInteract, INTERACTION, type Shown } from './interact.ts';
import { type Json, object, objects, string } from './json.ts';
import { messageJson, userJson } from './payloads.ts';
import { look } from './sight.ts';
import type { Message, Place, Post, User, World } from './world.ts';

const INTENT = { server: 1 << 9, dm: 1 << 12 } as const;
const COMMAND = { slash: 1, message: 3 } as const;
const OPTION = { string: 3, boolean: 5 } as const;

/** A message as far as one can read it. */
export interface Readable {
  readonly content: string;
  readonly embeds?: readonly Json[];
  readonly components?: unknown;
}

export interface Person extends User {
  /** Sends a slash command, now or `ago` milliseconds before. Rejects with "The application did not respond" after three seconds, and where there is no such command. */
  command(
    name: string,
    options: Readonly<Record<string, string | boolean>>,
    place?: Place,
    ago?: number,
  ): Promise<Post>;
  /** What is offered while an option of a command is being typed. */
  complete(
    name: string,
    option: string,
    typed: string,
    place?: Place,
  ): Promise<readonly { name: string; value: string }[]>;
  /** Writes a message. `@Teapot` becomes a mention, `@TeapotRole` one of the bot's role. */
  say(text: string, place?: 'server' | 'dm'): Message;
  /** The bot's reply to a message, or null after `within` milliseconds of silence. */
  replyTo(message: Message, within?: number): Promise<Post | null>;
  /** Uses a message command from the context menu. */
  menu(name: string, on: Readable, place?: Place): Promise<Post>;
  /** Presses a button by its label or by what it carries; null where nothing visible happened. */
  press(post: Post, button: string): Promise<Post | null>;
  /** Presses a button that may not exist, as a forged client would. */
  forge(post: Post, customId: string): Promise<Post | null>;
}

export function createPerson(world: World, gateway: Gateway, username: string): Person {
  const user: User = { id: newId(), username, bot: false };
  const channels: Readonly<Record<Place, string>> = {
    server: world.channel,
    dm: newId(),
    elsewhere: newId(),
    between: newId(),
  };

  const interact = createInteract(world, gateway, user, channels);
  const registered = (type: number, name: string): Json => {
    const command = world.commands.find((one) => (one['type'] ?? 1) === type && one['name'] === name);
    if (command === undefined) throw new Error(`There is no command ${name}`);
    return command;
  };
  const press = async (post: Post, customId: string) => {
    const data = { component_type: TYPE.button, custom_id: customId };
    return asPost(
      await interact({ type: INTERACTION.component, place: post.place, data, on: world.posts.get(post.id) ?? post }),
    );
  };

  return {
    ...user,
    command: async (name, options, place = 'server', ago = 0) => {
      const { id } = registered(COMMAND.slash, name);
      const given = Object.entries(options).map(([key, value]) => ({
        name: key,
        value,
        type: typeof value === 'string' ? OPTION.string : OPTION.boolean,
      }));
      return seen(
        await interact({
          type: INTERACTION.command,
          place,
          ago,
          data: { id, name, type: COMMAND.slash, options: given },
        }),
      );
    },
    complete: async (name, option, typed, place = 'server') => {
      const { id } = registered(COMMAND.slash, name);
      const options = [{ name: option, type: OPTION.string, value: typed, focused: true }];
      const choices = await interact({
        type: INTERACTION.autocomplete,
        place,
        data: { id, name, type: COMMAND.slash, options },
      });
      return objects(choices).map((choice) => ({ name: string(choice['name']), value: string(choice['value']) }));
    },
    say: (text, place = 'server') => {
      const content = text.replaceAll('@TeapotRole', `<@&${world.role}>`).replaceAll('@Teapot', `<@${world.bot.id}>`);
      const message: Message = { id: newId(), channel: channels[place], place, author: user, content };
      world.messages.set(message.id, message);
      world.tell({ kind: 'said', message });
      // Without the privileged intent, a bot reads only what is said to it. docs: events/gateway, message content intent
      const hidden = place === 'server' && !content.includes(`<@${world.bot.id}>`);
      gateway.dispatch('MESSAGE_CREATE', messageJson(world, message, hidden), INTENT[place]);
      return message;
    },
    replyTo: (message, within = 3000) => reply(world, message, within),
    menu: async (name, on, place = 'server') => {
      const { id } = registered(COMMAND.message, name);
      const target: Message = {
        id: newId(),
        channel: channels[place],
        place,
        author: { id: newId(), username: 'somebody', bot: false },
        content: on.content,
      };
      const { guild_id: _, member: __, ...raw } = messageJson(world, target);
      const resolved = {
        messages: {
          [target.id]: {
            ...raw,
            embeds: on.embeds ?? [],
            components: on.components ?? [],
            author: userJson(target.author),
          },
        },
      };
      return seen(
        await interact({
          type: INTERACTION.command,
          place,
          data: { id, name, type: COMMAND.message, target_id: target.id, resolved },
        }),
      );
    },
    press: async (post, button) => {
      const found = look(world.posts.get(post.id) ?? post).buttons.find(
        ({ label, line }) => label === button || line === button,
      );
      if (found === undefined) throw new Error(`There is no button ${button}`);
      return press(post, found.line);
    },
    forge: press,
  };
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
  return shown !== null && 'body' in shown ? shown : null;
}

function seen(shown: Shown): Post {
  const post = asPost(shown);
  if (post === null) throw new Error(`Nothing was shown: ${JSON.stringify(object(shown))}`);
  return post;
}
