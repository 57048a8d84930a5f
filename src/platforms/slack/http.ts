// Slack calls us: one HTTP server for commands, clicks and events, each signed by Slack.
import type { Server } from 'node:http';
import type { Logger } from '@slack/bolt';
import { HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../port.ts';
import type { Connection } from './connection.ts';
import { atMost } from './connection.ts';
import { EVENTS_PATH } from './manifest.ts';

/** Slack's own payloads stay far below; the SDK's default would read 4 MB before it looks at the signature. */
const BODY_LIMIT = '256kb';

/**
 * Connections that may wait to be taken. Node's 511 are less than a crowd that presses a quiz's buttons at once: whoever
 * finds no room is turned away without a word, and tries again a second later, then three. The system has its own bound.
 */
const BACKLOG = 4_096;

/** Listens on `port` (0: any free one, told to the log), on `host` or on every interface. Requests without Slack's signature get a 401. */
export function createHttpConnection(options: {
  readonly signingSecret: string;
  readonly port: number;
  readonly host: string | undefined;
  readonly journal: Logger;
  readonly log: Log;
}): Connection {
  const { signingSecret, port, host, journal, log } = options;
  const receiver = new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, bodyLimit: BODY_LIMIT, logger: journal });
  let server: Server | undefined;

  return {
    receiver,
    open: async () => {
      server = await receiver.start({ port, backlog: BACKLOG, ...(host !== undefined && { host }) });
      const address = server.address();
      log.info({ port: typeof address === 'object' ? address?.port : port }, 'slack: listening for HTTP requests');
    },
    close: async () => {
      if (server === undefined) return;
      await atMost(receiver.stop());
      server.closeAllConnections();
      server = undefined;
    },
    ready: () => server?.listening === true,
  };
}
