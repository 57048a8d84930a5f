// Codes as they are spoken, and as they are glued to a word or a sign: "four oh four", "error404", "/404".
import { meaningsOf } from '../catalog/index.ts';

const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const values: ReadonlyMap<string, number> = new Map([
  ...['zero', 'oh', 'o'].map((word) => [word, 0] as const),
  ...units.map((word, at) => [word, at + 1] as const),
  ...teens.map((word, at) => [word, at + 10] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
]);

const first = `(${units.slice(0, 5).join('|')})`;
const unit = `(?:${units.join('|')})`;
const below100 = `(?:${tens.join('|')})(?:[ -]${unit})?|${teens.join('|')}`;
/** "four hundred and four", "five hundred"; "four hundred thousand" is no code. */
const hundreds = new RegExp(
  `\\b${first} hundred(?:(?: and)? (${below100}|${unit}))?\\b(?! (?:thousand|million|billion|percent)\\b)`,
  'g',
);
/** "four oh four", "five zero two", "four one eight". */
const digitByDigit = new RegExp(`\\b${first} (oh|o|zero|${unit}) (${unit}|zero)\\b`, 'g');
/** "four eighteen", "four twenty-nine": as often a time of day, so only where nothing or a word for codes is beside it. */
const likeTime = new RegExp(
  `(^(?:what (?:is|does) |explain |an? )?|\\b(?:https?|status|code|error) )${first} (${below100})\\b`,
  'g',
);
/** "grpc fourteen", "curl twenty eight", "tls alert forty". */
const ofOthers = new RegExp(
  `\\b(grpc|curl|alert)((?: (?:status|exit|error|code|number)){0,2}) (${below100}|${unit}|zero)\\b(?! hundred)`,
  'g',
);
/** "websocket ten oh six", "ws ten eleven". */
const closeCodes = new RegExp(
  `\\b(ws|web ?sockets?)((?: (?:close|status|error|code)){0,2}) ten (?:(?:oh|o|zero) (${unit}|oh|o|zero)|(${teens.slice(0, 6).join('|')}))\\b`,
  'g',
);
const saysCode = /(?:https?|status|code|error) $/;
const saysCodeAfter = /^(?:\W*$| (?:errors?|status|code|means?)\b)/;
const gaps = /[ -]/;

function sumOf(words: string): number {
  return words.split(gaps).reduce((sum, word) => sum + (values.get(word) ?? 0), 0);
}

/** "error404", "http-404": the code and the word before it. */
const glued = /(?<![\w./-])(https?|status|code|err|error)[-_]?([1-5]\d{2})(?!\w|[.-]\w)/g;
/** A slash in front of a lone code is a habit from commands. */
const slash = /^\/(?=\d{3}(?:\s|[?!.]*$))/;
const everybody = /(?<![\w.])@(?:everyone|here|channel|all)\b/g;
const spaces = / {2,}/g;

/**
 * The same text with its codes in digits, apart from what is stuck to them; calls for everybody's attention are dropped.
 * @param cleaned as `clean` gives it
 */
export function withNumerals(cleaned: string): string {
  return cleaned
    .replace(everybody, ' ')
    .replace(spaces, ' ')
    .trim()
    .replace(hundreds, (_, hundred: string, rest = '') => String(sumOf(hundred) * 100 + sumOf(rest)))
    .replace(digitByDigit, (spoken, hundred: string, ten: string, one: string) => {
      const code = sumOf(hundred) * 100 + sumOf(ten) * 10 + sumOf(one);
      return meaningsOf(code).length > 0 ? String(code) : spoken;
    })
    .replace(likeTime, (spoken, before: string, hundred: string, rest: string, at: number, text: string) => {
      const beside = saysCode.test(before) || saysCodeAfter.test(text.slice(at + spoken.length));
      return beside ? `${before}${sumOf(hundred) * 100 + sumOf(rest)}` : spoken;
    })
    .replace(ofOthers, (_, who: string, between: string, number: string) => `${who}${between} ${sumOf(number)}`)
    .replace(
      closeCodes,
      (_, who: string, between: string, one = '', teen = '') => `${who}${between} ${1000 + sumOf(one) + sumOf(teen)}`,
    )
    .replace(glued, '$1 $2')
    .replace(slash, '');
}
