// Modals: the adapter's own, and every kind of field.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawModal as sendModal } from '../../../../src/platforms/slack/modal.ts';
import { chosenIn } from '../../../../src/playground/page/client/slack/inputs.ts';
import { drawModal } from '../../../../src/playground/page/client/slack/message.ts';
import { showModal } from '../../../../src/playground/slack/modals.ts';
import { form } from '../../../platforms/slack/answers.ts';
import { formLook, modal } from './stage.ts';
import { find, wordsIn } from './walk.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'field',
  label: plain('Field'),
  element,
  ...more,
});

function draw(
  block: object,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, string>> = {},
) {
  const typed: (readonly [string, string])[] = [];
  const drawn = drawModal(
    modal({ blocks: [block] }, errors),
    formLook(values, (...said) => typed.push(said)),
  );
  return { drawn, typed };
}

describe('a modal', () => {
  it('shows every field of any form of the bot, with its label and hint', () => {
    fc.assert(
      fc.property(form, (any) => {
        const view = { ...sendModal(any, { channel: 'C1' }) };
        const fields = showModal({ id: 'V1', by: 'U1ADA', view, errors: {}, hash: 'h1', below: null }).fields;
        const drawn = drawModal(modal(view), formLook());
        const inputs = find(drawn, '.bk-field');
        expect(inputs.map(({ props }) => props['value'])).toEqual(fields.map(({ value }) => value));
        expect(find(drawn, 'label').map(wordsIn)).toEqual(
          fields.map(({ label, optional }) => `${label}${optional ? ' (optional)' : ''}`),
        );
        expect(find(drawn, '.bk-hint').map(wordsIn)).toEqual(
          fields.map(({ hint }) => hint).filter((hint) => hint !== ''),
        );
        expect(find(drawn, 'label').map(({ props }) => props['for'])).toEqual(inputs.map(({ props }) => props['id']));
      }),
      { numRuns: 100 },
    );
  });

  it.each(['__proto__', 'constructor'])('finds nothing wrong with a field called %s', (block_id) => {
    const { drawn } = draw({ ...input({ type: 'plain_text_input' }), block_id });
    expect(find(drawn, '.bk-error')).toEqual([]);
    expect(find(drawn, 'input')[0]?.props).toMatchObject({ value: '', 'aria-invalid': false });
  });

  it('shows what was filled in, and what is wrong with it', () => {
    const block = input({ type: 'plain_text_input', initial_value: '09:30' }, { hint: plain('As 09:30') });
    const { drawn } = draw(block, { field: '' }, { field: 'That is no time.' });
    const [field] = find(drawn, 'input');
    expect(field?.props).toMatchObject({
      value: '',
      'aria-invalid': true,
      'aria-describedby': 'V1-0-hint V1-0-error',
      required: true,
    });
    expect(find(drawn, '.bk-error').map(wordsIn)).toEqual(['That is no time.']);
    expect(find(draw(block).drawn, 'input')[0]?.props).toMatchObject({ value: '09:30', 'aria-invalid': false });
  });

  it.each([
    ['plain_text_input', { initial_value: 'a', max_length: 5 }, { type: 'text', value: 'a', maxlength: 5 }],
    ['plain_text_input', { initial_value: 'a', multiline: true }, { rows: '4', value: 'a' }],
    ['number_input', { initial_value: '4' }, { type: 'number', value: '4' }],
    ['email_text_input', {}, { type: 'email', value: '' }],
    ['url_text_input', {}, { type: 'url', value: '' }],
    ['datepicker', { initial_date: '2026-11-26' }, { type: 'date', value: '2026-11-26' }],
    ['timepicker', { initial_time: '09:30' }, { type: 'time', value: '09:30' }],
    ['static_select', { options: [option('a'), option('b')], initial_option: option('b') }, { value: 'b' }],
    ['static_select', { option_groups: [{ label: plain('Group'), options: [option('a')] }] }, { value: '' }],
    ['users_select', { initial_user: 'U1ADA' }, { value: 'U1ADA' }],
    ['channels_select', {}, { value: '' }],
  ])('has a field for %s', (type, more, props) => {
    const { drawn } = draw(input({ type, ...more }));
    expect(find(drawn, '.bk-field').map((field) => field.props)).toMatchObject([props]);
  });

  it.each(['checkboxes', 'multi_static_select', 'radio_buttons'])('groups the boxes of %s under its label', (type) => {
    const { drawn } = draw(input({ type, options: [option('a'), option('b')] }));
    expect(find(drawn, 'legend').map(wordsIn)).toEqual(['Field']);
    expect(find(drawn, 'label').map(wordsIn)).toEqual(['A', 'B']);
  });

  function click(element: object, box: number, values: Readonly<Record<string, string>> = {}): string {
    const { drawn, typed } = draw(input({ options: [option('a'), option('b'), option('c')], ...element }), values);
    const change = find(drawn, 'input')[box]?.props['onInput'];
    if (typeof change === 'function') change();
    expect(typed.map(([field]) => field)).toEqual(['field']);
    return typed[0]?.[1] ?? '';
  }

  it('keeps several choices as a list', () => {
    const boxes = { type: 'checkboxes', initial_options: [option('b')] };
    expect(chosenIn(click(boxes, 0))).toEqual(['a', 'b']);
    expect(chosenIn(click(boxes, 2, { field: '["a"]' }))).toEqual(['a', 'c']);
    expect(click(boxes, 1)).toBe('');
    expect(chosenIn('nonsense')).toEqual([]);
  });

  it('keeps one choice as it is', () => {
    expect(click({ type: 'radio_buttons', initial_option: option('b') }, 2)).toBe('c');
  });

  it('shows what is only to be read, and says what it does not draw', () => {
    const { drawn } = draw({ type: 'section', text: { type: 'mrkdwn', text: 'Tell us *more*' } });
    expect(wordsIn(drawn)).toBe('Tell us more');
    expect(wordsIn(draw(input({ type: 'file_input' })).drawn)).toBe('Slack element file_input: not drawn here');
  });
});
