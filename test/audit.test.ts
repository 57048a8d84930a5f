import { describe, expect, it } from 'vitest';
import { judge } from './audit.ts';

const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

describe('an audit', () => {
  it.each<[string, string, boolean, string]>([
    ['of nothing known', report({}), false, 'audit: no grave hole is known'],
    ['of small holes', report({ a: { severity: 'moderate' }, b: { severity: 'low' } }), false, 'no grave hole'],
    ['of a grave hole', report({ a: { severity: 'low' }, ws: { severity: 'high' } }), true, 'ws (high)'],
    ['of the gravest', report({ pg: { severity: 'critical' } }), true, 'pg (critical)'],
    [
      'that the registry refuses',
      JSON.stringify({ message: '405 Method Not Allowed - POST\nand more', error: {} }),
      false,
      'audit: not checked, the registry does not answer (405 Method Not Allowed - POST)',
    ],
    ['that says nothing', '', false, 'not checked'],
    ['that says something else', '[]', false, 'not checked'],
    ['that is cut off', '{"auditReportVersion":2,', false, 'not checked'],
  ])('%s', (_, text, failed, words) => {
    const verdict = judge(text);
    expect(verdict.failed).toBe(failed);
    expect(verdict.line).toContain(words);
    expect(verdict.line).not.toContain('\n');
  });
});
