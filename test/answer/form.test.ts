import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/answer/form.ts';

const template = 'quiz schedule {time} {zone} {days}';

describe('a form', () => {
  it.each([
    [{ time: '09:30', zone: 'Europe/Berlin', days: 'weekdays' }, 'quiz schedule 09:30 Europe/Berlin weekdays'],
    [{ time: '09:30', days: 'weekdays' }, 'quiz schedule 09:30 weekdays'],
    [{ time: '09:30', zone: '  ', days: '' }, 'quiz schedule 09:30'],
    [{}, 'quiz schedule'],
    [{ time: ' 09:30\n', days: 'mon  and\ttue' }, 'quiz schedule 09:30 mon and tue'],
    // What somebody typed is not read as another blank.
    [{ time: '{zone}', zone: 'UTC' }, 'quiz schedule {zone} UTC'],
    [{ time: '$1 $& $$' }, 'quiz schedule $1 $& $$'],
    [{ other: 'x' }, 'quiz schedule'],
  ])('filled with %j is the line "%s"', (values, line) => {
    expect(fillForm({ template }, new Map(Object.entries(values)))).toBe(line);
  });

  it.each([
    ['rules:\r\n  422: a\r\n', 'rule import rules:\n  422: a'],
    ['\n  one', 'rule import one'],
    [' \n ', 'rule import'],
    ['{yaml:lines}', 'rule import {yaml:lines}'],
  ])('keeps the lines of %j where its blank says so', (typed, line) => {
    expect(fillForm({ template: 'rule import {yaml:lines}' }, new Map([['yaml', typed]]))).toBe(line);
  });

  it('may begin with a blank, and have text around one', () => {
    expect(fillForm({ template: '{code} for {people}s' }, new Map([['code', '404']]))).toBe('404 fors');
    expect(fillForm({ template: '{a}{b-c}' }, new Map([['b-c', 'x']]))).toBe('x');
  });
});
