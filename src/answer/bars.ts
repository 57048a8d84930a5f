// A chart in characters: for platforms without charts, and as the fallback where a chart is refused.
import type { Bar } from './answer.ts';

/** Blocks in the longest bar: with its label and number it fits a phone's code block (36 columns). */
const LONGEST = 12;
/** Characters of a label; a longer one is cut. */
const LABEL = 18;

/** One line a bar: "409 Conflict      ████████░░░░ 8". Labels are cut. @param whole a full bar; the largest value at least */
export function drawBars(bars: readonly Bar[], whole = 1): readonly string[] {
  const most = Math.max(whole, ...bars.map(({ value }) => value));
  const labels = bars.map(({ label }) => (label.length > LABEL ? `${label.slice(0, LABEL - 1)}…` : label));
  const width = Math.max(0, ...labels.map((label) => label.length));
  return bars.map(({ value }, at) => {
    const filled = Math.round((LONGEST * value) / most);
    return `${(labels[at] ?? '').padEnd(width)} ${'█'.repeat(filled)}${'░'.repeat(LONGEST - filled)} ${value}`;
  });
}
