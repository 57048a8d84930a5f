// Ids that sort by time: ULIDs (github.com/ulid/spec), 48 bits of milliseconds and 80 bits of chance.
import { randomBytes } from 'node:crypto';

/** Crockford's base 32: digits and letters that cannot be taken for each other. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const CHANCE_DIGITS = 16;

/**
 * A new id, 26 characters.
 * @param at epoch milliseconds
 */
export function newId(at = Date.now()): string {
  let time = '';
  for (let rest = at; time.length < TIME_DIGITS; rest = Math.floor(rest / DIGITS.length))
    time = `${DIGITS[rest % DIGITS.length]}${time}`;
  // 256 is a multiple of 32, so every digit is as likely as any other.
  return time + Array.from(randomBytes(CHANCE_DIGITS), (byte) => DIGITS[byte % DIGITS.length]).join('');
}
