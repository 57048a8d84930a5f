// How moments are said.
import { expect, it } from 'vitest';
import { sayMoment } from '../../../../src/playground/page/client/discord/moment.ts';
import { NOW } from './drawn.ts';

const SECONDS = Date.parse('2026-11-26T15:30:20Z') / 1000;
/** `Intl` puts a narrow space before AM and PM. */
const plain = (text: string) => text.replace(/\s/g, ' ');

it.each([
  ['t', '3:30 PM'],
  ['T', '3:30:20 PM'],
  ['d', '11/26/26'],
  ['D', 'November 26, 2026'],
  ['f', 'November 26, 2026 at 3:30 PM'],
  ['F', 'Thursday, November 26, 2026 at 3:30 PM'],
  ['s', '11/26/26, 3:30 PM'],
  ['S', '11/26/26, 3:30:20 PM'],
] as const)('says %s', (style, expected) => {
  expect(plain(sayMoment(SECONDS, style, { now: NOW, zone: 'UTC' }))).toBe(expected);
});

it('says it in the zone of the reader', () => {
  expect(plain(sayMoment(SECONDS, 't', { now: NOW, zone: 'Asia/Kolkata' }))).toBe('9:00 PM');
});

it.each([
  [0, 'in 0 seconds'],
  [1, 'in 1 second'],
  [-59, '59 seconds ago'],
  [90, 'in 2 minutes'],
  [3599, 'in 1 hour'],
  [-6 * 3600 + 1, '6 hours ago'],
  [86_400, 'in 1 day'],
  [-40 * 86_400, '1 month ago'],
  [800 * 86_400, 'in 2 years'],
] as const)('says that %d seconds away are %s', (seconds, expected) => {
  expect(sayMoment(NOW / 1000 + seconds, 'R', { now: NOW })).toBe(expected);
});
