// What can be asked, and what is said when nothing was.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import type { Ask, Guide } from '../port.ts';
import { type HelpTopic, helpTopics } from '../query/data/help-topics.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, openCard } from './card.ts';
import { type Example, type Topic, topics } from './topics.ts';
import { titleOfCode } from './wording.ts';

const help: Choice = { label: 'Help', line: 'help' };

/** One button a topic, in the order in which people meet them. */
const menu: readonly Choice[] = helpTopics.map((topic) => ({ label: topics[topic].title, line: lineOf(topic) }));

const privacy: Block = {
  kind: 'text',
  text: [
    'Nothing you ask is stored. Only the quiz remembers: your id on this platform and your answers, until you say ',
    { code: 'quiz forget-me' },
    '; of house rules and settings, who set them. No language model is asked: what I say comes from a catalog with its sources.',
  ],
};

const welcome = card({
  title: 'Ask me about HTTP status codes',
  tone: 'neutral',
  blocks: [
    {
      kind: 'text',
      text: [
        'Use my command, mention me in a channel, write to me under Messages, or press an example below: its answer opens over this page, and only you see it.',
      ],
    },
    privacy,
  ],
  about: about('help', []),
});

const overview: Answer = {
  ...card({
    title: welcome.title,
    tone: 'neutral',
    blocks: [
      { kind: 'list', items: helpTopics.map((topic): Text => [{ code: lineOf(topic) }, ` – ${topics[topic].gives}`]) },
      privacy,
    ],
    about: about('help', []),
  }),
  // A menu, not what comes next: it has every topic.
  choices: menu,
};

/** What can be asked: an overview with a button for each topic, or one topic with a button for each example. */
export function answerHelp(topic?: HelpTopic): Answer {
  return topic === undefined ? overview : describe(topics[topic]);
}

/** The same for a page of its own: App Home. */
export const guide: Guide = { welcome, topics: helpTopics.map((topic) => describe(topics[topic])) };

function lineOf(topic: HelpTopic): string {
  return `help ${topic}`;
}

function describe({ title, says = [], examples, typed = [] }: Topic): Answer {
  return card({
    title,
    tone: 'neutral',
    blocks: [
      ...says.map((text): Block => ({ kind: 'text', text })),
      list(examples),
      ...(typed.length === 0
        ? []
        : [
            { kind: 'text', text: ['Typed, because it changes something for others or for good:'] } as const,
            list(typed),
          ]),
    ],
    choices: examples.map(({ line }) => ({ label: line, line })),
    about: about('help', []),
  });
}

function list(examples: readonly Example[]): Block {
  return { kind: 'list', items: examples.map(({ line, gives }): Text => [{ code: line }, ` – ${gives}`]) };
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
