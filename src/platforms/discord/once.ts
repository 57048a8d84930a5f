// Things that arrive twice and must be handled once.

/** Ids to remember: some minutes of a busy bot. Discord sends an event again only right after a reconnect. */
const REMEMBERED = 5000;

/** A question that is true the first time an id is asked about. Forgets the oldest ids. */
export function createOnce(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > REMEMBERED) seen.delete(seen.values().next().value ?? id);
    return true;
  };
}
