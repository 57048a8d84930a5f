// Readings that can be kept: the same question gets the same answer.
import type { Reading } from './reading.ts';

/** Whether a reading holds only numbers and names of the catalog, and nothing that somebody typed: no text, no time to wait. */
export function isOfCatalog(reading: Reading): boolean {
  switch (reading.kind) {
    case 'status':
      return reading.request?.retryAfter === undefined;
    case 'compare':
    case 'class':
    case 'help':
      return true;
    default:
      return false;
  }
}
