// Cloudflare’s 1xxx errors, as codes of somebody else: they stand on pages that an ordinary status code carries.
import type { PageError } from '../status.ts';
import { cloudflareErrors } from '../vendors/cloudflare-errors.ts';
import type { Family, OtherCode } from './family.ts';

function asOther({ numbers, status, ...told }: PageError): OtherCode {
  const [first, ...others] = numbers.map(String);
  if (first === undefined) throw new RangeError(`${told.name} has no number`);
  const { name, meaning, received, fault, sources, reviewed } = told;
  const http = status === null ? [] : [{ code: status, when: 'in the status line' }];
  return { keys: [first, ...others], name, aliases: [], meaning, causes: [], received, fault, http, sources, reviewed };
}

export const cloudflare: Family = {
  id: 'cloudflare',
  label: 'Cloudflare',
  prefix: 'cloudflare',
  is: 'The number of an error page',
  many: 'Numbers on error pages of Cloudflare',
  listLine: 'cloudflare error pages',
  note: 'The number stands on the page, or as “error code: 1020” in the body; the status line has an ordinary code.',
  without: 'Cloudflare does not say which one comes with it',
  carried: true,
  common: ['1020', '1015', '1016', '1006', '1033'],
  rows: cloudflareErrors.map(asOther),
};
