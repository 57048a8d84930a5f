// The rules that Discord applies to single fields, with its names for breaking them.
import type { Problem } from './refusal.ts';

export type Path = readonly (string | number)[];

/** Checks a text of `least` to `most` characters. Missing is allowed where `least` is 0. */
export function length(path: Path, value: unknown, least: number, most: number): Problem[] {
  if (value === undefined || value === null) return least === 0 ? [] : [required(path)];
  if (typeof value !== 'string')
    return [{ path, code: 'STRING_TYPE_CONVERT', message: 'Could not interpret as string.' }];
  return within(path, value.trim().length < least ? 0 : value.length, least, most);
}

/** Checks the number of things in a list. */
export function count(path: Path, value: unknown, least: number, most: number): Problem[] {
  return within(path, Array.isArray(value) ? value.length : 0, least, most);
}

export function required(path: Path): Problem {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

export function oneOf(path: Path, value: unknown, allowed: readonly number[]): Problem[] {
  const message = `Value of field "type" must be one of (${allowed.join(', ')}).`;
  return allowed.some((one) => one === value) ? [] : [{ path, code: 'UNION_TYPE_CHOICES', message }];
}

function within(path: Path, size: number, least: number, most: number): Problem[] {
  if (size >= least && size <= most) return [];
  return least === 0
    ? [{ path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` }]
    : [{ path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${least} and ${most} in length.` }];
}
