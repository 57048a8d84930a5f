// What a team says itself, on top of what the catalog says: its rules for the codes of an answer, and its own codes where
// they are asked for or stand in a pasted text.
import type { Answer, Block, Kind } from '../answer/answer.ts';
import { keyOf } from '../house/house.ts';
import type { Ask } from '../port.ts';
import { findName } from '../query/names.ts';
import { lineAround } from '../query/paste/evidence.ts';
import { about, card } from './card.ts';
import { RECORD_END } from './choose.ts';
import { maskSecrets } from './mask.ts';
import { type CodeHere, codesCalled, isAnySaid, type Library, rulesFor } from './rules/kept.ts';
import { ourCodes, ownBriefly, ownCard, ruleBlock, titleOfOwn } from './rules/words.ts';

/** Answers that are about codes, and not about a list of them. */
const ABOUT_CODES: ReadonlySet<Kind> = new Set(['status', 'compare', 'situation', 'paste', 'unassigned']);
/** Answers to a text that names a status code, so that a team's own code in it is said beside it. */
const CERTAIN: ReadonlySet<Kind> = new Set(['status', 'compare', 'paste', 'class']);
/** Rules and own codes above one answer: it must still be seen. */
const RULES = 4;
const CODES = 3;
/** Characters of a line that may be nothing but a code's name, with the words of a question around it. */
const QUESTION = 140;
/** Different words of a text that are looked up, of the many that a log has. */
const WORDS = 1_000;

const FRAME =
  /^(?:please |hey |hi )?(?:what(?:['’]?s| is| are| does| do)|whats|explain|define|tell me about|meaning of|show(?: me)?)\s+(?:the |a |an )?(?:error |code )?|(?:\s+(?:error|code))?\s*(?:mean|means|stand for)?[?!.\s]*$/gi;
const TOKEN = /(?<![\p{L}\p{N}_])[A-Za-z0-9][A-Za-z0-9_.-]{0,200}/gu;
const TOKEN_END = /(?<![_.-])[_.-]+$/;
/** An identifier: with a digit, or of several words; 404 and 404.13 are none. */
const CODE_LIKE = /^(?!\d{1,3}(?:\.\d*)?$)(?:.*\d|.*[_-])/;
const ONLY_DIGITS = /^\d+$/;
/** A bare number is somebody's code only where the text says that it is one: logs are full of numbers. */
const SAYS_CODE = /(?:code|error|errno|err|fault)["']?\W{0,4}$/i;
const BEFORE = 16;

interface Shelf extends Library {
  /** What the catalog says. */
  readonly alone: (ask: Ask) => Promise<Answer>;
  /** What was found; else this, where it cannot be looked up, which is noted. */
  readonly orElse: <Found>(looking: Promise<Found>, otherwise: Found) => Promise<Found>;
}

/** What the catalog says, with what the team says on top; in its place where one of the team's own codes is asked for. */
export async function withHouse(ask: Ask, room: Shelf): Promise<Answer> {
  if (!(await room.orElse(isAnySaid(ask.by, room), false))) return room.alone(ask);
  const said = ask.kind === 'line' ? ask.line : ask.text;
  const words = { ...wordsIn(said), said, spoken: ask.kind !== 'explain' && !said.includes('\n') };
  const keys = [...new Set([...words.whole, ...words.tokens.keys()])];
  const found = await room.orElse(codesCalled(ask.by, keys, room), []);
  const told = askedFor(found, words) ?? tellCodes(await besides(ask, found, room), found, words);
  const codes = ABOUT_CODES.has(told.about.kind) ? told.about.codes : [];
  if (codes.length === 0) return told;
  return onTop(told, (await room.orElse(rulesFor(ask.by, codes, room), [])).slice(0, RULES).map(ruleBlock));
}

/** "E1042", "what is PAY-7": as sure as 404, so that the catalog need not be asked. */
function askedFor(found: readonly CodeHere[], { whole, tokens, spoken }: Said): Answer | null {
  const own = found.find(
    (one) => isCalled(one, (key) => whole.includes(key)) && isCalled(one, (key) => tokens.has(key)),
  );
  return spoken && own !== undefined ? ownCard(own) : null;
}

/** "is E1042 a 404?" asks about 404, once what the catalog cannot know is taken out of it. */
async function besides(ask: Ask, found: readonly CodeHere[], { alone }: Shelf): Promise<Answer> {
  const answer = await alone(ask);
  // A pasted line is quoted as it is.
  if (found.length === 0 || ask.kind === 'explain' || answer.about.kind === 'paste') return answer;
  const keys = new Set(found.flatMap(({ code, aliases }) => [code, ...aliases].map(keyOf)));
  const without = (said: string) => said.replace(TOKEN, (token) => (keys.has(keyOf(token)) ? '' : token)).trim();
  const rest = ask.kind === 'line' ? { ...ask, line: without(ask.line) } : { ...ask, text: without(ask.text) };
  return NAMES_STATUS.test(rest.kind === 'line' ? rest.line : rest.text) ? alone(rest) : answer;
}

const NAMES_STATUS = /(?<!\d)[1-5]\d{2}(?!\d)/;

interface Words {
  /** Keys of the text as a whole, if it is short: all of it, and without the frame of a question. */
  readonly whole: readonly string[];
  /** Keys of words that look like codes, and where each stands first. */
  readonly tokens: ReadonlyMap<string, number>;
}

function wordsIn(said: string): Words {
  const tokens = new Map<string, number>();
  for (const { 0: match, index } of said.matchAll(TOKEN)) {
    const token = match.replace(TOKEN_END, '');
    if (!CODE_LIKE.test(token)) continue;
    if (ONLY_DIGITS.test(token) && !SAYS_CODE.test(said.slice(Math.max(0, index - BEFORE), index))) continue;
    const key = keyOf(token);
    if (!tokens.has(key)) tokens.set(key, index);
    if (tokens.size === WORDS) break;
  }
  if (said.length > QUESTION || said.includes('\n')) return { whole: [], tokens };
  const line = said.trim();
  const whole = [keyOf(line), keyOf(line.replace(FRAME, ''))].filter((key) => key !== '' && !STATUS.test(key));
  return { whole, tokens };
}

/** The most frequent line of all needs no look-up. */
const STATUS = /^\d{1,3}$/;

interface Said extends Words {
  readonly said: string;
  /** A question of somebody, and not a text that was pasted or is to be explained. */
  readonly spoken: boolean;
}

function isCalled({ code, name, aliases }: CodeHere, has: (key: string) => boolean): boolean {
  return [code, name, ...aliases].some((one) => has(keyOf(one)));
}

/** The name of a status code, as in “not_found”, speaks of that, and of nobody’s own. */
function standsIn({ code, name, aliases }: CodeHere, tokens: Said['tokens']): boolean {
  const names = findName(name) === null ? [name, ...aliases] : aliases;
  return [code, ...names].some((one) => tokens.has(keyOf(one)));
}

function tellCodes(answer: Answer, found: readonly CodeHere[], { said, whole, tokens, spoken }: Said): Answer {
  const inText = found.filter((one) => standsIn(one, tokens)).slice(0, CODES);
  const [named] = found.filter((one) => isCalled(one, (key) => whole.includes(key)));
  const isCertain = CERTAIN.has(answer.about.kind) && answer.about.codes.length > 0;
  // A name is a code’s own, unless it is the name of a status code as well.
  if (spoken && named !== undefined && !isCertain) return ownCard(named);
  if (inText.length === 0) return answer;
  const proofs = spoken ? new Map<CodeHere, string>() : proofsOf(inText, said);
  if (spoken ? isCertain : answer.about.codes.length > 0)
    return onTop(
      answer,
      inText.flatMap((one) => ownBriefly(one, proofs.get(one))),
    );
  const [first, ...others] = inText;
  return first !== undefined && others.length === 0
    ? ownCard(first, proofs.get(first))
    : several(inText, proofs, spoken);
}

function several(codes: readonly CodeHere[], proofs: ReadonlyMap<CodeHere, string>, spoken: boolean): Answer {
  const statuses = codes.flatMap(({ status }) => status ?? []);
  return card({
    title: codes.map(({ code }) => code).join(', '),
    subtitle: spoken ? 'Codes of your own' : 'Codes of your own, in this text',
    tone: 'neutral',
    blocks: codes.flatMap((one) => ownBriefly(one, proofs.get(one))),
    choices: [...codes.map((one) => ({ label: titleOfOwn(one), line: one.code })), ourCodes],
    about: statuses.length === 0 ? about('house', []) : about('status', statuses),
  });
}

/** The line in which each stands, with its secrets masked: only then is it searched for the place. */
function proofsOf(codes: readonly CodeHere[], said: string): ReadonlyMap<CodeHere, string> {
  const masked = maskSecrets(said);
  const { tokens } = wordsIn(masked);
  return new Map(
    codes.flatMap((one) => {
      const at = [one.code, one.name, ...one.aliases]
        .map((name) => tokens.get(keyOf(name)))
        .find((place) => place !== undefined);
      return at === undefined ? [] : [[one, lineAround(masked, at)]];
    }),
  );
}

/** Above everything else; in the record of a choice, before the line to copy. */
function onTop(answer: Answer, blocks: readonly Block[]): Answer {
  if (blocks.length === 0) return answer;
  const end = answer.blocks.findIndex((block) => block.kind === 'heading' && block.text === RECORD_END);
  const at = end === -1 ? 0 : end;
  return { ...answer, blocks: [...answer.blocks.slice(0, at), ...blocks, ...answer.blocks.slice(at)] };
}
