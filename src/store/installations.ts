// Where Teapot is installed, with which token. The rows hold it sealed; whoever has the keys opens it: vault.ts.
import { adopt } from './adopt.ts';
import { newId } from './id.ts';
import type { Place } from './records.ts';
import type { Sealed } from './seal.ts';
import type { Db, InstallationRow } from './tables.ts';

type Platform = Place['platform'];

/** One installation. A workspace that installs Teapot again has a new one, with another id. */
export interface Installed {
  readonly id: string;
  readonly platform: Platform;
  readonly team: string;
  readonly enterprise: string | null;
  readonly botUser: string;
  readonly scopes: readonly string[];
  /** Null once that person asked to be forgotten. */
  readonly installedBy: string | null;
  readonly sealed: Sealed;
  /** By the platform's clock, in epoch milliseconds. */
  readonly installedAt: number;
}

export interface Installations {
  get(platform: Platform, team: string): Promise<Installed | null>;
  /** The platform's installations, by team; a page at a time. @param after the last team of the page before */
  list(platform: Platform, most: number, after?: string): Promise<readonly Installed[]>;
  /**
   * Takes the place of the one before, unless that is newer: of two replicas that are told of two, the later stays.
   * @param at epoch milliseconds
   */
  put(installation: Omit<Installed, 'id'>, at: number): Promise<void>;
  /** Only this very one: what has come in its place since stays. @returns whether it was there */
  remove(platform: Platform, team: string, id: string): Promise<boolean>;
  /** The same token under another key; false where it has been sealed anew meanwhile, or is gone. */
  reseal(before: Installed, sealed: Sealed, at: number): Promise<boolean>;
  /** How many tokens each key has sealed. */
  countByKey(): Promise<readonly { readonly keyId: string; readonly count: number }[]>;
  /**
   * Uses up a ticket that is good for one time. @param hash of it; the ticket itself is never kept
   * @param expiresAt after which it is not good in any case, so that it may be forgotten
   * @returns false where it was used before
   */
  useTicket(hash: string, expiresAt: number, now: number): Promise<boolean>;
}

export function createInstallations(db: Db): Installations {
  return {
    get: async (platform, team) => {
      const row = await db
        .selectFrom('installation')
        .selectAll()
        .where((eb) => eb.and({ platform, team }))
        .executeTakeFirst();
      return row === undefined ? null : read(row);
    },
    list: async (platform, most, after = '') => {
      const rows = await db
        .selectFrom('installation')
        .selectAll()
        .where('platform', '=', platform)
        .where('team', '>', after)
        .orderBy('team')
        .limit(most)
        .execute();
      return rows.map(read);
    },
    put: async (installation, at) => {
      const { platform, team, ...rest } = write(installation, at);
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('installation')
          .values({ platform, team, ...rest })
          .onConflict((conflict) =>
            conflict
              .columns(['platform', 'team'])
              .doUpdateSet(rest)
              .where('installation.installed_at', '<=', rest.installed_at),
          )
          .execute();
        await adopt(transaction, platform, team);
        // What is installed must never be purged.
        await transaction
          .deleteFrom('removal')
          .where((eb) => eb.and({ platform, team }))
          .execute();
      });
    },
    remove: async (platform, team, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('installation')
        .where((eb) => eb.and({ platform, team, id }))
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    reseal: async ({ platform, team, id, sealed: before }, sealed, at) => {
      const { numUpdatedRows } = await db
        .updateTable('installation')
        .set({ sealed: sealed.text, key_id: sealed.keyId, sealed_at: at })
        .where((eb) => eb.and({ platform, team, id, sealed: before.text }))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    countByKey: async () => {
      const rows = await db
        .selectFrom('installation')
        .select((eb) => ['key_id as keyId', eb.fn.countAll().as('count')])
        .groupBy('key_id')
        .orderBy('key_id')
        .execute();
      return rows.map(({ keyId, count }) => ({ keyId, count: Number(count) }));
    },
    useTicket: async (hash, expiresAt, now) => {
      await db.deleteFrom('used_ticket').where('expires_at', '<', now).execute();
      const used = await db
        .insertInto('used_ticket')
        .values({ hash, expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .returning('hash')
        .executeTakeFirst();
      return used !== undefined;
    },
  };
}

function read(row: InstallationRow): Installed {
  return {
    id: row.id,
    platform: row.platform,
    team: row.team,
    enterprise: row.enterprise,
    botUser: row.bot_user,
    scopes: row.scopes === '' ? [] : row.scopes.split(','),
    installedBy: row.installed_by,
    sealed: { keyId: row.key_id, text: row.sealed },
    installedAt: row.installed_at,
  };
}

function write(installation: Omit<Installed, 'id'>, at: number): InstallationRow {
  return {
    id: newId(at),
    platform: installation.platform,
    team: installation.team,
    enterprise: installation.enterprise,
    bot_user: installation.botUser,
    scopes: installation.scopes.join(','),
    installed_by: installation.installedBy,
    sealed: installation.sealed.text,
    key_id: installation.sealed.keyId,
    installed_at: installation.installedAt,
    sealed_at: at,
  };
}
