// Letting others have their turn.
import { setImmediate as immediately } from 'node:timers/promises';

/** Interactions have three seconds; everything that waits in the event loop goes first. */
export async function breathe(): Promise<void> {
  await immediately();
}

/** A sleep that can be ended. */
export interface Bell {
  /** Resolves after so many milliseconds, or when the bell rings; at once when it rang since the last time. */
  sleep(milliseconds: number): Promise<void>;
  ring(): void;
}

export function createBell(): Bell {
  let rang = false;
  let wake: (() => void) | null = null;
  return {
    sleep: async (milliseconds) => {
      if (!rang)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      wake = null;
      rang = false;
    },
    ring: () => {
      rang = true;
      wake?.();
    },
  };
}
