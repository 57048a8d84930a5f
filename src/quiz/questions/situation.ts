// "Which code fits when …?": the catalog's situations that have one clear answer.
import { meaningsOf, titled } from '../../catalog/index.ts';
import type { Difficulty, Item, Level } from '../item.ts';
import { codeLures, givesAway, levelOf } from './codes.ts';

const difficulties: Readonly<Record<Level, Difficulty>> = { common: 1, registered: 2, vendors: 3 };

/** The situations asked about, by how each begins: clear to somebody who only reads this one sentence, and without a rival. */
const clear: Readonly<Record<number, readonly string[]>> = {
  100: ['the client asked first whether it may send a large body'],
  101: ['a WebSocket connection is opened over HTTP/1.1'],
  102: ['a WebDAV server keeps the client from giving up'],
  103: ['the browser can start loading assets'],
  200: ['a read succeeds', 'a POST runs an action that makes no new resource'],
  201: ['a POST made a new item', 'an upload finished and the file has', 'a PUT made the resource'],
  202: [
    'the request was put in a queue',
    'a long-running operation has started',
    'a person or another system has to approve',
  ],
  203: ['a proxy changed the content'],
  204: ['a request succeeds and the response shall be empty'],
  205: ['the entry was saved'],
  206: ['the client asked for a range', 'a download goes on', 'a player jumps inside'],
  207: ['a WebDAV answer reports on many'],
  208: ['a WebDAV listing meets the same'],
  226: ['the server sends only the difference'],
  300: ['one resource exists in several formats'],
  303: ['the answer to a POST, PUT or DELETE'],
  304: ['the ETag in If-None-Match', 'nothing changed since the date'],
  307: ['exactly the same request', 'another server, region or the leader'],
  308: ['exactly the same request'],
  400: ['the body cannot be parsed', 'the HTTP message itself'],
  401: ['no credentials came', 'the token or session has expired', 'the answer carries a challenge'],
  402: ['an agent or crawler must pay'],
  403: ['the client is known but lacks', 'a firewall, bot filter', 'a cloud, code or chat platform'],
  404: ['the id in the address', 'the path itself', 'a change is aimed at', 'the parent named in the path'],
  405: ['the address exists but wants another', 'the method fits a single item', 'a link, a robot or the address bar'],
  406: ['a document, picture, feed', 'no character set or compression'],
  407: ['a forward proxy got no'],
  408: ['the client sends its request too slowly', 'a connection is open but'],
  409: [
    'something else still depends',
    'a thing is in use',
    'the same request is still being',
    'a WebDAV request names a parent',
  ],
  410: ['a subscription, cursor or session'],
  412: ['If-Unmodified-Since names', 'a calendar, contact or office client'],
  413: ['an uploaded file is larger', 'a push of code, images'],
  414: ['the query string carries', 'an address grows'],
  415: ['the body has a format', 'the body is compressed', 'a PATCH comes in a patch format'],
  416: ['the range asked for begins'],
  421: ['a client reuses one connection', 'the name in the TLS handshake'],
  424: ['a step of a batch is skipped'],
  426: ['a WebSocket address is called'],
  428: ['a PUT that creates'],
  429: ['a client makes more calls', 'a limiter in a gateway', 'a script, crawler or app'],
  431: ['all header fields together'],
  451: ['a court order'],
  500: ['an exception was thrown', 'the server cannot make sense', 'Python code raises'],
  501: ['the server does not know the method', 'a simple server or a proxy'],
  502: ['the server behind the proxy breaks off', 'the answer from behind', 'the TLS connection to the server behind'],
  503: ['the service is off on purpose', 'a circuit breaker', 'the app is starting, stopping'],
  504: ['the server behind the proxy takes longer', 'a cache may not ask the origin'],
  505: ['the request names a major version'],
  506: ['the version that the server picked'],
  507: ['the server needs more room', 'uploads fail while reading works'],
  508: ['a WebDAV request for a whole tree'],
  511: ['a guest network holds requests back'],
  523: ['there is no network route'],
  526: ['the origin’s certificate does not pass'],
};

export function situationItems(): readonly Item[] {
  return Object.entries(clear).flatMap(([code, openings]) =>
    openings.flatMap((opening) => itemOf(Number(code), opening)),
  );
}

/** Nothing for an opening that no situation of the catalog has any more, or that gives its code away: the tests tell. */
function itemOf(code: number, opening: string): readonly Item[] {
  const [status] = meaningsOf(code);
  const situation = status?.situations.find(({ when, rival }) => rival === undefined && when.startsWith(opening));
  const source = status?.sources[0];
  if (status === undefined || situation === undefined || source === undefined) return [];
  if (givesAway(situation.when, status.name)) return [];
  const level = levelOf([code]);
  return [
    {
      id: `situation:${code}:${slug(opening)}`,
      kind: 'situation',
      level,
      codes: [code],
      prompt: `Which code fits when ${situation.when}?`,
      answer: titled(code),
      alsoAcceptable: [],
      lures: codeLures(code),
      explanation: status.meaning,
      source,
      difficulty: difficulties[level],
    },
  ];
}

/** Characters of a slug: the id has to fit a button's line with room to spare. */
const SLUG = 40;
const NOT_SLUG = /[^a-z0-9]+/g;
const LAST_HYPHEN = /-$/;

function slug(opening: string): string {
  return opening.toLowerCase().replace(NOT_SLUG, '-').slice(0, SLUG).replace(LAST_HYPHEN, '');
}

/** For the tests: every opening with its code. */
export const openings: readonly (readonly [code: number, opening: string])[] = Object.entries(clear).flatMap(
  ([code, all]) => all.map((opening) => [Number(code), opening] as const),
);
