// Channels: opening them, taking rights from the bot, removing them and the bot.
import type { Gateway } from './gateway.ts';
import { newId } from './ids.ts';
import { channelJson, RIGHTS, serverJson } from './payloads.ts';
import { type Channel, createChannel, createServer, type Server, type World } from './world.ts';

/** docs: resources/guild, guild features; support articles name the same number */
const MOST_CHANNELS = 500;
/** The bit of the intent that tells of servers and their channels. */
const GUILDS = 1 << 0;

export type Right = keyof typeof RIGHTS;

export interface Channels {
  /** Where people are unless told otherwise. */
  readonly general: Channel;
  /** Those of all servers, and their threads. */
  all(): readonly Channel[];
  /** A new text channel: at home, and in another server once a server has as many as Discord allows. */
  open(name?: string): Channel;
  /** A new thread in a channel. What is forbidden there is forbidden in it. */
  openThread(parent: Channel): Channel;
  /** Takes these rights in a channel from the bot; with none, gives all of them back. */
  deny(channel: Channel, ...rights: readonly Right[]): void;
  remove(channel: Channel): void;
  /** Puts the bot out of a server. */
  putOut(server: string): void;
}

export function createChannels(world: World, gateway: Gateway): Channels {
  let newest: Server = world.home;
  let opened = 1; // general

  const serverOf = ({ server }: Channel): Server => world.servers.get(server) ?? world.home;
  const announce = (event: string, channel: Channel) =>
    gateway.dispatch(event, channelJson(channel, serverOf(channel)), GUILDS);

  return {
    general: world.general,
    all: () => [...world.channels.values()],
    open: (name = 'tea') => {
      const isNew = opened === MOST_CHANNELS;
      if (isNew) {
        newest = createServer();
        world.servers.set(newest.id, newest);
        opened = 0;
      }
      opened += 1;
      const channel = createChannel(newest, name);
      world.channels.set(channel.id, channel);
      if (isNew) gateway.dispatch('GUILD_CREATE', serverJson(world, newest), GUILDS);
      else announce('CHANNEL_CREATE', channel);
      return channel;
    },
    openThread: ({ id: parent, server }) => {
      const thread: Channel = { id: newId(), server, name: 'thread', parent, denied: 0n };
      world.channels.set(thread.id, thread);
      announce('THREAD_CREATE', thread);
      return thread;
    },
    deny: ({ id }, ...rights) => {
      const channel = world.channels.get(id);
      if (channel === undefined) return;
      const changed = { ...channel, denied: rights.reduce((bits, right) => bits | RIGHTS[right], 0n) };
      world.channels.set(id, changed);
      announce('CHANNEL_UPDATE', changed);
    },
    remove: ({ id }) => {
      const channel = world.channels.get(id);
      if (channel === undefined) return;
      world.channels.delete(id);
      announce('CHANNEL_DELETE', channel);
    },
    putOut: (server) => {
      world.servers.delete(server);
      gateway.dispatch('GUILD_DELETE', { id: server }, GUILDS);
    },
  };
}
