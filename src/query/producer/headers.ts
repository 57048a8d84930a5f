// The fields of a response in a text: as curl prints them, as a raw message, in a HAR, in JSON or as a program prints a map.

export interface Field {
  readonly value: string;
  /** As it stands in the text, to be quoted. */
  readonly line: string;
}

export type Fields = ReadonlyMap<string, readonly Field[]>;

/** How tools mark a line: curl by `<`, wget by blanks, PHP by the number of the line. */
const statusLine = /^(?:[<*] ?|\s{1,16}(?:\[\d{1,3}\] => )?)?HTTP\/[123](?:\.\d)?\s+\d{3}/;
const requestLine = /^(?:> ?)?[A-Z]{3,8} \S{1,2000} HTTP\/[123]/;
const field = /^(?:< ?|\s{1,16}(?:\[\d{1,3}\] => )?)?([A-Za-z][\w-]{0,60}):[ \t]{0,4}(.{0,600})/;
/** A JSON map, a list of values in one, or a printed object: `"server": "x"`, `"Server": ["x"]`, `'x-cache': 'x'`. */
const pair = /["']?\b([A-Za-z][\w-]{1,60})["']?[ \t]{0,4}[:=][ \t]{0,4}\[?[ \t]{0,4}(["'])([^"'\n]{0,400})\2/g;
/** One field of a HAR. */
const named = /"name"\s{0,4}:\s{0,4}"([\w-]{1,60})"\s{0,4},\s{0,40}"value"\s{0,4}:\s{0,4}"([^"\n]{0,400})"/g;

/** Lines between a request line and the next status line belong to the request, and so does what curl marks with `>`. */
export function responseFields(text: string): Fields {
  const fields = new Map<string, Field[]>();
  const add = (name: string, value: string, line: string) => {
    const key = name.toLowerCase();
    const known = fields.get(key);
    if (known === undefined) fields.set(key, [{ value, line }]);
    else if (known.length < MOST) known.push({ value, line });
  };
  let ofRequest = false;
  for (const line of text.split('\n')) {
    if (statusLine.test(line)) ofRequest = false;
    else if (requestLine.test(line)) ofRequest = true;
    else if (!(ofRequest || line.startsWith('>'))) {
      const [, name, value] = field.exec(line) ?? [];
      if (name !== undefined && value !== undefined) add(name, value.trim(), line.trim());
    }
  }
  for (const [whole, name = '', , value = ''] of text.matchAll(pair)) add(name, value, whole);
  for (const [whole, name = '', value = ''] of text.matchAll(named)) add(name, value, whole);
  return fields;
}

/** Fields of one name that are kept: a log repeats them in every line. */
const MOST = 20;
