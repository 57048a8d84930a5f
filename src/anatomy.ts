// What may be written of a failure that nobody expected: its name and where it happened, and nothing that it says.

/** Places of the stack that are written. */
const PLACES = 8;

export interface Anatomy {
  /** The error's name, or the type of what was thrown instead of one. */
  readonly failure: string;
  /** What Node, a database or a platform calls it: `ECONNRESET`, 50035. */
  readonly code?: string | number;
  readonly at: readonly string[];
}

/**
 * Its message could quote what somebody typed, and so could its other fields and what caused it: libraries put whole
 * requests into their errors.
 */
export function anatomyOf(failure: unknown): Anatomy {
  if (!(failure instanceof Error)) return { failure: typeof failure, at: [] };
  const { name, message, stack = '' } = failure;
  const code = 'code' in failure && isName(failure.code) ? { code: failure.code } : {};
  // What was typed may be a stack itself: the message stands above the places.
  const places = stack
    .replace(message, () => '')
    .split('\n')
    .map((line) => line.trim());
  return { failure: name, ...code, at: places.filter((line) => line.startsWith('at ')).slice(0, PLACES) };
}

const NAME = /^\w{1,40}$/;

function isName(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && NAME.test(code));
}
