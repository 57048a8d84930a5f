// How a schedule is written down, and read again.
import type { Schedule, Weekday } from './records.ts';
import { columnsOf, placeOf, type ScheduleRow } from './tables.ts';

export function writeSchedule(schedule: Schedule): ScheduleRow {
  const { enabled } = schedule;
  return {
    ...columnsOf(schedule.place),
    zone: schedule.zone,
    local_time: schedule.time,
    days: schedule.days.join(''),
    skips: JSON.stringify(schedule.skips),
    level: schedule.level,
    reveal: JSON.stringify(schedule.reveal),
    digest: schedule.digest ? 1 : 0,
    enabled: enabled ? 1 : 0,
    disabled_reason: enabled ? null : schedule.disabledReason,
    notice_for: enabled ? null : schedule.noticeFor,
    set_by: schedule.setBy,
    next_run_at: enabled ? schedule.nextRunAt : null,
    strikes: 0,
    last_strike: null,
  };
}

export function readSchedule(row: ScheduleRow): Schedule {
  return {
    place: placeOf(row),
    zone: row.zone,
    time: row.local_time,
    days: Array.from(row.days, Number) as Weekday[],
    skips: JSON.parse(row.skips),
    level: row.level,
    reveal: JSON.parse(row.reveal),
    digest: row.digest === 1,
    enabled: row.enabled === 1,
    disabledReason: row.disabled_reason,
    noticeFor: row.notice_for,
    setBy: row.set_by,
    nextRunAt: row.next_run_at,
  };
}
