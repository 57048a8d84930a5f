// The workspaces that have installed Teapot: what keeps them comes from outside; here they are remembered for a moment.
import type { Held, Tokens } from './tokens.ts';
import { refusesToken, tokenProblem } from './tokens.ts';

/** What Slack tells of an installation. */
export interface Installation {
  readonly team: string;
  readonly enterprise: string | null;
  readonly botUser: string;
  readonly scopes: readonly string[];
  /** As Teapot knows that person. */
  readonly installedBy: string | null;
  readonly token: string;
  /** By Slack's clock, in epoch milliseconds, to the second. */
  readonly installedAt: number;
}

/** What keeps installations, for every replica: their tokens sealed. */
export interface Installations {
  /** @throws where the token cannot be opened */
  find(team: string): Promise<Installation | null>;
  /** Which one it is, and since when, without opening its token. */
  when(team: string): Promise<{ readonly id: string; readonly installedAt: number } | null>;
  /** In the place of the one before. Whatever was noted of a removal is forgotten. */
  keep(installation: Installation): Promise<void>;
  /** Only this very one: what has come in its place stays. @returns whether it was there */
  remove(team: string, id: string): Promise<boolean>;
  teams(): Promise<readonly string[]>;
  /** Uses up what is good for one time. @returns false where it was used before */
  useTicket(hash: string, expiresAt: number): Promise<boolean>;
}

/** As long, a replica may use a token that another one knows to be gone; Slack refuses it by then. In milliseconds. */
const KEPT = 60_000;

/** Workspaces remembered; what is asked for most lately stays. */
const MOST = 2_000;

export interface ManyTokens extends Tokens {
  /** Looks it up anew next time. */
  drop(team: string): void;
}

/** @param now epoch milliseconds */
export function createTokens(
  installations: Pick<Installations, 'find'>,
  now: () => number = Date.now,
  most = MOST,
): ManyTokens {
  /** What is asked for by many at once is looked up once. */
  const known = new Map<string, { readonly held: Promise<Held | null>; readonly until: number }>();

  async function look(team: string): Promise<Held | null> {
    try {
      return await installations.find(team);
    } catch (thrown) {
      throw tokenProblem(false, thrown);
    }
  }

  async function find(team: string): Promise<Held | null> {
    const remembered = known.get(team);
    if (remembered !== undefined && remembered.until > now()) return await remembered.held;
    const entry = { held: look(team), until: now() + KEPT };
    // Set anew, it stands behind the others: the first are those that were not asked for the longest.
    known.delete(team);
    known.set(team, entry);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    // Where it is not installed, it may be at any moment.
    const forget = () => known.get(team) === entry && known.delete(team);
    return await entry.held.then(
      (held) => {
        if (held === null) forget();
        return held;
      },
      (thrown: unknown) => {
        forget();
        throw thrown;
      },
    );
  }

  async function tokenOf(team: string): Promise<string> {
    const held = await find(team);
    if (held === null) throw tokenProblem(true);
    return held.token;
  }

  return {
    find,
    use: async (team, call) => {
      const token = await tokenOf(team);
      try {
        return await call(token);
      } catch (refusal) {
        if (!refusesToken(refusal)) throw refusal;
        known.delete(team);
        const newer = await tokenOf(team);
        if (newer === token) throw refusal;
        return await call(newer);
      }
    },
    drop: (team) => {
      known.delete(team);
    },
  };
}
