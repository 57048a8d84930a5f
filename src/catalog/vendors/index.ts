// Codes outside the registry, and registered numbers to which a vendor gave a meaning of its own; one file an owner or family.
import type { VendorStatus } from '../status.ts';
import { aws } from './aws.ts';
import { cloudflare } from './cloudflare.ts';
import { frameworks } from './frameworks.ts';
import { hosting } from './hosting.ts';
import { iis4xx } from './iis-4xx.ts';
import { iis5xx } from './iis-5xx.ts';
import { microsoft } from './microsoft.ts';
import { nginx } from './nginx.ts';
import { noResponse } from './no-response.ts';
import { proxies } from './proxies.ts';
import { services } from './services.ts';

/** Of the numbers with several owners, those that are known for an owner who would not come first below. */
const knownFor: ReadonlyMap<number, string> = new Map([
  [0, 'Browsers'],
  [420, 'Twitter'],
  [498, 'Esri'],
  [529, 'Anthropic'],
]);

export const vendorStatuses: readonly VendorStatus[] = [
  ...nginx,
  ...cloudflare,
  ...aws,
  ...microsoft,
  ...iis4xx,
  ...iis5xx,
  ...hosting,
  ...frameworks,
  ...services,
  ...proxies,
  ...noResponse,
];

/** Whether a number of several owners is known for this one, so that its meaning is told first. */
export function isKnownFor({ code, owner }: VendorStatus): boolean {
  return knownFor.get(code) === owner;
}
