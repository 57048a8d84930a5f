// Lines about codes of other protocols and systems: "grpc 14", "ECONNREFUSED", "grpc code for 404", "ftp 530".
import { type FamilyId, familyOf, otherCode } from '../../catalog/other-codes/index.ts';
import { aroundCodes, listNames } from '../data/other-codes.ts';
import { findConstant, findName } from '../names.ts';
import { findOtherCodes } from '../other-codes/find.ts';
import { familiesIn, findOtherNames, type NamedOther, namesFamily } from '../other-codes/names.ts';
import { findNeighbours, NEIGHBOURS } from '../other-codes/neighbours.ts';
import { isFrame, type Question } from '../question.ts';
import type { OtherRef, Reading } from '../reading.ts';
import { isStopWord } from '../words.ts';

/** Words of another kind that may stand beside a name which is spelled like nothing else: "ECONNREFUSED from redis". */
const BESIDE = 3;
const comparing = /\b(?:vs|versus|differences?|compared?|or)\b/;
const digits = /^\d+$/;
/** Whose names are like those of HTTP, capitals and underscores and all: NOT_FOUND and "rate_limited" are. */
const alike: ReadonlySet<FamilyId> = new Set(['grpc', 'slack', 'tls']);
const listing = new Set(
  'list all show every of the me what which are is do does have has there give possible common please'.split(' '),
);

/** Says what a number or name is, unless the line also has a status code, or asks which one to use for a case. */
export function readOtherCode(question: Question): Reading | null {
  return readList(question) ?? readMapping(question) ?? readCodes(question);
}

/** "grpc codes", "list all websocket close codes", "which flags does envoy have". */
function readList({ words }: Question): Reading | null {
  const said = words.filter((word) => !namesFamily(word));
  const rest = said.filter((word) => !listing.has(word)).join(' ');
  const names = familiesIn(words);
  const asked = listNames.find(([family, says]) => names.includes(family) && says.test(rest));
  if (asked !== undefined) return { kind: 'family', family: asked[0] };
  return words.join(' ') === 'no status' ? { kind: 'family', family: 'no-status' } : null;
}

/** "grpc code for 404", "404 in grpc": what becomes of a status code, where the family has a rule for it. */
function readMapping({ cleaned, words, codes }: Question): Reading | null {
  const [only, second] = codes;
  const family = familiesIn(words).find((id) => familyOf(id).fromHttp !== undefined);
  if (only === undefined || second !== undefined || family === undefined || only.sub !== undefined) return null;
  const others = findOtherCodes(cleaned).length > 0 || words.some((word) => comparing.test(word));
  const rest = words.filter((word) => !digits.test(word) && isForeign(word));
  return rest.length > 0 || others ? null : { kind: 'family', family, from: only.code };
}

function readCodes(question: Question): Reading | null {
  const { cleaned, words, codes, asksWhich } = question;
  const numbers = findOtherCodes(cleaned);
  const names = meantNames(question);
  const refs = once([...numbers.flatMap(({ ref }) => ref ?? []), ...names.map(({ ref }) => ref), ...inShapes(cleaned)]);
  const keys = new Set(refs.map(({ key }) => key));
  const mentioned = [...new Set(codes.filter(({ otherwise }) => !otherwise).map(({ code }) => code))].filter(
    (code) => !keys.has(String(code)),
  );
  if (refs.length === 0) {
    const [number] = numbers;
    return number === undefined || asksWhich || mentioned.length > 0 ? null : { kind: 'none', otherwise: number.is };
  }
  const beside = mentioned.length > 0 && comparing.test(cleaned) ? { beside: mentioned.slice(0, NEIGHBOURS) } : {};
  if (mentioned.length > 0 && beside.beside === undefined) return null;
  if ((asksWhich || mentioned.length > 0) && strangeBeside(words, names).length > 0) return null;
  return { kind: 'other', refs: refs.slice(0, NEIGHBOURS), ...beside };
}

/** The names that a line is about. One that is a status code’s, too, is the status code’s without its family beside it. */
function meantNames({ raw, cleaned, core, words, asksWhich }: Question): readonly NamedOther[] {
  const found = findOtherNames(raw, words);
  if (found.length === 0) return [];
  const strange = strangeBeside(words, found);
  const ofHttp = (findName(core) ?? findName(cleaned) ?? findConstant(raw.trim())) !== null;
  return found.filter(({ stands, ref }) => {
    if (stands === 'beside') return strange.length <= BESIDE;
    if (ofHttp && (stands !== 'anywhere' || alike.has(ref.family))) return false;
    return strange.length <= (stands === 'anywhere' && !asksWhich ? BESIDE : 0);
  });
}

/** Words that carry meaning beside those names. */
function strangeBeside(all: readonly string[], names: readonly NamedOther[]): readonly string[] {
  const named = new Set(names.flatMap(({ at, words }) => Array.from({ length: words }, (_, i) => at + i)));
  return all.filter((word, at) => !named.has(at) && !digits.test(word) && isForeign(word));
}

function isForeign(word: string): boolean {
  return !(isFrame(word) || isStopWord(word) || aroundCodes.has(word) || namesFamily(word) || comparing.test(word));
}

/** "curl: (28) …", as programs write it. */
function inShapes(cleaned: string): readonly OtherRef[] {
  const [, closed = ''] = closeCode.exec(cleaned) ?? [];
  return [
    ...findNeighbours(cleaned)
      .filter(({ family }) => family === 'curl' || family === 'tls')
      .map(({ family, key }) => ({ family, key })),
    ...(otherCode('websocket', closed) === undefined ? [] : [{ family: 'websocket' as const, key: closed }]),
  ];
}

const closeCode = /\bclos(?:e|ing|ure)[ -]?code(?: is| was| of|:| =)? ?(\d{4})\b/;

function once(refs: readonly OtherRef[]): readonly OtherRef[] {
  return refs.filter((ref, at) => refs.findIndex(({ family, key }) => family === ref.family && key === ref.key) === at);
}
