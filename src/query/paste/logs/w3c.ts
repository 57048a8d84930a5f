// Logs that name their fields in a line of their own, as IIS and CloudFront write them: whatever the order, sc-status is it.
import { page } from '../../../catalog/sources.ts';
import { judgeCloudfront } from './cloudfront.ts';
import type { LogFormat, Said } from './format.ts';

const iisCodes = page(
  'IIS: HTTP status codes',
  'https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
);
const arr = page(
  'IIS ARR: 502 errors',
  'https://learn.microsoft.com/iis/extensions/troubleshooting-application-request-routing/troubleshooting-502-errors-in-arr',
);

export interface W3cLine {
  readonly code: number;
  readonly sub?: number;
  /** Offset of the status in the line. */
  readonly at: number;
  readonly said: readonly Said[];
}

const directive = /^#Fields:[ \t]{0,4}(.{1,4000})$/;
const blanks = /[ \t]+/;
const values = /[^ \t]+/g;
const threeDigits = /^\d{3}$/;

/** The names of the fields, where a line is the directive that gives them. */
export function fieldNames(line: string): readonly string[] | null {
  return directive.exec(line)?.[1]?.trim().split(blanks) ?? null;
}

/** What a line says under the names that stand above it; null where it has no status in that place. */
export function readW3c(line: string, names: readonly string[]): W3cLine | null {
  const place = names.indexOf('sc-status');
  if (place === -1) return null;
  const found = [...line.matchAll(values)];
  const status = found[place];
  if (status === undefined || !threeDigits.test(status[0]) || found.length < names.length - 1) return null;
  const fieldOf = (name: string) => found[names.indexOf(name)]?.[0];
  const code = Number(status[0]);
  const sub = Number(fieldOf('sc-substatus') ?? 0);
  return {
    code,
    ...(sub > 0 ? { sub } : {}),
    at: status.index,
    said: names.includes('x-edge-location')
      ? judgeCloudfront(
          { rest: ` ${fieldOf('x-edge-detailed-result-type') ?? ''} ${fieldOf('x-edge-result-type') ?? ''} ` },
          code,
        )
      : judgeIis(code, sub),
  };
}

/** 502.3 and 502.4 are said by Application Request Routing, the proxy inside IIS. */
export function judgeIis(code: number, sub: number): readonly Said[] {
  if (code === 502 && (sub === 3 || sub === 4 || sub === 0))
    return [
      {
        who: 'iisArr',
        role: 'made',
        strength: 'strong',
        seen: `502.${sub} is said by ARR, the proxy inside IIS.`,
        source: arr,
      },
    ];
  return [
    {
      who: 'iis',
      role: 'made',
      strength: sub > 0 && code >= 400 ? 'proof' : 'strong',
      seen:
        sub > 0 && code >= 400
          ? `Substatus ${sub}: a module of IIS gave this answer.`
          : 'The line is from IIS’s log; substatus 0 may also be the application’s own answer.',
      source: iisCodes,
    },
  ];
}

/** A line of IIS without the line that names its fields: the last four are status, substatus, win32 status and time taken. */
export const iisLog: LogFormat = {
  name: 'IIS',
  has: ['-', ':'],
  pattern:
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?=[^\n]{0,200}\b[A-Z]{3,8} \/)[^\n]{1,4000} (?<code>[1-5]\d{2}) (?<sub>\d{1,3}) \d{1,10} \d{1,10}[ \t]{0,4}$/d,
  judge: ({ sub }, code) => judgeIis(code, Number(sub ?? 0)),
};
