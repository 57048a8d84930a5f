// The answer, told under the question: why, why not the others, what people chose, and who keeps a streak.
import type { Answer, Bar, Block, Span, Text } from '../answer/answer.ts';
import { shorten } from '../answer/fit.ts';
import { type Asked, bestOf, isRight, letter } from './asked.ts';
import { aboutCodes, tellMore } from './post.ts';

/** Characters of a bar's label: what a chart on Slack shows (20) less the mark of the right one. */
const BAR_LABEL = 16;
/** People named for their streak; the others are counted. */
const NAMED = 10;
/** From how many answers in a row on it is called a streak. */
const STREAK = 2;

export interface Outcome {
  /** The delivery's id. */
  readonly id: string;
  /** How many chose each option, in the order of the options. */
  readonly counts: readonly number[];
  /** Of those who answered: how many scheduled questions in a row that makes. */
  readonly streaks: readonly { readonly user: string; readonly streak: number }[];
  /** The channel's own streak, of questions that somebody answered; left out for a question in between. */
  readonly channelStreak?: number;
}

export function sayReveal(asked: Asked, outcome: Outcome): Answer {
  return {
    title: shorten(`The answer: ${asked.options[bestOf(asked)] ?? ''}`, 150),
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: [asked.explanation] },
      ...alsoRight(asked),
      ...whyNot(asked),
      ...distribution(asked, outcome),
      ...streakBlocks(outcome),
    ],
    choices: [
      tellMore(asked),
      { label: 'Practise more', line: 'quiz practice' },
      { label: 'Flag this question', line: `quiz flag ${outcome.id}` },
    ],
    links: [{ label: asked.source.title, href: asked.source.href }],
    audience: 'room',
    about: aboutCodes(asked),
  };
}

/** What experts accept as well, so that nobody has to argue. */
export function alsoRight({ options, right }: Asked): readonly Block[] {
  return right
    .slice(1)
    .map((index) => ({ kind: 'text', text: [{ strong: options[index] ?? '' }, ' is right here, too.'] }) as const);
}

export function whyNot(asked: Asked): readonly Block[] {
  const wrong = asked.options.flatMap((option, index): readonly Text[] =>
    isRight(asked, index) ? [] : [[{ strong: `${letter(index)} · ${option}` }, ` – ${asked.whys[index] ?? ''}`]],
  );
  return wrong.length === 0
    ? []
    : [
        { kind: 'heading', text: wrong.length === 1 ? 'Why not the other' : 'Why not the others' },
        { kind: 'list', items: wrong },
      ];
}

function distribution(asked: Asked, { counts }: Outcome): readonly Block[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return [{ kind: 'text', text: ['Nobody answered this time.'] }];
  const right = asked.right.reduce((sum, index) => sum + (counts[index] ?? 0), 0);
  return [{ kind: 'bars', title: `${right} of ${all} right`, bars: barsOf(asked, counts) }];
}

function barsOf(asked: Asked, counts: readonly number[]): readonly Bar[] {
  const short = asked.options.every((option) => option.length <= BAR_LABEL * 2);
  return asked.options.map((option, index) => ({
    label: `${isRight(asked, index) ? '✓ ' : ''}${short ? shorten(option, BAR_LABEL) : letter(index)}`,
    value: counts[index] ?? 0,
  }));
}

function streakBlocks({ streaks, channelStreak = 0 }: Outcome): readonly Block[] {
  const kept = streaks.filter(({ streak }) => streak >= STREAK).toSorted((a, b) => b.streak - a.streak);
  const people = kept
    .slice(0, NAMED)
    .flatMap(({ user, streak }, at): readonly Span[] => [at === 0 ? 'Streaks: ' : ', ', { user }, ` ${streak}`]);
  const more = kept.length > NAMED ? [` and ${kept.length - NAMED} more`] : [];
  return [
    ...(channelStreak >= STREAK
      ? [{ kind: 'text', text: [`This channel has answered ${channelStreak} questions in a row.`] } as const]
      : []),
    ...(kept.length > 0 ? [{ kind: 'text', text: [...people, ...more, '.'] } as const] : []),
  ];
}
