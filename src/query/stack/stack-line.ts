// What a request passes, as somebody types it: "cloudflare alb nginx rails", "CloudFront -> aws load balancer, iis".
import Fuse from 'fuse.js';
import { letterPairs, nameKey } from '../names.ts';
import { clean, words } from '../words.ts';
import { type Product, productNamed, products } from './products.ts';

/** What a request passes, from the client on; each product once. */
export type Stack = readonly Product[];

/** Products in a stack: more than any request passes. */
export const MOST_PRODUCTS = 8;
/** Words of the longest name. */
const NAME_WORDS = 4;
/** Characters that are read. */
const LONGEST = 300;
/** fuse.js distance up to which a name is offered for a misspelled one. */
const SIMILAR = 0.35;
const OFFERED = 3;
/** Shorter words resemble everything. */
const LEAST_LETTERS = 4;
/** No name is so long, and fuse.js would search for every piece of it. */
const MOST_LETTERS = 32;

export type StackRead =
  | { readonly stack: Stack }
  /** A word that names no product, and those it resembles, the nearest first. */
  | { readonly unknown: string; readonly near: readonly Product[] }
  /** More products than a stack takes. */
  | { readonly tooMany: number };

/** Signs between products; nothing in a name looks like them. */
const between = /->|=>|[→>,;|/+]/g;
/** "haproxy 2.4", "nginx/1.24.0"; 502 is none. */
const version = /(?<![\w.])v?(?:\d{1,2}|\d+(?:\.\d+)+)(?:\.x)?(?![\w.])/gi;
/** Words that say nothing of a product. */
const small = new Set([
  'is',
  'then',
  'and',
  'the',
  'our',
  'my',
  'a',
  'an',
  'behind',
  'before',
  'in',
  'front',
  'of',
  'to',
]);

/** Reads the products of a line, of which the longest names count: "ingress nginx" is one, "alb nginx" are two. */
export function readStack(line: string): StackRead {
  const all = words(clean(line.slice(0, LONGEST)).replace(version, ' ').replace(between, ' '));
  const found: Product[] = [];
  for (let at = 0; at < all.length; ) {
    const { product, size } = longestAt(all, at);
    const word = all[at] ?? '';
    if (product === undefined && !small.has(word)) return { unknown: word, near: productsLike(word) };
    if (product !== undefined && !found.includes(product)) found.push(product);
    at += size;
  }
  return found.length > MOST_PRODUCTS ? { tooMany: found.length } : { stack: found };
}

function longestAt(all: readonly string[], at: number): { readonly product?: Product; readonly size: number } {
  for (let size = Math.min(NAME_WORDS, all.length - at); size > 0; size -= 1) {
    const product = productNamed(all.slice(at, at + size).join(' '));
    if (product !== undefined) return { product, size };
  }
  return { size: 1 };
}

const searchable = products.flatMap((product) =>
  [product.word, product.name, ...product.aliases].map((said) => ({ product, text: nameKey(said) })),
);
const fuse = new Fuse(searchable, { keys: ['text'], threshold: SIMILAR, ignoreLocation: false, distance: 12 });

/** Products whose name resembles a word, best first. */
function productsLike(word: string): readonly Product[] {
  const key = nameKey(word);
  if (key.length < LEAST_LETTERS || key.length > MOST_LETTERS) return [];
  const pairs = letterPairs(key);
  const found = fuse
    .search(key)
    .map(({ item }) => item)
    .filter(({ text }) => [...letterPairs(text)].some((pair) => pairs.has(pair)));
  return [...new Set(found.map(({ product }) => product))].slice(0, OFFERED);
}

/** How a stack is typed, and kept: its products’ words. */
export function writeStack(stack: Stack): string {
  return stack.map(({ word }) => word).join(' ');
}

/** "Cloudflare → AWS ALB → nginx". */
export function sayStack(stack: Stack): string {
  return stack.map(({ name }) => name).join(' → ');
}

const endsInSpace = /\s$/;

/** The stacks that a half-typed line may become, best first; those that begin with what is typed before those that hold it. */
export function completeStack(typed: string): readonly Stack[] {
  const all = words(clean(typed.slice(0, LONGEST)).replace(between, ' '));
  // The last word is still being typed, unless a space follows: then everything is open again.
  const open = endsInSpace.test(typed) || all.length === 0 ? '' : (all.at(-1) ?? '');
  const read = readStack(all.slice(0, open === '' ? undefined : -1).join(' '));
  if (!('stack' in read) || read.stack.length >= MOST_PRODUCTS) return [];
  const rest = products.filter((product) => !read.stack.includes(product));
  const begins = ({ word, name, aliases }: Product) =>
    [word, name, ...aliases].some((said) => nameKey(said).startsWith(open));
  const next = rest.filter(begins);
  const similar = next.length > 0 ? next : productsLike(open).filter((product) => rest.includes(product));
  const whole = readStack(all.join(' '));
  const asTyped = open !== '' && 'stack' in whole && whole.stack.length > 0 ? [whole.stack] : [];
  const stacks = [...asTyped, ...similar.map((product) => [...read.stack, product])];
  return stacks.filter((stack, at) => stacks.findIndex((other) => writeStack(other) === writeStack(stack)) === at);
}
