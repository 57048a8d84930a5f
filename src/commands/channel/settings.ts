// "settings": all that a channel has set, on one card, with a button for each.
import type { Answer, Choice, Fact } from '../../answer/answer.ts';
import { productsOf } from '../../query/stack/products.ts';
import { sayDays } from '../../quiz/schedule.ts';
import type { Schedule } from '../../store/records.ts';
import { counted, say } from '../note.ts';
import { setUp } from '../quiz/settings.ts';
import type { PlacedVisit } from '../visit.ts';
import { passiveWords } from './passive.ts';
import { note, passiveButton, stackButton, stackWords } from './words.ts';

/** The same for App Home and for whoever else shows them. */
export async function answerSettings(visit: PlacedVisit, mayChange: boolean): Promise<Answer> {
  const { store, place, hears } = visit;
  const [schedule, setting, rules] = await Promise.all([
    store.schedules.get(place),
    store.channels.get(place),
    store.house.rules(place),
  ]);
  const stack = productsOf(setting?.stack ?? []);
  const facts: readonly Fact[] = [
    { label: 'Daily quiz', value: [quizWords(schedule)] },
    ...(schedule === null ? [] : [{ label: 'Level', value: [schedule.level] }]),
    { label: 'Stack', value: [stackWords(stack)] },
    { label: 'Listening', value: [passiveWords(setting, hears)] },
    { label: 'House rules', value: [rules.length === 0 ? 'none yet' : counted(rules.length, 'rule')] },
  ];
  return note({
    title: 'Settings of this channel',
    blocks: [
      { kind: 'facts', facts },
      ...(mayChange ? [] : [say('Others may change them; you can look. House rules hold for all channels.')]),
    ],
    choices: mayChange ? [...buttons(schedule, stack, setting?.passive === true, hears)] : looking,
  });
}

function buttons(
  schedule: Schedule | null,
  stack: ReturnType<typeof productsOf>,
  isOn: boolean,
  hears: boolean,
): readonly Choice[] {
  const { style: _, ...quiz } = setUp(schedule);
  const listening: Choice = hears || isOn ? passiveButton(isOn) : { label: 'About listening', line: 'passive' };
  return [
    { ...quiz, label: schedule === null ? 'Set up the quiz' : 'Change the quiz' },
    stackButton(stack),
    listening,
    { label: 'House rules', line: 'rules' },
    ...(schedule === null
      ? []
      : [schedule.enabled ? { label: 'Pause the quiz', line: 'quiz off' } : { label: 'Quiz on', line: 'quiz on' }]),
  ];
}

const looking: readonly Choice[] = [
  { label: 'The quiz', line: 'quiz' },
  { label: 'The stack', line: 'stack' },
  { label: 'About listening', line: 'passive' },
  { label: 'House rules', line: 'rules' },
];

function quizWords(schedule: Schedule | null): string {
  if (schedule === null) return 'not set';
  const when = `${schedule.time} ${schedule.zone}, ${sayDays(schedule.days)}`;
  return schedule.enabled ? when : `off (${when})`;
}
