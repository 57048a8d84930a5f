// Which tables were written, once others can see it, told from what the engine was asked: nobody who writes has to say so.

/** Told of a table, or (null) that it may be any of them. */
export type Wrote = (table: string | null) => void;

/** Kysely writes like this; so do our own queries. */
const WRITES = /^\s*(?:insert into|update|delete from) "(\w+)"/i;
/** Anything else may write: changes of the schema, and what begins with “with”. */
const WRITES_NOTHING = /^\s*(?:select|pragma|begin|start|commit|rollback|savepoint|release|set|show)\b/i;

/**
 * Hears every query of one connection, after it worked.
 * @returns to be told of each: its words, and whether a transaction is open after it
 */
export function listenForWrites(wrote: Wrote): (sql: string, inTransaction: boolean) => void {
  const unseen = new Set<string | null>();
  return (sql, inTransaction) => {
    const [, table = null] = WRITES.exec(sql) ?? [];
    if (table !== null || !WRITES_NOTHING.test(sql)) unseen.add(table);
    if (inTransaction || unseen.size === 0) return;
    for (const one of unseen) wrote(one);
    unseen.clear();
  };
}
