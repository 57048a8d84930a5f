// What can be asked, and what is said when nothing was.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import type { Ask } from '../port.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, openCard } from './card.ts';
import { titleOfCode } from './wording.ts';

/** Lines to try, one for each thing that can be asked. The first six are buttons too. */
const examples: readonly { readonly line: string; readonly gives: string }[] = [
  { line: '404', gives: 'what a code means and what to do now' },
  { line: '401 vs 403', gives: 'the question that decides between codes' },
  { line: 'which code when a job was queued', gives: 'the code for a case, in your own words' },
  { line: 'bad gateway', gives: 'names, also old and misspelled ones' },
  { line: '4xx', gives: 'all codes of a class' },
  { line: '409 for testers', gives: 'how to provoke it and what to check' },
  { line: 'choose', gives: 'the code for your API, in four or five answers with yes or no, and a record to keep' },
  { line: 'test 429 POST playwright', gives: 'an assertion, a mock or an OpenAPI response to copy' },
  { line: 'retry 504 POST', gives: 'whether to send it again, after how long, and what clients do' },
  { line: 'reply 503 customer', gives: 'a text to send to somebody who is no developer, friendly or formal' },
  { line: 'cacheable codes', gives: 'all codes with a fact in common, also of a vendor: nginx codes' },
  { line: 'grpc 14', gives: 'codes of others: curl 28, ws 1006, ECONNREFUSED, Envoy’s UF, tls alert 40, grpc codes' },
  { line: '422 in code', gives: 'its constant in Go, Python, Java and ten more' },
  { line: 'HTTP/1.1 502 Bad Gateway', gives: 'or any log: I find the codes in it' },
  { line: 'quiz', gives: 'a question a day for a channel, and practice for you' },
];

const BUTTONS = 6;
const help: Choice = { label: 'Help', line: 'help' };

export function answerHelp(): Answer {
  return card({
    title: 'Ask me about HTTP status codes',
    tone: 'neutral',
    blocks: [
      { kind: 'list', items: examples.map(({ line, gives }): Text => [{ code: line }, ` – ${gives}`]) },
      {
        kind: 'text',
        text: [
          'Nothing you ask is stored. Only the quiz remembers: your id on this platform and your answers, until you say ',
          { code: 'quiz forget-me' },
          '. No language model is asked: what I say comes from a catalog with its sources.',
        ],
      },
    ],
    choices: examples.slice(0, BUTTONS).map(({ line }) => ({ label: line, line })),
    about: about('help', []),
  });
}

/**
 * Nothing about status codes in it: short in a conversation, a little longer for a command, plain for a message. What its
 * number is instead is said in every case; codes that have to do with it are offered to who asked directly.
 */
export function answerNone(
  { otherwise, related = [], lacksCode }: Extract<Reading, { kind: 'none' }>,
  kind: Ask['kind'],
): Answer {
  if (kind === 'explain') return nothing('No status codes in this message.', []);
  if (lacksCode !== undefined) return nothing('Which code?', [wanting[lacksCode]], [help]);
  if (otherwise !== undefined) return nothing(`That is ${otherwise}, not an HTTP status code.`, [writeHttp]);
  if (kind === 'mention') return nothing(UNSEEN, [['Try ', ...tries, '.']]);
  if (related.length > 0) return notACode(related);
  return nothing(
    UNSEEN,
    [
      ['Try ', ...tries, '.'],
      [
        'Numbers like prices, rooms or ticket ids are left alone: write ',
        { code: 'HTTP 404' },
        ' if you mean the code.',
      ],
    ],
    [help],
  );
}

const UNSEEN = 'I did not see a status code question there.';
const tries: Text = [{ code: '404' }, ', ', { code: '401 vs 403' }, ' or describe the case'];
const writeHttp: Text = ['If you mean a status code all the same, write ', { code: 'HTTP' }, ' before the number.'];

const wanting: Readonly<Record<'retry' | 'testers' | 'customer', Text>> = {
  retry: ['Name the code and, best of all, the method: ', { code: 'retry 504 POST' }, '.'],
  testers: ['Name the code as well: ', { code: 'test 429 POST' }, ', or with a tool, ', { code: 'test 429 msw' }, '.'],
  customer: ['Name the code that they met: ', { code: 'reply 503 customer' }, '.'],
};

function notACode(related: readonly number[]): Answer {
  return card({
    title: 'That is no status code itself',
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: ['These codes have to do with it:'] },
      { kind: 'list', items: related.map((code) => [titleOfCode({ code })]) },
    ],
    choices: related.map((code) => openCard({ code })),
    about: about('none', []),
  });
}

function nothing(title: string, texts: readonly Text[], choices: readonly Choice[] = []): Answer {
  const blocks = texts.map((text): Block => ({ kind: 'text', text }));
  return card({ title, tone: 'neutral', blocks, choices, about: about('none', []) });
}
