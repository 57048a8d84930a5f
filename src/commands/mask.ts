// Secrets in pasted text: a log is explained without showing again what nobody should see.

/** What stands in place of a secret. */
const MASK = '•••';

/** The words that a field name ends in when its value is a secret: `access_token`, `apiKey`, `X-Amz-Signature`. */
const secretEndings =
  'token|secret|passw(?:or)?d|passphrase|pwd|signature|credentials?|api[-_]?key|access[-_]?key|private[-_]?key|session[-_]?id|sessid|jwt';
/** Short names that count only as a whole word: `key=`, `sig=`, `X-Goog-Sig=`; "monkey" is none. */
const secretWords = 'key|sig|auth|session|sid|pass|cookie';

/** A number of three digits stays: it may be the very code that is asked about ("invalid token: 401"). */
const value = `(?!\\d{3}(?!\\w)|${MASK})[^\\s"'&;,<>(){}\\[\\]]+`;
const assigned = `["']?[ \\t]{0,4}(?:[:=]|%3D|=>)[ \\t]{0,4}["']?`;

/** Every quantifier that could meet a long word is bounded or anchored, so that masking stays linear. */
const rules: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // Header fields whose whole value is secret, up to the end of the line or of the quotes around it.
  [
    /\b((?:proxy-)?authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:[a-z][\w-]{0,20}[ \t]{1,4}(?=\S))?)[^\r\n"']+/gi,
    `$1${MASK}`,
  ],
  [/\b((?:set-)?cookie["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)[^\r\n"']+/gi, `$1${MASK}`],
  // Credentials that stand alone in a sentence or a command line.
  [/\b(bearer[ \t]{1,4})(?!(?:tokens?|auth\w*|realm|scheme|error|is|was|and|or)\b)[\w.~+/=-]{4,}/gi, `$1${MASK}`],
  [/\b(Basic[ \t]{1,4})(?=[A-Za-z+/]{0,40}[A-Z\d=])(?!Auth)[\w+/=-]{8,}/g, `$1${MASK}`],
  [/(?<=:\/\/)[^\s/@"'<>]{1,200}@/g, `${MASK}@`],
  // Tokens that are known by their first letters: JWT, Slack, GitHub, GitLab, Stripe, OpenAI, AWS, Google.
  [/\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g, MASK],
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
