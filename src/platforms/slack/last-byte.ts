// Slack has no key by which it could tell a repeated post. So the moment from which a post may stand is made as short as
// it can be: a request can do nothing before its last byte has arrived, and by then everything else is on its way.
import type { WebClientOptions } from '@slack/web-api';

/**
 * A `fetch` whose request waits for `leaving` between its last byte and all before it: connected, encrypted, sent. Where
 * that fails, or `leaving` rejects, the request is broken off and Slack takes none of it.
 */
export function holdingLastByte(leaving: () => Promise<void>): NonNullable<WebClientOptions['fetch']> {
  return async (url, init) => {
    const whole = new TextEncoder().encode(String(init?.body ?? ''));
    const held = {
      ...init,
      body: inTwo(whole, leaving),
      duplex: 'half' as const,
      // Known beforehand: an ordinary request, not one in chunks.
      headers: { ...init?.headers, 'Content-Length': String(whole.length) },
    };
    return await fetch(url, held);
  };
}

/** Nothing is kept in store: each part is asked for when the one before has gone, the first when there is a connection. */
function inTwo(whole: Uint8Array, between: () => Promise<void>): ReadableStream<Uint8Array> {
  const parts = (async function* () {
    yield whole.subarray(0, -1);
    await between();
    yield whole.subarray(-1);
  })();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const { done, value } = await parts.next();
    if (done) controller.close();
    else controller.enqueue(value);
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}
