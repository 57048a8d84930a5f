// Charts as pictures, with a table of the same numbers for whoever does not see them.
import type { ComponentChild, VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asText } from '../json.ts';
import type { Axes, Pie } from './plot.ts';
import { readChart, slicesOf, ticksOf } from './plot.ts';
import { drawStrange } from './text.ts';

/** The paper of charts with axes, in pixels at full size. */
const WIDE = 480;
const HIGH = 200;
const ABOVE = 20;
const BESIDE = 8;
/** How wide a letter is, about, and how high. */
const LETTER = 6.4;
const LINE = 16;
/** How long a slanted name may get, downwards. */
const SLANT = 0.6;
const LONGEST_SLANT = 84;
/** How many colours there are in the stylesheet, `bk-ink-0` and so on. */
const INKS = 6;
/** Above so many bars, their numbers would run into each other. */
const NUMBERED = 12;
const RADIUS = 80;

const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });

function ink(at: number): string {
  return `bk-ink-${at % INKS}`;
}

/** Where things stand: functions from what they are to pixels. */
function layOut({ categories, series, across, up }: Axes) {
  const ticks = ticksOf(series.flatMap(({ values }) => values));
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const widest = Math.max(...ticks.map((tick) => compact.format(tick).length));
  const left = widest * LETTER + 12 + (up === '' ? 0 : LINE);
  const slot = (WIDE - left - BESIDE) / Math.max(categories.length, 1);
  const longest = categories.reduce((most, { length }) => Math.max(most, length), 0) * LETTER;
  const slanted = longest > slot - 4;
  const below = (slanted ? Math.min(longest * SLANT, LONGEST_SLANT) + LINE : LINE + 4) + (across === '' ? 0 : LINE + 4);
  return {
    ticks,
    left,
    slot,
    slanted,
    height: ABOVE + HIGH + below,
    floor: ABOVE + HIGH,
    x: (category: number) => left + category * slot,
    middle: (category: number) => left + (category + 0.5) * slot,
    y: (value: number) => ABOVE + HIGH - ((value - low) / (high - low)) * HIGH,
  };
}

type Layout = ReturnType<typeof layOut>;

function drawAxes({ categories, across, up }: Axes, layout: Layout): ComponentChild {
  const { ticks, left, floor, slanted, height, middle, y } = layout;
  const lines = ticks.map(
    (tick) => html`<g>
      <line class=${tick === 0 ? 'bk-zero' : 'bk-grid'} x1=${left} x2=${WIDE - BESIDE} y1=${y(tick)} y2=${y(tick)} />
      <text x=${left - 6} y=${y(tick) + 4} text-anchor="end">${compact.format(tick)}</text>
    </g>`,
  );
  const names = categories.map((name, at) => {
    const [x, top] = [middle(at), floor + LINE];
    return slanted
      ? html`<text x=${x} y=${top} text-anchor="end" transform=${`rotate(-36 ${x} ${top})`}>${name}</text>`
      : html`<text x=${x} y=${top} text-anchor="middle">${name}</text>`;
  });
  const center = ABOVE + HIGH / 2;
  return html`<g>
    ${lines}${names}
    ${across && html`<text class="bk-axis" x=${(left + WIDE) / 2} y=${height - 4} text-anchor="middle">${across}</text>`}
    ${up && html`<text class="bk-axis" x="12" y=${center} text-anchor="middle" transform=${`rotate(-90 12 ${center})`}>${up}</text>`}
  </g>`;
}

/** What is shown where somebody points. */
function tip(chart: Axes, series: number, category: number): string {
  const one = chart.series[series];
  const value = format.format(one?.values[category] ?? 0);
  const name = chart.series.length > 1 ? `${one?.name}, ` : '';
  return `${name}${chart.categories[category]}: ${value}`;
}

function drawBars(chart: Axes, { x, y, slot }: Layout): ComponentChild {
  const room = slot * 0.72;
  const width = Math.min(room / Math.max(chart.series.length, 1), 56);
  const start = (slot - width * chart.series.length) / 2;
  const numbered = chart.series.length * chart.categories.length <= NUMBERED;
  return chart.series.map(({ values }, series) =>
    values.map((value, category) => {
      const left = x(category) + start + series * width;
      const top = Math.min(y(value), y(0));
      return html`<g>
        <rect class=${ink(series)} x=${left} y=${top} width=${Math.max(width - 2, 1)} height=${Math.abs(y(value) - y(0))} rx="2">
          <title>${tip(chart, series, category)}</title>
        </rect>
        ${numbered && html`<text class="bk-number" x=${left + width / 2 - 1} y=${top - 5} text-anchor="middle">${compact.format(value)}</text>`}
      </g>`;
    }),
  );
}

function drawLines(chart: Axes, { middle, y }: Layout): ComponentChild {
  return chart.series.map(({ values }, series) => {
    const points = values.map((value, category) => `${middle(category)},${y(value)}`);
    const under = [`${middle(0)},${y(0)}`, ...points, `${middle(values.length - 1)},${y(0)}`];
    const dots = values.map(
      (value, category) => html`<circle class=${ink(series)} cx=${middle(category)} cy=${y(value)} r="4">
        <title>${tip(chart, series, category)}</title>
      </circle>`,
    );
    return html`<g>
      ${chart.kind === 'area' && html`<polygon class=${`bk-area ${ink(series)}`} points=${under.join(' ')} />`}
      <polyline class=${`bk-stroke ${ink(series)}`} points=${points.join(' ')} />
      ${dots}
    </g>`;
  });
}

function drawKey(names: readonly string[]): VNode {
  const entries = names.map((name, at) => html`<li><span class=${`bk-swatch ${ink(at)}`}></span>${name}</li>`);
  return html`<ul class="bk-key" aria-hidden="true">${entries}</ul>`;
}

function drawAxesChart(chart: Axes): ComponentChild {
  const layout = layOut(chart);
  const drawn = chart.kind === 'bar' ? drawBars(chart, layout) : drawLines(chart, layout);
  const picture = html`<svg class="bk-plot" viewBox=${`0 0 ${WIDE} ${layout.height}`} aria-hidden="true">
    ${drawAxes(chart, layout)}${drawn}
  </svg>`;
  const head = html`<tr><td></td>${chart.series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr>`;
  const rows = chart.categories.map((name, at) => {
    const cells = chart.series.map(({ values }) => html`<td>${format.format(values[at] ?? 0)}</td>`);
    return html`<tr><th scope="row">${name}</th>${cells}</tr>`;
  });
  return [
    picture,
    chart.series.length > 1 && drawKey(chart.series.map(({ name }) => name)),
    html`<table class="bk-unseen"><thead>${head}</thead><tbody>${rows}</tbody></table>`,
  ];
}

function edge(turn: number): string {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return `${RADIUS + RADIUS * Math.cos(angle)} ${RADIUS + RADIUS * Math.sin(angle)}`;
}

function drawPie(pie: Pie): ComponentChild {
  const slices = slicesOf(pie);
  const said = pie.segments.map(({ label, value }, at) => {
    const { from, to } = slices[at] ?? { from: 0, to: 0 };
    return { label, value: format.format(value), share: percent.format(to - from) };
  });
  const parts = slices.map(({ from, to }, at) => {
    const title = html`<title>${`${said[at]?.label}: ${said[at]?.value}`}</title>`;
    // An arc that ends where it began would be none.
    if (to - from > 0.9999)
      return html`<circle class=${ink(at)} cx=${RADIUS} cy=${RADIUS} r=${RADIUS}>${title}</circle>`;
    const path = `M ${RADIUS} ${RADIUS} L ${edge(from)} A ${RADIUS} ${RADIUS} 0 ${to - from > 0.5 ? 1 : 0} 1 ${edge(to)} Z`;
    return html`<path class=${`bk-slice ${ink(at)}`} d=${path}>${title}</path>`;
  });
  const rows = said.map(
    ({ label, value, share }) => html`<tr><th scope="row">${label}</th><td>${value}</td><td>${share}</td></tr>`,
  );
  return html`<div class="bk-pie">
    <svg viewBox=${`0 0 ${2 * RADIUS} ${2 * RADIUS}`} aria-hidden="true">${parts}</svg>
    ${drawKey(said.map(({ label, value, share }) => `${label}: ${value} (${share})`))}
    <table class="bk-unseen"><tbody>${rows}</tbody></table>
  </div>`;
}

/** Draws a `data_visualization`. */
export function drawChart({ title, chart }: Json): VNode {
  const read = readChart(chart);
  if (read === null) return drawStrange('block', 'data_visualization');
  return html`<figure class="bk-chart">
    <figcaption>${asText(title)}</figcaption>
    ${read.kind === 'pie' ? drawPie(read) : drawAxesChart(read)}
  </figure>`;
}
