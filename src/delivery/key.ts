// The name of a post for a platform that can tell repeats apart.
import { createHash } from 'node:crypto';

/** Discord takes 25 characters and a delivery's id has 26; 20 of base 36 are 103 bits. */
const LENGTH = 20;

/** The same for every attempt at the same delivery, after any restart. */
export function keyOf(delivery: string): string {
  const digest = createHash('sha256').update(delivery).digest('hex');
  return BigInt(`0x${digest}`).toString(36).padStart(LENGTH, '0').slice(-LENGTH);
}
