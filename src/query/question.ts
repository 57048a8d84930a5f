// A line somebody typed, prepared once for all readers: its words, what is left without the frame around them, its codes.
import { type CodeMention, findCodes } from './codes.ts';
import { anyOf, frameWords, technicalWords } from './data/vocabulary.ts';
import { withNumerals } from './numerals.ts';
import { clean, isStopWord, QUESTION_LIMIT, words } from './words.ts';

export interface Question {
  readonly raw: string;
  readonly cleaned: string;
  readonly words: readonly string[];
  /** The words without the frame around them: "what does bad gateway mean" leaves "bad gateway". */
  readonly core: string;
  readonly codes: readonly CodeMention[];
  /** It speaks of HTTP: of requests, servers, methods, errors. */
  readonly technical: boolean;
  /** It asks which code to use or what to answer. */
  readonly asksWhich: boolean;
}

const frame = new Set(frameWords);

/** Words before and after which nothing of the frame is left. */
function withoutFrame(all: readonly string[]): string {
  let start = 0;
  let end = all.length;
  while (start < end && frame.has(all[start] ?? '')) start += 1;
  while (end > start && frame.has(all[end - 1] ?? '')) end -= 1;
  return all.slice(start, end).join(' ');
}

const technical = new RegExp(`\\b${anyOf(technicalWords)}\\b`);
const methodInCapitals = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE)\b/;
/** "which status code …", "the right response …": an interrogative, then within the sentence what is asked for. */
const whichAnswer =
  /\b(?:which|what|wich|wht|whats|right|correct|proper|best|appropriate|suitable|good)\b[^?.]{0,40}?\b(?:codes?|status(?:es)?|response|respond|return|reply|answer|http|error|send)\b/;
/** "should I return …", "do we send …". */
const shouldAnswer =
  /\b(?:should|shall|must|do|to) (?:i|we|my|our|the|it|an?|you|return|respond)\b[^?.]{0,40}?\b(?:return|respond|send|give|use|answer|reply|throw|be)\b/;
const whatTo = /\bwhat (?:do|should|would|to|does|must|can) (?:i|we|you|my|the|an?|return|send|it)\b/;
/** "status code for …", "http response when …". */
const codeFor =
  /\b(?:(?:status|response|http|error) ?codes? (?:for|when|if|to|on|after)|http (?:status|code|response) (?:for|when|if))\b/;

function asksWhich(cleaned: string): boolean {
  return [whichAnswer, shouldAnswer, whatTo, codeFor].some((frame) => frame.test(cleaned));
}

/** Whether a word says no more than "tell me about it". */
export function isFrame(word: string): boolean {
  return frame.has(word);
}

/** The words of a text that are neither the frame of a question nor of the trade. */
export function strangeWords(text: string): readonly string[] {
  return words(text).filter((word) => !isStopWord(word) && !frame.has(word) && !technical.test(word));
}

/** As much of a text as is read as a question. Cut twice: cleaning may lengthen it, one Arabic sign to 18 letters. */
function cleanQuestion(text: string): string {
  return clean(text.slice(0, QUESTION_LIMIT)).slice(0, QUESTION_LIMIT);
}

export function toQuestion(text: string): Question {
  const raw = text.slice(0, QUESTION_LIMIT);
  const cleaned = withNumerals(cleanQuestion(raw));
  const all = words(cleaned);
  return {
    raw,
    cleaned,
    words: all,
    core: withoutFrame(all),
    codes: findCodes(cleaned),
    technical: technical.test(cleaned) || methodInCapitals.test(raw),
    asksWhich: asksWhich(cleaned),
  };
}

/** Whether a text asks which code to use. */
export function asksWhichCode(text: string): boolean {
  return asksWhich(cleanQuestion(text));
}
