// Every request to Slack counted: which method, and what became of it.
import type { WebClientOptions } from '@slack/web-api';
import type { Happening, Meter } from '../../port.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;
type Called = Extract<Happening, { kind: 'called' }>;
type Status = Called['status'];

/** Slack says no with a 200, and this is how the body begins. docs: apis/web-api, evaluating responses */
const REFUSED = /^\s*\{\s*"ok"\s*:\s*false/;

/** A `fetch` for the Web API that tells the meter of each request. */
export function countingFetch(fetch: Fetch, meter: Meter): Fetch {
  return async (url, init) => {
    const since = performance.now();
    const tell = (status: Status) => meter(called(methodOf(String(url)), status, since));
    try {
      const response = await fetch(url, init);
      tell(await outcomeOf(response));
      return response;
    } catch (thrown) {
      tell('failed');
      throw thrown;
    }
  };
}

/** Reads a copy: whoever called reads the original, or finds that it breaks off. */
async function outcomeOf(response: Awaited<ReturnType<Fetch>>): Promise<Status> {
  if (response.status !== 200 || !(response instanceof Response)) return response.status;
  const said = await response
    .clone()
    .text()
    .catch(() => null);
  if (said === null) return 'failed';
  return REFUSED.test(said) ? 'refused' : response.status;
}

/** @param since of `performance.now()` */
export function called(call: string, status: Status, since: number): Called {
  const limit = status === 429 ? ({ limit: 'unknown' } as const) : {};
  return { kind: 'called', platform: 'slack', call, status, ms: performance.now() - since, ...limit };
}

/** The last part of its address, as in https://slack.com/api/chat.postMessage. */
function methodOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1).split('?', 1)[0] ?? '';
}
