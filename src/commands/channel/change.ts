// A change of what a channel has set: written down, and made known.
import type { Answer, Block, Choice } from '../../answer/answer.ts';
import type { ChannelChange } from '../../store/records.ts';
import { makeKnown } from '../known.ts';
import type { PlacedVisit } from '../visit.ts';
import { note, openSettings } from './words.ts';

export interface Wish {
  readonly change: ChannelChange;
  readonly title: string;
  /** A piece of a sentence about who did it: "switched the listening off". */
  readonly what: string;
  readonly blocks: readonly Block[];
  /** Beside the button to all settings. */
  readonly choices?: readonly Choice[];
}

export async function change(visit: PlacedVisit, wish: Wish): Promise<Answer> {
  const { store, place, by, now } = visit;
  const { title, what, blocks, choices = [] } = wish;
  await store.channels.set(place, wish.change, by.user, now);
  // Slack does not tell that an app is back: who sets something proves it.
  await store.upkeep.readmit(place.platform, place.team);
  const word = { kind: 'settings', title: 'Settings of this channel', what, blocks } as const;
  const known = await makeKnown(visit, { ...word, invite: 'so that I can tell the channel what changes' });
  const said = note({ title, blocks: [...blocks, ...known], choices: [...choices, openSettings] });
  return place.platform === 'discord' ? { ...said, audience: 'channel' } : said;
}
