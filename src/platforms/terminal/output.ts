// How text leaves: as fast as the reader takes it, and quietly when the reader has gone.
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes and, when the reader is slower than we are, waits for it. */
export async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

/** `teapot … | head` closes the pipe when it has seen enough: that is no failure, so the process just ends. */
export function leaveWhenUnread(output: Writable): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
