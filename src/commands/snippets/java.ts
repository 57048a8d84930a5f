import { lines, quoted } from './literals.ts';
import type { Trial } from './trial.ts';

const notInName = /[^A-Z]+/g;

export function restAssured({ method, origin, path, query, sent, code, checks, body }: Trial): string {
  return lines(
    'import static io.restassured.RestAssured.given;',
    'import static org.hamcrest.Matchers.*;',
    '',
    'import org.junit.jupiter.api.Test;',
    '',
    `class Status${code}Test {`,
    '  @Test',
    `  void ${method.replace(notInName, '').toLowerCase()}Answers${code}() {`,
    '    given()',
    '        .redirects().follow(false)',
    ...sent.headers.map(({ name, value }) => `        .header(${quoted(name)}, ${quoted(value)})`),
    sent.body === null ? null : `        .body(${quoted(sent.body)})`,
    '    .when()',
    `        .request(${quoted(method)}, ${quoted(origin + path + query)})`,
    '    .then()',
    ...checks.map(({ name, pattern, asked }) => `        .header(${quoted(name)}, ${matcher(pattern)}) // ${asked}`),
    body === 'empty' ? '        .body(emptyString())' : null,
    body === 'some' ? '        .body(not(emptyString()))' : null,
    `        .statusCode(${code});`,
    '  }',
    '}',
  );
}

/** Hamcrest matches a pattern against the whole value. */
function matcher(pattern: string): string {
  const open = pattern.startsWith('^') ? pattern.slice(1) : `.*${pattern}`;
  return `matchesPattern(${quoted(open.endsWith('$') ? open.slice(0, -1) : `${open}.*`)})`;
}
