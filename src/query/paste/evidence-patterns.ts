// How status codes look in logs, error messages and protocol dumps. One row per shape, tried over the whole text.

export interface EvidencePattern {
  /** What kind of text this is. */
  readonly shape: string;
  /** Global; the group `code` is the status code, `sub` an IIS substatus. All quantifiers are bounded, so a scan is linear. */
  readonly pattern: RegExp;
  /** Ordinary words around the number: errno, exit codes and counts are told the same way, so only codes that exist count. */
  readonly prose: boolean;
}

const method = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE|PROPFIND|PURGE)';
/** A three-digit number that is not part of a longer number, word, decimal, percentage or amount. */
const code =
  '(?<code>0{3}|[1-9]\\d{2})(?![\\w%€$£°]|[.:]\\d|[ -]\\d\\.\\d\\.\\d|[ \\t]?(?:ms|µs|s|sec|secs|seconds|minutes|bytes|kb|kib|mb|mib|gb)\\b(?!=))';
/** Also as a terminal copies it. */
const tab = '(?:\\t| {2,8})';
const link =
  '["\'\\])]{0,2}[ \\t]{0,4}(?:=>|->|→|[:=,]|is|was|of)?[ \\t]{0,4}(?:(?:Int|Str|Number)(?=\\())?["\'\\[(]{0,2}';

const shape = (name: string, source: string, flags = 'gi'): EvidencePattern => ({
  shape: name,
  pattern: new RegExp(source, `${flags}d`),
  prose: false,
});
const prose = (name: string, source: string): EvidencePattern => ({ ...shape(name, source), prose: true });

export const evidencePatterns: readonly EvidencePattern[] = [
  shape('HTTP status line', `\\bHTTP/[123](?:\\.[01])?"?[ \\t]{1,4}${code}`),
  shape('access log', `"${method} [^"\\n]{1,2000}"[ \\t]{1,2}(?:-[ \\t])?${code}`),
  shape(
    'status field',
    `(?:\\b|_|(?<=[a-z]))(?:http[ ._-]?)?(?:response|return|result|reply|error|upstream|elb|target|origin)?[ ._-]{0,2}(?:sc-)?status(?:es)?(?:[ ._-]?(?:code|line))?s?${link}(?:HTTP/[123](?:\\.[01])?[ \\t])?(?:error[ \\t])?${code}`,
  ),
  shape(
    'status field with several values',
    `(?<=\\b(?:status|response)(?:[ _-]?code)?s?["']?[ \\t]{0,2}[:=][ \\t]{0,2}["'\\[(]?(?:\\d{3}[ \\t]{0,2}[,:][ \\t]{0,2}){1,8})${code}`,
  ),
  shape('response code', `(?:\\b|_|(?<=[a-z]))(?:http|response|return|reply|result|resp)[ ._-]?code${link}${code}`),
  prose(
    'code field',
    `(?<!exit |exit_|zip |area |country |postal |promo |dress )\\bcode["']?[ \\t]{0,2}[:=]?[ \\t]{0,2}["'(]?E?${code}`,
  ),
  shape(
    'HTTP and a code',
    `\\bHTTP(?:[ _-]?(?:error|err|response|failure|request failed|exception))?["']?[ \\t]{0,2}[:=(]?[ \\t]{0,2}\\(?${code}(?:\\.(?<sub>\\d{1,2})\\b)?`,
  ),
  prose(
    'error and a code',
    `\\b(?:error|err|failure|fatal)(?: occurred)?[ \\t]{0,2}(?:[:=][ \\t]{0,2})?[\\[("']?${code}(?! ---)`,
  ),
  shape('error and a code with substatus', `\\berror[ \\t]{1,2}(?<code>[45]\\d{2})\\.(?<sub>\\d{1,2})\\b`),
  shape('npm error code', `\\b(?:E|ERR_PNPM_FETCH_)${code}`, 'g'),
  prose(
    'answered with a code',
    `\\b(?:resulted in|returned|returns|returning|responded|responds|replied|answered|received|got|sent|failed|rejected|refused|completed|finished|unexpected|invalid|bad|with|by)(?:[ \\t](?:with|an?|the|unexpected|invalid|bad|http|status|response|error|code|of|from|server)){0,4}[ \\t]{0,2}[:=]?[ \\t]{1,2}["'\`(\\[]?${code}(?![ \\t]{1,2}(?:rows|items|records|files|tests|lines|packages|users|objects|times|requests|events|messages|results|entries|tokens|workers|threads|connections)\\b)`,
  ),
  prose(
    'code and the word error',
    `(?<![\\w.#:/$€£-])${code}[ \\t]{1,2}(?:client |server )?(?:error|response|status)(?:s|es)?\\b`,
  ),
  shape(
    'method, path, code',
    `\\b${method}[ \\t]{1,8}["']?(?:https?://|/)[^\\s"']{0,1000}["']?[ \\t]{1,8}(?:(?:-|=>|->|→|:|-->)[ \\t]{1,4})?\\[?${code}(?! - | \\d{3} \\d)`,
    'g',
  ),
  shape('request log between bars', `\\|[ \\t]{0,8}${code}[ \\t]{0,8}\\|`),
  shape('code, method', `(?<![\\w.#:/$€£-])${code}[ \\t]{1,8}(?:-[ \\t])?${method}[ \\t](?:https?://|/)`, 'g'),
  shape('HAProxy', `[ \\t/](?:-?\\d{1,9}/[ \\t]{0,3}){3,4}\\+?-?\\d{1,9}[ \\t]${code}[ \\t]`),
  shape(
    'load balancer times',
    `(?:^|[ \\t])(?:-?\\d{1,6}(?:\\.\\d{1,9})?[ \\t]){3}${code}[ \\t](?:\\d{1,3}|-)[ \\t]\\d{1,12}[ \\t]\\d{1,15}[ \\t]"`,
  ),
  shape(
    'load balancer times, target',
    `(?:^|[ \\t])(?:-?\\d{1,6}(?:\\.\\d{1,9})?[ \\t]){3}\\d{1,3}[ \\t]${code}[ \\t]\\d{1,12}[ \\t]\\d{1,15}[ \\t]"`,
  ),
  shape('CloudFront', `${tab}${method}${tab}[^\\s]{1,255}${tab}[^\\s]{1,2000}${tab}${code}${tab}`),
  shape(
    'IIS W3C',
    `^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [^\\n]{1,4000}? (?<code>[1-5]\\d{2}) (?<sub>\\d{1,2}) \\d{1,10}(?: \\d{1,10}){0,3}[ \\t]*\\r?$`,
    'gm',
  ),
  shape('cache result', `\\bTCP_[A-Z_]{2,40}/${code}`, 'g'),
  prose('arrow', `(?:<--|<-|<=|<)[ \\t]{1,2}${code}[ \\t]`),
  shape('.NET', `\\bindicate success:? ${code}`),
  shape('Kestrel', `\\bRequest finished HTTP/[\\d.]{1,3} ${method} \\S{1,2000}(?: [^\\n]{0,200}?)? - ${code} `, 'g'),
  shape('Kestrel, once', `\\bRequest finished in [\\d.]{1,12}ms ${code}`),
  shape('error with a message', `\\w(?:Error|Exception): ${code}, message=`, 'g'),
  shape('feign', `\\[${code}(?: [A-Za-z ]{1,40})?\\] during \\[`),
  shape('chi', `\\bfrom [^\\s]{1,80} - ${code}[ \\t]`),
];
