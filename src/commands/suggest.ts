// "Did you mean …?": for names that resemble several.
import type { Answer, Text } from '../answer/answer.ts';
import { meaningsOf } from '../catalog/index.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, openCard } from './card.ts';
import { titleOfCode, toneOf } from './wording.ts';

const SHOWN = 3;

export function answerSuggest({ candidates }: Extract<Reading, { kind: 'suggest' }>): Answer {
  const shown = candidates.slice(0, SHOWN);
  const codes = shown.map(({ code }) => code);
  const [first] = shown;
  return card({
    title:
      shown.length === 1 && first !== undefined ? `Did you mean ${titleOfCode(first)}?` : 'Did you mean one of these?',
    tone: toneOf(codes),
    blocks: [
      {
        kind: 'list',
        items: shown.map((candidate): Text => {
          const [status] = meaningsOf(candidate.code, candidate.sub);
          return [{ strong: titleOfCode(candidate) }, ...(status === undefined ? [] : [` – ${status.meaning}`])];
        }),
      },
    ],
    choices: shown.map(openCard),
    about: about('suggest', codes),
  });
}
