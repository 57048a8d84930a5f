// Lines that ask what Teapot can do: "help", "show me examples", "how do I use this bot?".
import { type HelpTopic, helpTopics, topicWords } from '../data/help-topics.ts';
import { helpFrame, helpWords } from '../data/vocabulary.ts';
import type { Question } from '../question.ts';
import type { Reading } from '../reading.ts';

const asked = new Set(helpWords);
const frame = new Set(helpFrame);
/** Longer lines that contain "help" ask for something else. */
const MOST_WORDS = 8;

/** What may stand between "help" and its topic: "help with the logs". Whoever writes "help me choose" wants it done. */
const between = new Set(['with', 'on', 'about', 'for', 'the', 'a', 'please', 'and']);
const topicOf: ReadonlyMap<string, HelpTopic> = new Map(
  helpTopics.flatMap((topic) => topicWords[topic].map((word) => [word, topic] as const)),
);

const CODES: HelpTopic = 'codes';

const onlyMarks = /^[\s?]*$/;
/** "what can you do", "who are you and what are you good for?" */
const aboutBot =
  /\b(?:what|how|who|which)\b.{0,24}\b(?:you|this bot|the bot|bot|teapot|this thing|this app|this work|it work|get started|to start|should i start|do i start|use this|(?:can|could|should|do|to) (?:i )?(?:ask|type|say|write)(?: here)?)\b.{0,32}$/;
/** How far into the line such a question may begin, after "hey, can you tell me". */
const OPENING = 32;
/** "How are you?" asks for nothing. */
const greeting = /\bhow (?:are|r|do) (?:you|u|ya)\b(?! (?:work|used|use))/;
const aboutCode = /\d{3}|[1-5]xx|\b(?:status|http|code|return|error)\b/;

export function readHelp({ cleaned, words }: Question): Reading | null {
  if (onlyMarks.test(cleaned)) return { kind: 'help' };
  const topic = readTopic(words);
  if (topic !== null) return { kind: 'help', topic };
  if (
    words.length <= MOST_WORDS &&
    words.some((word) => asked.has(word)) &&
    words.every((word) => asked.has(word) || frame.has(word))
  )
    return { kind: 'help' };
  const found = aboutBot.exec(cleaned);
  return found !== null && found.index <= OPENING && !aboutCode.test(cleaned) && !greeting.test(cleaned)
    ? { kind: 'help' }
    : null;
}

/** "help logs", "help with house rules", "retries help": the word, and what names one topic. */
function readTopic(words: readonly string[]): HelpTopic | null {
  const said = words.filter((word) => !between.has(word));
  const [first, ...rest] = said[0] === 'help' ? said : said.toReversed();
  if (first !== 'help' || words.length > MOST_WORDS) return null;
  const named = new Set(rest.map((word) => topicOf.get(word) ?? null));
  // "our codes", "other codes": the word before it says which.
  if (named.size === 2) named.delete(CODES);
  const [topic = null] = named;
  return named.size === 1 ? topic : null;
}
