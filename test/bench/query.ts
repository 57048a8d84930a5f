// `npm run bench`: what reading costs, as ratios against fuse.js token search over the same data in the same run.
import Fuse from 'fuse.js';
import { registered, vendorStatuses } from '../../src/catalog/index.ts';
import { readPaste } from '../../src/query/paste/read-paste.ts';
import { read } from '../../src/query/read.ts';
import { prepareSituations } from '../../src/query/situations.ts';
import { loadQuestions } from '../questions/score.ts';

interface Timing {
  /** Microseconds. */
  readonly median: number;
  readonly p99: number;
}

/** Times each input once per round, in rounds so that a slow moment of the machine does not hit one input only. */
function time(inputs: readonly string[], rounds: number, work: (text: string) => unknown): Timing {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const input of inputs) {
      const start = performance.now();
      work(input);
      samples.push((performance.now() - start) * 1000);
    }
  samples.sort((a, b) => a - b);
  const at = (share: number) => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** How much longer the large of two lengths is. */
const TIMES = 8;
const SMALL = 10_000;

/**
 * The shortest time of a text of SMALL characters and of one TIMES as long, in microseconds. They take turns, and the
 * short one is read TIMES in a row, so that a busy machine disturbs both alike: medians, taken one after the other, once
 * showed 13 where there is 8.
 */
function fastest(make: (length: number) => string, rounds: number, work: (text: string) => unknown) {
  const [small, large] = [make(SMALL), make(SMALL * TIMES)];
  const inARow = () => {
    for (let count = 0; count < TIMES; count += 1) work(small);
  };
  const shortest = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round += 1) {
    shortest.small = Math.min(shortest.small, time([small], 1, inARow).median / TIMES);
    shortest.large = Math.min(shortest.large, time([large], 1, work).median);
  }
  return shortest;
}

const started = performance.now();
prepareSituations();
const preparation = performance.now() - started;

const questions = loadQuestions();
const sentences = questions.filter(({ kind }) => kind === 'situation').map(({ text }) => text);
const coded = ['404', '503', '401 vs 403', 'what is 204', 'HTTP 429', '404.13', '4xx'];
const names = ['bad gatway', 'unprocesable entity', 'gateway tim', 'payload to large', 'too many request'];

const documents = [...registered, ...vendorStatuses].map((status) => ({
  name: [status.name, ...status.aliases].join(' '),
  cases: [status.meaning, ...status.situations.flatMap(({ when, said }) => [when, ...said()])],
}));
const fuse = new Fuse(documents, {
  keys: ['name', 'cases'],
  useTokenSearch: true,
  threshold: 0.3,
  ignoreLocation: true,
});

const logLine =
  '203.0.113.9 - - [24/Nov/2026:10:15:32 +0000] "GET /orders/404?size=500 HTTP/1.1" 502 157 "-" "curl/8.5.0" 8080 0.502\n';
const pasteOf = (length: number) => logLine.repeat(Math.ceil(length / logLine.length)).slice(0, length);
const response = `HTTP/1.1 502 Bad Gateway\nServer: cloudflare\nCF-Ray: 8f-FRA\nVia: 1.1 google\n\n<hr><center>nginx</center>\n`;
const responsesOf = (length: number) => response.repeat(Math.ceil(length / response.length)).slice(0, length);
const hostile: readonly (readonly [string, (length: number) => string])[] = [
  ['digits', (length) => '404 '.repeat(length / 4)],
  ['one long word', (length) => 'a'.repeat(length)],
  ['spaces', (length) => ' '.repeat(length)],
  ['status status', (length) => 'status '.repeat(length / 7)],
  ['quotes and methods', (length) => '"GET '.repeat(length / 5)],
  ['slashes', (length) => '0/'.repeat(length / 2)],
  ['dashes', (length) => 'a-'.repeat(length / 2)],
  ['header lines', (length) => 'a: b\n'.repeat(length / 5)],
  ['addresses of a log', (length) => '1.1.1.1 - - ['.repeat(length / 13)],
  ['lines of a log', pasteOf],
  ['status lines', (length) => 'HTTP/1.1 502 x\n'.repeat(length / 15)],
  ['braces', (length) => '{'.repeat(length)],
];

// Warm up: the first calls compile the code and are nobody's everyday.
time([...sentences.slice(0, 100), ...coded, ...names], 3, read);
time(sentences.slice(0, 10), 1, (text) => fuse.search(text.slice(0, 120)));

const bySearch = time(sentences.slice(0, 60), 1, (text) => fuse.search(text.slice(0, 120)));
const rows: readonly (readonly [string, Timing])[] = [
  ['fuse.js token search, a sentence (baseline)', bySearch],
  ['read: a sentence', time(sentences, 3, read)],
  ['read: a coded line', time(coded, 500, read)],
  ['read: a misspelled name', time(names, 100, read)],
  ['read: a log of 10,000 characters', time([pasteOf(10_000)], 100, read)],
  ['read: responses of 10,000 characters', time([responsesOf(10_000)], 100, read)],
];
console.log(`index built in ${preparation.toFixed(0)} ms\n`);
console.log(`${''.padEnd(46)}${'median µs'.padStart(10)}${'p99 µs'.padStart(10)}  baseline / this (median)`);
for (const [label, { median, p99 }] of rows)
  console.log(
    `${label.padEnd(46)}${median.toFixed(1).padStart(10)}${p99.toFixed(1).padStart(10)}  ${(bySearch.median / median).toFixed(1)}`,
  );

console.log('\nhostile pastes: time for 80,000 characters / time for 10,000, which is 8 where it is linear');
for (const [label, make] of hostile) {
  const { small, large } = fastest(make, 20, readPaste);
  console.log(`${label.padEnd(46)}${(large / small).toFixed(1).padStart(10)}   (${small.toFixed(0)} µs)`);
}
