// Whatever comes in is read in a time that grows with its length, and no faster: each door with texts made to slow it down.
import { describe, expect, it } from 'vitest';
import { fillForm } from '../src/answer/form.ts';
import { toPlain } from '../src/answer/plain.ts';
import { readChannelLine } from '../src/commands/channel/line.ts';
import { completeLine, completeZone } from '../src/commands/completions.ts';
import { maskSecrets } from '../src/commands/mask.ts';
import { readQuizLine } from '../src/commands/quiz/parts.ts';
import { readRuleLine } from '../src/commands/rules/line.ts';
import { readHouse } from '../src/house/reading.ts';
import { createMask } from '../src/ops/log.ts';
import { literal } from '../src/platforms/discord/markdown.ts';
import { render as renderDiscord } from '../src/platforms/discord/render.ts';
import { plainWords } from '../src/platforms/discord/said.ts';
import { readFormValue } from '../src/platforms/slack/form-value.ts';
import { reasonOf } from '../src/platforms/slack/journal.ts';
import { draw as drawSlack } from '../src/platforms/slack/render.ts';
import { readMessage as readSlack, readTyped } from '../src/platforms/slack/typed.ts';
import { clean } from '../src/platforms/terminal/clean.ts';
import { mightFail, speaksOfFailure } from '../src/query/overheard.ts';
import { read, readMessage } from '../src/query/read.ts';
import { readSkips } from '../src/quiz/dates.ts';
import { readDays } from '../src/quiz/days.ts';
import { parseSchedule } from '../src/quiz/schedule-line.ts';
import { readReveal, readTime } from '../src/quiz/times.ts';
import { findZone } from '../src/quiz/zones.ts';
import { effort, isLinear } from './linear.ts';
import { card } from './platforms/slack/stage.ts';

/** As long as a message on Slack can be, the longest of all that comes from a chat. */
const LENGTH = 40_000;

/** What is repeated to that length. */
const pieces: readonly string[] = [
  ...[
    ' ',
    '\n',
    '\r',
    '\t',
    '\u2028',
    '\u00a0',
    'a',
    'A',
    '0',
    '4',
    '-',
    '_',
    '.',
    ',',
    ':',
    ';',
    '=',
    '/',
    '\\',
    '"',
    "'",
  ],
  ...[
    '`',
    '*',
    '<',
    '>',
    '&',
    '|',
    '{',
    '[',
    '(',
    '#',
    '@',
    '+',
    '?',
    '!',
    '%',
    '$',
    '~',
    'é',
    'ß',
    'İ',
    '🫖',
    '\ud800',
  ],
  ...[
    '404 ',
    '4',
    '4.04',
    '404,',
    '4xx ',
    'four hundred ',
    'a ',
    'ab-',
    'a_b ',
    'a=b ',
    'a: b\n',
    '{"a":',
    '"a":"b",',
    '[[',
  ],
  ...[
    'server fail ',
    'which codes ',
    'should the ',
    'not very ',
    'is a bit ',
    'and ',
    'to ',
    'vs ',
    'or 404 ',
    'choose yes ',
  ],
  ...[
    'remote: x\n',
    '-----BEGIN PRIVATE KEY-----',
    'a@a.',
    'a@b.example ',
    'http://',
    'https://a.example/ ',
    'eyJa.',
    'eyJhbGci.',
  ],
  ...[
    'token=',
    'token=a ',
    'Cookie: a=b; ',
    'Set-Cookie: a=b\n',
    'Authorization: Bearer ',
    'Bearer ',
    'xoxb-',
    '-u a:b ',
    '://a@',
  ],
  ...[
    '<!',
    '<@U1',
    '<http://',
    '<#C1|',
    '&lt;',
    '&amp;',
    '<:a:1',
    '<t:1',
    '```',
    '> ',
    '# ',
    '- ',
    '1. ',
    '\n\n# ',
    '**',
    '](',
    '[a](b)',
  ],
  ...[
    'mon ',
    'mon/',
    'mon-fri,',
    'on every ',
    '2026-12-24,',
    '2026-12-24 .. ',
    '9:30 ',
    'reveal ',
    'level ',
    'at ',
    'Europe/',
    '6h ',
    ' later',
  ],
  ...[
    'rule 404 ',
    'rules ',
    'quiz ',
    'stack ',
    'nginx, ',
    'import rules: ',
    '- code: 1\n',
    '&a [*a,',
    '{"response":{',
    '"name":"a","value":"b",',
  ],
  ...[
    'HTTP/1.1 404 Not Found\n',
    'GET / HTTP/1.1\n',
    '  at a.b(c)\n',
    'Caused by: ',
    '10.0.0.1 - - [',
    'status=404 ',
    'Exception',
    'Error: ',
    '"GET / ',
  ],
  ...[
    '\u001b[',
    '\u001b]8;;',
    '\u202e',
    'e\u0301',
    '\u200b',
    '__proto__ ',
    '{time}',
    ' {a',
    '{a:lines}',
    '§',
    'if ',
    'when 404 ',
  ],
];

const form = (text: string) => ({
  label: 'x',
  line: 'x',
  form: { title: text, template: text, fields: [{ name: 'a', label: text }] },
});
const quoting = (text: string) => ({
  ...card,
  title: text,
  blocks: [
    { kind: 'text' as const, text: [text, { strong: text }, { code: text }] },
    { kind: 'code' as const, source: text },
  ],
});

const doors: readonly (readonly [name: string, work: (text: string) => unknown])[] = [
  ['a question', read],
  ['a message to explain', readMessage],
  ['secrets in a paste', maskSecrets],
  ['a message that nobody wrote to Teapot', (text) => mightFail(text) || speaksOfFailure(text)],
  ['the same, looked at', speaksOfFailure],
  ['completions of a code', completeLine],
  ['completions of a zone', completeZone],
  ['a line for the quiz', readQuizLine],
  ['a schedule', (text) => parseSchedule(text)],
  ['pauses', (text) => readSkips(text, '2026-11-25')],
  ['a pause that begins right', (text) => readSkips(`2026-12-24${text}`, '2026-11-25')],
  ['days', readDays],
  ['a time', readTime],
  ['a delay', readReveal],
  ['a delay that begins right', (text) => readReveal(`6h${text}`)],
  ['a zone', findZone],
  ['a line for rules', readRuleLine],
  ['the words of a rule', (text) => readRuleLine(`rule 404 ${text}`)],
  // Longer ones are refused unread.
  ['rules to import', (text) => readHouse(text.slice(0, 10_000), 'this text')],
  ['a line about a channel', readChannelLine],
  ['a stack', (text) => readChannelLine(`stack ${text}`)],
  ['a form’s template', (text) => fillForm({ template: text }, new Map([['a', 'b']]))],
  [
    'a form’s field',
    (text) =>
      fillForm(
        { template: 'quiz {a} {b:lines}' },
        new Map([
          ['a', text],
          ['b', text],
        ]),
      ),
  ],
  ['what Slack carries in a button', readFormValue],
  ['what Slack made of a message', readTyped],
  [
    'the words in a Slack message',
    (text) => readSlack({ text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }),
  ],
  ['what Discord made of a message', plainWords],
  ['text for Discord', literal],
  ['text for a terminal', clean],
  ['an answer in words', (text) => toPlain(quoting(text))],
  ['an answer on Slack', (text) => drawSlack({ ...quoting(text), choices: [form(text)] })],
  ['an answer on Discord', (text) => renderDiscord({ ...quoting(text), choices: [form(text)] })],
  ['a line of the log', createMask(['a secret'])],
  ['a reason in the log', (text) => reasonOf(new Error(text))],
];

/** Milliseconds of work: a square of so many characters takes more, be each step a tenth of a nanosecond. */
const QUICK = 100;
/** Of a quarter, a square takes a sixteenth: whatever is quicker than that needs no further look. */
const QUARTER = LENGTH / 4;
const QUICK_QUARTER = QUICK / 16;

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

describe('in a time that grows with the text is read', () => {
  it.each(doors)(
    '%s',
    (_name, work) => {
      work('404');
      // Trains what is trained at the first sentence.
      work('which code when the user is not logged in');
      const slow = pieces.filter(
        (piece) =>
          effort(work, repeated(piece, QUARTER)) > QUICK_QUARTER && !isLinear(work, repeated(piece, LENGTH), QUICK),
      );
      expect(slow).toEqual([]);
    },
    60_000,
  );
});
