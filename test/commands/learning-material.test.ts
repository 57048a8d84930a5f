// The facts of the material that Teapot grew from: each must be found in the answers, in whatever words.
import { describe, expect, it } from 'vitest';
import { plainOf } from './ask.ts';

/** Where somebody would look, and what must be said there: every one of these, in any order. */
const facts: readonly (readonly [fact: string, lines: readonly string[], words: readonly RegExp[]])[] = [
  ['1xx is information on the level of the transfer protocol', ['1xx'], [/information/i, /transfer protocol/i]],
  ['2xx says that the request was accepted', ['2xx'], [/request/i, /accepted/i]],
  ['3xx asks the client for another step', ['3xx'], [/client must take another step/i]],
  ['4xx is trouble on the client’s side', ['4xx'], [/client’s side/i]],
  ['5xx is the server taking responsibility', ['5xx'], [/server takes responsibility/i]],
  ['200 has a body that depends on the method', ['200'], [/body/i, /depends on the method/i]],
  ['200 differs from 204 by its body', ['200 vs 204'], [/body/i, /no body/i, /depends on the method/i]],
  ['201 says that a resource was created', ['201'], [/new resource/i]],
  ['201 is the usual answer to a creating POST', ['when to use 201'], [/answer to a creating POST/i]],
  ['202 is accepted, long-running and not finished', ['202'], [/took|accepted/i, /long-running/i, /not finished/i]],
  ['204 is usual for PUT, POST or DELETE', ['204', 'when to use 204'], [/\bPUT\b/, /\bPOST\b/, /\bDELETE\b/]],
  ['204 never has a body', ['204'], [/never has a body/i, /Body: never/]],
  ['301 says that the URL moved, to the one in Location', ['301'], [/moved/i, /\bLocation\b/]],
  ['301 is rarely met in API testing', ['301', '301 for testers', 'when to use 301'], [/rare|seldom/i, /API/]],
  ['302 is a redirection to the URL in Location', ['302'], [/redirection/i, /URL in Location/i]],
  ['303 sends the client to another URI with GET', ['303'], [/\bGET\b/, /URI in Location/i]],
  [
    '303 after POST, PUT or DELETE means that the data was received',
    ['303', 'when to use 303'],
    [/data was received/i, /\bPOST\b/, /\bPUT\b/, /\bDELETE\b/],
  ],
  ['304 has an empty body like 204', ['304'], [/like 204/i, /empty body/i]],
  [
    '304 answers If-Modified-Since and If-None-Match',
    ['304', '304 for testers'],
    [/If-Modified-Since/, /If-None-Match/, /not changed|nothing has changed|not modified/i],
  ],
  ['400 is the general client error', ['400'], [/general client error/i]],
  [
    '400 is for malformed syntax, invalid parameters, deceptive routing',
    ['400', 'when to use 400'],
    [/malformed|syntax/i, /parameter/i, /deceptive/i, /routing/i],
  ],
  ['401 is like 403, but about authentication', ['401'], [/like 403/i, /authentication/i, /missing/i, /failed/i]],
  [
    '401 comes when a token is not sent in a header',
    ['when to use 401'],
    [/token not sent in the Authorization header/i],
  ],
  ['403 is a valid request that the server declines', ['403'], [/valid/i, /declines/i, /permissions/i]],
  ['404 is for what is not found', ['404'], [/not found/i, /nothing at this address/i]],
  ['405 is for a method that is not supported', ['405'], [/does not support this method/i]],
  [
    '405 comes for GET where POST is needed, and PUT on what is read-only',
    ['405', 'when to use 405', '405 for testers'],
    [/GET/, /POST/, /PUT/, /read-only/i],
  ],
  ['406 cannot be answered within the Accept headers', ['406'], [/Accept headers/]],
  ['500 is a general, unexpected condition', ['500'], [/unexpected/i]],
  ['501 is for a method not recognised or not able to', ['501'], [/not recogni[sz]e/i, /method/i, /cannot/i]],
  ['501 usually means: in future', ['501', 'when to use 501'], [/future|one day/i]],
];

describe('the learning material is found in the answers', () => {
  it.each(facts)('%s', async (_, lines, words) => {
    const said = (await Promise.all(lines.map(plainOf))).join('\n');
    for (const word of words) expect(said).toMatch(word);
  });
});
