// Times as people read them, in the time zone of whoever looks.
const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short' });
const date = new Intl.DateTimeFormat('en', { dateStyle: 'short' });

/** "9:41 AM" */
export function timeOf(at: number): string {
  return clock.format(at);
}

/** "Thursday, November 26" */
export function dayOf(at: number): string {
  return day.format(at);
}

/** "Thu, Nov 26" */
export function shortDayOf(at: number): string {
  return shortDay.format(at);
}

/** "Today at 9:41 AM", "11/26/26, 9:41 AM" */
export function momentOf(at: number, now: number): string {
  return dayOf(at) === dayOf(now) ? `Today at ${timeOf(at)}` : `${date.format(at)}, ${timeOf(at)}`;
}
