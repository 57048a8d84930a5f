// The bodies of requests, read into memory: those of all connections together take no more of it than a crowd needs.
import type { IncomingMessage } from 'node:http';

/** Bytes of all bodies under way. A thousand clicks at once are 5 MB; as many connections as may be, 2 GB. */
const MOST = 64 * 1024 * 1024;
/** What a piece takes at least: somebody can send a body byte by byte, and each of them is kept as an object. */
const PIECE = 1024;

/** In place of a body: it is longer than it may be, or there was no room for it any more. */
export type Unread = 413 | 503;

export interface Bodies {
  /** Where it is too long, Node throws away what still comes, for as long as a request may take. @throws where it breaks off */
  read(request: IncomingMessage, limit: number): Promise<Buffer | Unread>;
}

/** Beyond `most` bytes, whoever has been sending for the longest makes room: a platform needs milliseconds for a body. */
export function createBodies(most = MOST): Bodies {
  /** What ends each body under way, oldest first. */
  const underWay = new Set<(body: Unread) => void>();
  let held = 0;

  function makeRoom(): void {
    for (const end of underWay) {
      if (held <= most) return;
      end(503);
    }
  }

  return {
    read: (request, limit) => {
      if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(413);
      return new Promise((resolve, reject) => {
        let pieces: Buffer[] = [];
        let size = 0;
        let taken = 0;

        function end(body: Buffer | Unread): void {
          if (!underWay.delete(end)) return;
          held -= taken;
          pieces = [];
          resolve(body);
        }

        underWay.add(end);
        request.on('data', (piece: Buffer) => {
          if (!underWay.has(end)) return;
          size += piece.length;
          if (size > limit) return end(413);
          pieces.push(piece);
          const room = Math.max(piece.length, PIECE);
          taken += room;
          held += room;
          makeRoom();
        });
        request.once('end', () =>
          end(pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)),
        );
        request.once('error', (thrown) => {
          reject(thrown);
          end(503);
        });
      });
    },
  };
}
