// Reads a text line by line for logs whose format is known.
import { meaningsOf } from '../../../catalog/index.ts';
import type { Witness } from '../../producer/sign.ts';
import { balancerLogs } from './balancers.ts';
import { cloudfrontFormat } from './cloudfront.ts';
import { envoyLog } from './envoy.ts';
import type { LogFormat, LogLine, Said } from './format.ts';
import { proxyLogs } from './proxies.ts';
import { fieldNames, iisLog, readW3c } from './w3c.ts';

/** The most telling first: the common format is the beginning of several others. */
const formats: readonly LogFormat[] = [...balancerLogs, cloudfrontFormat, envoyLog, ...proxyLogs, iisLog];

/** Longer lines are no access log's. */
const LINE_LIMIT = 16_000;

/** Every line of a text whose format is known, in order. */
export function readLogLines(text: string): readonly LogLine[] {
  const lines: LogLine[] = [];
  let names: readonly string[] | null = null;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    const line = text.slice(from, to).trimEnd();
    const named = line.startsWith('#') ? fieldNames(line) : null;
    if (named !== null) names = named;
    else if (line.length <= LINE_LIMIT) {
      const read = (names === null ? null : asW3c(line, names, from)) ?? asKnown(line, from);
      if (read !== null) lines.push({ ...read, from, to });
    }
    from = to + 1;
  }
  return lines;
}

/** The first code with the substatus that the line has, where it is a known one. */
function withSubstatus(codes: LogLine['codes'], sub = '0'): LogLine['codes'] {
  return codes.map((found) =>
    Number(sub) > 0 && meaningsOf(found.code, Number(sub)).length > 0 ? { ...found, sub: Number(sub) } : found,
  );
}

type Read = Pick<LogLine, 'codes' | 'witnesses'>;

function asW3c(line: string, names: readonly string[], from: number): Read | null {
  const read = readW3c(line, names);
  if (read === null) return null;
  return {
    codes: withSubstatus([{ code: read.code, at: from + read.at }], String(read.sub ?? 0)),
    witnesses: proved(read.said, line),
  };
}

function asKnown(line: string, from: number): Read | null {
  for (const { has, pattern, judge } of formats) {
    if (!has.every((sign) => line.includes(sign))) continue;
    const match = pattern.exec(line);
    const groups = match?.groups;
    if (!match || groups === undefined) continue;
    const codes = ['code', 'also'].flatMap((name) => {
      const digits = groups[name];
      const at = match.indices?.groups?.[name]?.[0];
      return digits?.length === 3 && digits !== '-' && at !== undefined
        ? [{ code: Number(digits), at: from + at }]
        : [];
    });
    return {
      codes: withSubstatus(codes, groups['sub']),
      witnesses: proved(judge(groups, Number(groups['code'] ?? 0)), line),
    };
  }
  return null;
}

function proved(said: readonly Said[], line: string): readonly Witness[] {
  return said.map((words) => ({ ...words, proof: line }));
}
