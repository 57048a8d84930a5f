// The two ways to hear from Slack have this shape.
import type { Receiver } from '@slack/bolt';

export interface Connection {
  /** What Bolt gets its events from. */
  readonly receiver: Receiver;
  /** Resolves once events can arrive. */
  open(): Promise<void>;
  /** Resolves once none arrive any more; gives up waiting after 5 s. Never rejects. */
  close(): Promise<void>;
  /** What keeps events from arriving right now; null when nothing does. */
  trouble(): string | null;
}

/** How long closing may take: nobody answers a closing handshake that hangs. */
const CLOSING_MS = 5_000;

/** Resolves with whatever `work` does, or after `ms`, whichever comes first. Never rejects. */
export async function atMost(work: Promise<unknown>, ms: number = CLOSING_MS): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
