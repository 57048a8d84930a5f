// What Slack refuses of a chart.
import type { Say } from './checks.ts';
import { checkCount, checkLength, hasDoubles } from './checks.ts';
import type { Payload } from './message.ts';
import { asList, asPayload } from './message.ts';

/** Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block; where texts differ, the smaller number. */
const MOST = { title: 50, series: 6, points: 20, name: 20, label: 20, axis: 50, segments: 6 } as const;

function checkNumber(value: unknown, at: string, say: Say): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) say(at, 'must be a number');
}

function checkPoints(data: unknown, categories: readonly unknown[], at: string, say: Say): void {
  const points = asList(data).map(asPayload);
  for (const [index, { label, value }] of points.entries()) {
    checkLength(label, MOST.label, `${at}/${index}/label`, say);
    checkNumber(value, `${at}/${index}/value`, say);
  }
  const same = points.length === categories.length && points.every(({ label }, index) => label === categories[index]);
  if (!same) say(at, 'labels must be the categories of the axis');
}

function checkAxes({ series, axis_config }: Payload, at: string, say: Say): void {
  const axis = asPayload(axis_config);
  const here = `${at}/axis_config`;
  const categories = checkCount(axis['categories'], MOST.points, `${here}/categories`, say);
  if (hasDoubles(categories)) say(`${here}/categories`, 'must be unique');
  for (const name of ['x_label', 'y_label'])
    if (axis[name] !== undefined) checkLength(axis[name], MOST.axis, `${here}/${name}`, say);
  const all = checkCount(series, MOST.series, `${at}/series`, say).map(asPayload);
  if (hasDoubles(all.map(({ name }) => name))) say(`${at}/series`, 'names must be unique');
  for (const [index, { name, data }] of all.entries()) {
    checkLength(name, MOST.name, `${at}/series/${index}/name`, say);
    checkPoints(data, categories, `${at}/series/${index}/data`, say);
  }
}

function checkPie({ segments }: Payload, at: string, say: Say): void {
  for (const [index, segment] of checkCount(segments, MOST.segments, `${at}/segments`, say).map(asPayload).entries()) {
    checkLength(segment['label'], MOST.label, `${at}/segments/${index}/label`, say);
    checkNumber(segment['value'], `${at}/segments/${index}/value`, say);
    if (Number(segment['value']) <= 0) say(`${at}/segments/${index}/value`, 'must be more than 0');
  }
}

/** Checks a `data_visualization` block. */
export function checkChart({ title, chart }: Payload, at: string, say: Say): void {
  const drawn = asPayload(chart);
  checkLength(title, MOST.title, `${at}/title`, say);
  if (drawn['type'] === 'pie') checkPie(drawn, `${at}/chart`, say);
  else if (['bar', 'line', 'area'].includes(String(drawn['type']))) checkAxes(drawn, `${at}/chart`, say);
  else say(`${at}/chart/type`, 'must be one of: pie, bar, line, area');
}
