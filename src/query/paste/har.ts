// The responses of a HAR (HTTP Archive), whole or cut off: the status of each entry, and nothing of what its bodies say.

export interface HarStatus {
  readonly code: number;
  /** Offset of the status in the text, in UTF-16 code units. */
  readonly at: number;
}

/** A response begins with its status wherever browsers and proxies write one; other fields may stand before it. */
const response =
  /"response"\s{0,8}:\s{0,8}\{\s{0,80}(?:"(?:statusText|httpVersion|redirectURL|_transferSize|bodySize|headersSize)"\s{0,8}:\s{0,8}(?:"[^"\n]{0,300}"|-?\d{1,12})\s{0,8},\s{0,80}){0,6}"status"\s{0,8}:\s{0,8}(?<code>\d{3})\b/dg;

/** Null where the text is no HAR. */
export function readHar(text: string): readonly HarStatus[] | null {
  if (!(text.includes('"response"') && (text.includes('"startedDateTime"') || text.includes('"entries"')))) return null;
  const found = [...text.matchAll(response)].flatMap((match): readonly HarStatus[] => {
    const at = match.indices?.groups?.['code']?.[0];
    return at === undefined ? [] : [{ code: Number(match.groups?.['code']), at }];
  });
  return found.length === 0 ? null : found;
}
