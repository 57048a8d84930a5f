// The whole product, for `npm run proof:calendar`: every zone × 400 days × nine local times against the slow calendar.
import { nextPostings } from '../../src/quiz/calendar.ts';
import { everyDay } from '../../src/quiz/schedule.ts';
import { atlas } from '../../src/quiz/zones.ts';
import { slowClock, slowPostings } from './slow-calendar.ts';

const { zones } = atlas();

const DAYS = 400;
const TIMES = ['00:00', '00:15', '00:30', '01:30', '02:15', '02:30', '09:30', '22:30', '23:30'];
const from = Date.parse('2026-11-25T12:00:00Z');

let compared = 0;
let wrong = 0;
let spent = 0;
for (const zone of zones) {
  const clock = slowClock(zone, from, from + (DAYS + 3) * 24 * 60 * 60_000);
  for (const time of TIMES) {
    const begun = performance.now();
    const said = nextPostings({ time, zone, days: everyDay, skips: [] }, from, DAYS);
    spent += performance.now() - begun;
    const expected = slowPostings(clock, { time, days: everyDay, skips: [] }, from, DAYS);
    for (const [index, { at, slot }] of expected.entries()) {
      compared += 1;
      if (said[index]?.at === at && said[index]?.slot === slot) continue;
      wrong += 1;
      console.error(
        `${zone} ${time}: expected ${slot} ${new Date(at).toISOString()}, got ${JSON.stringify(said[index])}`,
      );
    }
  }
}
console.log(
  `${zones.length} zones × ${DAYS} days × ${TIMES.length} times: ${compared - wrong} of ${compared} agree; ` +
    `${((spent * 1000) / compared).toFixed(0)} µs each`,
);
if (wrong > 0) process.exitCode = 1;
