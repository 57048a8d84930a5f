// The tokens of the workspaces that have installed Teapot, sealed on their way in and opened on their way out.
import type { Installations, Installed } from './installations.ts';
import type { Seal } from './seal.ts';

/** How many are looked at in one go. */
const PAGE = 100;

/** An installation as its workspace's platform tells of it, and as it is used. */
export type Unsealed = Omit<Installed, 'sealed'> & { readonly token: string };

export interface Vault {
  /** @throws SealProblem where its token does not open */
  find(team: string): Promise<Unsealed | null>;
  /** Which one it is, and since when, without opening its token. */
  when(team: string): Promise<Pick<Installed, 'id' | 'installedAt'> | null>;
  keep(installation: Omit<Unsealed, 'id' | 'platform'>): Promise<void>;
  /** Only this very one. @returns whether it was there */
  remove(team: string, id: string): Promise<boolean>;
  /** The workspaces in which Teapot is installed. */
  teams(): Promise<readonly string[]>;
  /** Uses up a ticket that is good for one time. @returns false where it was used before */
  useTicket(hash: string, expiresAt: number): Promise<boolean>;
}

/** @param now epoch milliseconds */
export function createVault(
  platform: Installed['platform'],
  installations: Installations,
  seal: Seal,
  now: () => number = Date.now,
): Vault {
  return {
    find: async (team) => {
      const found = await installations.get(platform, team);
      if (found === null) return null;
      const { sealed, ...rest } = found;
      return { ...rest, token: seal.open(sealed, found) };
    },
    when: (team) => installations.get(platform, team),
    keep: async ({ token, ...rest }) => {
      const owner = { platform, team: rest.team };
      await installations.put({ ...rest, platform, sealed: seal.seal(token, owner) }, now());
    },
    remove: (team, id) => installations.remove(platform, team, id),
    teams: async () => {
      const teams: string[] = [];
      for await (const { team } of each(platform, installations)) teams.push(team);
      return teams;
    },
    useTicket: (hash, expiresAt) => installations.useTicket(hash, expiresAt, now()),
  };
}

/** What sealing everything anew has come to. */
export interface Resealed {
  /** Sealed with the first key by this run. */
  readonly resealed: number;
  /** Had been already, or was meanwhile. */
  readonly kept: number;
  /** Why each of the others does not open. */
  readonly problems: readonly string[];
}

/**
 * Seals every token with the first key. It may be broken off, repeated, and run beside replicas: each token is changed by
 * itself, and only while it still is what was read.
 */
export async function reseal(installations: Installations, seal: Seal, now: () => number): Promise<Resealed> {
  const problems: string[] = [];
  let resealed = 0;
  let kept = 0;
  for await (const found of each('slack', installations)) {
    try {
      const token = seal.open(found.sealed, found);
      const isNew =
        found.sealed.keyId !== seal.writes && (await installations.reseal(found, seal.seal(token, found), now()));
      if (isNew) resealed += 1;
      else kept += 1;
    } catch (thrown) {
      problems.push(describe(found, thrown));
    }
  }
  return { resealed, kept, problems };
}

/** Opens every token. @returns why each of those that do not open does not */
export async function findUnopenable(installations: Installations, seal: Seal): Promise<readonly string[]> {
  const problems: string[] = [];
  for await (const found of each('slack', installations))
    try {
      seal.open(found.sealed, found);
    } catch (thrown) {
      problems.push(describe(found, thrown));
    }
  return problems;
}

async function* each(platform: Installed['platform'], installations: Installations): AsyncGenerator<Installed> {
  for (let page = await installations.list(platform, PAGE); page.length > 0; ) {
    yield* page;
    page = await installations.list(platform, PAGE, page.at(-1)?.team);
  }
}

/** What is no problem of the seal is none of one token either. */
function describe({ team }: Installed, thrown: unknown): string {
  if (thrown instanceof Error && thrown.name === 'SealProblem') return `${team}: ${thrown.message}`;
  throw thrown;
}
