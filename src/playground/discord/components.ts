// The limits of message components. docs: components/reference; where a rule has another source, it is named.
import { type Json, object, objects, string } from './json.ts';
import type { Problem } from './refusal.ts';
import { count, length, oneOf, type Path, required } from './rules.ts';

export const TYPE = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const LINK_STYLE = 5;
export const SELECTS: readonly number[] = [3, 5, 6, 7, 8];
const TOP_LEVEL = [TYPE.row, TYPE.section, TYPE.text, TYPE.gallery, TYPE.file, TYPE.separator, TYPE.container];
const IN_CONTAINER = TOP_LEVEL.filter((type) => type !== TYPE.container);
const SCHEMES = new Set(['http:', 'https:', 'discord:']);

export const MOST = {
  /** Nested ones counted. */
  components: 40,
  /** discord/discord-api-docs#8562 */
  text: 4000,
  rows: 5,
  buttonsInRow: 5,
  label: 80,
  customId: 100,
} as const;

/** Everything in a message's components that Discord would refuse. `v2`: the message has the flag IS_COMPONENTS_V2. */
export function checkComponents(value: unknown, v2: boolean): Problem[] {
  const top = objects(value);
  const all = top.flatMap(withNested);
  return [
    ...top.flatMap((component, at) => {
      const path = ['components', at];
      if (!v2 && component['type'] !== TYPE.row) return [needsFlag([...path, 'type'])];
      return [...oneOf([...path, 'type'], component['type'], TOP_LEVEL), ...check(component, path)];
    }),
    ...(v2 ? [...tooMany(all), ...tooMuchText(all)] : count(['components'], top, 0, MOST.rows)),
    ...duplicates(all),
  ];
}

/** A component and everything in it, in reading order. */
export function withNested(component: Json): Json[] {
  const accessory = component['accessory'] === undefined ? [] : [object(component['accessory'])];
  return [component, ...[...objects(component['components']), ...accessory].flatMap(withNested)];
}

function check(component: Json, path: Path): Problem[] {
  switch (component['type']) {
    case TYPE.row:
      return checkRow(component, path);
    case TYPE.button:
      return checkButton(component, path);
    case TYPE.section:
      return checkSection(component, path);
    case TYPE.text:
      return length([...path, 'content'], component['content'], 1, MOST.text);
    case TYPE.gallery:
      return count([...path, 'items'], component['items'], 1, 10);
    case TYPE.container:
      return checkContainer(component, path);
    default:
      return [];
  }
}

function checkContainer(component: Json, path: Path): Problem[] {
  const colour = component['accent_color'];
  const inside = objects(component['components']);
  const wrong = typeof colour === 'number' && (colour < 0 || colour > 0xffffff || !Number.isInteger(colour));
  return [
    ...(wrong
      ? [
          {
            path: [...path, 'accent_color'],
            code: 'NUMBER_TYPE_MAX',
            message: 'int value should be less than or equal to 16777215.',
          },
        ]
      : []),
    ...(inside.length === 0 ? [required([...path, 'components'])] : []),
    ...children(inside, path, IN_CONTAINER),
  ];
}

function checkSection(component: Json, path: Path): Problem[] {
  const accessory = object(component['accessory']);
  return [
    ...count([...path, 'components'], component['components'], 1, 3),
    ...children(objects(component['components']), path, [TYPE.text]),
    ...(component['accessory'] === undefined ? [required([...path, 'accessory'])] : []),
    ...oneOf([...path, 'accessory', 'type'], accessory['type'], [TYPE.button, TYPE.thumbnail]),
    ...check(accessory, [...path, 'accessory']),
  ];
}

function checkRow(row: Json, path: Path): Problem[] {
  const inside = objects(row['components']);
  const selects = inside.some(({ type }) => SELECTS.some((select) => select === type));
  const most = selects ? 1 : MOST.buttonsInRow;
  const beyond = inside.slice(most).map((_, at) => ({
    path: [...path, 'components', at + most],
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    message: 'The specified component exceeds the maximum width',
  }));
  return [
    ...count([...path, 'components'], inside, 1, MOST.buttonsInRow),
    ...beyond,
    ...children(inside, path, [TYPE.button, ...SELECTS]),
  ];
}

function checkButton(button: Json, path: Path): Problem[] {
  const isLink = button['style'] === LINK_STYLE;
  const exclusive = isLink ? 'custom_id' : 'url';
  return [
    ...(button['emoji'] === undefined
      ? length([...path, 'label'], button['label'], 1, MOST.label)
      : length([...path, 'label'], button['label'], 0, MOST.label)),
    ...(isLink
      ? checkAddress(button['url'], [...path, 'url'])
      : length([...path, 'custom_id'], button['custom_id'], 1, MOST.customId)),
    ...(button[exclusive] === undefined
      ? []
      : [
          {
            path,
            code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
            message: 'A custom id and url cannot both be specified',
          },
        ]),
    ...oneOf([...path, 'style'], button['style'], [1, 2, 3, 4, LINK_STYLE, 6]),
  ];
}

function checkAddress(value: unknown, path: Path): Problem[] {
  const problems = length(path, value, 1, 512);
  const url = URL.parse(string(value));
  if (url !== null && !SCHEMES.has(url.protocol))
    problems.push({
      path,
      code: 'URL_TYPE_INVALID_SCHEME',
      message: `Scheme "${url.protocol.slice(0, -1)}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
    });
  if (url === null) problems.push({ path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' });
  return problems;
}

function children(inside: readonly Json[], path: Path, allowed: readonly number[]): Problem[] {
  return inside.flatMap((component, at) => {
    const here = [...path, 'components', at];
    return [...oneOf([...here, 'type'], component['type'], allowed), ...check(component, here)];
  });
}

function tooMany(all: readonly Json[]): Problem[] {
  const message = `Total number of components cannot exceed ${MOST.components}`;
  return all.length <= MOST.components
    ? []
    : [{ path: ['components'], code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message }];
}

function tooMuchText(all: readonly Json[]): Problem[] {
  const size = all.reduce((sum, { type, content }) => sum + (type === TYPE.text ? string(content).length : 0), 0);
  const message = `Components displayable text size exceeds maximum size of ${MOST.text}`;
  return size <= MOST.text ? [] : [{ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message }];
}

function duplicates(all: readonly Json[]): Problem[] {
  const ids = all.map((component) => component['custom_id']).filter((id) => id !== undefined);
  const message = 'Component custom id cannot be duplicated';
  return new Set(ids).size === ids.length
    ? []
    : [{ path: ['components'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
}

function needsFlag(path: Path): Problem {
  return {
    path,
    code: 'COMPONENT_LAYOUT_REQUIRES_COMPONENTS_V2',
    message: 'This component requires MessageFlags.IS_COMPONENTS_V2',
  };
}
