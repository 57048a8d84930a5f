// Bars as Slack draws them. The SDK does not know charts yet, and not every workspace takes them.
import type { KnownBlock } from '@slack/web-api';
import type { Bar, Block } from '../../answer/answer.ts';
import { LIMITS } from './limits.ts';
import { line } from './spans.ts';

const CHART = 'data_visualization';
/** The name of the one series; people see it when they point at a bar. */
const SERIES = 'Number';
const UNTITLED = 'Chart';

/** Whether Slack can draw these: few enough, and still told apart once their labels are cut. */
function drawable(labels: readonly string[], bars: readonly Bar[]): boolean {
  const named = labels.every((label) => label !== '') && new Set(labels).size === labels.length;
  return named && bars.length > 0 && bars.length <= LIMITS.bars && bars.every(({ value }) => Number.isFinite(value));
}

/** A bar chart; null where Slack would refuse it. (docs: reference/block-kit/blocks/data-visualization-block) */
export function chart({ title, bars }: Extract<Block, { kind: 'bars' }>): KnownBlock | null {
  const labels = bars.map(({ label }) => line(label, LIMITS.barLabel));
  if (!drawable(labels, bars)) return null;
  const data = bars.map(({ value }, index) => ({ label: labels[index], value }));
  const drawn = {
    type: CHART,
    title: line(title, LIMITS.chartTitle) || UNTITLED,
    chart: { type: 'bar', series: [{ name: SERIES, data }], axis_config: { categories: labels } },
  };
  // @slack/types 3.2.0 has no type for it; this is the only place that says so.
  return drawn as unknown as KnownBlock;
}

/** How many of these blocks are charts. */
export function countCharts(blocks: readonly { readonly type: string }[]): number {
  return blocks.filter(({ type }) => type === CHART).length;
}
