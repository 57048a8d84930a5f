// Codes that belong to somebody else than HTTP, and the look-ups: one file a family.
import { browser } from './browser.ts';
import { cloudflare } from './cloudflare.ts';
import { curl } from './curl.ts';
import { discord } from './discord.ts';
import { envoy } from './envoy.ts';
import type { Family, FamilyId, OtherCode } from './family.ts';
import { grpc } from './grpc.ts';
import { noStatus } from './no-status.ts';
import { slack } from './slack.ts';
import { sockets } from './sockets.ts';
import { tlsAlerts } from './tls-alerts.ts';
import { websocket } from './websocket.ts';

export type { Family, FamilyId, HttpLink, OtherCode } from './family.ts';

export const families: readonly Family[] = [
  grpc,
  websocket,
  curl,
  envoy,
  sockets,
  tlsAlerts,
  noStatus,
  browser,
  discord,
  slack,
  cloudflare,
];

const byId: ReadonlyMap<FamilyId, Family> = new Map(families.map((family) => [family.id, family]));
const rowsByKey: ReadonlyMap<string, OtherCode> = new Map(
  families.flatMap(({ id, rows }) => rows.flatMap((row) => row.keys.map((key) => [join(id, key), row] as const))),
);

function join(family: FamilyId, key: string): string {
  return `${family} ${key.toLowerCase()}`;
}

export function familyOf(id: FamilyId): Family {
  const family = byId.get(id);
  if (family === undefined) throw new RangeError(`No family ${id}`);
  return family;
}

/** What a family means by a number or name, whatever its case. */
export function otherCode(family: FamilyId, key: string): OtherCode | undefined {
  return rowsByKey.get(join(family, key));
}

/** The families that use a number, in order: 1006 is one of WebSocket and one of Cloudflare’s pages. */
export function familiesWith(key: string): readonly Family[] {
  return families.filter(({ id }) => otherCode(id, key) !== undefined);
}
