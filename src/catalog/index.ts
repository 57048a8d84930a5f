// What is true about status codes: rows of data, and the look-ups everybody uses.
import { informational } from './1xx/index.ts';
import { successes } from './2xx/index.ts';
import { redirections } from './3xx/index.ts';
import { clientErrors } from './4xx/index.ts';
import { serverErrors } from './5xx/index.ts';
import { classes } from './classes.ts';
import { neighbours } from './neighbours.ts';
import type { ClassInfo, Neighbours, RegisteredStatus, Status, StatusClass, VendorStatus } from './status.ts';
import { isKnownFor, vendorStatuses } from './vendors/index.ts';

export { classes } from './classes.ts';
export { constantPlaces, constants, formerConstants } from './constants.ts';
export { neighbours } from './neighbours.ts';
export { cloudflareErrors } from './vendors/cloudflare-errors.ts';
export { vendorStatuses } from './vendors/index.ts';

/** Every code of the IANA registry, in order. */
export const registered: readonly RegisteredStatus[] = [
  ...informational,
  ...successes,
  ...redirections,
  ...clientErrors,
  ...serverErrors,
];

const byCode: ReadonlyMap<number, RegisteredStatus> = new Map(registered.map((status) => [status.code, status]));
/** The meaning that a number is known for comes first. */
const vendorsByCode: ReadonlyMap<number, readonly VendorStatus[]> = Map.groupBy(
  vendorStatuses.toSorted((a, b) => Number(isKnownFor(b)) - Number(isKnownFor(a))),
  ({ code }) => code,
);

/** Whether a row is the registry's own meaning of its code. */
export function isRegistered(status: Status): status is RegisteredStatus {
  return status.owner === 'IANA';
}

/** The number of a row, with its substatus where it has one. */
export function refOf(status: Status): { readonly code: number; readonly sub?: number } {
  return 'sub' in status && status.sub !== undefined ? { code: status.code, sub: status.sub } : { code: status.code };
}

/** The registered meaning of a code, if it has one. */
export function registeredStatus(code: number): RegisteredStatus | undefined {
  return byCode.get(code);
}

/** Every vendor's meaning of a code; with `sub` only the rows of that substatus, without it only rows that have none. */
export function vendorStatusesOf(code: number, sub?: number): readonly VendorStatus[] {
  return (vendorsByCode.get(code) ?? []).filter((status) => status.sub === sub);
}

/** All meanings of a code, the registered one first. Empty for codes nobody owns. */
export function meaningsOf(code: number, sub?: number): readonly Status[] {
  const own = sub === undefined ? byCode.get(code) : undefined;
  const vendors = vendorStatusesOf(code, sub);
  return own ? [own, ...vendors] : vendors;
}

/** IIS substatus rows of a code (404.0, 404.1 …), in order. */
export function substatusesOf(code: number): readonly VendorStatus[] {
  return (vendorsByCode.get(code) ?? [])
    .filter((status) => status.sub !== undefined)
    .sort((a, b) => (a.sub ?? 0) - (b.sub ?? 0));
}

/** The class a code belongs to, or null outside 100-599. */
export function classOf(code: number): StatusClass | null {
  const hundreds = Math.floor(code / 100);
  return hundreds === 1 || hundreds === 2 || hundreds === 3 || hundreds === 4 || hundreds === 5 ? hundreds : null;
}

export function classInfo(statusClass: StatusClass): ClassInfo {
  const info = classes[statusClass - 1];
  if (info === undefined) throw new RangeError(`No class ${statusClass}`);
  return info;
}

/** The deciding question for exactly these codes, in any order. */
export function decidingQuestion(codes: readonly number[]): Neighbours | undefined {
  return neighbours.find(
    (entry) => entry.codes.length === codes.length && codes.every((code) => entry.codes.includes(code)),
  );
}

/** The codes that are easily confused with this one, in the order of the neighbours' list. */
export function confusedWith(code: number): readonly number[] {
  const others = neighbours.filter(({ codes }) => codes.includes(code)).flatMap(({ codes }) => codes);
  return [...new Set(others)].filter((other) => other !== code);
}

/** A code as people write it: three digits, with the substatus after a dot. */
export function written(code: number, sub?: number): string {
  const digits = String(code).padStart(3, '0');
  return sub === undefined ? digits : `${digits}.${sub}`;
}

/** "409 Conflict": the number with its first meaning; the bare number where it has none. */
export function titled(code: number, sub?: number): string {
  const name = meaningsOf(code, sub)[0]?.name;
  return name === undefined ? written(code, sub) : `${written(code, sub)} ${name}`;
}
