// Every request to Discord counted: what it was about, and what became of it.
import type { RESTOptions } from 'discord.js';
import type { Happening, Meter } from '../../port.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** What addresses are about, the first that fits: each of them has ids in it, and some have tokens. */
const CALLS: readonly (readonly [string, RegExp])[] = [
  ['interaction', /\/interactions\/\d+\/[^/]+\/callback/],
  ['interaction', /\/webhooks\//],
  ['edit', /\/channels\/\d+\/messages\/\d+/],
  ['message', /\/channels\/\d+\/messages/],
  ['commands', /\/applications\/\d+\/commands/],
  ['gateway', /\/gateway/],
];

/** Discord locks out an address that gets 10,000 of these in ten minutes. docs: topics/rate-limits, invalid request limit */
const INVALID: ReadonlySet<number> = new Set([401, 403, 429]);
const LIMITS = ['user', 'global', 'shared'] as const;

/** Makes requests as before, and tells the meter of each. */
export function countingRequests(makeRequest: MakeRequest, meter: Meter): MakeRequest {
  return async (url, init) => {
    const since = performance.now();
    const call = CALLS.find(([, pattern]) => pattern.test(url))?.[0] ?? 'other';
    const tell = (more: Pick<Extract<Happening, { kind: 'called' }>, 'status' | 'limit' | 'invalid'>) =>
      meter({ kind: 'called', platform: 'discord', call, ms: performance.now() - since, ...more });
    try {
      const response = await makeRequest(url, init);
      const { status } = response;
      const scope = response.headers.get('x-ratelimit-scope');
      const limit = LIMITS.find((one) => one === scope) ?? 'unknown';
      // Of limits that others use up as well, nobody is blamed.
      const invalid = INVALID.has(status) && !(status === 429 && limit === 'shared');
      tell({ status, ...(status === 429 && { limit }), ...(invalid && { invalid }) });
      return response;
    } catch (thrown) {
      tell({ status: 'failed' });
      throw thrown;
    }
  };
}
