// Telling every open page the news, in order: Server-Sent Events. https://html.spec.whatwg.org/multipage/server-sent-events.html
import type { ServerResponse } from 'node:http';
import type { News, Snapshot } from './protocol.ts';

/** A page that is this many bytes behind is let go: it comes back by itself and begins with a new snapshot. */
const MOST_BEHIND = 4 * 1024 * 1024;
/** How long a browser waits before it comes back, in milliseconds. */
const AGAIN_AFTER = 500;
/** Something is said this often, so that a page that is gone is noticed. In milliseconds. */
const PULSE = 15_000;

export interface Newsroom {
  /** Begins to tell a page, with a snapshot first. */
  open(response: ServerResponse): void;
  tell(news: News): void;
  /** Ends all pages' streams. */
  close(): void;
}

/** @param snapshot what a page is told that has just been opened */
export function createNewsroom(snapshot: () => Snapshot): Newsroom {
  /** By page, how much its snapshot may take before it counts as being behind. */
  const pages = new Map<ServerResponse, number>();
  const pulse = setInterval(() => tellAll(':\n\n'), PULSE).unref();

  function tellAll(line: string): void {
    for (const [page, allowance] of pages) {
      if (page.writableLength > allowance + MOST_BEHIND) letGo(page);
      else page.write(line);
    }
  }

  function letGo(page: ServerResponse): void {
    pages.delete(page);
    page.destroy();
  }

  return {
    open: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      const first = `retry: ${AGAIN_AFTER}\n${asEvent(snapshot())}`;
      response.write(first);
      pages.set(response, Buffer.byteLength(first));
      response.on('close', () => pages.delete(response));
    },
    tell: (news) => tellAll(asEvent(news)),
    close: () => {
      clearInterval(pulse);
      for (const page of pages.keys()) page.end();
    },
  };
}

/** JSON has no line breaks of its own, so it is one line. */
function asEvent(told: News | Snapshot): string {
  return `data: ${JSON.stringify(told)}\n\n`;
}
