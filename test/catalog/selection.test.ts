// Lists are filters over facts: what they hold follows from the rows.
import { describe, expect, it } from 'vitest';
import { classOf, isRegistered, registered } from '../../src/catalog/index.ts';
import { headerNames, headerRule, select, vendors } from '../../src/catalog/selection.ts';

describe('a selection', () => {
  it('without any fact has the whole registry', () => {
    expect(select({})).toEqual(registered);
  });

  it('holds for each of its codes, and for no other', () => {
    for (const rule of ['default', 'explicit', 'never'] as const)
      for (const status of registered)
        expect(select({ cache: rule }).includes(status)).toBe(status.cache.rule === rule);
    expect(select({ common: true, class: 5 }).every(({ code }) => classOf(code) === 5)).toBe(true);
  });

  it('has codes for every vendor and every header field that it offers', () => {
    for (const owner of vendors) expect(select({ owners: [owner] }).map((status) => status.owner)).toContain(owner);
    for (const header of headerNames)
      for (const status of select({ header }).filter(isRegistered))
        expect(headerRule(status, header)?.name).toBe(header);
  });

  it('knows what a specification defines and what it brought', () => {
    expect(select({ rfcs: [6585] }).map(({ code }) => code)).toEqual([428, 429, 431, 511]);
    expect(select({ rfcs: [4918] }).map(({ code }) => code)).toEqual([207, 422, 423, 424, 507]);
    expect(select({ rfcs: [7538] }).map(({ code }) => code)).toEqual([308]);
  });
});
