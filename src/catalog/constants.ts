// How each registered code is written in code: the constants of thirteen languages and libraries.
import { page } from './sources.ts';
import type { Source } from './status.ts';

type PlaceId =
  | 'go'
  | 'python'
  | 'servlet'
  | 'spring'
  | 'csharp'
  | 'rust'
  | 'rack'
  | 'symfony'
  | 'node'
  | 'npm'
  | 'ktor'
  | 'plug'
  | 'httpcore';

/** The languages and libraries, in the order of the columns of `constants`; the source is their own list. */
export const constantPlaces: readonly { readonly id: PlaceId; readonly title: string; readonly source: Source }[] = [
  {
    id: 'go',
    title: 'Go net/http',
    source: page('Go: net/http constants', 'https://pkg.go.dev/net/http#pkg-constants'),
  },
  {
    id: 'python',
    title: 'Python http.HTTPStatus',
    source: page('Python: http.HTTPStatus', 'https://docs.python.org/3/library/http.html#http.HTTPStatus'),
  },
  {
    id: 'servlet',
    title: 'Java Servlet HttpServletResponse',
    source: page(
      'Jakarta Servlet: HttpServletResponse.java',
      'https://github.com/jakartaee/servlet/blob/main/api/src/main/java/jakarta/servlet/http/HttpServletResponse.java',
    ),
  },
  {
    id: 'spring',
    title: 'Java Spring HttpStatus',
    source: page(
      'Spring: HttpStatus',
      'https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/http/HttpStatus.html',
    ),
  },
  {
    id: 'csharp',
    title: 'C# System.Net.HttpStatusCode',
    source: page('.NET: HttpStatusCode', 'https://learn.microsoft.com/en-us/dotnet/api/system.net.httpstatuscode'),
  },
  {
    id: 'rust',
    title: 'Rust http StatusCode',
    source: page('Rust http: StatusCode', 'https://docs.rs/http/latest/http/status/struct.StatusCode.html'),
  },
  {
    id: 'rack',
    title: 'Rails/Rack symbol',
    source: page('Rack: utils.rb', 'https://github.com/rack/rack/blob/main/lib/rack/utils.rb'),
  },
  {
    id: 'symfony',
    title: 'PHP Symfony Response',
    source: page(
      'Symfony: Response.php',
      'https://github.com/symfony/symfony/blob/7.2/src/Symfony/Component/HttpFoundation/Response.php',
    ),
  },
  {
    id: 'node',
    title: 'Node.js http.STATUS_CODES',
    source: page('Node.js: http.STATUS_CODES', 'https://nodejs.org/api/http.html#httpstatus_codes'),
  },
  {
    id: 'npm',
    title: 'npm http-status-codes',
    source: page('npm: http-status-codes', 'https://www.npmjs.com/package/http-status-codes'),
  },
  {
    id: 'ktor',
    title: 'Kotlin Ktor HttpStatusCode',
    source: page(
      'Ktor: HttpStatusCode.kt',
      'https://github.com/ktorio/ktor/blob/main/ktor-http/common/src/io/ktor/http/HttpStatusCode.kt',
    ),
  },
  {
    id: 'plug',
    title: 'Elixir Plug.Conn.Status atom',
    source: page('Plug: Plug.Conn.Status', 'https://hexdocs.pm/plug/Plug.Conn.Status.html'),
  },
  {
    id: 'httpcore',
    title: 'Apache HttpCore HttpStatus',
    source: page(
      'HttpCore: HttpStatus.java',
      'https://github.com/apache/httpcomponents-core/blob/master/httpcore5/src/main/java/org/apache/hc/core5/http/HttpStatus.java',
    ),
  },
];

/** One code: the words that most places make their constant from, and only then what differs. */
interface Row {
  readonly code: number;
  readonly words: string;
  /** Other words, each with the places that use them instead. */
  readonly but?: Readonly<Record<string, readonly PlaceId[]>>;
  /** Places that have no constant for this code. */
  readonly not?: readonly PlaceId[];
}

const everywhere = constantPlaces.map(({ id }) => id);

// Held against each place's own list on 2026-11-25, among them Servlet 6.2 (milestone 2), Spring 7, http 1.4, Rack 3.2,
// Symfony 7.2, Node.js 24, http-status-codes 2.3 and HttpCore 5.5.
const rows: readonly Row[] = [
  { code: 100, words: 'Continue' },
  { code: 101, words: 'Switching Protocols' },
  { code: 102, words: 'Processing', not: ['servlet'] },
  { code: 103, words: 'Early Hints', not: ['ktor'] },
  { code: 104, words: 'Upload Resumption Supported', not: everywhere },

  { code: 200, words: 'OK' },
  { code: 201, words: 'Created' },
  { code: 202, words: 'Accepted' },
  { code: 203, words: 'Non-Authoritative Information', but: { 'Non-Authoritative Info': ['go'] } },
  { code: 204, words: 'No Content' },
  { code: 205, words: 'Reset Content' },
  { code: 206, words: 'Partial Content' },
  { code: 207, words: 'Multi-Status', not: ['servlet'] },
  { code: 208, words: 'Already Reported', not: ['servlet', 'npm', 'ktor'] },
  { code: 226, words: 'IM Used', not: ['servlet', 'npm', 'ktor'] },

  { code: 300, words: 'Multiple Choices' },
  { code: 301, words: 'Moved Permanently' },
  { code: 302, words: 'Found', but: { 'Moved Temporarily': ['npm', 'httpcore'] } },
  { code: 303, words: 'See Other' },
  { code: 304, words: 'Not Modified' },
  { code: 305, words: 'Use Proxy', not: ['spring'] },
  {
    code: 306,
    words: 'Switch Proxy',
    but: { Unused: ['csharp'], Reserved: ['symfony'] },
    not: ['go', 'python', 'servlet', 'spring', 'rust', 'rack', 'node', 'npm', 'httpcore'],
  },
  { code: 307, words: 'Temporary Redirect' },
  { code: 308, words: 'Permanent Redirect', but: { 'Permanently Redirect': ['symfony'] } },

  { code: 400, words: 'Bad Request' },
  { code: 401, words: 'Unauthorized' },
  { code: 402, words: 'Payment Required' },
  { code: 403, words: 'Forbidden' },
  { code: 404, words: 'Not Found' },
  { code: 405, words: 'Method Not Allowed' },
  { code: 406, words: 'Not Acceptable' },
  { code: 407, words: 'Proxy Authentication Required', but: { 'Proxy Auth Required': ['go'] } },
  { code: 408, words: 'Request Timeout' },
  { code: 409, words: 'Conflict' },
  { code: 410, words: 'Gone' },
  { code: 411, words: 'Length Required' },
  { code: 412, words: 'Precondition Failed' },
  {
    code: 413,
    words: 'Content Too Large',
    but: {
      'Request Entity Too Large': ['go', 'servlet', 'csharp', 'symfony', 'plug'],
      'Payload Too Large': ['rust', 'node', 'ktor'],
      'Request Too Long': ['npm', 'httpcore'],
    },
  },
  {
    code: 414,
    words: 'URI Too Long',
    but: {
      'Request URI Too Long': ['go', 'servlet', 'symfony', 'npm', 'ktor', 'plug', 'httpcore'],
      'Request Uri Too Long': ['csharp'],
    },
  },
  { code: 415, words: 'Unsupported Media Type' },
  {
    code: 416,
    words: 'Range Not Satisfiable',
    but: {
      'Requested Range Not Satisfiable': [
        'go',
        'servlet',
        'spring',
        'csharp',
        'symfony',
        'npm',
        'ktor',
        'plug',
        'httpcore',
      ],
    },
  },
  { code: 417, words: 'Expectation Failed' },
  {
    code: 418,
    words: "I'm a Teapot",
    but: { Teapot: ['go'], 'I am a Teapot': ['spring', 'symfony'] },
    not: ['servlet', 'csharp', 'rack', 'ktor', 'httpcore'],
  },
  { code: 421, words: 'Misdirected Request', not: ['ktor'] },
  {
    code: 422,
    words: 'Unprocessable Content',
    but: { 'Unprocessable Entity': ['go', 'csharp', 'rust', 'symfony', 'node', 'npm', 'ktor'] },
  },
  { code: 423, words: 'Locked', not: ['servlet'] },
  { code: 424, words: 'Failed Dependency', not: ['servlet'] },
  { code: 425, words: 'Too Early', not: ['servlet', 'csharp', 'npm'] },
  { code: 426, words: 'Upgrade Required' },
  { code: 428, words: 'Precondition Required' },
  { code: 429, words: 'Too Many Requests' },
  { code: 431, words: 'Request Header Fields Too Large', but: { 'Request Header Field Too Large': ['ktor'] } },
  { code: 451, words: 'Unavailable For Legal Reasons', not: ['servlet', 'ktor'] },

  { code: 500, words: 'Internal Server Error' },
  { code: 501, words: 'Not Implemented' },
  { code: 502, words: 'Bad Gateway' },
  { code: 503, words: 'Service Unavailable' },
  { code: 504, words: 'Gateway Timeout' },
  {
    code: 505,
    words: 'HTTP Version Not Supported',
    but: { 'Http Version Not Supported': ['csharp'], 'Version Not Supported': ['symfony', 'ktor'] },
  },
  {
    code: 506,
    words: 'Variant Also Negotiates',
    but: { 'Variant Also Negotiates Experimental': ['symfony'] },
    not: ['servlet', 'npm'],
  },
  { code: 507, words: 'Insufficient Storage', not: ['servlet'] },
  { code: 508, words: 'Loop Detected', not: ['servlet', 'npm', 'ktor'] },
  { code: 510, words: 'Not Extended', not: ['servlet', 'rack', 'npm', 'ktor'] },
  { code: 511, words: 'Network Authentication Required', not: ['ktor'] },
];

const separators = /[ -]/;

/** "I'm a Teapot" → ["Im", "a", "Teapot"]. */
function parts(words: string): readonly string[] {
  return words.replaceAll("'", '').split(separators);
}

const upperSnake = (words: string) => parts(words).join('_').toUpperCase();
const lowerSnake = (words: string) => parts(words).join('_').toLowerCase();
const pascal = (words: string) =>
  parts(words)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const spell: Readonly<Record<PlaceId, (words: string) => string>> = {
  go: (words) => `http.Status${pascal(words)}`,
  python: (words) => `HTTPStatus.${upperSnake(words)}`,
  servlet: (words) => `SC_${upperSnake(words)}`,
  spring: (words) => `HttpStatus.${upperSnake(words)}`,
  csharp: (words) => `HttpStatusCode.${pascal(words)}`,
  rust: (words) => `StatusCode::${upperSnake(words)}`,
  rack: (words) => `:${lowerSnake(words)}`,
  symfony: (words) => `Response::HTTP_${upperSnake(words)}`,
  node: (words) => words,
  npm: (words) => `StatusCodes.${upperSnake(words)}`,
  ktor: (words) => `HttpStatusCode.${pascal(words)}`,
  plug: (words) => `:${lowerSnake(words)}`,
  httpcore: (words) => `HttpStatus.SC_${upperSnake(words)}`,
};

function constantOf({ words, but = {}, not = [] }: Row, place: PlaceId): string | null {
  if (not.includes(place)) return null;
  const other = Object.keys(but).find((key) => but[key]?.includes(place));
  return spell[place](other ?? words);
}

/** For each registered code one cell a place, in the order of `constantPlaces`; null where it has no constant. */
export const constants: ReadonlyMap<number, readonly (string | null)[]> = new Map(
  rows.map((row) => [row.code, constantPlaces.map(({ id }) => constantOf(row, id))]),
);

// Spellings of former names: taken out or marked as old by their place, or a second name for the same number.
const former: readonly (readonly [code: number, ...spellings: string[]])[] = [
  // Spring up to 6 named 103 and 421 after proposals that never became standards; the numbers are the same.
  [103, 'HttpStatus.CHECKPOINT'],
  [300, 'HttpStatusCode.Ambiguous'],
  [301, 'HttpStatusCode.Moved'],
  [302, 'HttpStatusCode.Redirect', 'SC_MOVED_TEMPORARILY', 'HttpStatus.MOVED_TEMPORARILY'],
  [303, 'HttpStatusCode.RedirectMethod'],
  [305, 'HttpStatus.USE_PROXY'],
  [306, ':reserved'],
  [307, 'HttpStatusCode.RedirectKeepVerb'],
  [413, 'HttpStatus.PAYLOAD_TOO_LARGE', 'HttpStatus.REQUEST_ENTITY_TOO_LARGE', 'HttpStatus.REQUEST_TOO_LONG'],
  [413, 'HTTPStatus.REQUEST_ENTITY_TOO_LARGE', 'SC_REQUEST_ENTITY_TOO_LARGE', 'SC_REQUEST_TOO_LONG'],
  [413, 'http.StatusRequestEntityTooLarge', 'HttpStatusCode.RequestEntityTooLarge', 'HttpStatusCode.PayloadTooLarge'],
  [413, ':payload_too_large', ':request_entity_too_large', 'Response::HTTP_REQUEST_ENTITY_TOO_LARGE'],
  [414, 'HttpStatus.REQUEST_URI_TOO_LONG', 'HTTPStatus.REQUEST_URI_TOO_LONG', 'SC_REQUEST_URI_TOO_LONG'],
  [414, 'http.StatusRequestURITooLong', 'HttpStatusCode.RequestUriTooLong', 'HttpStatusCode.RequestURITooLong'],
  [414, ':request_uri_too_long', ':request_uri_too_large', 'Response::HTTP_REQUEST_URI_TOO_LONG'],
  [416, 'HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE', 'SC_REQUESTED_RANGE_NOT_SATISFIABLE'],
  [416, 'http.StatusRequestedRangeNotSatisfiable', 'HttpStatusCode.RequestedRangeNotSatisfiable'],
  [416, ':requested_range_not_satisfiable', 'Response::HTTP_REQUESTED_RANGE_NOT_SATISFIABLE'],
  [421, 'HttpStatus.DESTINATION_LOCKED'],
  [422, 'HTTPStatus.UNPROCESSABLE_ENTITY', 'HttpStatus.UNPROCESSABLE_ENTITY', 'SC_UNPROCESSABLE_ENTITY'],
  [422, 'http.StatusUnprocessableEntity', 'HttpStatusCode.UnprocessableEntity', ':unprocessable_entity'],
  [422, 'HttpStatus.SC_UNPROCESSABLE_ENTITY', 'Response::HTTP_UNPROCESSABLE_ENTITY'],
  [425, ':unordered_collection', ':reserved_for_webdav_advanced_collections_expired_proposal'],
  [425, 'Response::HTTP_RESERVED_FOR_WEBDAV_ADVANCED_COLLECTIONS_EXPIRED_PROPOSAL'],
  [506, 'Response::HTTP_VARIANT_ALSO_NEGOTIATES_EXPERIMENTAL'],
  [510, ':not_extended', 'HttpStatus.NOT_EXTENDED'],
];

const qualifier = /^.*(?:\.|::)/;
const severalWords = /_|[a-z][A-Z]/;

/** A spelling as it stands and without its class. One bare word, such as `Moved`, is English and stays qualified. */
function spellings(spelling: string): readonly string[] {
  const bare = spelling.replace(qualifier, '');
  return severalWords.test(bare) ? [spelling, bare] : [spelling];
}

/** Older and second names that are still met in code, with and without their class, each with its code. */
export const formerConstants: ReadonlyMap<string, number> = new Map(
  former.flatMap(([code, ...names]) => names.flatMap(spellings).map((name): [string, number] => [name, code])),
);
