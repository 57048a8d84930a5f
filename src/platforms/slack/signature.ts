// Whether a request comes from Slack: docs.slack.dev/authentication/verifying-requests-from-slack
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { WebRequest } from '../../port.ts';

/** An older request may be one that somebody has recorded. In seconds, as is what Slack sends. */
const OLDEST = 5 * 60;
const WHOLE_NUMBER = /^\d{1,15}$/;

/** Signed by Slack just now, by somebody else, or by Slack so many seconds before or after our time. */
export type Verdict = 'signed' | 'forged' | { readonly secondsOff: number };

/**
 * Knows Slack's signature of a request.
 * @param now epoch milliseconds
 */
export function createVerifier(
  signingSecret: string,
  now: () => number = Date.now,
): (headers: WebRequest['headers'], body: Buffer) => Verdict {
  const key = createSecretKey(signingSecret, 'utf8');
  return (headers, body) => {
    const { 'x-slack-request-timestamp': at, 'x-slack-signature': signature } = headers;
    if (typeof at !== 'string' || typeof signature !== 'string' || !WHOLE_NUMBER.test(at)) return 'forged';
    const expected = Buffer.from(`v0=${createHmac('sha256', key).update(`v0:${at}:`).update(body).digest('hex')}`);
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
    const secondsOff = Math.abs(now() / 1000 - Number(at));
    return secondsOff > OLDEST ? { secondsOff: Math.round(secondsOff) } : 'signed';
  };
}
