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
