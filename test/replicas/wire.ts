// A wire to a database that can be cut, or hold its breath.
import { connect, createServer, type Socket } from 'node:net';

export interface Wire {
  /** The database's address by way of this wire. */
  readonly url: string;
  /** `cut`: nobody gets through, and who was is thrown out. `frozen`: nothing moves, and nobody is told. */
  become(state: 'open' | 'cut' | 'frozen'): void;
  close(): Promise<void>;
}

/** @param url of the database */
export async function stretchWire(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let state: 'open' | 'cut' | 'frozen' = 'open';

  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.on('data', (bytes) => void other.write(bytes));
    }
    if (state === 'frozen') for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const through = new URL(url);
  through.port = `${typeof address === 'object' ? address?.port : ''}`;

  return {
    url: through.href,
    become: (next) => {
      state = next;
      for (const socket of sockets)
        if (next === 'cut') socket.destroy();
        else if (next === 'frozen') socket.pause();
        else socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
