// Names that belong to somebody else than HTTP: "ECONNREFUSED", "net::ERR_FAILED", "grpc not_found", "envoy uf".
import { type FamilyId, families } from '../../catalog/other-codes/index.ts';
import { familyNames } from '../data/other-codes.ts';
import type { OtherRef } from '../reading.ts';
import { clean, words } from '../words.ts';

/** How a name may stand in a line to be taken for one. */
type Stands =
  /** Anywhere: nothing else is spelled like this. */
  | 'anywhere'
  /** As the whole line, in these letters: "UF". */
  | 'alone'
  /** As the whole line but for the words of a question: "broken pipe". */
  | 'mostly'
  /** Only beside the name of its family: "grpc aborted". */
  | 'beside';

interface Named {
  readonly ref: OtherRef;
  /** As the catalog writes it. */
  readonly form: string;
  readonly stands: Stands;
}

export interface NamedOther {
  readonly ref: OtherRef;
  readonly stands: Stands;
  /** Index of its first word among the words of the line, and how many it has. */
  readonly at: number;
  readonly words: number;
}

const digits = /^-?\d+$/;
/** "UND_ERR_SOCKET", "ConnectTimeoutError", "ECONNRESET", "CURLE_OK": no word of any language. */
const identifier = /_|\p{Ll}\p{Lu}|^E[A-Z]{4,}$|::/u;
const bracketed = /^\(/;
const gaps = /[ _-]+/g;

/** By the kind of its family: what its keys, aliases and names are worth. */
function standing(family: FamilyId, form: string, what: 'key' | 'alias' | 'name'): Stands {
  if (family === 'grpc') return what === 'name' ? (form.includes('_') ? 'anywhere' : 'alone') : 'beside';
  if (family === 'envoy' && what === 'key') return 'alone';
  if (family === 'no-status' && bracketed.test(form)) return 'alone';
  if (family === 'tls' && what === 'name') return identifier.test(form) ? 'anywhere' : 'beside';
  if (what === 'name') return 'beside';
  return identifier.test(form) ? 'anywhere' : 'mostly';
}

/** The words of a name, as those of a line: "not_found" is "not found". */
function phraseOf(form: string): string {
  return words(clean(form)).join(' ');
}

const table: ReadonlyMap<string, readonly Named[]> = Map.groupBy(
  families.flatMap(({ id, rows }) =>
    rows.flatMap(({ keys: [key, ...others], name, aliases }): readonly Named[] => {
      const ref = { family: id, key };
      const as = (what: 'key' | 'alias' | 'name') => (form: string) => ({
        ref,
        form,
        stands: standing(id, form, what),
      });
      const keys = [key, ...others].filter((one) => !digits.test(one));
      return [...keys.map(as('key')), ...aliases.map(as('alias')), as('name')(name)];
    }),
  ),
  ({ form }) => phraseOf(form),
);
const MOST_WORDS = Math.max(...[...table.keys()].map((phrase) => phrase.split(' ').length));

const familiesByName: ReadonlyMap<string, FamilyId> = new Map(
  familyNames.flatMap(([family, names]) => names.map((name) => [name, family] as const)),
);

/** The families that a line names, each once. */
export function familiesIn(all: readonly string[]): readonly FamilyId[] {
  const pairs = all.map((word, at) => `${word} ${all[at + 1] ?? ''}`);
  const found = [...all, ...pairs].flatMap((name) => familiesByName.get(name) ?? []);
  return [...new Set(found)];
}

/** Whether a word is one that names a family. */
export function namesFamily(word: string): boolean {
  return familiesByName.has(word);
}

/**
 * The names in a line, longest first where they overlap, in the order of the line.
 * @param raw as it was typed: some names are known by their capital letters
 * @param all the words of the line, cleaned
 */
export function findOtherNames(raw: string, all: readonly string[]): readonly NamedOther[] {
  const named = familiesIn(all);
  const typed = raw.trim();
  const taken = new Set<number>();
  const found: NamedOther[] = [];
  for (let size = Math.min(MOST_WORDS, all.length); size >= 1; size -= 1)
    for (let at = 0; at + size <= all.length; at += 1) {
      const places = Array.from({ length: size }, (_, i) => at + i);
      if (places.some((place) => taken.has(place))) continue;
      const candidates = table.get(all.slice(at, at + size).join(' ')) ?? [];
      const meant =
        candidates.find(({ ref }) => named.includes(ref.family)) ??
        candidates.find(({ stands, form }) => isWritten(stands, form, typed));
      if (meant === undefined) continue;
      for (const place of places) taken.add(place);
      const stands = named.includes(meant.ref.family) ? 'beside' : meant.stands;
      found.push({ ref: meant.ref, stands, at, words: size });
    }
  return found.sort((a, b) => a.at - b.at);
}

/** Whether a name is written so that it is one: "already exists" is not yet gRPC's ALREADY_EXISTS. */
function isWritten(stands: Stands, form: string, typed: string): boolean {
  if (stands === 'mostly') return true;
  if (stands === 'alone') return form === typed || (clear.has(form) && isFlagIn(form, typed));
  return stands === 'anywhere' && typed.toLowerCase().includes(form.toLowerCase());
}

/** Flags of Envoy that are no word of everyday talk in small letters: "do", "si" and "ur" are. */
const clear: ReadonlySet<string> = new Set('UF UH UO UT UC URX UAEX RLSE DPE UPE UMSDR NFCF NR NC DC RL DT'.split(' '));

/** In capitals wherever it stands, in small letters only alone: "what does UF mean", "uf". */
function isFlagIn(flag: string, typed: string): boolean {
  if (typed.toUpperCase() === flag) return typed === flag || !spoken.has(flag);
  return typed !== typed.toUpperCase() && typed.split(nonLetters).includes(flag);
}

/** Somebody may type them for another reason. */
const spoken: ReadonlySet<string> = new Set(['UH', 'NR', 'NC', 'DC', 'RL', 'DT']);
const nonLetters = /[^\p{L}\p{N}]+/u;

const byName: ReadonlyMap<string, OtherRef> = new Map(
  families.flatMap(({ id, rows }) =>
    rows.flatMap(({ keys, name, aliases }) =>
      [name, ...aliases, ...keys].map((form) => [`${id} ${squeezed(form)}`, { family: id, key: keys[0] }] as const),
    ),
  ),
);

/** The row of a family whose name it is, as a program writes it: "DeadlineExceeded", "DEADLINE_EXCEEDED". */
export function namedIn(family: FamilyId, name: string): OtherRef | undefined {
  return byName.get(`${family} ${squeezed(name)}`);
}

function squeezed(name: string): string {
  return name.toLowerCase().replace(gaps, '');
}
