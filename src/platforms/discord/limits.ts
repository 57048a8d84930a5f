// What Discord takes, and what a phone shows well.

/** In characters and counts, as Discord counts them: UTF-16 units. */
export const LIMITS = {
  /**
   * Characters of all text displays of a card together. docs: discord/discord-api-docs#8562. Its components need no
   * counting: at most 40, nested ones too, where a card here has at most 22.
   */
  card: 4000,
  /** Characters of a plain message. docs: resources/message, create message */
  content: 2000,
  /** Buttons in a row; rows in a plain message. docs: components/reference, action row */
  row: 5,
  rows: 5,
  /** Characters on a button. docs: components/reference, button `label` */
  label: 80,
  /** Characters a button, a form or a field may carry. docs: components/reference, `custom_id` */
  customId: 100,
  /** Characters of title and subtitle as drawn. Ours: two lines on a phone. */
  title: 200,
  subtitle: 300,
  /** A modal's title and fields; a field's label, placeholder and value. docs: components/reference, modal, label, text input */
  formTitle: 45,
  fields: 5,
  fieldLabel: 45,
  placeholder: 100,
  value: 4000,
  /** Ours, of a field with several lines: with the words around it, it fits what is read of a line. */
  lines: 3800,
  /** Options of a select, and characters of each label and value. docs: components/reference, string select */
  options: 25,
  option: 100,
  /** Suggestions under a command, and characters of each label and value. docs: interactions/application-commands, option choices */
  suggestions: 25,
  suggestion: 100,
  /** Characters of the description of a command or an option. docs: interactions/application-commands */
  description: 100,
  /** Characters of a typed line that are read: as many as a message can have. docs: resources/message, with Nitro */
  line: 4000,
} as const;
