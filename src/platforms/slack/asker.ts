// Who asks, and from where.
import type { Asker } from '../../port.ts';
import type { Manages } from './managers.ts';

/** @param team the workspace in which Teapot is asked: the one whose token answers */
export type AskerOf = (team: string | undefined, channel: string | undefined, user: string) => Asker;

/** What a person is called in all that is remembered. */
export type Naming = (team: string, user: string) => string;

export const alone: Naming = (_team, user) => user;

/**
 * Of many workspaces, two may give the same id to two people: only together with the workspace's own it is one person's.
 * docs: reference/objects/user-object, "id"
 */
export const amongMany: Naming = (team, user) => `${team}/${user}`;

/** Direct message channels have ids that start with D. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** There is no team to speak of in direct messages, and nobody else for whom something could be changed. */
export function createAskerOf(manages: Manages, naming: Naming = alone): AskerOf {
  return (team = '', channel, user) => {
    const inChannel = channel !== undefined && !isDirect(channel);
    return {
      platform: 'slack',
      team: (channel !== undefined && isDirect(channel)) || team === '' ? null : team,
      channel: channel ?? null,
      user: naming(team, user),
      manages: async () => inChannel && (await manages(team, user)),
    };
  };
}
