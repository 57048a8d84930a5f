// Who else numbers errors and replies, by the words that stand beside such a number.
import type { FamilyId } from '../../catalog/other-codes/index.ts';

export interface World {
  /** Completes "That is …". */
  readonly is: string;
  readonly words: readonly string[];
  /** The digits such a number has. */
  readonly numbers: RegExp;
  /** The catalog knows each of them. */
  readonly family?: FamilyId;
  /** Which code of the family a number stands for, where its codes have names. */
  readonly keys?: Readonly<Record<string, string>>;
  /** A word for it says less than another one further away: an exit code of curl is one of curl. */
  readonly general?: true;
}

/**
 * Errors of connections by number: Linux (asm-generic/errno.h), then macOS (sys/errno.h) where Linux gives the number to
 * nothing that a connection meets, then Windows (winsock2.h).
 */
const errnos: Readonly<Record<string, string>> = {
  24: 'EMFILE',
  32: 'EPIPE',
  71: 'EPROTO',
  98: 'EADDRINUSE',
  99: 'EADDRNOTAVAIL',
  100: 'ENETDOWN',
  101: 'ENETUNREACH',
  103: 'ECONNABORTED',
  104: 'ECONNRESET',
  107: 'ENOTCONN',
  110: 'ETIMEDOUT',
  111: 'ECONNREFUSED',
  113: 'EHOSTUNREACH',
  48: 'EADDRINUSE',
  51: 'ENETUNREACH',
  54: 'ECONNRESET',
  60: 'ETIMEDOUT',
  61: 'ECONNREFUSED',
  65: 'EHOSTUNREACH',
  10048: 'EADDRINUSE',
  10051: 'ENETUNREACH',
  10053: 'ECONNABORTED',
  10054: 'ECONNRESET',
  10060: 'ETIMEDOUT',
  10061: 'ECONNREFUSED',
  10065: 'EHOSTUNREACH',
};

export const worlds: readonly World[] = [
  {
    is: 'a reply code of FTP',
    words: ['ftp', 'ftps', 'sftp', 'vsftpd', 'proftpd', 'filezilla'],
    numbers: /^[1-6]\d\d$/,
  },
  {
    is: 'a reply code of mail servers (SMTP)',
    words: ['smtp', 'esmtp', 'smtpd', 'postfix', 'sendmail', 'exim'],
    numbers: /^[2-5]\d\d$/,
  },
  {
    is: 'a response code of SIP, the protocol of telephony',
    words: ['sip', 'voip', 'asterisk', 'freeswitch'],
    numbers: /^[1-6]\d\d$/,
  },
  // A process has one byte to say how it ended.
  {
    is: 'the exit code of a process',
    words: ['exit', 'exited', 'exits', 'exitcode'],
    numbers: /^(?:\d\d?|1\d\d|2[0-4]\d|25[0-5])$/,
    general: true,
  },
  { is: 'a signal of the operating system', words: ['signal', 'sigkill', 'sigterm', 'sigsegv'], numbers: /^\d\d?$/ },
  {
    is: 'an error number of the operating system (errno)',
    words: ['errno', 'os', 'winerror'],
    numbers: /^\d{1,5}$/,
    family: 'socket',
    keys: errnos,
  },
  { is: 'a status of gRPC', words: ['grpc'], numbers: /^\d\d?$/, family: 'grpc' },
  {
    is: 'a close code of WebSocket',
    words: ['websocket', 'websockets', 'ws', 'wss'],
    numbers: /^[134]\d{3}$/,
    family: 'websocket',
  },
  // From 100 on they could be status codes that curl shows.
  { is: 'an exit code of curl', words: ['curl', 'libcurl'], numbers: /^\d\d?$/, family: 'curl' },
  { is: 'a close code of Discord’s gateway', words: ['discord', 'gateway'], numbers: /^4\d{3}$/, family: 'websocket' },
  {
    is: 'an error code of Discord’s API',
    words: ['discord', 'discordapierror'],
    numbers: /^(?:0|\d{5,6})$/,
    family: 'discord',
  },
  {
    is: 'an error number of the database',
    words: ['mysql', 'mariadb', 'postgres', 'postgresql', 'oracle', 'ora', 'sqlstate', 'mssql'],
    numbers: /^\d{4,5}$/,
  },
];

/** What people call a family, in a question about one of its codes or all of them. */
export const familyNames: readonly (readonly [family: FamilyId, names: readonly string[]])[] = [
  ['grpc', ['grpc']],
  ['websocket', ['websocket', 'websockets', 'web socket', 'ws', 'wss']],
  ['curl', ['curl', 'libcurl']],
  ['envoy', ['envoy', 'istio']],
  ['socket', ['socket', 'sockets', 'node', 'nodejs', 'golang', 'undici', 'errno']],
  ['tls', ['tls', 'ssl']],
  ['browser', ['chrome', 'chromium', 'browser', 'net', 'edge']],
  ['discord', ['discord']],
  ['slack', ['slack']],
  ['cloudflare', ['cloudflare']],
];

/** What the codes of a family are called, where a word tells their list apart from other lists. */
export const listNames: readonly (readonly [family: FamilyId, says: RegExp])[] = [
  ['grpc', /^(?:codes?|status(?:es)?|status codes?|errors?|error codes?)$/],
  ['websocket', /^(?:codes?|close codes?|closing codes?|status codes?|error codes?|errors)$/],
  ['curl', /^(?:codes|exit codes?|error codes?|errors|exit status(?:es)?|return codes?)$/],
  ['envoy', /^(?:flags?|response flags?)$/],
  ['socket', /^(?:errors|error codes?)$/],
  ['tls', /^(?:alerts?|alert codes?|errors|error codes?)$/],
  ['browser', /^(?:errors|error codes?|network errors?)$/],
  ['discord', /^(?:codes|errors|error codes?|json (?:error )?codes?|api errors?|api error codes?)$/],
  ['slack', /^(?:codes|errors|error codes?|api errors?|api error codes?)$/],
  ['cloudflare', /^(?:error pages?|1xxx|1xxx errors?|1xxx codes?|1xxx error codes?)$/],
];

/** Words around such a code, beside those of every question, that say no more than "tell me about it". */
export const aroundCodes: ReadonlySet<string> = new Set(
  `exit exited exits close closed closes closing flag flags alert number fatal signal map maps mapped mapping
  equivalent equivalents corresponds correspond corresponding translate translates translated match matches matching
  belongs belong same kind connection connections request requests call calls client clients service app application
  failed fails failing failure throw throws threw thrown received sent reason over says said raised logs log line
  curl grpc envoy istio websocket discord slack tls ssl node nodejs fetch axios undici python java golang chrome edge browser
  docker kubernetes kubectl localhost dial tcp read write connect server reading writing stream streams rpc net`.split(
    /\s+/,
  ),
);
