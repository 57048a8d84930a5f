// Reading JSON that nobody has checked: whatever is not what was hoped for is empty, so nothing drawn from it can fail.
import type { Json } from '../protocol.ts';

export function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A number as it is, or else `otherwise`; never by conversion, which can fail for an object. */
export function asNumber(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** The objects of a list. */
export function objectsIn(value: unknown): readonly Json[] {
  return asList(value).map(asJson);
}

/** What stands under a name; a field may be called "constructor", which every object has. */
export function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
