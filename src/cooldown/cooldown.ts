// How much one person and one channel may ask, and what they read who ask faster. It costs no engine and no database.
import type { Answer, Choice } from '../answer/answer.ts';
import type { Ask, Asker } from '../port.ts';
import { type Bucket, type Buckets, createBuckets } from './buckets.ts';

/**
 * Far above what people do, far below what a script can do. Ours, with these reasons:
 */
export const LIMITS = {
  /**
   * Questions of a person. An answer takes a fifth of a second to arrive, so who clicks without reading clicks five times
   * a second: they may for twenty seconds. Who reads one line of each, or practises, is below two a second.
   */
  questions: { size: 60, perSecond: 2 },
  /**
   * Clicks of a person that count, apart from all else: whatever somebody did before, the answer to a quiz is taken. Each
   * question takes one, so only a script runs out.
   */
  answers: { size: 60, perSecond: 1 },
  /** Messages of a person, which are replied to where all can see: less than a channel’s, so that no one takes it all. */
  messages: { size: 15, perSecond: 0.5 },
  /** Completions for a person: a keystroke each, and nobody types twenty in a second for long. */
  completions: { size: 100, perSecond: 10 },
  /**
   * Messages of a channel that are replied to where all can see: Slack takes one post a second for a channel (docs:
   * apis/web-api/rate-limits), Discord five in five (as its rate-limit headers say), and more would only come late.
   */
  conversation: { size: 30, perSecond: 1 },
  /**
   * All questions of a channel: a thousand people who press a button under one post do so five times over; a hundred
   * scripts, each as fast as a person may be, are held back. A question takes about a millisecond, so the rest have most of
   * the process.
   */
  channel: { size: 5_000, perSecond: 200 },
} as const satisfies Readonly<Record<string, Bucket>>;

/** A button’s most characters. */
const LINE = 100;

export interface Held {
  readonly by: 'person' | 'channel';
  /** Whether it is the first of many. */
  readonly isFirst: boolean;
  /** Null is silence. */
  readonly answer: Answer | null;
}

export interface Cooldown {
  /**
   * Notes a question.
   * @param counts whether it is a click that counts, as an answer to a quiz
   * @returns null where it is to be answered
   */
  hold(ask: Ask, counts: boolean): Held | null;
  /** Notes that somebody types. @returns whether completions are to be looked for */
  completes(by: Asker): boolean;
}

/**
 * Holds back whoever asks far too fast; never anybody in a terminal, whose machine it is. For this process only: with
 * several of them, somebody may ask each.
 * @param now milliseconds on a clock that nobody turns
 */
export function createCooldown(now: () => number = () => performance.now()): Cooldown {
  const questions = createBuckets(LIMITS.questions);
  const answers = createBuckets(LIMITS.answers);
  const messages = createBuckets(LIMITS.messages);
  const completions = createBuckets(LIMITS.completions);
  const conversations = createBuckets(LIMITS.conversation);
  const channels = createBuckets(LIMITS.channel);

  function bucketsFor(ask: Ask, counts: boolean): Buckets {
    if (counts) return answers;
    return ask.kind === 'mention' ? messages : questions;
  }

  return {
    hold: (ask, counts) => {
      const { platform, channel } = ask.by;
      if (platform === 'terminal') return null;
      const at = now();
      const own = bucketsFor(ask, counts).take(personOf(ask.by), at);
      if (own !== 'free') return held('person', own === 'first', ask);
      if (counts || channel === null) return null;
      // Whoever is held back takes nothing from the others there.
      const key = `${platform} ${channel}`;
      const all = channels.take(key, at);
      const shared = all === 'free' && ask.kind === 'mention' ? conversations.take(key, at) : all;
      return shared === 'free' ? null : held('channel', shared === 'first', ask);
    },
    completes: (by) => by.platform === 'terminal' || completions.take(personOf(by), now()) === 'free',
  };
}

function personOf({ platform, user }: Asker): string {
  return `${platform} ${user}`;
}

/** Who uses a command or a button always gets an answer: else the platform says that Teapot is broken. */
function held(by: Held['by'], isFirst: boolean, ask: Ask): Held {
  return { by, isFirst, answer: isFirst || ask.kind !== 'mention' ? sayHeld(by, ask) : null };
}

function sayHeld(by: Held['by'], ask: Ask): Answer {
  const why = by === 'person' ? 'You ask faster than I can answer.' : 'Many people ask here at the same time.';
  return {
    title: 'One moment, please',
    tone: 'neutral',
    blocks: [{ kind: 'text', text: [`${why} Wait a few seconds, then ask again.`] }],
    choices: again(ask),
    links: [],
    audience: 'asker',
    about: { kind: 'error', codes: [], class: null },
  };
}

/** A private card turns into the next one, and this one must not be the end of it. */
function again(ask: Ask): readonly Choice[] {
  if (ask.kind !== 'line' || ask.line.trim() === '' || ask.line.length > LINE) return [];
  return [{ label: 'Try again', line: ask.line }];
}
