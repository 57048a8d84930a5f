// Every row of the tables of signs is complete, and cheap to look for.
import { describe, expect, it } from 'vitest';
import { type Producer, producers } from '../../../src/query/producer/producers.ts';
import { clientSigns, signs } from '../../../src/query/producer/signs/index.ts';

const rows = [...signs, ...clientSigns];
/** Names of fields and products keep their small letters. */
const sentence = /^.{12,}[.”)]$/;
/** `*`, `+` and `{n,}` let a pattern run over the whole text from each of its places. */
const unbounded = /[^\\(][*+]|\{\d+,\}/;
const characterClass = /\[(?:\\.|[^\]\\])*\]/g;

describe('a sign', () => {
  it('has something to look for, in lower case', () => {
    for (const { header, text, seen } of rows) {
      expect(header ?? text, seen).toBeTruthy();
      expect(header ?? '', seen).toBe((header ?? '').toLowerCase());
      expect(text ?? '', seen).toBe((text ?? '').toLowerCase());
    }
  });

  it('is told in whole sentences', () => {
    for (const { seen, here = seen, next = seen } of rows)
      for (const said of [seen, here, next]) expect(said).toMatch(sentence);
  });

  it('has a source on the web', () => {
    for (const { source, seen } of rows) {
      expect(source.href, seen).toMatch(/^https:\/\/[\w.-]+\//);
      expect(source.title.trim(), seen).not.toBe('');
    }
  });

  it('costs time in proportion to the text: what its pattern repeats has a bound', () => {
    for (const { pattern, seen } of rows)
      expect(unbounded.test((pattern?.source ?? '').replace(characterClass, '.')), `${seen} ${pattern}`).toBe(false);
  });
});

describe('a producer', () => {
  const all: readonly (readonly [string, Producer])[] = Object.entries(producers);

  it('has one name, and a next check', () => {
    const names = all.flatMap(([, { name, kind }]) => (name === null ? [] : [`${kind} ${name}`]));
    expect(new Set(names).size).toBe(names.length);
    for (const [id, { next }] of all) expect(next, id).toMatch(sentence);
  });
});
