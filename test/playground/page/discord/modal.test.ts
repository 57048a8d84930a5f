// The fields of a modal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawForm } from '../../../../src/platforms/discord/forms.ts';
import { readModal } from '../../../../src/playground/discord/modals.ts';
import { drawModal } from '../../../../src/playground/page/client/discord/message.ts';
import type { Json } from '../../../../src/playground/page/protocol.ts';
import { form } from '../../../platforms/discord/setting.ts';
import { allOf, elementsIn, lookOf, modalOf, textIn } from './drawn.ts';

function draw(
  payload: Json,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, string>> = {},
) {
  const filled: (readonly [string, string])[] = [];
  const onInput = (field: string, value: string) => void filled.push([field, value]);
  return {
    drawn: drawModal(modalOf(payload, errors), { ...lookOf(), values, onInput, pressIn: () => undefined }),
    filled,
  };
}
const labelled = (component: Json, changes: Json = {}): Json => ({
  components: [{ type: 18, label: 'Label', component, ...changes }],
});
const options = [
  { label: 'Client', value: '4', description: 'yours' },
  { label: 'Server', value: '5', default: true },
];

describe('the form of an answer', () => {
  const payload: Json = { ...drawForm(form) };

  it('has each field with its label, its hint and what stands in it', () => {
    const { drawn } = draw(payload);
    const fields = elementsIn(drawn).filter(({ type }) => type === 'input' || type === 'select');
    const seen = readModal(payload).fields;
    expect(fields.map(({ props }) => props['value'])).toEqual(seen.map(({ value }) => value));
    expect(fields.map(({ props }) => props['required'])).toEqual(seen.map(({ required }) => required));
    for (const { label, options } of seen) {
      expect(textIn(drawn)).toContain(label);
      for (const option of options ?? []) expect(textIn(drawn)).toContain(option.label);
    }
    const labels = allOf(drawn, 'label').map(({ props }) => props['for']);
    expect(labels).toEqual(fields.map(({ props }) => props['id']));
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('shows what was typed rather than what stood there', () => {
    const { drawn } = draw(payload, { time: '10:00', zone: '', days: 'daily' });
    expect(allOf(drawn, 'input').map(({ props }) => props['value'])).toEqual(['10:00', '']);
    expect(allOf(drawn, 'select')[0]?.props['value']).toBe('daily');
  });

  it('says what is wrong, at the field', () => {
    const { drawn } = draw(payload, {}, { zone: 'No such zone.' });
    const [, zone] = allOf(drawn, 'input');
    const error = elementsIn(drawn).find(({ props }) => props['role'] === 'alert');
    expect(textIn(error)).toBe('No such zone.');
    expect(zone?.props).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': error?.props['id'] });
  });
});

describe('a field', () => {
  it('can be a longer text, with its limits', () => {
    const { drawn } = draw(
      labelled({ type: 4, style: 2, custom_id: 'x', min_length: 2, max_length: 9, required: false }),
    );
    expect(allOf(drawn, 'textarea')[0]?.props).toMatchObject({ minlength: 2, maxlength: 9, required: false });
  });

  it('can stand in a row, as before there were labels', () => {
    const { drawn } = draw({
      components: [{ type: 1, components: [{ type: 4, style: 1, custom_id: 'x', label: 'Old' }] }],
    });
    expect(textIn(drawn)).toBe('Old *');
  });

  it('can be a box to tick', () => {
    const checkbox = labelled({ type: 23, custom_id: 'x', default: true }, { description: 'Note' });
    const { drawn, filled } = draw(checkbox);
    change(allOf(drawn, 'input')[0]);
    change(allOf(draw(checkbox, { x: 'false' }).drawn, 'input')[0]);
    expect(allOf(drawn, 'input')[0]?.props['checked']).toBe(true);
    expect(filled).toEqual([['x', 'false']]);
    expect(textIn(drawn)).toBe('LabelNote');
  });

  it.each([
    [21, {}, [false, true], 0, '4'],
    [21, { x: '4' }, [true, false], 1, '5'],
    [22, {}, [false, true], 0, '5\n4'],
    [22, { x: '4\n5' }, [true, true], 0, '5'],
    [22, { x: '' }, [false, false], 1, '5'],
  ])('can be a group of type %d with %j', (type, values, checked, pressed, expected) => {
    const { drawn, filled } = draw(labelled({ type, custom_id: 'x', options }), values);
    const boxes = allOf(drawn, 'input');
    expect(boxes.map(({ props }) => props['checked'])).toEqual(checked);
    change(boxes[pressed]);
    expect(filled).toEqual([['x', expected]]);
    expect(textIn(allOf(drawn, 'legend'))).toBe('Label *');
    expect(textIn(drawn)).toContain('yours');
  });

  it.each([
    [labelled({ type: 19, custom_id: 'x' }), 'LabelDiscord component 19: not drawn here'],
    [{ components: [{ type: 99 }] }, 'Discord component 99: not drawn here'],
    [{ components: [{ type: 10, content: '**Words**' }] }, 'Words'],
    [{ components: 'none' }, ''],
  ])('that is not drawn is named: %j', (payload, expected) => expect(textIn(draw(payload).drawn)).toBe(expected));
});

it('JSON of any shape is drawn without a fault', () => {
  const odd = fc.oneof(
    fc.constantFrom(null, true, -1, 1e99, '', 'x', '**x**'),
    fc.constantFrom([], [null], [[]], {}, { __proto__: null }),
    fc.array(
      fc.record({ label: fc.constantFrom('a', null, {}), value: fc.constantFrom('a', 5, []), default: fc.boolean() }),
    ),
  );
  const input = fc.record({
    type: fc.oneof(fc.integer({ min: 0, max: 24 }), odd),
    style: odd,
    custom_id: odd,
    options: odd,
    value: odd,
    label: odd,
    min_length: odd,
    required: odd,
  });
  const part = fc.record({
    type: fc.oneof(fc.constantFrom(1, 10, 18), odd),
    component: fc.oneof(input, odd),
    components: fc.oneof(fc.array(input, { maxLength: 2 }), odd),
    content: odd,
    label: odd,
    description: odd,
  });
  fc.assert(
    fc.property(fc.record({ components: fc.oneof(fc.array(part, { maxLength: 4 }), odd) }), (payload) => {
      expect(textIn(draw(payload).drawn)).toBeTypeOf('string');
    }),
    { numRuns: 300 },
  );
});

function change(drawn: ReturnType<typeof allOf>[number] | undefined): void {
  const onChange = drawn?.props['onChange'];
  if (typeof onChange === 'function') onChange();
  else expect.unreachable('nothing happens on a change');
}
