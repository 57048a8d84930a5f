// Problem details (RFC 9457) in a text: what an API says of an error, field by field.

export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
}

/** Objects that are tried, and the longest of them in characters: a problem is short. */
const TRIES = 12;
const LONGEST = 20_000;
const mayBeOne = /"(?:title|detail)"/;

/** The first object in a text that has a problem's fields; null where there is none. */
export function readProblem(text: string): Problem | null {
  if (!mayBeOne.test(text) || text.includes('"startedDateTime"')) return null;
  let from = text.indexOf('{');
  for (let tries = 0; from !== -1 && tries < TRIES; tries += 1) {
    const end = endOfObject(text, from);
    const problem = end === -1 ? null : asProblem(text.slice(from, end));
    if (problem !== null) return problem;
    from = text.indexOf('{', from + 1);
  }
  return null;
}

/** The offset behind the brace that closes the object, or -1. Braces inside strings do not count. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let inString = false;
  const last = Math.min(text.length, from + LONGEST);
  for (let at = from; at < last; at += 1) {
    const sign = text[at];
    if (sign === '\\' && inString) at += 1;
    else if (sign === '"') inString = !inString;
    else if (inString) continue;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** An object is a problem when it has two of the fields that RFC 9457 names, one of them in words. */
function asProblem(json: string): Problem | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields: Readonly<Record<keyof Problem, unknown>> = {
    type: undefined,
    title: undefined,
    status: undefined,
    detail: undefined,
    instance: undefined,
    ...value,
  };
  const words = (name: 'type' | 'title' | 'detail' | 'instance') => {
    const said = fields[name];
    return typeof said === 'string' && said.trim() !== '' ? { [name]: said } : {};
  };
  const problem: Problem = {
    ...words('type'),
    ...words('title'),
    ...(typeof fields.status === 'number' ? { status: fields.status } : {}),
    ...words('detail'),
    ...words('instance'),
  };
  const inWords = problem.title !== undefined || problem.detail !== undefined;
  const named = problem.type !== undefined || problem.status !== undefined || problem.instance !== undefined;
  return inWords && named ? problem : null;
}
