// The worked exchanges of the catalog, taken apart: what is sent, and what comes back.

export interface Field {
  readonly name: string;
  readonly value: string;
}

export interface Message {
  readonly headers: readonly Field[];
  /** Null where there is none. */
  readonly body: string | null;
}

export interface RequestMessage extends Message {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
}

export interface ResponseMessage extends Message {
  readonly code: number;
}

const betweenResponses = /\n\n(?=HTTP\/1\.1 \d{3})/;
const space = ' ';

export function parseRequest(raw: string): RequestMessage {
  const { start, ...message } = parse(raw);
  const [method = '', target = ''] = start.split(space);
  return { ...message, method, target };
}

/** Interim responses come first. */
export function parseResponses(raw: string): readonly ResponseMessage[] {
  return raw.split(betweenResponses).map((one) => {
    const { start, ...message } = parse(one);
    return { ...message, code: Number(start.split(space)[1]) };
  });
}

function parse(raw: string): Message & { readonly start: string } {
  const [head = '', ...rest] = raw.split('\n\n');
  const [start = '', ...lines] = head.split('\n');
  const headers = lines.filter(Boolean).map((line): Field => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
  const body = rest.join('\n\n').trimEnd();
  return { start, headers, body: body === '' ? null : body };
}

/** The value of a header field, whatever the case of its name. */
export function fieldIn({ headers }: Message, name: string): string | undefined {
  return headers.find((field) => field.name.toLowerCase() === name.toLowerCase())?.value;
}
