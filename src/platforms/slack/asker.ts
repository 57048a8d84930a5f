// Who asks, and from where.
import type { Asker } from '../../port.ts';
import type { Manages } from './managers.ts';

export type AskerOf = (team: string | null | undefined, channel: string | undefined, user: string) => Asker;

/** Direct message channels have ids that start with D. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** There is no team to speak of in direct messages, and nobody else for whom something could be changed. */
export function createAskerOf(manages: Manages): AskerOf {
  return (team, channel, user) => {
    const inChannel = channel !== undefined && !isDirect(channel);
    return {
      platform: 'slack',
      team: channel !== undefined && isDirect(channel) ? null : (team ?? null),
      channel: channel ?? null,
      user,
      manages: async () => inChannel && (await manages(user)),
    };
  };
}
