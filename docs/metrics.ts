// The table of metrics in operations.md, made of the one that /metrics is made of: `node docs/metrics.ts` prints it.
import { metrics, worthALook } from '../src/ops/metric-table.ts';

/** Rows of Markdown, one a metric. */
export function metricRows(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [...Object.values(metrics), ...worthALook]
    .map(({ name, help, worry }) => `| \`${name}\` | ${cell(help)} | ${cell(worry)} |`)
    .join('\n');
}

if (import.meta.main) process.stdout.write(`${metricRows()}\n`);
