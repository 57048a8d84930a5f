// Time zones as people call them: finding the one that is meant, and completing what is being typed.
import type { Read } from './reading.ts';
import { abbreviations, places, popular, renamed } from './zone-names.ts';

/** What a platform shows while somebody types (Discord's limit for autocomplete). */
const SUGGESTIONS = 25;
/** Letters that may be wrong in the name of a city, at most one in four. */
const TYPOS = 2;

const OFFSET = /^(?:utc|gmt)?\s*[+-]\d{1,2}(?::?\d{2})?$/i;
const ACCENTS = /\p{M}/gu;
const SEPARATORS = /[\s_]+/g;

interface Name {
  /** In lower case with single spaces: "new york". */
  readonly name: string;
  readonly zone: string;
}

interface Atlas {
  /** Every zone by its id of today. */
  readonly zones: readonly string[];
  readonly cities: readonly Name[];
  readonly byName: ReadonlyMap<string, string>;
}

let drawn: Atlas | null = null;

/** Drawn when somebody asks for a zone: the names of all of them are ten megabytes of the runtime's own data. */
export function atlas(): Atlas {
  drawn ??= draw();
  return drawn;
}

function draw(): Atlas {
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone').map((id) => renamed[id] ?? id), 'UTC'])].sort();
  const cities: readonly Name[] = [
    ...zones.map((zone) => ({ name: plain(zone.slice(zone.lastIndexOf('/') + 1)), zone })),
    ...Object.entries(places).flatMap(([zone, called]) => called.map((name) => ({ name: plain(name), zone }))),
  ];
  return { zones, cities, byName: new Map(cities.toReversed().map(({ name, zone }) => [name, zone])) };
}

/** "Europe/Berlin", "europe/berlin", "berlin", "Munich", "US/Eastern" → "Europe/Berlin" …; with a suggestion otherwise. */
export function findZone(typed: string): Read<string> {
  const said = typed.trim();
  const name = plain(said);
  const meant = abbreviations[name];
  if (meant !== undefined)
    return {
      problem: `“${said}” is the name of a clock setting, not of a place. Name a city instead.`,
      example: meant,
    };
  if (OFFSET.test(said))
    return {
      problem: `“${said}” is an offset, which does not follow summer time. Name a city instead.`,
      example: 'Europe/Berlin',
    };
  const zone = atlas().byName.get(name) ?? known(said);
  if (zone !== null && zone !== undefined) return { value: zone };
  const [nearest] = name === '' ? [] : suggestZones(name);
  return {
    problem: name === '' ? 'Which time zone should it be?' : `I do not know the time zone “${said}”.`,
    example: nearest ?? 'Europe/Berlin',
  };
}

/** An id of the IANA database in any case, also a former one, by its name of today; null for anything else. */
function known(typed: string): string | null {
  const id = typed.replace(SEPARATORS, '_');
  if (!id.includes('/')) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions();
    return renamed[timeZone] ?? timeZone;
  } catch {
    return null;
  }
}

/** Zones for what is being typed, best first, at most 25: exact names, then beginnings, then parts, then near misses. */
export function suggestZones(typed: string): readonly string[] {
  const text = plain(typed);
  if (text === '') return popular.slice(0, SUGGESTIONS);
  const meant = abbreviations[text];
  const best = new Map<string, number>(meant === undefined ? [] : [[meant, 0]]);
  for (const { name, zone } of atlas().cities) {
    const rank = rankOf(text, name, plain(zone));
    if (rank !== null && rank < (best.get(zone) ?? Number.POSITIVE_INFINITY)) best.set(zone, rank);
  }
  const order = (zone: string) => (popular.includes(zone) ? popular.indexOf(zone) : popular.length);
  return [...best]
    .sort(([a, rankA], [b, rankB]) => rankA - rankB || order(a) - order(b) || (a < b ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(([zone]) => zone);
}

/** How well a name fits what is typed: 0 is best; null not at all. */
function rankOf(text: string, name: string, id: string): number | null {
  if (name === text || id === text) return 0;
  if (name.startsWith(text)) return 1;
  if (id.startsWith(text)) return 2;
  if (name.split(' ').some((word) => word.startsWith(text))) return 3;
  if (id.includes(text)) return 4;
  return distance(text, name) <= Math.min(TYPOS, Math.floor(text.length / 4)) ? 5 : null;
}

/** Letters to add, drop or change between two words (Levenshtein). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > TYPOS) return TYPOS + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j] ?? 0) + Number(letter !== other), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** As names are compared: lower case, single spaces, no accents. */
function plain(name: string): string {
  return name.trim().toLowerCase().normalize('NFD').replace(ACCENTS, '').replace(SEPARATORS, ' ');
}
