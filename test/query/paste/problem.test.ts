import { describe, expect, it } from 'vitest';
import { readProblem } from '../../../src/query/paste/problem.ts';

describe('problem details', () => {
  it.each([
    [
      'alone',
      '{"type":"https://x/p","title":"No","status":409,"detail":"d","instance":"/1"}',
      { type: 'https://x/p', title: 'No', status: 409, detail: 'd', instance: '/1' },
    ],
    [
      'with other fields around',
      'x: {"a":{"b":1}}\n\n{"errors":{"q":["}"]},"status":422,"title":"Not valid"} end',
      {
        status: 422,
        title: 'Not valid',
      },
    ],
    [
      'of the wrong type, field by field',
      '{"title":7,"detail":"d","status":"409","type":"t"}',
      { detail: 'd', type: 't' },
    ],
  ])('are found %s', (_, text, expected) => {
    expect(readProblem(text)).toEqual(expected);
  });

  it.each([
    ['in a text without JSON', 'title: no'],
    ['in JSON of another kind', '{"title":"A book","pages":404}'],
    ['where the JSON is broken', '{"title":"No","status":409'],
    ['in an endless row of braces', '{'.repeat(50_000)],
  ])('are not found %s', (_, text) => {
    expect(readProblem(text)).toBeNull();
  });
});
