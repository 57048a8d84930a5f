// Which snippets are tried in front of which servers: where all is right they are to pass, where one thing is wrong not.
import { tools } from '../../../src/commands/snippets/tools.ts';
import type { TestTool } from '../../../src/query/reading.ts';
import { canHave, type Defect, defects, type Servers } from './servers.ts';
import { type Sample, samples } from './workbench.ts';

export interface Case {
  readonly label: string;
  readonly sample: Sample;
  readonly side: 'right' | Defect;
}

function caseOf(sample: Sample, side: Case['side']): Case {
  return { label: `${side}-${sample.name}`, sample, side };
}

/** One sample for each kind of snippet: the same checks make the same lines. */
export const shapes: readonly Sample[] = [
  ...Map.groupBy(samples, ({ trial }) =>
    JSON.stringify([trial.checks, trial.body, trial.method === 'HEAD', trial.sent.body === null]),
  ).values(),
].flatMap((alike) => alike.slice(0, 1));

/** Each sample where all is right. */
export const right: readonly Case[] = samples.map((sample) => caseOf(sample, 'right'));
/** Each kind of snippet where one thing is wrong. */
export const wrong: readonly Case[] = shapes.flatMap((sample) =>
  defects.filter((defect) => canHave(sample, defect)).map((defect) => caseOf(sample, defect)),
);
export const cases: readonly Case[] = [...right, ...wrong];
/** Labels of those that are to pass, in the order of the alphabet. */
export const wanted: readonly string[] = right.map(({ label }) => label).toSorted();

/** The snippet of a case: it asks the server of the case in place of the one in the example. */
export function snippet(servers: Servers, tool: TestTool, { sample, side }: Case): string {
  const { trial, status } = sample;
  const source = tools[tool].write(trial, status);
  if (!source.includes(trial.origin)) throw new Error(`The snippet does not ask ${trial.origin}`);
  return source.replaceAll(trial.origin, servers.at(sample, side));
}
