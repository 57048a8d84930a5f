// A change that holds for a whole channel is made known there: on Slack, where anybody may have made it and nobody else
// sees the reply, the channel is told who did.
import type { Block, Kind } from '../answer/answer.ts';
import { note, say } from './note.ts';
import type { PlacedVisit } from './visit.ts';

/** What a channel is told. */
export interface Word {
  /** What it is about, for programs. */
  readonly kind: Kind;
  /** What was changed, as a title: "The daily quiz". */
  readonly title: string;
  /** A piece of a sentence about who did it: "switched the quiz off". */
  readonly what: string;
  readonly blocks?: readonly Block[];
  /** Why Teapot should be in the channel, as the end of a sentence: "so that the questions can come". */
  readonly invite: string;
}

/** Tells the channel who changed something. @returns what whoever did it should know about that */
export async function makeKnown(
  { by, place, announce }: PlacedVisit,
  { kind, title, what, blocks = [], invite }: Word,
): Promise<readonly Block[]> {
  if (place.platform !== 'slack') return [];
  const said = note(kind, { title, blocks: [say({ user: by.user }, ` ${what}.`), ...blocks] });
  switch (await announce(place, { ...said, audience: 'room' })) {
    case 'posted':
      return [say('I have told the channel.')];
    case 'failed':
      return [say('I could not post in this channel. Invite me with ', { code: '/invite @teapot' }, `, ${invite}.`)];
    case 'unsure':
      return [];
  }
}
