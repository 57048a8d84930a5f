// How much Slack takes, and how much of that an answer uses.

/**
 * Most of each thing in one message. Sources: "types" is @slack/types 3.2.0, "skills" is the block-kit reference of
 * slackapi/slack-skills-plugin, "docs" is docs.slack.dev; "ours" is smaller than what Slack takes, for the reader's sake.
 */
export const LIMITS = {
  /** Blocks in a message (docs: reference/block-kit/blocks). */
  blocks: 50,
  /** All words of all blocks; Slack refuses messages above about 13,000 (slackapi/bolt-js#2509), ours keeps a distance. */
  words: 11_000,
  /** `text` beside the blocks: notifications and screen readers. Slack cuts at 40,000; ours, longer than any card. */
  text: 4_000,
  /** A header's plain text (types: blocks.d.ts). */
  title: 150,
  /** The quiet line under it: ours, two lines on a desktop. */
  subtitle: 200,
  /** A heading inside the answer: ours. */
  heading: 150,
  /** One paragraph, list or code block: ours, as much as a section's text takes (types: blocks.d.ts, 3,000). */
  passage: 3_000,
  /** Fields of one section (types: blocks.d.ts). */
  fields: 10,
  /** Characters of a field, markup included (types: blocks.d.ts). */
  field: 2_000,
  /** A fact's label and value: ours; even with every character escaped to five they fill a field, not more. */
  label: 75,
  value: 300,
  /** Rows and columns of a table (types: blocks.d.ts). */
  rows: 100,
  columns: 20,
  /** Characters over all cells: Slack takes 10,000 (skills); ours leaves room for the rest of the answer. */
  cells: 6_000,
  /** Tables in a message (skills). */
  tables: 1,
  /** Charts in a message (docs: reference/block-kit/blocks/data-visualization-block, as all of a chart). */
  charts: 2,
  chartTitle: 50,
  /** Bars of one series, and the characters of a label. */
  bars: 20,
  barLabel: 20,
  /** Buttons from an answer's choices: ours, two rows on a desktop, of the 25 that an actions block takes (types: blocks.d.ts). */
  choices: 10,
  /** A button's text (types: block-elements.d.ts). */
  button: 75,
  /** A line that a button carries: ours, of the 2,000 characters of a button's value (types: block-elements.d.ts). */
  line: 500,
  /** A form that a button carries, with its line. */
  form: 2_000,
  /** Links under an answer: ours, of the 10 elements that a context block takes (types: blocks.d.ts). */
  links: 5,
} as const;

/** Most of each thing in a modal (types: views.d.ts, block-elements.d.ts, composition-objects.d.ts). */
export const MODAL_LIMITS = {
  /** Title and both buttons. */
  title: 24,
  /** A `block_id`, which is a field's name. */
  name: 255,
  /** The label of a field, and the hint below it: ours, of 2,000. */
  label: 75,
  hint: 150,
  /** Fields: ours, of 100 blocks; more would not be filled in. */
  fields: 10,
  /** What stands in a text field to begin with, and what can be typed: ours, of 3,000; an address has room in it. */
  typed: 300,
  /** The same of a field with several lines: all that Slack takes. */
  typedLines: 3_000,
  /** What is read of the line that a form makes: more than its longest field. */
  line: 4_000,
  /** Options of a menu: ours, of 100; their words and their values. */
  options: 25,
  option: 75,
} as const;

/** Most of each thing on the Home tab. */
export const HOME_LIMITS = {
  /** Blocks of the whole page (types: views.d.ts). */
  blocks: 100,
  /** Ours, of these: so that each part has room whatever the others say. */
  topic: 6,
  standing: 14,
  settings: 14,
} as const;
