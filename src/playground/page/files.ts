// The files that a browser loads: the client's own modules with their types taken off, and three libraries.
import { readFile, stat } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface Served {
  readonly type: string;
  readonly body: string;
}

/** Folders and names of small letters: no dots, so nothing leads out of the folder. */
const CLIENT = /^\/client\/((?:[a-z][a-z0-9-]*\/)*[a-z][a-z0-9-]*\.(?:ts|css))$/;
const LIBRARIES = {
  preact: '/library/preact.js',
  'preact/hooks': '/library/hooks.js',
  htm: '/library/htm.js',
} as const;
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

const libraries: ReadonlyMap<string, string> = new Map(
  Object.entries(LIBRARIES).map(([name, path]) => [path, fileURLToPath(import.meta.resolve(name))]),
);
const known = new Map<string, Served & { readonly changed: number }>();

/** What stands at a path; null where there is nothing. A file that was changed is read again. */
export async function fileAt(path: string): Promise<Served | null> {
  const library = libraries.get(path);
  if (library !== undefined) return { type: SCRIPT, body: await readFile(library, 'utf8') };
  const name = CLIENT.exec(path)?.[1];
  if (name === undefined) return null;
  try {
    return await client(fileURLToPath(new URL(`client/${name}`, import.meta.url)));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

async function client(file: string): Promise<Served> {
  const { mtimeMs: changed } = await stat(file);
  const before = known.get(file);
  if (before?.changed === changed) return before;
  const source = await readFile(file, 'utf8');
  const served = file.endsWith('.css')
    ? { type: STYLE, body: source, changed }
    : { type: SCRIPT, body: stripTypeScriptTypes(source), changed };
  known.set(file, served);
  return served;
}

/** The page itself. @param nonce allows its one inline script, the map of libraries, which no browser loads from a file */
export function shell(nonce: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Teapot’s playground</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/client/page.css">
    <link rel="stylesheet" href="/client/slack/slack.css">
    <link rel="stylesheet" href="/client/discord/discord.css">
    <script type="importmap" nonce="${nonce}">${JSON.stringify({ imports: LIBRARIES })}</script>
    <script type="module" src="/client/page.ts"></script>
  </head>
  <body>
    <div id="app"></div>
    <noscript>The playground needs JavaScript.</noscript>
  </body>
</html>
`;
}

/** Only what comes from here, and the one script that carries the nonce. */
export function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
