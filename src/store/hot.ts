// Queries that nearly every question asks: put into words once, because that takes longer than running them.
import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './tables.ts';

/** Where a value of `Given` comes in. */
export type Blank<Given> = <Name extends keyof Given>(name: Name) => Given[Name];

/**
 * A query that is compiled at its first use, and then only filled in.
 * @param build the query, with a blank for each value that changes; a blank stands for one value, so there is none for a list
 */
export function hot<Given extends object, Row>(
  db: Db,
  build: (blank: Blank<Given>) => Compilable<Row>,
): (given: Given) => Promise<readonly Row[]> {
  const names = new Map<unknown, keyof Given>();
  let compiled: CompiledQuery<Row> | null = null;

  function blank<Name extends keyof Given>(name: Name): Given[Name] {
    const mark: unknown = Symbol(String(name));
    names.set(mark, name);
    // What Kysely hands to the engine is replaced before it gets there.
    return mark as Given[Name];
  }

  return async (given) => {
    compiled ??= build(blank).compile();
    const parameters = compiled.parameters.map((value) => {
      const name = names.get(value);
      return name === undefined ? value : given[name];
    });
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}

/** Lengths of a list in a query: few, because each is a query of its own. */
const LENGTHS = [1, 4, 16, 64, 256, 1024];

/**
 * The same for a query with a list, which is never empty.
 * @param build the query, with the blanks of the list: as many as it has, or a few more for its last one again
 */
export function hotList<Given extends object, Item, Row>(
  db: Db,
  build: (blank: Blank<Given>, items: Item[]) => Compilable<Row>,
): (given: Given, items: readonly Item[]) => Promise<readonly Row[]> {
  type Filled = Given & Readonly<Record<`item ${number}`, Item>>;
  const queries = new Map<number, (filled: Filled) => Promise<readonly Row[]>>();

  return (given, items) => {
    const length = LENGTHS.find((one) => one >= items.length) ?? items.length;
    const places = Array.from({ length }, (_, at) => `item ${at}` as const);
    const query =
      queries.get(length) ??
      hot<Filled, Row>(db, (blank) =>
        build(
          blank as Blank<Given>,
          places.map((place) => blank(place) as Item),
        ),
      );
    queries.set(length, query);
    const last = items.length - 1;
    return query({
      ...given,
      ...Object.fromEntries(places.map((place, at) => [place, items[Math.min(at, last)]])),
    } as Filled);
  };
}
