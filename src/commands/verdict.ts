// Who answered: the verdict on a pasted text in words, with its evidence and the next check.
import type { Answer, Block, Text } from '../answer/answer.ts';
import { shorten } from '../answer/fit.ts';
import { written } from '../catalog/index.ts';
import type { ProducerKind, Verdict } from '../query/paste/read-paste.ts';
import type { CodeRef } from '../query/reading.ts';
import { about, card } from './card.ts';

/** Characters of a piece of evidence: what is read at a glance. */
const PROOF = 120;

const layerWords: Readonly<Record<ProducerKind, string>> = {
  cdn: 'a CDN',
  'load-balancer': 'a load balancer',
  gateway: 'an API gateway',
  'reverse-proxy': 'a proxy',
  application: 'the application behind it',
  client: 'nobody, the client gave up',
  unknown: 'the text does not say',
};

/** "nginx, a proxy"; "the application behind it"; "nobody, curl gave up". */
export function producerWords({ producer, name }: Verdict): string {
  if (name === null) return layerWords[producer];
  if (producer === 'client') return `nobody, ${name} gave up`;
  return producer === 'application' ? `${name}, an application` : `${name}, ${layerWords[producer]}`;
}

/**
 * The verdict with its reasons, and what to check next.
 * @param shown what the answer quotes already: it is not quoted again
 * @param of the code that is meant, where the text has several
 */
export function verdictBlocks(verdict: Verdict, shown = '', of?: CodeRef): readonly Block[] {
  const { confidence, because, passed, next } = verdict;
  const sure = confidence === 'unknown' ? '' : ` (${confidence})`;
  return [
    {
      kind: 'heading',
      text: `Who answered${of === undefined ? '' : ` ${written(of.code, of.sub)}`}: ${producerWords(verdict)}${sure}`,
    },
    {
      kind: 'list',
      items: [
        ...because.map(({ seen, proof }): Text => {
          const piece = shorten(proof.trim(), PROOF);
          return isShown(piece, shown) ? [seen] : [seen, ' ', { code: piece }];
        }),
        ...(passed.length > 0 && confidence !== 'unknown' ? [[`Passed on by ${passed.join(', ')}.`]] : []),
        [{ strong: 'Check next: ' }, next],
      ],
    },
  ];
}

const ellipses = /^…|…$/g;

/** Whether a piece of text stands in what is quoted, or holds it. */
function isShown(piece: string, shown: string): boolean {
  const [bare, quoted] = [piece, shown].map((said) => said.replace(ellipses, ''));
  if (bare === undefined || quoted === undefined || quoted === '') return false;
  return bare.includes(quoted) || quoted.includes(bare);
}

/** The same answer with the verdict below it and in what programs read. */
export function withVerdict(answer: Answer, verdict: Verdict | undefined): Answer {
  if (verdict === undefined) return answer;
  return {
    ...answer,
    blocks: [...answer.blocks, ...verdictBlocks(verdict)],
    about: { ...answer.about, ...producerOf(verdict) },
  };
}

/** A pasted text that tells of a failed request, and no status code. */
export function answerUnanswered(verdict: Verdict): Answer {
  const { because, producer } = verdict;
  return withVerdict(
    card({
      title: producer === 'client' ? 'No status code: no response came' : 'No status code in this text',
      tone: 'neutral',
      blocks: [],
      sources: because.map(({ source }) => source),
      about: about('none', []),
    }),
    verdict,
  );
}

/** What programs get of a verdict. */
export function producerOf({ producer, name }: Verdict): Pick<Answer['about'], 'producer'> {
  return { producer: { kind: producer, name } };
}
