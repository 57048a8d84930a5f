// Reading a whole schedule out of one line: "09:30 Europe/Berlin weekdays level common reveal 6h".
import { readDays } from './days.ts';
import type { Level } from './item.ts';
import { isProblem, type Problem, type Read } from './reading.ts';
import { defaults, type Schedule } from './schedule.ts';
import { readReveal, readTime } from './times.ts';
import { findZone } from './zones.ts';

const EXAMPLE = 'quiz schedule 09:30 Europe/Berlin weekdays';

// Each takes its part, with the words that lead to it, out of the line; the part itself is the first group.
const LEVEL = /(?:^|\s)level:?\s+(\S+)(?:\s+codes?)?/i;
const REVEAL =
  /(?:^|\s)reveal:?\s+(?:at\s+|after\s+|in\s+)?(\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?)(?=\s|$)|\d+\s*(?:h|hours?|m|min|minutes?|days?|weeks?)(?:\s*\d+\s*(?:m|min|minutes?))?(?=\s|$)|\S+)/i;
const TIME =
  /(?:^|\s)(?:at\s+)?(\d{1,2}(?:[:.h]\d{2})?\s*[ap]\.?m\.?|\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}|noon|midday|midnight)(?=[\s,]|$)/i;
const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?';
const DAYS = new RegExp(
  `(?:^|\\s)(?:on\\s+|every\\s+|each\\s+)?((?:daily|every\\s?day|all days|weekdays?|work(?:ing)?\\s?days|weekends?|${DAY})(?:(?:[\\s,;/+&–—-]|\\.\\.|\\b(?:and|to|through|until)\\b){1,9}(?:${DAY}|weekends?)){0,20})(?=[\\s,]|$)`,
  'i',
);
const SPACES = /\s+/g;
const EDGES = /^[\s,]+|(?<![\s,])[\s,]+$/g;
const ZONE_PREFIX = /^(?:in|zone|timezone|time zone)\s+/i;

const levels: ReadonlyMap<string, Level> = new Map([
  ['common', 'common'],
  ['registered', 'registered'],
  ['all', 'registered'],
  ['vendor', 'vendors'],
  ['vendors', 'vendors'],
]);

/**
 * Reads what follows `quiz schedule`, in any order. What is not said stays as it is in the current schedule; without one
 * a time and a zone are needed, and the rest has defaults: weekdays, common codes, revealed after six hours.
 */
export function parseSchedule(line: string, current?: Schedule): Read<Schedule> {
  const reveal = take(line, REVEAL, readReveal);
  const level = take(reveal.rest, LEVEL, readLevel);
  const days = take(level.rest, DAYS, readDays);
  const time = take(days.rest, TIME, readTime);
  const place = time.rest.replace(SPACES, ' ').replace(EDGES, '').replace(ZONE_PREFIX, '');
  const said = {
    time: time.read,
    zone: place === '' ? undefined : findZone(place),
    days: days.read,
    level: level.read,
    reveal: reveal.read,
  };
  for (const part of parts) {
    const read = said[part];
    if (read !== undefined && isProblem<unknown>(read)) return inLine(part, read);
  }
  return complete(
    {
      time: known(said.time),
      zone: known(said.zone),
      days: known(said.days),
      level: known(said.level),
      reveal: known(said.reveal),
    },
    current,
  );
}

const parts = ['time', 'zone', 'days', 'level', 'reveal'] as const;
type Part = (typeof parts)[number];

type Said = { readonly [Name in Part]: Schedule[Name] | undefined };

function complete(said: Said, current: Schedule | undefined): Read<Schedule> {
  const time = said.time ?? current?.time;
  const zone = said.zone ?? current?.zone;
  if (time === undefined) return { problem: 'At what time should I post?', example: EXAMPLE, part: 'time' };
  if (zone === undefined) return { problem: 'In which time zone?', example: EXAMPLE, part: 'zone' };
  return {
    value: {
      time,
      zone,
      days: said.days ?? current?.days ?? defaults.days,
      level: said.level ?? current?.level ?? defaults.level,
      reveal: said.reveal ?? current?.reveal ?? defaults.reveal,
      skips: current?.skips ?? [],
    },
  };
}

/** Takes one part out of the line and reads it; `read` is absent where the line does not speak of it. */
function take<Value>(
  line: string,
  pattern: RegExp,
  reader: (text: string) => Read<Value>,
): { readonly read?: Read<Value>; readonly rest: string } {
  const found = pattern.exec(line);
  const text = found?.[1];
  if (found === null || text === undefined) return { rest: line };
  return { read: reader(text), rest: line.replace(found[0], ' ') };
}

function known<Value>(read: Read<Value> | undefined): Value | undefined {
  return read === undefined || isProblem(read) ? undefined : read.value;
}

/** "common", "registered" (or "all"), "vendors". */
export function readLevel(typed: string): Read<Level> {
  const level = levels.get(typed.trim().toLowerCase());
  if (level !== undefined) return { value: level };
  return {
    problem: `I do not know the level “${typed.trim()}”: it is common, registered or vendors.`,
    example: 'common',
  };
}

/** The problem of a part, with a whole line as its example, so that it can be copied. */
function inLine(part: Part, { problem, example }: Problem): Problem {
  const word = part === 'level' || part === 'reveal' ? `${part} ${example}` : example;
  const words: Readonly<Record<Part, string>> = { ...exampleWords, [part]: word };
  return { problem, part, example: ['quiz schedule', ...parts.map((name) => words[name])].filter(Boolean).join(' ') };
}

const exampleWords: Readonly<Record<Part, string>> = {
  time: '09:30',
  zone: 'Europe/Berlin',
  days: 'weekdays',
  level: '',
  reveal: '',
};
