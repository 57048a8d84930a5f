// A message as the simulated Slack keeps it, and what a person sees of it.

/** Any JSON object as it went over the wire. */
export type Payload = Readonly<Record<string, unknown>>;

/** How a message came to be. */
export type Route = 'typed' | 'acknowledgement' | 'response_url' | 'chat.postMessage' | 'chat.postEphemeral';

export interface Message {
  /** Slack's name for a message: seconds and a counter, unique in the workspace. */
  readonly ts: string;
  readonly channel: string;
  /** The `ts` of the message that starts its thread. */
  readonly thread: string | null;
  /** Who wrote it: a user id. */
  readonly by: string;
  /** The only person who sees it ("Only visible to you"); null where everybody does. */
  readonly only: string | null;
  readonly text: string;
  readonly blocks: readonly Payload[];
  readonly route: Route;
  /** Missing where nobody reacted. */
  readonly reactions?: readonly Reaction[];
  /** Missing where it stands as it was written. */
  readonly edited?: true;
  /** Exactly what was sent. */
  readonly raw: Payload;
}

/** An emoji below a message, and who put it there. */
export interface Reaction {
  /** Without colons: "teapot". */
  readonly name: string;
  readonly users: readonly string[];
}

export interface ShownButton {
  readonly label: string;
  readonly actionId: string;
  readonly value: string;
  readonly style: string | null;
}

/** What a person sees: the words in reading order without markup, and the buttons. */
export interface Shown {
  readonly text: string;
  readonly private: boolean;
  readonly buttons: readonly ShownButton[];
}

const LINK = /<([^|<>]*)(?:\|([^<>]*))?>/g;
/** Code, then other styles (none that touches a letter outside), then an emoji's name. */
const MARKUP =
  /(?<![\p{L}\p{N}`])`([^`\n]+)`(?![\p{L}\p{N}`])|(?<![\p{L}\p{N}*_~])([*_~])(?! )([^\n]+?)(?<! )\2(?![\p{L}\p{N}*_~])|:[a-z0-9_+-]+:/gu;

export function asPayload(value: unknown): Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readMrkdwn(text: string): string {
  return text
    .replace(LINK, (_link, target: string, label: string | undefined) => label ?? target)
    .replace(MARKUP, (_marked, code: string | undefined, _style, styled: string | undefined) => code ?? styled ?? '☺')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A chart's title, and a label and a number for each bar or segment. */
function readChart({ title, chart }: Payload): string {
  const { series, segments } = asPayload(chart);
  const points = [...asList(series).flatMap((one) => asList(asPayload(one)['data'])), ...asList(segments)].map(
    asPayload,
  );
  return [title, ...points.map(({ label, value }) => `${label}: ${value}`)].join('\n');
}

/** The words of one block, element or text object. */
function readPart(value: unknown): string {
  if (value === undefined) return '';
  const part = asPayload(value);
  const inside = (list: unknown, joint: string) =>
    asList(list)
      .map(readPart)
      .filter((said) => said !== '')
      .join(joint);
  switch (part['type']) {
    case 'mrkdwn':
      return readMrkdwn(asText(part['text']));
    case 'plain_text':
    case 'raw_text':
    case 'text':
      return asText(part['text']);
    case 'link':
      return asText(part['text']) || asText(part['url']);
    case 'user':
      return `@${asText(part['user_id'])}`;
    case 'date':
      return asText(part['fallback']);
    case 'data_visualization':
      return readChart(part);
    case 'button':
    case 'actions':
      return '';
    case 'rich_text_section':
    case 'rich_text_preformatted':
    case 'rich_text_quote':
      return inside(part['elements'], '');
    case 'table':
      return asList(part['rows'])
        .map((row) => inside(row, ' | '))
        .join('\n');
    default:
      return [readPart(part['text']), inside(part['fields'], '\n'), inside(part['elements'], '\n')]
        .filter((said) => said !== '')
        .join('\n');
  }
}

function buttonsOf(blocks: readonly Payload[]): ShownButton[] {
  return blocks
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements }) => asList(elements).map(asPayload))
    .filter(({ type }) => type === 'button')
    .map((button) => ({
      label: readPart(button['text']),
      actionId: asText(button['action_id']),
      value: asText(button['value']),
      style: asText(button['style']) || null,
    }));
}

/** What a person sees of a message. Where there are blocks, `text` is not shown. */
export function show({ text, blocks, only }: Message): Shown {
  const parts = blocks.map(readPart).filter((said) => said !== '');
  const said = blocks.length > 0 ? parts.join('\n') : readMrkdwn(text);
  return { text: said, private: only !== null, buttons: buttonsOf(blocks) };
}
