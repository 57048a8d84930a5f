// Secrets in pasted text: a log is explained without showing again what nobody should see.

/** What stands in place of a secret. */
const MASK = '•••';

/** The words that a field name ends in when its value is a secret: `access_token`, `apiKey`, `X-Amz-Signature`. */
const secretEndings =
  'token|secret|passw(?:or)?d|passphrase|pwd|signature|credentials?|api[-_]?key|access[-_]?key|private[-_]?key|session[-_]?id|sessid|jwt';
/** Short names that count only as a whole word: `key=`, `sig=`, `X-Goog-Sig=`; "monkey" is none. */
const secretWords = 'key|sig|auth|session|sid|pass';

/** A quote, also one that is escaped inside a JSON string. */
const quote = `\\\\{0,3}["']?`;
const assigned = `${quote}[ \\t]{0,4}(?:[:=]|%3D|=>)[ \\t]{0,4}${quote}`;
const word = `[^\\s"'&;,<>(){}\\[\\]\\\\]+`;
/** A number of three digits stays: it may be the very code that is asked about ("invalid token: 401"). */
const value = `(?!\\d{3}(?!\\w)|${MASK})${word}`;
/** Schemes of an Authorization field whose credentials are one word, and those with a list of parameters. */
const oneWord = 'bearer|basic|token|apikey|key|negotiate|ntlm|sharedkey';
const parameters = 'digest|oauth|hawk|signature|aws4-[\\w-]{1,20}';

/**
 * Every quantifier that could meet a long word is bounded or anchored, so that masking stays linear. Values end with
 * their word: the status code may stand in the same line.
 */
const rules: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [new RegExp(`\\b(authorization${assigned}(?:${parameters})[ \\t]{1,4})[^\\r\\n]+`, 'gi'), `$1${MASK}`],
  [
    new RegExp(`\\b(authorization${assigned}(?!(?:${parameters})[ \\t])(?:(?:${oneWord})[ \\t]{1,4})?)${value}`, 'gi'),
    `$1${MASK}`,
  ],
  [new RegExp(`\\b(cookie2?${assigned})${value}(?:;[ \\t]{0,4}${word}){0,99}`, 'gi'), `$1${MASK}`],
  // Credentials that stand alone in a sentence or a command line; "Bearer token" and "Basic auth" are words.
  [/\b(bearer[ \t]{1,4})(?!(?:tokens?|auth\w*|realm|scheme|error|is|was|and|or)\b)[\w.~+/=-]{4,}/gi, `$1${MASK}`],
  [/\b(Basic[ \t]{1,4})(?!Auth)(?=[a-z+/]{0,40}[A-Z\d=])[\w+/=-]{8,}/g, `$1${MASK}`],
  [/(?<=:\/\/)[^\s/@"'<>]{1,200}@/g, `${MASK}@`],
  // Tokens that are known by their first letters: JWT, Slack, GitHub, GitLab, Stripe and OpenAI, AWS, Google.
  [/(?<![\w-])eyJ[\w-]{4,4000}\.[\w-]{1,4000}(?:\.[\w-]*)?/g, MASK],
  [/\b(?:xox[a-z]-|xapp-|gh[opsur]_|github_pat_|glpat-|[rs]k[-_]|AKIA|ASIA|AIza)[\w-]{8,}/g, MASK],
  // Named values: query strings, JSON, forms, key=value logs.
  [
    new RegExp(
      `(?<![\\w.-])((?:[\\w.-]{0,60}(?:${secretEndings})|(?:[\\w.-]{0,60}[._-])?(?:${secretWords}))${assigned})${value}`,
      'gi',
    ),
    `$1${MASK}`,
  ],
  // Addresses of people.
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, MASK],
];

/** The same text with credentials, tokens, cookies, signatures and e-mail addresses replaced. Status codes stay. */
export function maskSecrets(text: string): string {
  return rules.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
}
