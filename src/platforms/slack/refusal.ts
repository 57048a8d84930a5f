// The bot's one token is refused while it runs: it was revoked, or the app removed.
import { type Access, createClient } from './client.ts';
import { reasonOf } from './journal.ts';
import { refusesToken } from './tokens.ts';

export interface Refusal {
  /** Slack may take the token no longer: it is asked. Never rejects. */
  suspect(): Promise<void>;
  /** From now on; before, whoever starts says it. */
  begin(): void;
}

/** @param options.onRefused told of a token that is refused for good, and why */
export function createRefusal(options: {
  readonly access: Pick<Access, 'apiUrl' | 'meter'>;
  readonly token: string;
  readonly onRefused: (reason: string) => void;
}): Refusal {
  const { access, token, onRefused } = options;
  const client = createClient(access);
  let begun = false;
  let asking: Promise<void> | null = null;

  /** One refusal alone proves nothing: Slack has refused good tokens on bad days. */
  async function ask(): Promise<void> {
    try {
      await client.auth.test({ token });
    } catch (thrown) {
      if (refusesToken(thrown)) onRefused(reasonOf(thrown));
    }
  }

  return {
    suspect: async () => {
      if (!begun) return;
      asking ??= ask().finally(() => {
        asking = null;
      });
      await asking;
    },
    begin: () => {
      begun = true;
    },
  };
}
