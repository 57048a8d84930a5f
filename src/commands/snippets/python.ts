import { lines, quoted } from './literals.ts';
import type { Trial } from './trial.ts';

export function requests(trial: Trial): string {
  const { sent } = trial;
  return lines(
    ...imports(trial, 'requests'),
    '',
    '',
    ...definition(trial),
    '    response = requests.request(',
    ...call(trial),
    sent.body === null ? null : `        data=${bytes(sent.body)},`,
    '        allow_redirects=False,',
    '        timeout=10,',
    '    )',
    ...assertions(trial),
  );
}

export function httpx(trial: Trial): string {
  const { sent } = trial;
  return lines(
    ...imports(trial, 'httpx'),
    '',
    '',
    ...definition(trial),
    '    response = httpx.request(',
    ...call(trial),
    sent.body === null ? null : `        content=${bytes(sent.body)},`,
    '        follow_redirects=False,',
    '        timeout=10,',
    '    )',
    ...assertions(trial),
  );
}

function imports({ checks }: Trial, library: string): readonly string[] {
  return checks.length === 0 ? [`import ${library}`] : ['import re', '', `import ${library}`];
}

const notInName = /[^a-z]+/g;

function definition({ code, method }: Trial): readonly string[] {
  return [`def test_${method.toLowerCase().replace(notInName, '_')}_answers_${code}():`];
}

function call({ method, origin, path, query, sent }: Trial): readonly string[] {
  return [
    `        ${quoted(method)},`,
    `        ${quoted(origin + path + query)},`,
    ...(sent.headers.length === 0
      ? []
      : [
          '        headers={',
          ...sent.headers.map(({ name, value }) => `            ${quoted(name)}: ${quoted(value)},`),
          '        },',
        ]),
  ];
}

/** Sent as it stands, also where it is no ASCII. */
function bytes(text: string): string {
  return `${quoted(text)}.encode()`;
}

function assertions({ code, checks, body }: Trial): readonly string[] {
  return [
    '',
    `    assert response.status_code == ${code}`,
    ...checks.map(
      ({ name, pattern, asked }) =>
        `    assert re.search(${quoted(pattern)}, response.headers.get(${quoted(name)}, ""))  # ${asked}`,
    ),
    ...(body === 'empty' ? ['    assert response.content == b""'] : []),
    ...(body === 'some' ? ['    assert response.content != b""'] : []),
  ];
}
