import type { Facet } from '../reading.ts';

const facets: readonly (readonly [Facet, RegExp])[] = [
  ['use', /\bwhen (?:not |do (?:i|we|you) |should (?:i|we|you) |would (?:i|we|you) )?(?:to )?use\b/],
  ['testers', /\b(?:testers?|test(?:ing)?|provoke|assert|verify|check(?:list)?)\b/],
  ['example', /\b(?:examples?|sample|raw|exchange|look like)\b/],
  [
    'constants',
    /\b(?:in code|constants?|enum|in (?:go|golang|python|java|spring|c#|csharp|rust|rails|ruby|php|symfony|node|kotlin|ktor|elixir))\b/,
  ],
];

/** Which side of a code a line asks for: "404 for testers", "example of 204", "409 in code". */
export function facetOf(cleaned: string): Facet {
  return facets.find(([, pattern]) => pattern.test(cleaned))?.[0] ?? 'overview';
}
