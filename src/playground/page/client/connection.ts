// The two ways between the page and its server: news comes in one stream, deeds go out one by one.
import type { Deed, News, Outcome, Snapshot } from '../protocol.ts';
import type { Action } from './state.ts';

/** The browser tries again by itself, but not where the server answered with an error. In milliseconds. */
const AGAIN_AFTER = 1_000;
/** A platform gives up on the bot after three seconds; the server has told us by then. In milliseconds. */
const ANSWER_WITHIN = 20_000;

function actionOf(data: string): Action {
  const told = JSON.parse(data) as News | Snapshot;
  return 'rooms' in told ? { kind: 'snapshot', snapshot: told } : told;
}

/** Hears the news until the page closes: a snapshot first, and again after each interruption. */
export function listen(hear: (action: Action) => void): void {
  const stream = new EventSource('/news');
  stream.onmessage = ({ data }: MessageEvent<string>) => hear(actionOf(data));
  stream.onerror = () => {
    hear({ kind: 'lost' });
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(hear), AGAIN_AFTER);
  };
}

/** Does something. Never rejects: what went wrong on the way is an outcome, too. */
export async function perform(deed: Deed): Promise<Outcome> {
  try {
    const answer = await fetch('/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(deed),
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    return (await answer.json()) as Outcome;
  } catch {
    return { ok: false, said: 'The playground did not answer. Is it still running where you started it?' };
  }
}
