// Sealing what must not lie open in a database: AES-256-GCM, under one of several keys, each with a name.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** Bytes. A nonce of chance is good for 2^32 texts under one key (NIST SP 800-38D, 8.3). */
const KEY = 32;
const NONCE = 12;
const TAG = 16;
/** In front of every sealed text, so that another way of sealing can come beside this one. */
const FORMAT = 'v1';
const SEALED = /^v1\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/;

/** A key with its name. */
export interface SealKey {
  readonly id: string;
  /** 32 bytes in base64. */
  readonly key: string;
}

export interface Sealed {
  /** The name of the key. */
  readonly keyId: string;
  readonly text: string;
}

/** Whom a text belongs to: sealed for one, it opens for nobody else. */
export interface Owner {
  readonly platform: string;
  readonly team: string;
}

export interface Seal {
  /** The name of the key that seals. */
  readonly writes: string;
  /** Whether there is a key of this name. */
  knows(keyId: string): boolean;
  seal(text: string, owner: Owner): Sealed;
  /** @throws SealProblem where the key is missing or wrong, or the text was changed or belongs to somebody else */
  open(sealed: Sealed, owner: Owner): string;
}

/** Why something cannot be opened, in one line for whoever runs Teapot: without what is sealed, and without a key. */
export interface SealProblem extends Error {
  readonly name: 'SealProblem';
}

/**
 * The first key seals, all of them open.
 * @throws SealProblem without a key, or with one that is none
 */
export function createSeal(keys: readonly SealKey[]): Seal {
  const [first] = keys;
  if (first === undefined) throw problem('There is no key to seal with; set ENCRYPTION_KEYS.');
  const known = new Map(keys.map(({ id, key }): [string, KeyObject] => [id, keyOf(id, key)]));

  function find(id: string): KeyObject {
    const key = known.get(id);
    if (key !== undefined) return key;
    throw problem(
      `The key "${id}" is not in ENCRYPTION_KEYS, and something is sealed with it; add it after the others.`,
    );
  }

  return {
    writes: first.id,
    knows: (id) => known.has(id),
    seal: (text, owner) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, find(first.id), nonce, { authTagLength: TAG }).setAAD(bound(owner));
      const parts = [Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])];
      const [nonceText, tag, body] = [nonce, cipher.getAuthTag(), ...parts].map((bytes) => bytes.toString('base64url'));
      return { keyId: first.id, text: [FORMAT, nonceText, tag, body].join('.') };
    },
    open: ({ keyId, text }, owner) => {
      const key = find(keyId);
      const [, nonce = '', tag = '', body = ''] = SEALED.exec(text) ?? [];
      try {
        const decipher = createDecipheriv(CIPHER, key, bytesOf(nonce), { authTagLength: TAG });
        decipher.setAAD(bound(owner)).setAuthTag(bytesOf(tag));
        return Buffer.concat([decipher.update(bytesOf(body)), decipher.final()]).toString('utf8');
      } catch {
        throw problem(
          `What is sealed with the key "${keyId}" does not open: the key is another one of the same name, or the sealed text was changed, or put in another's place.`,
        );
      }
    },
  };
}

/** A fresh key with a name of its own, as ENCRYPTION_KEYS takes it. */
export function newSealKey(): SealKey {
  return { id: `k${randomBytes(3).toString('hex')}`, key: randomBytes(KEY).toString('base64') };
}

/** Authenticated beside the text: as JSON, so that no two owners look alike. */
function bound({ platform, team }: Owner): Buffer {
  return Buffer.from(JSON.stringify([platform, team]));
}

function keyOf(id: string, text: string): KeyObject {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY)
    throw problem(`The key "${id}" of ENCRYPTION_KEYS has ${bytes.length} bytes instead of ${KEY}.`);
  return createSecretKey(bytes);
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}

function problem(message: string): SealProblem {
  return Object.assign(new Error(message), { name: 'SealProblem' as const });
}
