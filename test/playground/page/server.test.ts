// The page's server by itself: whom it answers, what it serves, and how it tells the news.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { Deed, News, Outcome, Snapshot } from '../../../src/playground/page/protocol.ts';
import { type Page, startPage } from '../../../src/playground/page/server.ts';
import { listenTo } from './listener.ts';

const open: Page[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.stop();
});

const nothing: Snapshot = { rooms: [], messages: [], modals: [], homes: [], now: 0, bot: 'stopped' };

async function openPage(
  options: { port?: number; snapshot?: () => Snapshot; act?: (deed: Deed) => Promise<Outcome> } = {},
) {
  const done: Deed[] = [];
  const act = async (deed: Deed): Promise<Outcome> => {
    done.push(deed);
    return { ok: true };
  };
  const page = await startPage({ port: 0, snapshot: () => nothing, act, ...options });
  open.push(page);
  return { page, done };
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request with exactly these headers and this path, as no browser would send it. */
async function ask(page: Page, { method = 'GET', path = '/', headers = {}, body = '' }: Asked = {}) {
  const { hostname, port } = new URL(page.address);
  const sent = request({ hostname, port, method, path, headers });
  // A server that has read enough cuts the rest of it off.
  sent.on('error', () => undefined);
  sent.end(body);
  const [response] = await once(sent, 'response');
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** Resolves once it is closed, however that came. */
function closing(socket: Socket): Promise<void> {
  socket.on('error', () => undefined);
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

const deed: Deed = { do: 'jump', to: 'quiz' };
const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Readonly<Record<string, string>> = json): Asked => ({
  method: 'POST',
  path: '/do',
  headers,
  body,
});

describe('the server of the page', () => {
  it('is on the loopback alone', async () => {
    const { page } = await openPage();
    expect(page.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('takes the next free port where the wanted one is taken', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const address = other.address();
    const taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { page } = await openPage({ port: taken });
    expect(Number(new URL(page.address).port)).toBeGreaterThan(taken);
    expect((await ask(page)).status).toBe(200);
    other.close();
  });

  it.each<[string, (port: string) => Record<string, string>, number]>([
    ['its own name', (port) => ({ host: `127.0.0.1:${port}` }), 200],
    ['the machine’s name', (port) => ({ host: `localhost:${port}` }), 200],
    ['its own page', (port) => ({ origin: `http://127.0.0.1:${port}` }), 200],
    ['a name that leads here from elsewhere', (port) => ({ host: `evil.example:${port}` }), 403],
    ['another port', () => ({ host: '127.0.0.1:1' }), 403],
    ['no port', () => ({ host: '127.0.0.1' }), 403],
    ['a page from elsewhere', () => ({ origin: 'https://evil.example' }), 403],
    ['a page of another port of this machine', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['a page of nowhere', () => ({ origin: 'null' }), 403],
  ])('is asked under %s', async (_, headers, status) => {
    const { page, done } = await openPage();
    const { port } = new URL(page.address);
    for (const path of ['/', '/news', '/client/page.ts']) {
      if (status === 200 && path === '/news') continue;
      expect(await ask(page, { path, headers: headers(port) }), path).toMatchObject({ status });
    }
    const sent = post(JSON.stringify(deed), { ...json, ...headers(port) });
    expect(await ask(page, sent)).toMatchObject({ status });
    expect(done).toEqual(status === 200 ? [deed] : []);
  });

  it('lets another page link to it, and load nothing else', async () => {
    const { page } = await openPage();
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect(await ask(page, { headers })).toMatchObject({ status: 200 });
    for (const path of ['/news', '/client/page.ts', '/library/htm.js'])
      expect(await ask(page, { path, headers }), path).toMatchObject({ status: 403 });
  });

  it.each<[string, Asked, number]>([
    ['what is nowhere', { path: '/nowhere' }, 404],
    ['the folder', { path: '/client/' }, 404],
    ['what leads out of the folder', { path: '/client/../server.ts' }, 404],
    ['what leads out of it in disguise', { path: '/client/%2e%2e/server.ts' }, 404],
    ['what leads out of it backwards', { path: '/client/..\\server.ts' }, 404],
    ['an absolute path', { path: '/client//etc/passwd' }, 404],
    ['a file that is no page’s', { path: '/client/tsconfig.json' }, 404],
    ['a module that is not there', { path: '/client/no-such.ts' }, 404],
    ['a null byte', { path: '/client/page.ts%00.css' }, 404],
    ['a library by its file', { path: '/library/../package.json' }, 404],
    ['another method', { method: 'DELETE' }, 405],
    ['a deed that is fetched', { path: '/do' }, 405],
    ['a page that is posted', { method: 'POST', path: '/' }, 405],
    ['a deed of another page’s form', post(JSON.stringify(deed), { 'content-type': 'text/plain' }), 415],
    ['a deed without a type', post(JSON.stringify(deed), {}), 415],
    ['what is no JSON', post('{'), 400],
    ['what is no deed', post('{"do":"rm"}'), 400],
    ['a deed with more than it has', post('{"do":"jump","to":"quiz","and":1}'), 400],
    ['a deed of another type', post('{"do":"press","side":"slack","as":1,"message":"m","button":"b"}'), 400],
    ['a list for its fields', post('{"do":"submit","side":"slack","as":"ada","modal":"m","values":["a"]}'), 400],
    ['a deed of nobody', post('{"do":"press","side":"slack","as":"","message":"m","button":"b"}'), 400],
    [
      'a message without words',
      post('{"do":"write","side":"slack","as":"U","channel":"C","thread":null,"text":""}'),
      400,
    ],
    ['more than anybody writes', post(JSON.stringify({ ...deed, to: 'x'.repeat(600_000) })), 413],
  ])('refuses %s', async (_, asked, status) => {
    const { page, done } = await openPage();
    expect(await ask(page, asked)).toMatchObject({ status });
    expect(done).toEqual([]);
  });

  it('goes on after a body that never ends', async () => {
    const { page } = await openPage();
    const { hostname, port } = new URL(page.address);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /do HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\ncontent-length: 99999999\r\n\r\n`,
    );
    const lump = 'x'.repeat(65_536);
    const closed = closing(socket);
    const pump = setInterval(() => socket.write(lump), 1);
    await closed;
    clearInterval(pump);
    expect((await ask(page)).status).toBe(200);
  });

  it('takes 40,000 characters, each written as an escape', async () => {
    const { page, done } = await openPage();
    const body = `{"do":"write","side":"slack","as":"U","channel":"C","thread":null,"text":"${'\\ud83d'.repeat(40_000)}"}`;
    expect(await ask(page, post(body))).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(done).toMatchObject([{ text: '\ud83d'.repeat(40_000) }]);
  });

  it('serves a page that can run nothing but its own', async () => {
    const { page } = await openPage();
    const { headers, body } = await ask(page);
    const [, nonce] = /<script type="importmap" nonce="([^"]+)">/.exec(body) ?? [];
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    // Every page has its own.
    expect((await ask(page)).body).not.toContain(nonce);
    expect(body.match(/<script/g)).toHaveLength(2);
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('serves modules without their types, styles, and the libraries that they name', async () => {
    const { page } = await openPage();
    const module = await ask(page, { path: '/client/html.ts' });
    expect(module).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    expect(module.body).toContain('export const html');
    expect(module.body).not.toContain('type Draw');
    expect(await ask(page, { path: '/client/page.css' })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8' },
    });
    const { body } = await ask(page);
    const [, map = ''] = /<script type="importmap"[^>]*>(.*?)<\/script>/.exec(body) ?? [];
    const { imports } = JSON.parse(map);
    expect(Object.keys(imports)).toEqual(['preact', 'preact/hooks', 'htm']);
    for (const path of Object.values<string>(imports))
      expect(await ask(page, { path })).toMatchObject({ status: 200, body: expect.stringContaining('export') });
  });
});

const clock = (now: number): News => ({ kind: 'clock', now });

describe('the news', () => {
  it('begin with a snapshot and come in order, to every page', async () => {
    const { page } = await openPage();
    const pages = [await listenTo(page.address), await listenTo(page.address)];
    for (const now of [1, 2, 3]) page.tell(clock(now));
    for (const { snapshot, news, until, type } of pages) {
      await until(3);
      expect(snapshot).toEqual(nothing);
      expect(news).toEqual([clock(1), clock(2), clock(3)]);
      expect(type).toContain('text/event-stream');
    }
  });

  it('begin with a snapshot of now for a page that comes back', async () => {
    let now = 1;
    const { page } = await openPage({ snapshot: () => ({ ...nothing, now }) });
    await listenTo(page.address);
    now = 2;
    expect((await listenTo(page.address)).snapshot).toEqual({ ...nothing, now: 2 });
  });

  it('keep line breaks and broken characters of what was typed', async () => {
    const { page } = await openPage();
    const { news, until } = await listenTo(page.address);
    const said = 'one\n\ndata: {"kind":"clock","now":9}\n\ntwo \u2028 \ud83d';
    page.tell({ kind: 'removed', side: 'slack', ids: [said] });
    page.tell(clock(1));
    await until(2);
    expect(news).toEqual([{ kind: 'removed', side: 'slack', ids: [said] }, clock(1)]);
  });

  it('let go of a page that does not read them, and of no other', async () => {
    const { page } = await openPage();
    const { hostname, port } = new URL(page.address);
    const slow = connect(Number(port), hostname);
    slow.pause();
    slow.write(`GET /news HTTP/1.1\r\nhost: ${hostname}:${port}\r\n\r\n`);
    const quick = await listenTo(page.address);
    const closed = closing(slow);
    const lump: News = { kind: 'removed', side: 'slack', ids: ['x'.repeat(500_000)] };
    for (let told = 1; told <= 60; told += 1) {
      page.tell(lump);
      await quick.until(told);
    }
    page.tell(clock(1));
    await quick.until(61);
    expect(quick.news.at(-1)).toEqual(clock(1));
    // It has been cut off: what was on its way can still be read, then it ends.
    slow.resume();
    await closed;
  });

  it('end with the server', async () => {
    const { page } = await openPage();
    const { ended } = await listenTo(page.address);
    await page.stop();
    await ended;
  });
});
