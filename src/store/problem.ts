// Why the store cannot be used, said so that somebody can act upon it.
import type { StoreProblem } from './store.ts';

/** An error whose message is the one line to show; the engine's own error is its cause. */
export function problem(message: string, cause?: unknown): StoreProblem {
  return Object.assign(new Error(message, { cause }), { name: 'StoreProblem' as const });
}

/** An error as a problem: as it is when it is one, else with the first line of what it says. */
export function asProblem(where: string, thrown: unknown): StoreProblem {
  if (isProblem(thrown)) return thrown;
  const [reason] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
  return problem(`The database ${where} cannot be used: ${reason}`, thrown);
}

function isProblem(thrown: unknown): thrown is StoreProblem {
  return thrown instanceof Error && thrown.name === 'StoreProblem';
}

/** A field of an engine's error, such as its code. */
export function fieldOf(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
}
