import { page } from '../sources.ts';
import type { Source, VendorStatus } from '../status.ts';

const learn = 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis';

/** Microsoft’s list of the status and substatus codes of IIS 7 and later. */
export const list: Source = page(
  'Microsoft: HTTP status codes in IIS',
  `${learn}/www-administration-management/http-status-code`,
);

/** A page of Microsoft’s IIS troubleshooting pages; `path` is what follows `…/webapps/iis/`. */
export function article(title: string, path: string): Source {
  return page(`Microsoft: ${title}`, `${learn}/${path}`);
}

type Told = 'code' | 'name' | 'meaning' | 'causes' | 'received' | 'fault';
type MayTell = 'aliases' | 'situations' | 'sources';

/**
 * A substatus of IIS. The client sees the number after the dot only on a detailed error page; the log has it in
 * sc-substatus.
 */
export function iis(
  row: Pick<VendorStatus, Told> & { readonly sub: number } & Partial<Pick<VendorStatus, MayTell>>,
): VendorStatus {
  return {
    owner: 'IIS',
    seen: 'response',
    aliases: [],
    situations: [],
    sources: [list],
    reviewed: '2026-11-25',
    ...row,
  };
}
