// The one HTTP server: whom it lets in, and for how long.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createBodies } from '../../src/ops/bodies.ts';
import { createWebServer, type WebServer, type WebServerOptions } from '../../src/ops/server.ts';
import type { Route } from '../../src/port.ts';

const HOST = '127.0.0.1';
const open: WebServer[] = [];
const problems: string[] = [];
const log = {
  info: () => {},
  warn: (fields: object, message: string) => problems.push(`${message} ${JSON.stringify(fields)}`),
  error: (fields: object, message: string) => problems.push(`${message} ${JSON.stringify(fields)}`),
};

async function start(routes: readonly Route[], options: Partial<WebServerOptions> = {}) {
  const server = createWebServer({ port: 0, host: HOST, log, ...options });
  server.serve(routes);
  open.push(server);
  const port = await server.open();
  return { server, port, address: `http://${HOST}:${port}` };
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  problems.length = 0;
});

const echo: Route = {
  method: 'POST',
  path: '/echo',
  bodyLimit: 1_000,
  answer: async ({ query, headers, body }) => ({
    status: 201,
    headers: { 'x-query': query, 'x-type': String(headers['content-type']), 'set-cookie': ['a=1', 'b=2'] },
    body: body.toString(),
  }),
};
const look: Route = { method: 'GET', path: '/look', answer: async () => ({ status: 200, body: 'seen' }) };

/** Everything that came over a connection to which this was written, once the other side has ended it. */
async function heardBy(port: number, ...words: readonly string[]): Promise<string> {
  const socket = connect(port, HOST);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text) => {
    heard += text;
  });
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  for (const word of words) socket.write(word);
  await closed;
  return heard;
}

describe('the server', () => {
  it('hands a route all of its request, and its reply back', async () => {
    const { address } = await start([echo, look]);
    const reply = await fetch(`${address}/echo?a=1&b=%20`, {
      method: 'POST',
      body: 'tea',
      headers: { 'content-type': 'x/y' },
    });
    expect([reply.status, await reply.text()]).toEqual([201, 'tea']);
    expect(reply.headers.get('x-query')).toBe('a=1&b=%20');
    expect(reply.headers.get('x-type')).toBe('x/y');
    expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it.each([
    ['GET', '/', 404, null],
    ['GET', '/look/', 404, null],
    ['GET', '/LOOK', 404, null],
    ['GET', '/look?at=this', 200, null],
    ['HEAD', '/look', 200, null],
    ['POST', '/look', 405, 'GET'],
    ['GET', '/echo', 405, 'POST'],
    ['DELETE', '/echo', 405, 'POST'],
  ])('answers %s %s with %i', async (method, path, status, allow) => {
    const { address } = await start([echo, look]);
    const reply = await fetch(address + path, { method });
    expect([reply.status, reply.headers.get('allow')]).toEqual([status, allow]);
    expect(await reply.text()).toBe(status === 200 && method === 'GET' ? 'seen' : '');
  });

  it('answers what was added while it runs', async () => {
    const { server, address } = await start([]);
    expect((await fetch(`${address}/look`)).status).toBe(404);
    server.serve([look]);
    expect((await fetch(`${address}/look`)).status).toBe(200);
  });

  it('says in one line that its port is taken', async () => {
    const { port } = await start([]);
    const second = createWebServer({ port, host: HOST, log });
    await expect(second.open()).rejects.toThrow(`port ${port} is taken; end what listens there, or set another one`);
    await second.close();
  });

  it('apologises for a route that fails, says why to the log, and goes on', async () => {
    const fail = async () => {
      throw new Error('no tea');
    };
    const { address } = await start([{ ...look, path: '/fail', answer: fail }, look]);
    const reply = await fetch(`${address}/fail?code=secret`);
    expect([reply.status, await reply.text()]).toEqual([500, '']);
    expect(problems).toEqual(['http: could not answer a request {"path":"/fail","reason":"no tea"}']);
    expect((await fetch(`${address}/look`)).status).toBe(200);
  });
});

describe('a limit', () => {
  it.each([
    ['as long as it may be', '/echo', 1_000, 201],
    ['a byte longer', '/echo', 1_001, 413],
    ['far too long', '/echo', 5_000_000, 413],
  ])('of bodies holds: %s', async (_, path, length, status) => {
    const { address } = await start([echo]);
    const sent = { method: 'POST', body: 'x'.repeat(length) };
    expect((await fetch(address + path, sent)).status).toBe(status);
    // In pieces, whose sum nobody has promised.
    const pieces = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < length; at += 500) controller.enqueue(new Uint8Array(Math.min(500, length - at)));
        controller.close();
      },
    });
    expect((await fetch(address + path, { method: 'POST', body: pieces, duplex: 'half' } as RequestInit)).status).toBe(
      status,
    );
  });

  it('holds where nobody expects a body', async () => {
    const { port } = await start([look]);
    const request = `GET /look HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\ntea`;
    expect(await heardBy(port, request)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('of headers holds', async () => {
    const { port } = await start([look]);
    expect(await heardBy(port, `GET /look HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(8 * 1024)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  const patience = { headers: 150, request: 300, idle: 75_000 };

  // A piece of a body takes a kilobyte at least.
  const crowded = () => ({ patience, bodies: createBodies(3 * 1024) });
  const begun = 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\ntea';
  const statusOf = (heard: string) => heard.split(' ', 2)[1];

  it('of all bodies together holds: who has been sending for the longest makes room, and nobody else has to', async () => {
    const { port, address } = await start([echo], crowded());
    const ask = async (body: string) => (await fetch(`${address}/echo`, { method: 'POST', body })).status;
    const first = heardBy(port, begun);
    await pause(20);
    const others = [heardBy(port, begun), heardBy(port, begun)];
    await pause(20);
    expect(await ask('tea')).toBe(201);
    expect(statusOf(await first)).toBe('503');
    expect((await Promise.all(others)).map(statusOf)).toEqual(['408', '408']);
    expect(problems).toEqual([]);
  });

  it('of all bodies together counts nobody who is done or has broken off', async () => {
    const { port, address } = await start([echo], crowded());
    for (let index = 0; index < 5; index += 1) {
      expect((await fetch(`${address}/echo`, { method: 'POST', body: 'tea' })).status).toBe(201);
      const socket = connect(port, HOST);
      socket.write(begun, () => setTimeout(() => socket.destroy(), 5));
      await once(socket, 'close');
    }
    const slow = heardBy(port, begun);
    await pause(20);
    expect((await fetch(`${address}/echo`, { method: 'POST', body: 'tea' })).status).toBe(201);
    expect(statusOf(await slow)).toBe('408');
  });

  it('of all bodies together holds for what comes byte by byte', async () => {
    const { port } = await start([echo], crowded());
    const pieces = '1\r\nx\r\n'.repeat(4);
    const request = `POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${pieces}`;
    expect(statusOf(await heardBy(port, request))).toBe('503');
  });

  it.each([
    ['sends nothing', [], 408],
    ['never ends its headers', ['POST /echo HTTP/1.1\r\nHost: a\r\n'], 408],
    ['never ends its body', ['POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n', 'tea'], 408],
    ['never ends what is too long', ['POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n', 'tea'], 413],
  ])('of time holds for a client that %s', async (_, words, status) => {
    const { port } = await start([echo], { patience });
    const since = performance.now();
    expect(await heardBy(port, ...words)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(performance.now() - since).toBeLessThan(2_000);
  });

  it('of time holds for a connection over which nothing comes any more', async () => {
    const { port } = await start([look], { patience: { ...patience, idle: 100 } });
    const heard = await heardBy(port, 'GET /look HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
    expect(heard.endsWith('seen')).toBe(true);
  });
});

describe('closing', () => {
  it('finishes the requests under way, and lets nobody in any more', async () => {
    const [begun, thought] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow: Route = {
      ...look,
      answer: async () => {
        begun.resolve();
        await thought.promise;
        return { status: 200, body: 'at last' };
      },
    };
    const { server, address } = await start([slow]);
    const asked = fetch(`${address}/look`).then((reply) => reply.text());
    await begun.promise;
    const since = performance.now();
    const closed = server.close();
    await expect(fetch(`${address}/look`)).rejects.toThrow('fetch failed');
    await pause(20);
    thought.resolve();
    expect(await asked).toBe('at last');
    await closed;
    // Not until somebody loses patience with connections that are kept for more.
    expect(performance.now() - since).toBeLessThan(1_000);
  });
});
