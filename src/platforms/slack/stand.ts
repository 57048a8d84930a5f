// Where somebody is on our own pages, the Home tab and the modals over it: there is no channel, unless they chose one.
import * as v from 'valibot';

/** Public and private channels, as Slack names them; no direct messages. */
const CHANNEL = /^[CG][A-Z0-9]{2,}$/;

/** It travels in the view's `private_metadata`, which Slack keeps and no person can change. */
export interface Stand {
  /** The channel that lines are asked in; null for none. */
  readonly channel: string | null;
  /** The channel whose settings the Home tab shows; null for none. */
  readonly shown: string | null;
}

export const NOWHERE: Stand = { channel: null, shown: null };

const Id = v.nullable(v.pipe(v.string(), v.regex(CHANNEL)));
const Written = v.object({ channel: Id, shown: Id });

/** The id, where it can be a channel's. */
export function channelIn(id: string | null | undefined): string | null {
  return id !== null && id !== undefined && CHANNEL.test(id) ? id : null;
}

export function writeStand({ channel, shown }: Stand): string {
  return JSON.stringify({ channel, shown } satisfies v.InferOutput<typeof Written>);
}

/** Nowhere, for whatever we did not write. */
export function readStand(metadata: string | undefined): Stand {
  try {
    return v.parse(Written, JSON.parse(metadata ?? ''));
  } catch {
    return NOWHERE;
  }
}
