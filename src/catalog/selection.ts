// Codes that have a fact in common: "nginx codes", "cacheable by default", "added by RFC 6585".
import { classOf, registered, vendorStatuses } from './index.ts';
import type {
  BodyRule,
  CacheRule,
  HeaderRule,
  Level,
  RegisteredStatus,
  RetryRule,
  Status,
  StatusClass,
} from './status.ts';

/** What the codes of a list have in common. Each fact that is named must hold; without any, all registered codes are meant. */
export interface Selection {
  readonly class?: StatusClass;
  /** Vendors, as their rows name them. Their codes have no rules, so that the facts below are the registry's only. */
  readonly owners?: readonly string[];
  readonly common?: true;
  readonly body?: BodyRule['rule'];
  readonly cache?: CacheRule['rule'];
  readonly retry?: readonly RetryRule['rule'][];
  /** A header field, as the rows write it. */
  readonly header?: string;
  /** Specifications that define or introduced the codes. */
  readonly rfcs?: readonly number[];
  /** Reserved without a use, or given up. */
  readonly deprecated?: true;
}

/** Every vendor in the catalog, in the order of its rows. */
export const vendors: readonly string[] = [...new Set(vendorStatuses.map(({ owner }) => owner))];

const firstWord = /^[\p{L}\p{N}]+/u;

/** What people call a vendor: the first word of its name, in lower case. */
export function shortName(owner: string): string {
  return (firstWord.exec(owner)?.[0] ?? owner).toLowerCase();
}

/** Every header field that some code has a rule for. */
export const headerNames: readonly string[] = [
  ...new Set(registered.flatMap(({ headers }) => headers.map(({ name }) => name))),
];

/** The specifications of WebDAV: its first and its present one, and its bindings. */
export const WEBDAV: readonly number[] = [2518, 4918, 5842];

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/** The rule of a code for a header field; that of the response where the request has one, too. */
export function headerRule({ headers }: RegisteredStatus, name: string): HeaderRule | undefined {
  const rules = headers.filter((rule) => rule.name === name);
  return rules.find(({ on }) => on === 'response') ?? rules[0];
}

const rfcNumber = /^RFC (\d+)\b/;

function isDefinedBy({ sources: [definition], introduced }: RegisteredStatus, rfcs: readonly number[]): boolean {
  return [definition, introduced].some((source) => rfcs.includes(Number(rfcNumber.exec(source?.title ?? '')?.[1])));
}

function hasFacts(status: RegisteredStatus, wanted: Selection): boolean {
  const { common, body, cache, retry, header, rfcs, deprecated } = wanted;
  return (
    (common === undefined || status.common) &&
    (body === undefined || status.body.rule === body) &&
    (cache === undefined || status.cache.rule === cache) &&
    (retry === undefined || retry.includes(status.retry.rule)) &&
    (header === undefined || headerRule(status, header) !== undefined) &&
    (rfcs === undefined || isDefinedBy(status, rfcs)) &&
    (deprecated === undefined || status.deprecated !== undefined || status.standing === 'unused')
  );
}

/**
 * The codes for which all of it holds, in order; where a header field is asked for, the strongest rule first. Substatuses
 * are among a single vendor's codes only: beside others they would drown them.
 */
export function select(wanted: Selection): readonly Status[] {
  const { class: statusClass, owners, header } = wanted;
  const inClass = ({ code }: Status) => statusClass === undefined || classOf(code) === statusClass;
  if (owners !== undefined)
    return vendorStatuses
      .filter((status) => owners.includes(status.owner) && inClass(status))
      .filter(({ sub }) => sub === undefined || owners.length === 1)
      .sort(byNumber);
  const found = registered.filter((status) => inClass(status) && hasFacts(status, wanted));
  if (header === undefined) return found;
  const strength = (status: RegisteredStatus) => levels.indexOf(headerRule(status, header)?.level ?? 'MAY');
  return found.toSorted((a, b) => strength(a) - strength(b));
}

function byNumber(a: Status, b: Status): number {
  const sub = (status: Status) => ('sub' in status ? (status.sub ?? -1) : -1);
  return a.code - b.code || sub(a) - sub(b);
}
