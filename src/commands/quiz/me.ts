// "quiz me": what somebody knows, and what they take for what. Only of questions whose solution is out.
import type { Answer, Bar, Block } from '../../answer/answer.ts';
import { written } from '../../catalog/index.ts';
import { askedOf, historyOf, keptUntil } from '../../delivery/history.ts';
import { addDays, localDate } from '../../quiz/calendar.ts';
import { byClassOf, confusionsOf } from '../../quiz/insights.ts';
import { type Given, keepLedger, type Quiz } from '../../quiz/scoring.ts';
import type { OwnAnswer } from '../../store/records.ts';
import type { Visit } from '../visit.ts';
import { counted, note, say } from './note.ts';
import { percent } from './scores.ts';

/** Confusions shown: the ones worth practising. */
const SHOWN = 5;

export async function answerMe(visit: Visit): Promise<Answer> {
  const { store, person } = visit;
  const own = (await store.answers.ofPerson(person)).filter(({ closed, voided }) => closed && !voided);
  const blocks = [...sayAnswers(own, person.user), ...(await sayStreak(visit)), ...(await sayPractised(visit))];
  return note({
    title: 'About you',
    blocks:
      blocks.length === 0
        ? [say('You have not answered a question yet whose solution is out. Practising starts at once.')]
        : blocks,
    choices: [
      { label: 'Practise', line: 'quiz practice', style: 'primary' },
      { label: 'What I know about you', line: 'quiz export-me' },
    ],
  });
}

function sayAnswers(own: readonly OwnAnswer[], user: string): readonly Block[] {
  const quizzes = own.map(quizOf);
  const given = own.map(({ delivery, choice, at }): Given => ({ quiz: delivery, user, choice, at }));
  const classes = byClassOf(quizzes, given, user);
  if (classes.length === 0) return [];
  const confusions = confusionsOf(quizzes, given, user).slice(0, SHOWN);
  const right = own.filter(({ correct }) => correct).length;
  return [
    say(`${percent(right, own.length)} right in ${counted(own.length, 'answer')}.`),
    {
      kind: 'bars',
      title: 'Right answers in percent',
      whole: 100,
      bars: classes.map(
        (one): Bar => ({
          label: `${one.class}xx, ${one.right} of ${one.answered}`,
          value: Math.round((one.right * 100) / one.answered),
        }),
      ),
    },
    ...(confusions.length === 0
      ? []
      : [
          {
            kind: 'bars',
            title: 'What you took for what',
            bars: confusions.map(
              (one): Bar => ({
                label: `${written(one.chosen)} for ${written(one.right)}`,
                value: one.count,
              }),
            ),
          } as const,
        ]),
  ];
}

/** A quiz as far as one person's own answers tell of it. */
function quizOf(own: OwnAnswer): Quiz {
  return { id: own.delivery, slot: own.date, at: own.at, scheduled: true, state: 'closed', asked: askedOf(own) };
}

/** In this channel: streaks belong to places. */
async function sayStreak({ store, place, person, now }: Visit): Promise<readonly Block[]> {
  if (place === null) return [];
  const { quizzes, answers } = await historyOf(store, place, keptUntil(addDays(localDate(now, 'UTC'), 1)));
  const standing = keepLedger(quizzes, answers).standings.get(person.user);
  if (standing === undefined) return [];
  const { streak, longest, freezes } = standing;
  const kept = freezes === 0 ? '' : ` ${counted(freezes, 'missed question')} will be forgiven.`;
  return [say(`Your streak here: ${streak}, at best ${longest}.${kept}`)];
}

async function sayPractised({ store, person, now }: Visit): Promise<readonly Block[]> {
  const cards = await store.memory.practice(person);
  if (cards.length === 0) return [];
  const due = cards.filter((card) => card.due <= now).length;
  return [say(`Practised: ${counted(cards.length, 'question')}, ${due} of them due again.`)];
}
