import type { Source } from './status.ts';

const isAppendix = /^[A-Z]/;

/** A section of an RFC: `rfc(9110, '15.5.5')` is "RFC 9110 §15.5.5"; `rfc(2324)` is the whole document. */
export function rfc(number: number, section?: string): Source {
  const href = `https://www.rfc-editor.org/rfc/rfc${number}`;
  if (section === undefined) return { title: `RFC ${number}`, href };
  const anchor = isAppendix.test(section) ? `appendix-${section}` : `section-${section}`;
  return { title: `RFC ${number} §${section}`, href: `${href}#${anchor}` };
}

/** MDN's page on a status code. */
export function mdn(code: number): Source {
  return { title: `MDN ${code}`, href: `https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/${code}` };
}

/** Any other page, such as a vendor's documentation. */
export function page(title: string, href: string): Source {
  return { title, href };
}

/** The registry itself: what is reserved, temporary or obsolete stands nowhere else. */
export const registry: Source = page(
  'IANA HTTP Status Code Registry',
  'https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml',
);
