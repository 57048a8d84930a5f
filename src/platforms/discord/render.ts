// An `Answer` as one Discord card: a Components V2 container.
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIContainerComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Answer, Choice, Link, Tone } from '../../answer/answer.ts';
import { shorten } from '../../answer/fit.ts';
import { drawBlocks } from './blocks.ts';
import { oneLine } from './cut.ts';
import { drawLine, webAddress } from './markdown.ts';

/**
 * What Discord takes. Components: at most 40 in a message, nested ones counted; a card here has at most 16
 * (container, title, separator, body, two rows of five), so nothing needs counting.
 */
export const LIMITS = {
  /** Characters of all text displays of a message together. docs: discord/discord-api-docs#8562 */
  text: 4000,
  /** Buttons in a row. docs: components/reference, action row */
  row: 5,
  /** Characters on a button. docs: components/reference, button `label` */
  label: 80,
  /** Characters a button may carry. docs: components/reference, `custom_id` */
  customId: 100,
  /** Characters of title and subtitle as drawn. Ours: two lines on a phone. */
  title: 200,
  subtitle: 300,
} as const;

/** The stripe at the card's side: calm for what is fine, warm for what is not. */
const COLOURS: Readonly<Record<Tone, number>> = {
  informational: 0x5b8def,
  success: 0x3ba55d,
  redirection: 0x9b84ec,
  client: 0xe8a13a,
  server: 0xe0544c,
  neutral: 0x8a94a6,
};

/** Draws an answer; the message needs the flag IsComponentsV2. Obeys every limit for any answer. */
export function render(answer: Answer): APIContainerComponent {
  const head = drawHead(answer);
  const body = drawBlocks(answer.blocks, LIMITS.text - head.length);
  const parts = [
    ...textDisplay(head),
    ...(head !== '' && body !== '' ? [SEPARATOR] : []),
    ...textDisplay(body),
    ...row(choiceButtons(answer.choices)),
    ...row(linkButtons(answer.links)),
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

function row(buttons: APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] {
  return buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: buttons.slice(0, LIMITS.row) }];
}

/** A line that does not fit a button is left out: cut, it would ask something else. Discord refuses equal custom_ids. */
function choiceButtons(choices: readonly Choice[]): APIButtonComponent[] {
  const fitting = choices.filter(({ line }) => line.trim() !== '' && line.length <= LIMITS.customId);
  const lines = fitting.map(({ line }) => line);
  const distinct = fitting.filter(({ line }, at) => lines.indexOf(line) === at);
  const primary = distinct.findIndex(({ style }) => style === 'primary');
  return distinct.map(({ label, line }, at) => ({
    type: ComponentType.Button,
    style: at === primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: shorten(oneLine(label) || oneLine(line), LIMITS.label),
    custom_id: line,
  }));
}

function linkButtons(links: readonly Link[]): APIButtonComponent[] {
  return links.flatMap(({ label, href }) => {
    const url = webAddress(href);
    return url === null
      ? []
      : [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Link,
            label: shorten(oneLine(label) || 'Link', LIMITS.label),
            url,
          },
        ];
  });
}
