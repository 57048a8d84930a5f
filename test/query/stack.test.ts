// The vocabulary of stacks, how a line of it is read, and whom it suspects.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vendorStatuses } from '../../src/catalog/index.ts';
import { nameKey } from '../../src/query/names.ts';
import { producers } from '../../src/query/producer/producers.ts';
import { productNamed, products, productsOf } from '../../src/query/stack/products.ts';
import {
  completeStack,
  MOST_PRODUCTS,
  readStack,
  type Stack,
  sayStack,
  writeStack,
} from '../../src/query/stack/stack-line.ts';
import { behindIn, suspectsOf } from '../../src/query/stack/suspects.ts';

const stackOf = (line: string): Stack => {
  const read = readStack(line);
  return 'stack' in read ? read.stack : expect.unreachable(line);
};

describe('the vocabulary', () => {
  it('has a word for each product, and finds each by its word, its name and every alias', () => {
    expect(new Set(products.map(({ word }) => word)).size).toBe(products.length);
    for (const product of products) {
      expect(product.word).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
      for (const said of [product.word, product.name, ...product.aliases])
        expect([said, productNamed(said)?.word]).toStrictEqual([said, product.word]);
    }
  });

  it('repeats no alias that is a word or a name already', () => {
    const keys = products.flatMap(({ aliases }) => aliases.map(nameKey));
    const repeated = keys.filter((key, at) => keys.indexOf(key) !== at);
    expect(repeated).toStrictEqual([]);
  });

  it('knows every named producer but clients, and no owner that the catalog does not know', () => {
    const named = Object.values(producers).filter(({ kind, name }) => kind !== 'client' && name !== null);
    expect(named.filter(({ name }) => productNamed(name ?? '') === undefined)).toStrictEqual([]);
    const owners = new Set(vendorStatuses.map(({ owner }) => owner));
    for (const product of products) for (const owner of product.owners) expect(owners).toContain(owner);
    const used = new Set(products.flatMap((product) => product.owners));
    for (const owner of ['nginx', 'Cloudflare', 'AWS ELB', 'IIS', 'Apache', 'Fastly', 'Akamai', 'Envoy'])
      expect(used).toContain(owner);
  });

  it('leaves out what is no product any more', () => {
    expect(productsOf(['alb', 'zope', 'nginx']).map(({ word }) => word)).toStrictEqual(['alb', 'nginx']);
  });
});

describe('a stack as it is typed', () => {
  it.each([
    ['cloudflare alb nginx rails', 'Cloudflare → AWS ALB → nginx → Rails'],
    ['CF -> aws load-balancer, ingress-nginx > Spring Boot', 'Cloudflare → AWS ALB → ingress-nginx → Spring Boot'],
    ['elb nginx gunicorn django', 'AWS ELB → nginx → gunicorn → Django'],
    ['azure front door / app gateway / iis / asp.net', 'Azure Front Door → Azure Application Gateway → IIS → ASP.NET'],
    ['first? no: the cdn', null],
    ['our nginx and then node.js', 'nginx → Node.js'],
    ['nginx nginx', 'nginx'],
    ['', ''],
  ])('"%s" is %s', (line, said) => {
    const read = readStack(line);
    expect('stack' in read ? sayStack(read.stack) : null).toBe(said);
  });

  it.each([
    ['cloudfare', 'cloudflare'],
    ['ngnx', 'nginx'],
    ['haproxi', 'haproxy'],
    ['traefic', 'traefik'],
    ['openshif', 'openshift'],
  ])('offers for "%s" %s', (line, word) => {
    const read = readStack(line);
    expect('near' in read && read.near[0]?.word).toBe(word);
  });

  it('is read back as it is written, whatever is in it', () => {
    const some = fc.uniqueArray(fc.constantFrom(...products), { maxLength: MOST_PRODUCTS });
    fc.assert(fc.property(some, (stack) => void expect(stackOf(writeStack(stack))).toStrictEqual(stack)));
  });

  it('is read or refused, whatever somebody types', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (line) => {
        const read = readStack(line);
        if ('unknown' in read) expect(read.unknown.length).toBeLessThanOrEqual(300);
        expect(completeStack(line).every((stack) => stack.length <= MOST_PRODUCTS)).toBe(true);
      }),
    );
  });
});

describe('whom a stack suspects', () => {
  const stack = stackOf('cloudflare alb nginx rails');
  it.each([
    [502, 'nginx AWS ALB'],
    [504, 'nginx AWS ALB'],
    [500, 'Rails'],
    [422, 'Rails'],
    [413, 'nginx Cloudflare'],
    [429, 'Rails Cloudflare'],
    [499, 'nginx'],
    [520, 'Cloudflare'],
    [460, 'AWS ALB'],
    [419, ''],
    [200, ''],
    [301, ''],
  ])('of %i: %s', (code, names) => {
    expect(
      suspectsOf(code, stack)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
  });

  it('looks only at and behind what passed the answer on', () => {
    const nginx = productNamed('nginx') ?? expect.unreachable();
    expect(suspectsOf(502, stack, [nginx])).toStrictEqual([nginx]);
  });

  it('knows who stands behind whom', () => {
    const [cloudflare, alb, , rails] = stack;
    if (cloudflare === undefined || rails === undefined) return expect.unreachable();
    expect(behindIn(stack, cloudflare)).toBe(alb);
    expect(behindIn(stack, rails)).toBeUndefined();
    expect(behindIn([], rails)).toBeUndefined();
  });
});
