// `npm run picture`: draws the answer in README.md, for light and dark pages, from what the bot really answers.
import { writeFile } from 'node:fs/promises';
import { type Answer, type Block, flatten } from '../src/answer/answer.ts';
import { toPlain } from '../src/answer/plain.ts';
import { createBot } from '../src/bot.ts';
import { by } from '../src/platforms/terminal/typed.ts';

const QUESTION = '429';

const themes = {
  'answer.svg': {
    window: '#ffffff',
    edge: '#d1d9e0',
    card: '#f6f8fa',
    button: '#ffffff',
    ink: '#1f2328',
    quiet: '#59636e',
    link: '#0969da',
  },
  'answer-dark.svg': {
    window: '#1a1d21',
    edge: '#3d444d',
    card: '#22262b',
    button: '#2d333b',
    ink: '#e6edf3',
    quiet: '#9198a1',
    link: '#6cb6ff',
  },
} as const;
type Theme = (typeof themes)[keyof typeof themes];

/** The stripe beside a card, as on Discord. */
const STRIPE: Readonly<Record<Answer['tone'], string>> = {
  informational: '#5b8def',
  success: '#3ba55d',
  redirection: '#9b84ec',
  client: '#e8a13a',
  server: '#e0544c',
  neutral: '#8a94a6',
};

const WIDTH = 780;
const CARD = { x: 76, width: 680, padding: 24 };
const LABEL = 92;
const BASELINE = 0.76;
const LEADING = 1.5;

/** A drawn part: its top is at 0, whoever stacks it moves it down. */
interface Part {
  readonly svg: string;
  readonly height: number;
}

/** Ems that a letter takes on average in Arial, Segoe UI and their like: a picture cannot measure its text. */
const LETTER = { running: 0.47, bold: 0.55 };

function widthOf(text: string, size: number, letter = LETTER.running): number {
  return text.length * size * letter;
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function wrap(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function write(text: string, style: string, size: number, { x = 0, width = Number.POSITIVE_INFINITY } = {}): Part {
  const lines = wrap(text, size, width);
  const leading = size * LEADING;
  const svg = lines.map(
    (line, at) =>
      `<text x="${x}" y="${(at * leading + size * (BASELINE + (LEADING - 1) / 2)).toFixed(1)}" class="${style}" font-size="${size}">${inXml(line)}</text>`,
  );
  return { svg: svg.join('\n'), height: lines.length * leading };
}

function stack(parts: readonly Part[], gap: number): Part {
  let y = 0;
  const placed = parts.map(({ svg, height }) => {
    const part = `<g transform="translate(0 ${y.toFixed(1)})">${svg}</g>`;
    y += height + gap;
    return part;
  });
  return { svg: placed.join('\n'), height: y - gap };
}

/** On top of each other rather than below: a mark and its text. */
function beside(...parts: readonly Part[]): Part {
  return { svg: parts.map(({ svg }) => svg).join('\n'), height: Math.max(...parts.map(({ height }) => height)) };
}

const INNER = CARD.width - 2 * CARD.padding;

function drawBlock(block: Block): Part {
  switch (block.kind) {
    case 'text':
      return write(flatten(block.text), 'ink', 15, { width: INNER });
    case 'heading':
      return write(block.text, 'ink bold', 15);
    case 'list':
      return stack(
        block.items.map((item) =>
          beside(write('•', 'quiet', 15), write(flatten(item), 'ink', 15, { x: 18, width: INNER - 18 })),
        ),
        3,
      );
    case 'facts':
      return stack(
        block.facts.map(({ label, value }) =>
          beside(write(label, 'quiet', 15), write(flatten(value), 'ink', 15, { x: LABEL, width: INNER - LABEL })),
        ),
        2,
      );
    default:
      throw new Error(`The picture cannot show ${block.kind} blocks: choose another question`);
  }
}

function drawButtons({ choices }: Answer): Part {
  let x = 0;
  const buttons = choices.slice(0, 5).map(({ label }) => {
    const width = Math.round(widthOf(label, 14, LETTER.bold)) + 26;
    const svg = `<rect x="${x}" y="0.5" width="${width}" height="34" rx="7" class="button"/><text x="${x + width / 2}" y="22.5" text-anchor="middle" class="ink bold" font-size="14">${inXml(label)}</text>`;
    x += width + 9;
    return svg;
  });
  return { svg: buttons.join('\n'), height: 35 };
}

function drawCard(answer: Answer): Part {
  const head = stack([write(answer.title, 'ink bold', 21), write(answer.subtitle ?? '', 'quiet', 14)], 0);
  const links = write(answer.links.map(({ label }) => label).join(' · '), 'link', 14);
  // A heading stands closer to what follows it than to what it follows.
  const body: Part[] = [];
  for (const [at, block] of answer.blocks.entries()) {
    const part = drawBlock(block);
    const under = answer.blocks[at - 1]?.kind === 'heading' ? body.pop() : undefined;
    body.push(under === undefined ? part : stack([under, part], 5));
  }
  const inside = stack([head, ...body, drawButtons(answer), links], 17);
  const height = inside.height + 2 * CARD.padding - 6;
  const svg = `<rect width="${CARD.width}" height="${height}" rx="8" class="card"/>
<path d="M5 0h3v${height}h-3a5 5 0 0 1-5-5v-${height - 10}a5 5 0 0 1 5-5z" fill="${STRIPE[answer.tone]}"/>
<g transform="translate(${CARD.padding + 4} ${CARD.padding - 4})">${inside.svg}</g>`;
  return { svg, height };
}

/** Who speaks: a face, a name, and what is said beside it. */
function drawSpeaker(face: string, name: Part, said: Part): Part {
  const svg = `<g transform="translate(24 2)">${face}</g><g transform="translate(${CARD.x} 0)">${stack([name, said], 4).svg}</g>`;
  return { svg, height: name.height + 4 + said.height };
}

const PERSON =
  '<rect width="38" height="38" rx="9" fill="#7c6fd6"/><text x="19" y="25.5" text-anchor="middle" fill="#fff" class="bold" font-size="18">A</text>';
const TEAPOT =
  '<rect width="38" height="38" rx="9" fill="#2f8f83"/><g fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><path d="M12 18h14v4.5a6.5 6.5 0 0 1-6.5 6.5h-1a6.5 6.5 0 0 1-6.5-6.5z" fill="#fff"/><path d="M26 19.5c3.5-1.5 5.5 0 5 2.5s-3 3.5-5.5 3"/><path d="M12 23c-3 0-3.5-5-6.5-6"/><path d="M13.5 15h11M19 11.5v0.5"/></g>';

function draw(answer: Answer, theme: Theme): string {
  const badge = `<rect x="62" y="3.5" width="34" height="16" rx="4" fill="${theme.edge}"/><text x="79" y="15.2" text-anchor="middle" class="quiet bold" font-size="10.5">APP</text>`;
  const bot = write('Teapot', 'ink bold', 15);
  const chat = stack(
    [
      drawSpeaker(PERSON, write('Ada', 'ink bold', 15), write(`/http ${QUESTION}`, 'ink mono', 15)),
      drawSpeaker(TEAPOT, { ...bot, svg: bot.svg + badge }, drawCard(answer)),
    ],
    20,
  );
  const height = Math.ceil(chat.height + 48);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>Teapot answers /http ${QUESTION}</title>
<desc>${inXml(toPlain(answer))}</desc>
<style>
text { font-family: -apple-system, 'Segoe UI', Inter, Roboto, 'Helvetica Neue', Arial, sans-serif; }
.mono { font-family: ui-monospace, SFMono-Regular, Consolas, 'Liberation Mono', monospace; }
.bold { font-weight: 600; }
.ink { fill: ${theme.ink}; }
.quiet { fill: ${theme.quiet}; }
.link { fill: ${theme.link}; }
.card { fill: ${theme.card}; stroke: ${theme.edge}; }
.button { fill: ${theme.button}; stroke: ${theme.edge}; }
</style>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="12" fill="${theme.window}" stroke="${theme.edge}"/>
<g transform="translate(0 24)">${chat.svg}</g>
</svg>
`;
}

const answer = await createBot().ask({ kind: 'line', by, line: QUESTION });
if (answer === null) throw new Error(`Nothing is said about ${QUESTION}`);
for (const [file, theme] of Object.entries(themes))
  await writeFile(new URL(file, import.meta.url), draw(answer, theme));
