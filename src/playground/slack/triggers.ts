// Trigger ids: with one, an app may open a modal for the person who clicked, once and within three seconds.
import { randomUUID } from 'node:crypto';
import { dropOldest } from '../kept.ts';

/** docs: interactivity/handling-user-interaction */
export const TRIGGER_LIFETIME_MS = 3_000;

export interface TriggerRules {
  readonly lifetimeMs?: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How many are remembered; older ones are as good as invented. */
  readonly keep: number;
}

export interface Triggers {
  /** A new id for something that this person did. */
  create(user: string): string;
  /** The person it belongs to, or Slack's name for why it cannot be used. */
  use(id: string): { readonly user: string } | { readonly error: string };
}

export function createTriggers({ lifetimeMs = TRIGGER_LIFETIME_MS, now, keep }: TriggerRules): Triggers {
  const open = new Map<string, { readonly user: string; readonly until: number; used: boolean }>();
  return {
    create: (user) => {
      const id = `trigger.${randomUUID()}`;
      open.set(id, { user, until: now() + lifetimeMs, used: false });
      dropOldest(open, keep);
      return id;
    },
    use: (id) => {
      const trigger = open.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (now() >= trigger.until) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return { user: trigger.user };
    },
  };
}
