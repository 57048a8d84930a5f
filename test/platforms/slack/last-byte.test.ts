// What really goes over the wire, and when.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { holdingLastByte } from '../../../src/platforms/slack/last-byte.ts';

const BODY = 'channel=C1&text=Frage%20%C3%BC';
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** Keeps what arrives, and answers once the request is whole. */
async function openWire() {
  const wire = { said: '', broken: false, url: '' };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('data', (piece) => {
      wire.said += piece.toString();
      if (wire.said.endsWith(BODY)) socket.write(OK);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      wire.broken = true;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  wire.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/chat.postMessage`;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return wire;
}

const request = { method: 'POST', body: BODY, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };

describe('the last byte of a post', () => {
  it('waits until it may leave, when all the others are there already', async () => {
    const wire = await openWire();
    const leaving = () => expect.poll(() => wire.said).toMatch(/\r\n\r\nchannel=C1.*%C3%B$/s);
    const answer = await holdingLastByte(leaving)(wire.url, request);
    expect(await answer.text()).toBe('ok');
    expect(wire.said).toContain(`Content-Length: ${BODY.length}\r\n`.toLowerCase());
    expect(wire.said).not.toMatch(/transfer-encoding/i);
  });

  it('never leaves where it may not, and the request is broken off', async () => {
    const wire = await openWire();
    const refused = holdingLastByte(() => Promise.reject(new Error('no')))(wire.url, request);
    await expect(refused).rejects.toThrow();
    await expect.poll(() => wire.broken).toBe(true);
    expect(wire.said).not.toContain(BODY);
  });

  it('does not ask to leave where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const leaving = vi.fn(async () => {});
    await expect(holdingLastByte(leaving)(`http://127.0.0.1:${port}/`, request)).rejects.toThrow();
    expect(leaving).not.toHaveBeenCalled();
  });
});
