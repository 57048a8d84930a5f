// Secrets in pasted text: a log is explained without showing again what nobody should see, nor what hides in it.

import { unmangle } from '../query/paste/mangled.ts';
import { MASK, maskCookies } from './masked-cookies.ts';

/** The words that a field name ends in when its value is a secret: `access_token`, `apiKey`, `X-Amz-Signature`. */
const secretEndings =
  'token|secret|passw(?:or)?d|passphrase|pwd|signature(?:[-_]?\\d{1,3})?|credentials?|api[-_]?key|access[-_]?key|account[-_]?key|private[-_]?key|session[-_]?id|sessid|jwt|code[-_]?verifier';
/** Short names that count only as a whole word: `key=`, `sig=`, `X-Goog-Sig=`; "monkey" is none. */
const secretWords = 'key|sig|auth|session|sid|pass|otp|hmac|csrf|xsrf';
/** What is wrong with a secret is none: "token: expired", "oauth token: unexpected status". */
const trouble =
  '(?:un(?:expected|authori[sz]ed|able|known|supported)|expired|invalid|missing|malformed|required|revoked|wrong|failed|failure|forbidden|denied|rejected|error|could|cannot|must|not|no|is|was|has|access|status|http|null|undefined|none|true|false|empty)\\b(?![-_.=/+\\d])';

/** A quote, also one that is escaped inside a JSON string. */
const quote = `\\\\{0,3}["']?`;
/** A value may stand in a list of its own: `"Cookie":["a=b"]`. */
const assigned = `${quote}[ \\t]{0,4}(?:[:=]|%3D|=>)[ \\t]{0,4}(?:\\[[ \\t]{0,4})?${quote}`;
const word = `[^\\s"'&;,<>(){}\\[\\]\\\\]+`;
/** A number of three digits stays: it may be the very code that is asked about ("invalid token: 401"). */
const value = `(?!\\d{3}(?!\\w)|${MASK}|${trouble})${word}`;
/** Schemes of an Authorization field whose credentials are one word, and those with a list of parameters. */
const oneWord =
  'bearer|basic|token|api-?key|key|negotiate|ntlm|sharedkey(?:lite)?|bot|jwt|ssws|splunk|client-id|aws|sso-key';
const parameters = 'digest|oauth|hawk|signature|aws4-[\\w-]{1,20}';

/**
 * Every quantifier that could meet a long word is bounded or anchored, so that masking stays linear. Values end with
 * their word: the status code may stand in the same line.
 */
const rules: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // Marks that turn the direction of reading: they make a line look like another, and would split a secret in two.
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''],
  // Private keys, and the beginning of one whose end was cut off.
  [
    /(-----BEGIN [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----)(?!•••)[^-]*(?:-(?!----)[^-]*)*-----END [A-Z\d ]{0,60}-----/g,
    `$1${MASK}`,
  ],
  [
    /(-----BEGIN [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----)(?:(?:\s|\\{1,3}[nr])*[A-Za-z\d+/]{24,}={0,2})+/g,
    `$1${MASK}`,
  ],
  // curl -u name:password, and the same before a host.
  [
    /(?<![\w-])(-u[ \t]{0,4}|--(?:proxy-)?user(?:=|[ \t]{1,4}))(?:\\{0,3}"[^":\r\n]{0,100}:[^"\r\n]{1,200}"|'[^':\r\n]{0,100}:[^'\r\n]{1,200}'|[^\s:"'/\\]{1,100}:(?!\/\/)[^\s"'\\]{1,200})/g,
    `$1${MASK}`,
  ],
  [/(?<![\w.+%-])[\w.+%-]{1,64}:(?!\d{3}@)[^\s/@:"'<>]{1,200}@(?!sha\d)(?=\w)/g, `${MASK}@`],
  // Addresses that let whoever knows them post into a channel.
  [/\b(hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/)[^\s"'<>()\\]+/g, `$1${MASK}`],
  [/\b(discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/)[^\s"'<>()\\]+/g, `$1${MASK}`],
  // A field of a HAR, whose name stands in front of its value.
  [
    new RegExp(
      `("(?:name|key)"\\s{0,8}:\\s{0,8}"(?:(?:proxy-)?authorization|(?:[\\w.-]{0,60}(?:${secretEndings})|(?:[\\w.-]{0,60}[._-])?(?:${secretWords})))"\\s{0,8},\\s{0,40}"value"\\s{0,8}:\\s{0,8}")(?!${MASK}")[^"\\r\\n]{1,8000}`,
      'gi',
    ),
    `$1${MASK}`,
  ],
  [new RegExp(`\\b(authorization${assigned}(?:${parameters})[ \\t]{1,4})[^\\r\\n]+`, 'gi'), `$1${MASK}`],
  // Token token="…" (Rails), and schemes that few know: "SSWS 00abc", "Bot MTIz…", "AWS id:signature".
  [new RegExp(`\\b(authorization${assigned}token[ \\t]{1,4}token=)[^\\s,]+`, 'gi'), `$1${MASK}`],
  [
    new RegExp(
      `\\b(authorization${quote}[ \\t]{0,4}:[ \\t]{0,4}${quote}(?!(?:${oneWord}|${parameters})[ \\t])[A-Za-z][\\w-]{1,30}[ \\t]{1,4})(?!\\d{3}(?!\\w)|\\w{1,30}=\\d{3}\\b|${MASK})(?=[^\\s"']{0,200}\\d|[^\\s"']{16})[^\\s"',;]+`,
      'gi',
    ),
    `$1${MASK}`,
  ],
  [
    new RegExp(`\\b(authorization${assigned}(?!(?:${parameters})[ \\t])(?:(?:${oneWord})[ \\t]{1,4})?)${value}`, 'gi'),
    `$1${MASK}`,
  ],
  // Credentials that stand alone in a sentence or a command line; "Bearer token" and "Basic auth" are words.
  [/\b(bearer[ \t]{1,4})(?!(?:tokens?|auth\w*|realm|scheme|error|is|was|and|or)\b)[\w.~+/=-]{4,}/gi, `$1${MASK}`],
  [/\b(Basic[ \t]{1,4})(?!Auth)(?=[a-z+/]{0,40}[A-Z\d=])[\w+/=-]{8,}/g, `$1${MASK}`],
  [/(?<=:\/\/)[^\s/@"'<>]{1,200}@/g, `${MASK}@`],
  // Tokens that are known by their first letters: JWT, Slack, GitHub, GitLab, Stripe and OpenAI, AWS, Google, npm.
  [/(?<![\w-])eyJ[\w-]{4,4000}\.[\w-]{1,4000}(?:\.[\w-]*){0,3}/g, MASK],
  [/\b(?:(?:xoxe\.)?xox[a-z]-|xapp-|gh[opsur]_|github_pat_|glpat-|[rs]k[-_]|AKIA|ASIA|AIza)[\w-]{8,}/g, MASK],
  [/\b(?:npm_|hf_|shpat_|dop_v1_|glsa_)[A-Za-z\d]{30,}/g, MASK],
  // Stripe's webhooks, Docker Hub, Vault, Atlassian, Linear, Square.
  [/\b(?:whsec_|dckr_pat_|hv[sbr]\.|ATATT3x|lin_api_|sq0[a-z]{3}-)[\w-]{12,}/g, MASK],
  [/\bpypi-[\w-]{30,}/g, MASK],
  // SendGrid, Google's access tokens, Telegram's bots, and the code of an OAuth redirect.
  [/\bSG\.[\w-]{16,}\.[\w-]{16,}/g, MASK],
  [/\bya29\.[\w-]{16,}/g, MASK],
  [/\bbot\d{6,12}:[\w-]{30,}/g, `bot${MASK}`],
  [/([?&](?:code|SAMLRequest|SAMLResponse|assertion)=)(?!\d{3}(?!\w))[\w.~%+/-]{16,}/g, `$1${MASK}`],
  // Tokens that are known by their shape: a Discord bot's, an AWS secret.
  [/(?<![\w-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}/g, MASK],
  [
    /(?<![\w+/=.-])(?=[a-z\d+/]{0,39}[A-Z])(?=[A-Z\d+/]{0,39}[a-z])(?=[A-Za-z+/]{0,39}\d)[A-Za-z\d+][A-Za-z\d+/]{39}(?![\w+/=-])/g,
    MASK,
  ],
  // A value in quotes may hold blanks: {"password": "correct horse"}.
  [
    new RegExp(
      `(?<![\\w.-])((?:[\\w.-]{0,60}(?:${secretEndings})|(?:[\\w.-]{0,60}[._-])?(?:${secretWords}))${quote}[ \\t]{0,4}[:=][ \\t]{0,4}(\\\\{0,3}["']))(?!\\d{3}["'\\\\]|${MASK}|${trouble})(?:(?!\\2)[^\\r\\n]){1,2000}`,
      'gi',
    ),
    `$1${MASK}`,
  ],
  // Elements of XML.
  [
    new RegExp(
      `(<(?:\\w{1,20}:)?[\\w.-]{0,60}(?:${secretEndings})(?:[ \\t][^<>]{0,200})?>)(?!${MASK})[^<>]{1,4000}(?=<)`,
      'gi',
    ),
    `$1${MASK}`,
  ],
  // Options of commands: --password hunter2.
  [
    new RegExp(`((?<![\\w-])--?(?:[\\w-]{0,40}(?:${secretEndings}))[ \\t]{1,4}${quote})(?!-)${value}`, 'gi'),
    `$1${MASK}`,
  ],
  [new RegExp(`\\b(stripe-signature${assigned})[^\\s"']+`, 'gi'), `$1${MASK}`],
  // Named values: query strings, JSON, forms, key=value logs.
  [
    new RegExp(
      `(?<![\\w.-])((?:[\\w.-]{0,60}(?:${secretEndings})|(?:[\\w.-]{0,60}[._-])?(?:${secretWords}))${assigned})${value}`,
      'gi',
    ),
    `$1${MASK}`,
  ],
  // Addresses of people, also as they stand in a query string.
  [/(?<![\w.+%-])[\w.+-]{1,64}%40[\w-]{1,63}(?:\.[\w-]{1,63})+/gi, MASK],
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, MASK],
];

/**
 * The same text with credentials, tokens, signatures, e-mail addresses and the values of cookies replaced. Status codes stay;
 * what a chat made of the text is undone, as colours could split a secret.
 */
export function maskSecrets(text: string): string {
  return rules.reduce(
    (masked, [pattern, replacement]) => masked.replace(pattern, replacement),
    maskCookies(unmangle(text)),
  );
}
