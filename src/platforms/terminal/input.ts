// How text comes in through a pipe: line by line, or the end of it as one paste.
import type { Readable } from 'node:stream';

/** Bytes of a paste that are read. What failed last stands last in a log, so it is the end that is kept. */
export const PASTE_BYTES = 1024 * 1024;

/**
 * The lines of a stream. Unlike node:readline it ends lines at line feeds alone: JSON may hold U+2028 and U+2029 inside
 * a string, and a carriage return at the end is white space to it.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input as AsyncIterable<string>) {
    // Looking at the new piece only keeps a line of many megabytes linear.
    if (!chunk.includes('\n')) {
      rest += chunk;
      continue;
    }
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Reads a stream to its end and keeps its last mebibyte, from the first whole line in it. */
export async function readPaste(input: Readable): Promise<{ readonly text: string; readonly cut: boolean }> {
  const chunks: Buffer[] = [];
  let held = 0;
  let cut = false;
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    held += bytes.length;
    // Only whole chunks go, so that what is left is never less than the limit.
    for (let first = chunks[0]; first && held - first.length >= PASTE_BYTES; first = chunks[0]) {
      chunks.shift();
      held -= first.length;
      cut = true;
    }
  }
  const bytes = Buffer.concat(chunks);
  if (!cut && held <= PASTE_BYTES) return { text: bytes.toString('utf8'), cut: false };
  const end = bytes.subarray(bytes.length - PASTE_BYTES);
  return { text: end.subarray(end.indexOf('\n') + 1).toString('utf8'), cut: true };
}
