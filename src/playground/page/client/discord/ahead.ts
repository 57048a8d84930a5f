// Looking ahead in a text without ever searching the same stretch twice, so that reading takes linear time whatever
// somebody typed.

export interface Found {
  readonly at: number;
  readonly end: number;
}

export interface Ahead {
  readonly source: string;
  /**
   * The first match at or after `from`; null where there is none.
   * @param target global, and looks only at what is near the match; a match counts where its first group took part, so
   * that a pattern can step over what is escaped
   */
  next(target: RegExp, from: number): Found | null;
  /** Where the bracket is that closes the one here; null where none does. */
  partner(at: number): number | null;
}

const BRACKETS = /[[\]]|\\[()]|[()]/g;

export function lookAhead(source: string): Ahead {
  const searched = new Map<RegExp, { readonly from: number; readonly found: Found | null }>();
  let partners: ReadonlyMap<number, number> | null = null;
  return {
    source,
    next: (target, from) => {
      const known = searched.get(target);
      if (known !== undefined && known.from <= from && (known.found === null || from <= known.found.at))
        return known.found;
      const found = search(source, target, from);
      searched.set(target, { from, found });
      return found;
    },
    partner: (at) => {
      partners ??= pair(source);
      return partners.get(at) ?? null;
    },
  };
}

/** @param pattern sticky */
export function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function search(source: string, target: RegExp, from: number): Found | null {
  target.lastIndex = from;
  for (let match = target.exec(source); match !== null; match = target.exec(source))
    if (match[1] !== undefined) return { at: match.index, end: target.lastIndex };
  return null;
}

/** Round brackets can be escaped; square ones cannot, as far as links are concerned. */
function pair(source: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly '[': number[]; readonly '(': number[] } = { '[': [], '(': [] };
  for (const { 0: bracket, index } of source.matchAll(BRACKETS)) {
    if (bracket === '[' || bracket === '(') open[bracket].push(index);
    else if (bracket === ']' || bracket === ')') {
      const start = open[bracket === ']' ? '[' : '('].pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}
