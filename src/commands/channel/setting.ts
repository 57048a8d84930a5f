// What is set where somebody is. A thread has nothing of its own: what its channel has set holds in it.
import type { Asker } from '../../port.ts';
import type { ChannelSetting, Place } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';

/** The channel whose settings hold there. */
export function placeFor({ parent }: Pick<Asker, 'parent'>, place: Place): Place {
  return parent === undefined ? place : { ...place, channel: parent };
}

/** Null where nothing can be set: in direct messages and in the terminal. */
function placeOf(by: Asker): Place | null {
  const { platform, team, channel } = by;
  return platform === 'terminal' || team === null || channel === null
    ? null
    : placeFor(by, { platform, team, channel });
}

/** What holds there; null where nothing is set, or nothing is remembered. */
export async function settingOf(by: Asker, store: Store | null): Promise<ChannelSetting | null> {
  const place = placeOf(by);
  return store === null || place === null ? null : store.channels.get(place);
}

/** Notes when the platform refused a reaction there, or (null) that it takes them. */
export async function noteReaction(by: Asker, store: Store | null, refusedAt: number | null): Promise<void> {
  const place = placeOf(by);
  if (place !== null) await store?.channels.noteRefusal(place, refusedAt);
}
