// What goes to Slack and comes back with whoever installs Teapot: a ticket of ours, good for one time, for ten minutes, and
// only in the browser that got it. Else somebody could make another person finish an installation they never began.
// docs.slack.dev/authentication/installing-with-oauth, "state"; RFC 6749, 10.12
import { createHash, createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { WebRequest } from '../../../port.ts';

/** In milliseconds. */
const LIFETIME = 10 * 60_000;
/** Bytes of chance in the ticket, and in what the browser keeps. */
const CHANCE = 16;
const STATE = /^([\w-]{22})\.([0-9a-z]{1,11})\.([\w-]{43})$/;
const BROWSER = /^[\w-]{22}$/;

/** A ticket that fits its browser and is young enough. */
export interface Ticket {
  /** By which it is remembered that it was used: nobody can make the ticket from it. */
  readonly hash: string;
  readonly expiresAt: number;
}

export interface States {
  /** A new ticket, and the header field that gives the browser its part. Nothing is kept of it. */
  issue(request: Pick<WebRequest, 'headers'>): { readonly state: string; readonly cookie: string };
  /** `foreign`: not ours, or of another browser. */
  check(state: string, request: Pick<WebRequest, 'headers'>): Ticket | 'foreign' | 'expired';
}

/**
 * @param isSecure whether Teapot is reached over HTTPS; only a simulated Slack on this machine is content without
 * @param now epoch milliseconds
 */
export function createStates(secret: string, isSecure: boolean, now: () => number = Date.now): States {
  const key = createSecretKey(secret, 'utf8');
  // With this prefix, a browser takes it from nobody else: no sister domain, no plain HTTP. RFC 6265bis, 4.1.3.2
  const name = `${isSecure ? '__Host-' : ''}teapot-install`;
  const settings = `; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

  function proofOf(nonce: string, until: string, browser: string): Buffer {
    return createHmac('sha256', key).update(`${nonce}.${until}.${browser}`).digest();
  }

  function browserOf({ headers }: Pick<WebRequest, 'headers'>): string | null {
    const sent = headers['cookie'];
    if (typeof sent !== 'string') return null;
    const [found] = sent.split(';').flatMap((pair) => {
      const [key, value = ''] = pair.trim().split('=', 2);
      return key === name && BROWSER.test(value) ? [value] : [];
    });
    return found ?? null;
  }

  return {
    issue: (request) => {
      // Whoever begins twice can finish either.
      const browser = browserOf(request) ?? randomBytes(CHANCE).toString('base64url');
      const nonce = randomBytes(CHANCE).toString('base64url');
      const until = (now() + LIFETIME).toString(36);
      const state = `${nonce}.${until}.${proofOf(nonce, until, browser).toString('base64url')}`;
      return { state, cookie: `${name}=${browser}; Max-Age=${LIFETIME / 1000}${settings}` };
    },
    check: (state, request) => {
      const [, nonce = '', until = '', proof = ''] = STATE.exec(state) ?? [];
      const browser = browserOf(request);
      if (nonce === '' || browser === null) return 'foreign';
      const given = Buffer.from(proof, 'base64url');
      const expected = proofOf(nonce, until, browser);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'foreign';
      const expiresAt = Number.parseInt(until, 36);
      if (expiresAt <= now()) return 'expired';
      return { hash: createHash('sha256').update(nonce).digest('base64url'), expiresAt };
    },
  };
}
