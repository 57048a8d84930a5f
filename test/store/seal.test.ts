// Sealing: what opens, and all that must not.
import { describe, expect, it } from 'vitest';
import { createSeal, newSealKey, type Sealed, type SealKey } from '../../src/store/seal.ts';

const TOKEN = 'xoxb-1234-secret';
const [k1, k2]: readonly SealKey[] = [
  { ...newSealKey(), id: 'k1' },
  { ...newSealKey(), id: 'k2' },
];
if (k1 === undefined || k2 === undefined) throw new Error('no keys');
const ours = { platform: 'slack', team: 'T1' };
const sealed = createSeal([k1]).seal(TOKEN, ours);

function changed(text: string, part: number): string {
  const parts = text.split('.');
  const found = parts[part] ?? '';
  parts[part] = `${found.startsWith('A') ? 'B' : 'A'}${found.slice(1)}`;
  return parts.join('.');
}

describe('a sealed text', () => {
  it('opens with its key, also behind others', () => {
    for (const keys of [[k1], [k1, k2], [k2, k1]]) expect(createSeal(keys).open(sealed, ours)).toBe(TOKEN);
  });

  it('is sealed with the first key, and never twice the same', () => {
    const seal = createSeal([k2, k1]);
    const [one, other] = [seal.seal(TOKEN, ours), seal.seal(TOKEN, ours)];
    expect([one.keyId, seal.writes]).toEqual(['k2', 'k2']);
    expect(one.text).not.toBe(other.text);
    expect(one.text).not.toContain(TOKEN);
    expect([seal.knows('k1'), seal.knows('k3')]).toEqual([true, false]);
  });

  it('may be empty, long, or of any letters', () => {
    const seal = createSeal([k1]);
    for (const text of ['', 'ä🫖', 'x'.repeat(10_000)]) expect(seal.open(seal.seal(text, ours), ours)).toBe(text);
  });

  const refused: readonly [string, readonly SealKey[], Sealed, typeof ours, RegExp][] = [
    ['without its key', [k2], sealed, ours, /The key "k1" is not in ENCRYPTION_KEYS/],
    ['with another key of the same name', [{ ...k2, id: 'k1' }], sealed, ours, /does not open/],
    ['for another workspace', [k1], sealed, { ...ours, team: 'T2' }, /does not open/],
    ['for another platform', [k1], sealed, { ...ours, platform: 'discord' }, /does not open/],
    ['with another nonce', [k1], { ...sealed, text: changed(sealed.text, 1) }, ours, /does not open/],
    ['with another tag', [k1], { ...sealed, text: changed(sealed.text, 2) }, ours, /does not open/],
    ['with another body', [k1], { ...sealed, text: changed(sealed.text, 3) }, ours, /does not open/],
    [
      'with a shorter tag',
      [k1],
      { ...sealed, text: sealed.text.replace(/\.([\w-]{22})\./, '.AAAA.') },
      ours,
      /does not open/,
    ],
    ['of another format', [k1], { ...sealed, text: sealed.text.replace('v1.', 'v2.') }, ours, /does not open/],
    ['that is none', [k1], { ...sealed, text: TOKEN }, ours, /does not open/],
    ['under another name', [k1, k2], { ...sealed, keyId: 'k2' }, ours, /does not open/],
  ];
  it.each(refused)('does not open %s, and says nothing of what is in it', (_, keys, text, owner, reason) => {
    const open = () => createSeal(keys).open(text, owner);
    expect(open).toThrow(expect.objectContaining({ name: 'SealProblem', message: expect.stringMatching(reason) }));
    expect(open).not.toThrow(/xoxb/);
    for (const { key } of keys) expect(open).not.toThrow(key);
  });

  it('cannot be made to fit another owner by moving a letter', () => {
    const seal = createSeal([k1]);
    const text = seal.seal(TOKEN, { platform: 'slack', team: 'T1' });
    expect(() => seal.open(text, { platform: 'slackT', team: '1' })).toThrow('does not open');
  });
});

describe('a seal', () => {
  it.each([
    ['no key', [], 'There is no key'],
    ['a short key', [{ id: 'k1', key: Buffer.alloc(16).toString('base64') }], '16 bytes instead of 32'],
  ])('is not made of %s', (_, keys, words) => {
    expect(() => createSeal(keys)).toThrow(words);
  });

  it('takes the keys that it makes itself', () => {
    const made = newSealKey();
    expect(createSeal([made]).open(createSeal([made]).seal(TOKEN, ours), ours)).toBe(TOKEN);
    expect(newSealKey().key).not.toBe(made.key);
  });
});
