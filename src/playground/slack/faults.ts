// Things that go wrong on the way to Slack and back, on request.

export type Fault =
  /** Refused with Slack's own error name; a missing scope is `needed`. */
  | { readonly kind: 'error'; readonly error: string; readonly needed?: string }
  /** An HTTP status instead of an answer; a 429 says for how many seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Nothing done and no answer, ever; `release` cuts the connection. */
  | { readonly kind: 'hang' }
  /** Done and answered, but not before `release`. */
  | { readonly kind: 'late' }
  /** The response URL is older than its thirty minutes. */
  | { readonly kind: 'expired' }
  /** Done, but the answer is lost on the way back. */
  | { readonly kind: 'lost' };

export interface Faults {
  /**
   * What the next calls of a Web API method meet, one after the other. `response_url` is for those, and `hello` for the
   * greeting of a Socket Mode connection, which can only be `lost`.
   */
  next(target: string, ...faults: readonly Fault[]): void;
  /** What the first call of any of these meets. */
  first(targets: readonly string[], fault: Fault): void;
  /** How often each command, click and event is delivered. */
  copies: number;
  /** Goes on with every call that is held up. */
  release(): void;
  /** How many are. */
  held(): number;
}

export interface FaultBox extends Faults {
  take(target: string): Fault | null;
  /** Calls `goOn` on `release`. */
  hold(goOn: () => void): void;
}

export function createFaults(): FaultBox {
  const waiting: { readonly targets: readonly string[]; readonly fault: Fault }[] = [];
  const held = new Set<() => void>();
  return {
    copies: 1,
    next: (target, ...faults) => {
      for (const fault of faults) waiting.push({ targets: [target], fault });
    },
    first: (targets, fault) => {
      waiting.push({ targets, fault });
    },
    take: (target) => {
      const index = waiting.findIndex(({ targets }) => targets.includes(target));
      return index < 0 ? null : (waiting.splice(index, 1)[0]?.fault ?? null);
    },
    hold: (goOn) => {
      held.add(goOn);
    },
    held: () => held.size,
    release: () => {
      for (const goOn of held) goOn();
      held.clear();
    },
  };
}
