// What can go wrong on the way, on demand.

/** A route as Discord documents it, such as `POST /channels/:channel/messages`. */
export type Route =
  | 'GET /gateway/bot'
  | 'GET /applications/:application/commands'
  | 'PUT /applications/:application/commands'
  | 'POST /interactions/:id/:token/callback'
  | 'POST /webhooks/:application/:token'
  | 'GET /webhooks/:application/:token/messages/:message'
  | 'PATCH /webhooks/:application/:token/messages/:message'
  | 'DELETE /webhooks/:application/:token/messages/:message'
  | 'POST /channels/:channel/messages'
  | 'PATCH /channels/:channel/messages/:message'
  | 'GET /channels/:channel/messages/:message'
  | 'PUT /channels/:channel/messages/:message/reactions/:emoji/@me'
  | 'POST /users/@me/channels'
  | 'GET /guilds/:guild/members/:user';

/** `hang`: never answers. `cut`: closes the connection instead. Otherwise answers so, and with `after` does what was asked before it does. */
export type Fault =
  | 'hang'
  | 'cut'
  | {
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly after?: boolean;
      /** A page in place of JSON, as from something that stands in front of Discord. */
      readonly page?: string;
    };

export interface Faults {
  /** The next `times` requests to a route fail so; for ever with Infinity. */
  add(route: Route, fault: Fault, times?: number): void;
  /** The first request to any of these routes fails so. */
  first(routes: readonly Route[], fault: Fault): void;
  /** The fault a request to this route meets, or null. Counts it. */
  meet(route: Route): Fault | null;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { readonly routes: readonly Route[]; readonly fault: Fault; left: number }[] = [];
  return {
    add: (route, fault, times = 1) => void waiting.push({ routes: [route], fault, left: times }),
    first: (routes, fault) => void waiting.push({ routes, fault, left: 1 }),
    meet: (route) => {
      const met = waiting.find(({ routes, left }) => routes.includes(route) && left > 0);
      if (met === undefined) return null;
      met.left -= 1;
      return met.fault;
    },
    clear: () => void waiting.splice(0),
  };
}
