// Writing down rules and own codes, and what was done to them. All of it inside somebody's transaction.
import type { Doer, HouseEvent, Imported, KeptRule, KeyedCode, RuleWords, Team } from './house-records.ts';
import type { HouseTables } from './house-tables.ts';
import { newId } from './id.ts';
import type { Db } from './tables.ts';

/** Things kept of what was done to one rule or code. */
const REMEMBERED = 50;
/** Rows written in one statement, well below what either engine takes. */
const AT_ONCE = 200;

interface Decided {
  readonly code: number;
  readonly current: KeptRule | null;
  readonly change: RuleWords | 'remove';
  readonly doer: Doer;
}

/** @returns false where one that should be new is there already */
export async function apply(transaction: Db, team: Team, { code, current, change, doer }: Decided): Promise<boolean> {
  const { platform, team: id } = team;
  const where = { platform, team: id, code };
  const subject = String(code);
  if (change === 'remove') {
    if (current === null) return true;
    await transaction
      .deleteFrom('house_rule')
      .where((eb) => eb.and(where))
      .execute();
    const { text, link } = current;
    await noteDown(transaction, team, doer, [{ subject, what: 'remove', text, link }]);
    return true;
  }
  const { text, link } = change;
  const words = { text, link, set_by: doer.user, set_at: doer.at };
  if (current === null) {
    const { numInsertedOrUpdatedRows = 0n } = await transaction
      .insertInto('house_rule')
      .values({ ...where, ...words })
      .onConflict((conflict) => conflict.columns(['platform', 'team', 'code']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return false;
  } else {
    await transaction
      .updateTable('house_rule')
      .set(words)
      .where((eb) => eb.and(where))
      .execute();
  }
  await noteDown(transaction, team, doer, [{ subject, what: current === null ? 'set' : 'edit', text, link }]);
  return true;
}

interface Content {
  readonly rules: readonly (RuleWords & { readonly code: number })[];
  readonly codes: readonly KeyedCode[];
}

/** Null where a team would have more own codes than it may. */
export async function addAll(
  transaction: Db,
  { platform, team }: Team,
  content: Content,
  doer: Doer,
  most: number,
): Promise<Imported | null> {
  const where = { platform, team };
  const written = { set_by: doer.user, set_at: doer.at };
  const before = {
    rules: await transaction
      .selectFrom('house_rule')
      .selectAll()
      .where((eb) => eb.and(where))
      .execute(),
    codes: await transaction
      .selectFrom('house_code')
      .selectAll()
      .where((eb) => eb.and(where))
      .execute(),
  };
  const ruleBefore = new Map(before.rules.map((row) => [row.code, row]));
  const codeBefore = new Map(before.codes.map((row) => [row.key, row]));
  if (new Set([...codeBefore.keys(), ...content.codes.map(({ key }) => key)]).size > most) return null;

  const rules = content.rules
    .filter(({ code, text, link }) => !isSame({ text, link }, ruleBefore.get(code)))
    .map(({ code, text, link }) => ({ ...where, code, text, link, ...written }));
  const codes = content.codes
    .map(({ key, words, names }) => ({ row: { ...where, key, ...columnsOfCode(words) }, names }))
    .filter(({ row }) => !isSame(row, codeBefore.get(row.key)));
  for (const rows of chunks(rules))
    await transaction
      .insertInto('house_rule')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['platform', 'team', 'code']).doUpdateSet((eb) => ({
          text: eb.ref('excluded.text'),
          link: eb.ref('excluded.link'),
          set_by: eb.ref('excluded.set_by'),
          set_at: eb.ref('excluded.set_at'),
        })),
      )
      .execute();
  await removeCodes(
    transaction,
    where,
    codes.map(({ row }) => row.key),
  );
  for (const some of chunks(codes))
    await transaction
      .insertInto('house_code')
      .values(some.map(({ row }) => ({ ...row, ...written })))
      .execute();
  for (const names of chunks(
    codes.flatMap(({ row, names }) => names.map((name) => ({ ...where, name, key: row.key }))),
  ))
    await transaction.insertInto('house_name').values(names).execute();
  await noteDown(transaction, where, doer, [
    ...rules.map(({ code, text, link }) => ({ subject: String(code), what: 'import' as const, text, link })),
    ...codes.map(({ row }) => ({ subject: row.key, what: 'import' as const, text: row.name, link: row.link })),
  ]);
  return { rules: rules.length, codes: codes.length };
}

export async function removeCodes(transaction: Db, { platform, team }: Team, keys: readonly string[]): Promise<void> {
  for (const some of chunks(keys))
    for (const table of ['house_name', 'house_code'] as const)
      await transaction
        .deleteFrom(table)
        .where((eb) => eb.and({ platform, team }))
        .where('key', 'in', some)
        .execute();
}

/** Writes down what was done, and lets go of what was done long ago. */
export async function noteDown(
  transaction: Db,
  { platform, team }: Team,
  { user, at }: Doer,
  done: readonly Pick<HouseEvent, 'subject' | 'what' | 'text' | 'link'>[],
): Promise<void> {
  const rows = done.map((event) => ({ id: newId(at), platform, team, ...event, done_by: user, done_at: at }));
  for (const some of chunks(rows)) await transaction.insertInto('house_event').values(some).execute();
  for (const some of chunks([...new Set(done.map(({ subject }) => subject))]))
    await transaction
      .deleteFrom('house_event')
      .where((eb) => eb.and({ platform, team }))
      .where('id', 'in', (eb) =>
        eb
          .selectFrom(
            eb
              .selectFrom('house_event as event')
              .select(({ fn }) => [
                'event.id',
                fn
                  .agg<number>('row_number')
                  .over((over) => over.partitionBy('event.subject').orderBy('event.id', 'desc'))
                  .as('age'),
              ])
              .where('event.platform', '=', platform)
              .where('event.team', '=', team)
              .where('event.subject', 'in', some)
              .as('aged'),
          )
          .select('aged.id')
          .where('aged.age', '>', REMEMBERED),
      )
      .execute();
}

function columnsOfCode({ code, name, meaning, advice, status, link, aliases }: KeyedCode['words']) {
  return { code, name, meaning, advice: JSON.stringify(advice), status, link, aliases: JSON.stringify(aliases) };
}

/** Whether a row says this already. */
function isSame(words: object, row: HouseTables['house_rule'] | HouseTables['house_code'] | undefined): boolean {
  return row !== undefined && Object.entries(words).every(([name, value]) => Reflect.get(row, name) === value);
}

function chunks<Item>(items: readonly Item[]): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, at) =>
    items.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}
