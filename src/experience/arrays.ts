// Arrays of numbers as one run of bytes, to be kept in a file.

const KINDS = { Int8Array, Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array } as const;
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;

/** Bytes of the longest number: each array begins at a multiple of it. */
const WIDEST = 4;

/** Where each array is in the bytes. */
export interface Layout {
  readonly bytes: number;
  readonly arrays: readonly {
    /** Names of the objects it is in, and its own. */
    readonly path: readonly string[];
    readonly kind: Kind;
    readonly at: number;
    readonly length: number;
  }[];
}

/**
 * @param arrays objects in objects, with arrays at their ends
 * @throws TypeError for an end that is none, or of a kind that is not known here
 */
export function pack(arrays: object): { readonly layout: Layout; readonly bytes: Uint8Array<ArrayBuffer> } {
  const ends = [...endsOf(arrays, [])];
  let end = 0;
  const placed = ends.map(([path, numbers]) => {
    const at = end;
    end += Math.ceil(numbers.byteLength / WIDEST) * WIDEST;
    return { path, kind: kindOf(numbers), at, length: numbers.length };
  });
  const bytes = new Uint8Array(end);
  for (const [index, [, { buffer, byteOffset, byteLength }]] of ends.entries())
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), placed[index]?.at);
  return { layout: { bytes: end, arrays: placed }, bytes };
}

/** The same objects, with arrays that lie in these bytes. @throws RangeError where there are less */
export function unpack({ arrays }: Layout, { buffer, byteOffset }: Uint8Array<ArrayBuffer>): object {
  const all = {};
  for (const { path, kind, at, length } of arrays) {
    let inside: Record<string, object> = all;
    for (const name of path.slice(0, -1)) {
      inside[name] ??= {};
      inside = inside[name] as Record<string, object>;
    }
    inside[path.at(-1) ?? ''] = new KINDS[kind](buffer, byteOffset + at, length);
  }
  return all;
}

function* endsOf(inside: object, path: readonly string[]): Generator<readonly [readonly string[], Numbers]> {
  if (ArrayBuffer.isView(inside)) yield [path, inside as Numbers];
  else for (const [name, part] of Object.entries(inside)) yield* endsOf(part, [...path, name]);
}

function kindOf({ constructor: { name } }: Numbers): Kind {
  if (!Object.hasOwn(KINDS, name)) throw new TypeError(`a ${name} cannot be kept`);
  return name as Kind;
}
