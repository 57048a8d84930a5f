// Things that go wrong on the way to Slack and back, on request.

export type Fault =
  /** Refused with Slack's own error name. */
  | { readonly kind: 'error'; readonly error: string }
  /** An HTTP status instead of an answer; a 429 says for how many seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** No answer until `release`, and nothing done. */
  | { readonly kind: 'hang' }
  /** The response URL is older than its thirty minutes. */
  | { readonly kind: 'expired' }
  /** Done, but the answer is lost on the way back. */
  | { readonly kind: 'lost' };

export interface Faults {
  /** What the next calls of a Web API method meet, one after the other; `response_url` is for those. */
  next(target: string, ...faults: readonly Fault[]): void;
  /** How often each command, click and event is delivered. */
  copies: number;
  /** Cuts the connection of every call that hangs. */
  release(): void;
}

export interface FaultBox extends Faults {
  take(target: string): Fault | null;
  /** Calls `cut` on `release`. */
  hold(cut: () => void): void;
}

export function createFaults(): FaultBox {
  const waiting = new Map<string, Fault[]>();
  const held = new Set<() => void>();
  return {
    copies: 1,
    next: (target, ...faults) => {
      waiting.set(target, [...(waiting.get(target) ?? []), ...faults]);
    },
    take: (target) => waiting.get(target)?.shift() ?? null,
    hold: (cut) => {
      held.add(cut);
    },
    release: () => {
      for (const cut of held) cut();
      held.clear();
    },
  };
}
