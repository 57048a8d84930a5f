// An `Answer` as one Discord card: a Components V2 container.
import {
  type APIContainerComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Answer, Tone } from '../../answer/answer.ts';
import { drawBlocks } from './blocks.ts';
import { drawButtons } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { drawLine } from './markdown.ts';

/** The stripe at the card's side: calm for what is fine, warm for what is not. */
const COLOURS: Readonly<Record<Tone, number>> = {
  informational: 0x5b8def,
  success: 0x3ba55d,
  redirection: 0x9b84ec,
  client: 0xe8a13a,
  server: 0xe0544c,
  neutral: 0x8a94a6,
};

/** An answer has five buttons and seldom more; the menu of all that can be asked has ten. */
const CHOICE_ROWS = 2;

/** What answers look like; it goes with its answer. */
const drawnBefore = new WeakMap<Answer, APIContainerComponent>();

/**
 * Draws an answer; the message needs the flag IsComponentsV2. Obeys every limit for any answer. The same answer gives the
 * very same card.
 */
export function render(answer: Answer): APIContainerComponent {
  const card = drawnBefore.get(answer) ?? draw(answer);
  drawnBefore.set(answer, card);
  return card;
}

function draw(answer: Answer): APIContainerComponent {
  const head = drawHead(answer);
  const body = drawBlocks(answer.blocks, LIMITS.card - head.length);
  const parts = [
    ...textDisplay(head),
    ...(head !== '' && body !== '' ? [SEPARATOR] : []),
    ...textDisplay(body),
    ...drawButtons(answer, CHOICE_ROWS),
  ];
  return {
    type: ComponentType.Container,
    accent_color: COLOURS[answer.tone],
    // Discord refuses an empty container.
    components: parts.length === 0 ? textDisplay('…') : parts,
  };
}

function drawHead({ title, subtitle = '' }: Answer): string {
  const lines: readonly (readonly [string, string])[] = [
    ['## ', drawLine([title], LIMITS.title)],
    ['-# ', drawLine([subtitle], LIMITS.subtitle)],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([mark, text]) => mark + text)
    .join('\n');
}

const SEPARATOR: APISeparatorComponent = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};

function textDisplay(content: string): APITextDisplayComponent[] {
  return content === '' ? [] : [{ type: ComponentType.TextDisplay, content }];
}
