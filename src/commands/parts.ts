// A long text in parts that each fit one message.

/** Characters of a part: what a code block takes on Slack (3,000), with room for what is around it. */
const PART = 2_600;

/** Whole lines; together, with a line break between them, the parts are the text. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (const line of text.split('\n')) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= PART) parts[parts.length - 1] = `${last}\n${line}`;
    else parts.push(line);
  }
  return parts;
}
