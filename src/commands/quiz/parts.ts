// The quiz as a command with parts: what Discord offers while somebody types, and which words the quiz knows.
import type { CommandSpec, FieldSpec, PartSpec } from '../../port.ts';

const LINE = /^\s*quiz(?:\s+(?:(\S+)(?:\s+(\S[\s\S]*)?)?)?)?$/i;
const SPACES = /\s+/g;

const question: FieldSpec = {
  name: 'question',
  description: 'Its id, as on the button under its solution',
  required: false,
};

const parts: readonly PartSpec[] = [
  {
    name: 'schedule',
    description: 'Ask here every day at a local time',
    fields: [
      { name: 'time', description: '09:30, 9am, noon', required: true },
      { name: 'zone', description: 'A city or time zone: Berlin, Europe/Berlin', required: true, suggests: 'zone' },
      { name: 'days', description: 'weekdays (default), daily, mon,wed,fri', required: false },
      { name: 'level', description: 'common (default), registered or vendors', required: false, word: 'level' },
      {
        name: 'reveal',
        description: 'When the solution comes: 6h (default), 90m, 16:00',
        required: false,
        word: 'reveal',
      },
    ],
  },
  {
    name: 'skip',
    description: 'Dates without a question',
    fields: [{ name: 'dates', description: '2026-12-24..2027-01-02 winter break; none removes all', required: false }],
  },
  { name: 'on', description: 'Go on after a pause', fields: [] },
  { name: 'off', description: 'Pause the daily question', fields: [] },
  {
    name: 'level',
    description: 'Which codes the questions are about',
    fields: [{ name: 'level', description: 'common, registered or vendors', required: true }],
  },
  {
    name: 'digest',
    description: 'A summary every Friday',
    fields: [{ name: 'state', description: 'on or off', required: true }],
  },
  { name: 'preview', description: 'Show the coming three questions, only to you', fields: [] },
  {
    name: 'now',
    description: 'Ask everybody one question at once',
    fields: [{ name: 'reveal', description: 'When its solution comes: 10m, 1h, 16:00', required: false }],
  },
  { name: 'practice', description: 'Questions just for you, as many as you like', fields: [] },
  {
    name: 'scores',
    description: 'The board, and your own place',
    fields: [{ name: 'span', description: 'week, season (default) or all', required: false }],
  },
  { name: 'me', description: 'What you know, and what you confuse', fields: [] },
  { name: 'flag', description: 'Doubt a question: the last one, or one by its id', fields: [question] },
  { name: 'void', description: 'Take out a question that is wrong', fields: [question] },
  {
    name: 'hide-me',
    description: 'Be named on no board',
    fields: [{ name: 'state', description: 'off shows you again', required: false }],
  },
  { name: 'forget-me', description: 'Delete all I know about you', fields: [] },
  {
    name: 'export-me',
    description: 'Show all I know about you',
    fields: [{ name: 'part', description: 'Of what is long: 2 for the second part', required: false }],
  },
  { name: 'help', description: 'What the quiz is, and how it stands here', fields: [] },
];

export const quizCommand: CommandSpec = {
  name: 'quiz',
  description: 'A question a day about HTTP status codes',
  hint: 'schedule 09:30 Europe/Berlin weekdays | now | practice | scores | help',
  parts,
  where: 'server',
};

const names: ReadonlySet<string> = new Set([...parts.map(({ name }) => name), 'answer']);

/** A line that speaks to the quiz, taken apart; null for any other line. */
export function readQuizLine(line: string): { readonly part: string; readonly words: string } | null {
  const found = LINE.exec(line);
  if (found === null) return null;
  const [, part = 'help', words = ''] = found;
  return { part: part.toLowerCase(), words: words.replace(SPACES, ' ').trim() };
}

/** Whether a message that mentions the bot speaks to the quiz: by the word alone, or with a part that there is. */
export function speaksToQuiz(text: string): boolean {
  const read = readQuizLine(text);
  return read !== null && names.has(read.part);
}

export function isPart(name: string): boolean {
  return names.has(name);
}
