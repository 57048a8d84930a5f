// Known holes in the packages that are shipped: fails at grave ones. Without an answer it says so, and fails nobody: not every
// registry has one, and none is there offline. `npm run audit`
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

export interface Verdict {
  readonly line: string;
  readonly failed: boolean;
}

/** Graver than what an attentive reader of the log would mend in the next days. */
const GRAVE = ['high', 'critical'] as const;

type Json = Readonly<Record<string, unknown>>;

/** @param report what `npm audit --json` prints, in its version 2 (docs: npmjs.com, cli/v11/commands/npm-audit) */
export function judge(report: string): Verdict {
  const { auditReportVersion: version, vulnerabilities, message } = objectIn(report);
  if (version === undefined || typeof vulnerabilities !== 'object' || vulnerabilities === null) {
    const why = typeof message === 'string' ? message.split('\n', 1)[0] : 'no report';
    return { line: `audit: not checked, the registry does not answer (${why})`, failed: false };
  }
  const grave = Object.entries(vulnerabilities as Readonly<Record<string, Json>>)
    .filter(([, { severity }]) => GRAVE.some((one) => one === severity))
    .map(([name, { severity }]) => `${name} (${severity})`);
  return grave.length === 0
    ? { line: 'audit: no grave hole is known', failed: false }
    : { line: `audit: known holes in ${grave.join(', ')}; see npm audit`, failed: true };
}

function objectIn(text: string): Json {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const npm = process.env['npm_execpath'];
  const asked = ['audit', '--omit=dev', '--json'];
  // A report cut short would read as none.
  const options = { encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY } as const;
  const { stdout } =
    npm === undefined ? spawnSync('npm', asked, options) : spawnSync(process.execPath, [npm, ...asked], options);
  const { line, failed } = judge(stdout ?? '');
  process.stdout.write(`${line}\n`);
  process.exitCode = failed ? 1 : 0;
}
