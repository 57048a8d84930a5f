// The file of `TEAPOT_CATALOG`: rules and own codes that whoever runs Teapot has written down.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Outcome } from './config.ts';
import { MOST, type Section } from './house/house.ts';
import type { Log } from './port.ts';

const BYTE_ORDER_MARK = /^\uFEFF/;
/** Bytes of a character, at most (RFC 3629). */
const WIDEST = 4;

/**
 * Reads it.
 * @param path undefined: there is none, and nothing is read
 * @returns its documents, or every problem in it, a line each: "./codes.yaml:12 rules.422.text: is empty; …"
 */
export async function readHouseFile(path: string | undefined): Promise<Outcome<readonly Section[]>> {
  if (path === undefined) return { ok: true, value: [] };
  const text = await readText(path);
  if (!text.ok) return text;
  // Loaded here, because most have no such file.
  const { readHouse, writeProblem } = await import('./house/reading.ts');
  const read = readHouse(text.value, basename(path));
  if (read.ok) return { ok: true, value: read.sections };
  return { ok: false, problems: read.problems.map((problem) => writeProblem(path, problem)) };
}

/**
 * What the file says at the moment: on SIGHUP it is read again. With something wrong in it, what it said before holds on.
 * @param first what it says at the start
 */
export function followHouseFile(
  path: string | undefined,
  first: readonly Section[],
  log: Log,
): () => readonly Section[] {
  let house = first;
  const readAgain = async () => {
    const read = await readHouseFile(path);
    if (read.ok) house = read.value;
    if (read.ok) log.info({ file: path }, 'read the house rules again');
    else
      log.error(
        { problems: read.problems },
        'the house rules stay as they were: there is something wrong with their file',
      );
  };
  if (path !== undefined) process.on('SIGHUP', () => void readAgain());
  return () => house;
}

async function readText(path: string): Promise<Outcome<string>> {
  try {
    if ((await stat(path)).size > MOST.file * WIDEST) return failed(path, `it is larger than ${MOST.file} characters`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return { ok: true, value: text.replace(BYTE_ORDER_MARK, '') };
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'it is not UTF-8';
    return failed(path, reasons[code] ?? code);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8',
};

function failed(path: string, reason: string): Outcome<string> {
  return { ok: false, problems: [`${path}: cannot be read: ${reason}`] };
}
