// Loaded into a process before everything else: does there what cannot be done to it from outside.
import { setTimeout as pause } from 'node:timers/promises';

export type Deed =
  /** Throws where nobody catches it, or rejects where nobody waits. */
  | { readonly do: 'throw' | 'reject' }
  /** Lets nothing else have a turn. */
  | { readonly do: 'block'; readonly ms: number }
  /** Moves the clock of the day; the other one goes on as it does on a real machine. */
  | { readonly do: 'jump'; readonly ms: number };

const real = Date.now;
let ahead = 0;
Date.now = () => real() + ahead;

process.on('message', (deed: Deed) => {
  switch (deed.do) {
    case 'throw':
      void pause(0).then(() => queueMicrotask(() => thrown()));
      return;
    case 'reject':
      void Promise.reject(new Error('rejected for a test'));
      return;
    case 'block':
      for (const until = performance.now() + deed.ms; performance.now() < until; );
      return;
    case 'jump':
      ahead += deed.ms;
      return;
    default:
      deed satisfies never;
  }
});
// What listens here must not keep a process alive that would end.
process.channel?.unref();

function thrown(): never {
  throw new Error('thrown for a test');
}
