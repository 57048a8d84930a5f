// When a message that nobody wrote to Teapot gets a reaction: measured on lines of our own, half of them unseen in tuning.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mightFail, speaksOfFailure } from '../../src/query/overheard.ts';
import { isLinear } from '../linear.ts';

interface Line {
  readonly text: string;
  readonly held?: boolean;
}

function load(name: string): readonly Line[] {
  const file = readFileSync(new URL(`../overheard/${name}.jsonl`, import.meta.url), 'utf8');
  return file
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
}

const reacts = ({ text }: Line) => mightFail(text) && speaksOfFailure(text);
const harmless = load('harmless');
const failures = load('failures');

describe('lines of our own', () => {
  it('are many, each once, and half of them unseen', () => {
    expect(harmless.length).toBeGreaterThanOrEqual(200);
    expect(failures.length).toBeGreaterThanOrEqual(150);
    const all = [...harmless, ...failures];
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    for (const lines of [harmless, failures])
      expect(Math.abs(lines.filter(({ held }) => held).length / lines.length - 0.5)).toBeLessThan(0.01);
    expect(harmless.filter(({ text }) => mightFail(text)).length).toBeGreaterThan(200);
  });

  it.each([
    { half: 'seen while tuning', held: false, wrong: 0, missed: 0.05 },
    { half: 'unseen', held: true, wrong: 0.02, missed: 0.12 },
  ])('$half: at most $wrong of the harmless get a reaction, at most $missed of the failures none', (half) => {
    const of = (lines: readonly Line[]) => lines.filter(({ held = false }) => held === half.held);
    const wrong = of(harmless).filter(reacts);
    const missed = of(failures).filter((line) => !reacts(line));
    // The unseen ones stay unseen: only their number is told.
    expect(wrong.length / of(harmless).length).toBeLessThanOrEqual(half.wrong);
    expect(missed.length / of(failures).length).toBeLessThanOrEqual(half.missed);
  });
});

describe('the rules', () => {
  it.each([
    ['the same failure, said and supposed', 'the login page returns 500', 'if the login page returns 500, call me'],
    ['met and mended', 'we get 502s from the checkout api', 'fixed the 502s from the checkout api'],
    ['what is and what should be', 'our api returns 500 again', 'our api should return 500 again'],
    ['what is and what is by design', 'seeing 404s on the cdn', 'can we cache 404s on the cdn?'],
    ['an answer and a choice', 'our api returns 502 again', 'we use 5xx for our own faults in the api'],
    ['an error and its page', 'the site answers 500 errors', 'who owns the 500 error page of the site'],
    [
      'an exception and a word',
      'java.net.SocketTimeoutException: Read timed out',
      'Exception: Bob, who is on vacation',
    ],
    ['a timeout that was met and one that is set', 'AxiosError: timeout of 5000ms exceeded', 'set a timeout of 5000ms'],
    [
      'nginx of its upstream, and git of its own',
      'upstream prematurely closed connection while reading response header from upstream',
      'merged upstream main into our fork',
    ],
    ['a code and a count', 'we get 503s on the site', 'we get 503 visitors on the site'],
    ['a failure and a page', 'seeing a 404 on the new page', 'seeing a 404 page on the new page'],
    ['an error and a joke', 'prod answers with 503 since noon', 'prod answers with 503 since noon :joy:'],
    ['a paste that failed and one that did not', 'GET /x HTTP/1.1\nHTTP/1.1 502 Bad Gateway', 'HTTP/1.1 200 OK'],
    [
      'an error of a client and a word about it',
      'Error: connect ECONNREFUSED 10.0.0.7:80',
      'handle ECONNREFUSED please',
    ],
    ['an error and a teapot', 'the server answers with 503 since noon', 'the server answers with 418 since noon'],
  ])('tell %s apart', (_, failure, other) => {
    expect([reacts({ text: failure }), reacts({ text: other })]).toStrictEqual([true, false]);
  });

  it.each(['', 'x', '§', '§s', '(503)', '404', '404 404 404', '502s', 'we get §s from the api'])(
    'keep silent at "%s"',
    (text) => {
      expect(reacts({ text })).toBe(false);
    },
  );

  it.each([
    ['words before a code', `returned ${'with a '.repeat(6_000)}502`],
    ['names after codes', '502 bad '.repeat(5_000)],
    ['suppositions', 'if when '.repeat(5_000)],
    ['lines', 'get 502s from the api if\n'.repeat(2_000)],
    ['errors of clients', 'error: connect '.repeat(3_000)],
    ['slashes', `/a${'/a'.repeat(20_000)} 502`],
  ])('take no longer than the text is long: %s', (_, text) => {
    expect(isLinear(speaksOfFailure, text)).toBe(true);
  });
});
