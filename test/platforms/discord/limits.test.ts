// The playground's limits: each rule is seen to refuse, and what is just inside is seen to pass.
import { describe, expect, it } from 'vitest';
import { checkCommands, checkMessage, checkSuggestions } from '../../../src/playground/discord/limits.ts';
import { checkModal } from '../../../src/playground/discord/modals.ts';
import { invalidBody } from '../../../src/playground/discord/refusal.ts';

const V2 = 32768;
const text = (size: number) => ({ type: 10, content: 'x'.repeat(size) });
const button = (id: string, more: object = {}) => ({ type: 2, style: 2, label: 'x', custom_id: id, ...more });
const link = (url: string) => ({ type: 2, style: 5, label: 'x', url });
const row = (...components: object[]) => ({ type: 1, components });
const card = (...components: object[]) => ({ flags: V2, components: [{ type: 17, components }] });
const ids = (count: number) => Array.from({ length: count }, (_, at) => button(`${at}`));
const command = (more: object = {}) => ({ type: 1, name: 'status', description: 'x', ...more });
const part = (name: string, more: object = {}) => ({ type: 1, name, description: 'x', ...more });
const many = <T>(count: number, make: (name: string) => T) => Array.from({ length: count }, (_, at) => make(`o${at}`));
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'x', ...more });

describe('a message', () => {
  it.each<[string, object, string[]]>([
    ['of 2000 characters passes', { content: 'x'.repeat(2000) }, []],
    ['of 2001 does not', { content: 'x'.repeat(2001) }, ['BASE_TYPE_MAX_LENGTH']],
    [
      'with content beside V2',
      { ...card(text(1)), content: 'x' },
      ['MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    ['with a V2 component but no flag', { components: [text(1)] }, ['COMPONENT_LAYOUT_REQUIRES_COMPONENTS_V2']],
    ['of 40 components passes', card(...Array.from({ length: 39 }, () => text(1))), []],
    ['of 41', card(...Array.from({ length: 40 }, () => text(1))), ['COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED']],
    ['with 4000 characters passes', card(text(2000), text(2000)), []],
    ['with 4001', card(text(2000), text(2001)), ['COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED']],
    ['with an empty text', card(text(0)), ['BASE_TYPE_BAD_LENGTH']],
    ['with an empty container', card(), ['BASE_TYPE_REQUIRED']],
    ['with a container in a container', card({ type: 17, components: [text(1)] }), ['UNION_TYPE_CHOICES']],
    [
      'with a colour too high',
      { flags: V2, components: [{ type: 17, accent_color: 0x1000000, components: [text(1)] }] },
      ['NUMBER_TYPE_MAX'],
    ],
    ['with five buttons in a row passes', card(row(...ids(5))), []],
    ['with six', card(row(...ids(6))), ['BASE_TYPE_BAD_LENGTH', 'COMPONENT_LAYOUT_WIDTH_EXCEEDED']],
    ['with six rows and no flag', { components: ids(6).map((one) => row(one)) }, ['BASE_TYPE_MAX_LENGTH']],
    ['with two equal custom_ids', card(row(button('a'), button('a'))), ['COMPONENT_CUSTOM_ID_DUPLICATED']],
    ['with a custom_id of 101', card(row(button('x'.repeat(101)))), ['BASE_TYPE_BAD_LENGTH']],
    ['with a label of 81', card(row(button('a', { label: 'x'.repeat(81) }))), ['BASE_TYPE_BAD_LENGTH']],
    ['with an address of 513', card(row(link(`https://a.example/${'x'.repeat(495)}`))), ['BASE_TYPE_BAD_LENGTH']],
    ['with a link to a script', card(row(link('javascript:1'))), ['URL_TYPE_INVALID_SCHEME']],
    [
      'with a section that lacks its accessory',
      card({ type: 9, components: [text(1)] }),
      ['BASE_TYPE_REQUIRED', 'UNION_TYPE_CHOICES'],
    ],
    [
      'with embeds of 6001 together',
      { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3001) }] },
      ['MAX_EMBED_SIZE_EXCEEDED'],
    ],
    ['with a nonce of 26', { content: 'x', nonce: 'x'.repeat(26) }, ['BASE_TYPE_MAX_LENGTH']],
  ])('%s', (_, body, codes) => expect(checkMessage(body).map(({ code }) => code)).toEqual(codes));

  it('is refused with every problem at its place', () => {
    const { body } = invalidBody(checkMessage(card(row(button('x'.repeat(101))))));
    const said = { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 100 in length.' }] };
    expect(body).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: { components: { 0: { components: { 0: { components: { 0: { custom_id: said } } } } } } },
    });
  });
});

describe('commands', () => {
  it.each<[string, object[], string[]]>([
    [
      'pass',
      [command({ options: [option('a', { required: true }), option('b')] }), { type: 3, name: 'Explain this' }],
      [],
    ],
    ['with an upper-case name', [command({ name: 'Status' })], ['APPLICATION_COMMAND_INVALID_NAME']],
    ['with a description of 101', [command({ description: 'x'.repeat(101) })], ['BASE_TYPE_BAD_LENGTH']],
    [
      'with a required option after others',
      [command({ options: [option('a'), option('b', { required: true })] })],
      ['APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
    ],
    ['of one name', [command(), command()], ['APPLICATION_COMMANDS_DUPLICATE_NAME']],
    [
      'with parts pass',
      [command({ options: [part('a', { options: [option('x', { required: true }), option('y')] }), part('b')] })],
      [],
    ],
    [
      'with 25 parts of 25 options pass',
      [command({ options: many(25, (name) => part(name, { options: many(25, option) })) })],
      [],
    ],
    ['with 26 parts', [command({ options: many(26, part) })], ['BASE_TYPE_MAX_LENGTH']],
    [
      'with a part of 26 options',
      [command({ options: [part('a', { options: many(26, option) })] })],
      ['BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'with parts beside options',
      [command({ options: [part('a'), option('b')] })],
      ['APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
    ],
    ['with parts in a part', [command({ options: [part('a', { options: [part('b')] })] })], ['UNION_TYPE_CHOICES']],
    ['with a part in capitals', [command({ options: [part('A')] })], ['APPLICATION_COMMAND_INVALID_NAME']],
    [
      'with two parts of one name',
      [command({ options: [part('a'), part('a')] })],
      ['APPLICATION_COMMAND_OPTIONS_NAME_INVALID'],
    ],
    [
      'with a required option after others in a part',
      [command({ options: [part('a', { options: [option('x'), option('y', { required: true })] })] })],
      ['APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
    ],
    [
      'with more than 8000 characters in all',
      [
        command({
          options: many(25, (name) =>
            part(name, { options: many(4, (inner) => option(inner, { description: 'x'.repeat(100) })) }),
          ),
        }),
      ],
      ['APPLICATION_COMMAND_TOO_LARGE'],
    ],
    ['with a description in the menu', [{ type: 3, name: 'a', description: 'x' }], ['BASE_TYPE_MAX_LENGTH']],
  ])('%s', (_, body, codes) => expect(checkCommands(body).map(({ code }) => code)).toEqual(codes));
});

describe('a form', () => {
  const modal = (...components: object[]) => ({ custom_id: 'x', title: 'x', components });
  const label = (component: object, more: object = {}) => ({ type: 18, label: 'x', component, ...more });
  const input = (more: object = {}) => ({ type: 4, style: 1, custom_id: 'a', ...more });
  const select = (values: string[]) => ({
    type: 3,
    custom_id: 'a',
    options: values.map((value) => ({ label: 'x', value })),
  });

  it.each<[string, object, string[]]>([
    ['passes', modal(label(input())), []],
    ['of five fields passes', modal(...many(5, (name) => label(input({ custom_id: name })))), []],
    ['of six', modal(...many(6, (name) => label(input({ custom_id: name })))), ['BASE_TYPE_BAD_LENGTH']],
    ['of none', modal(), ['BASE_TYPE_BAD_LENGTH']],
    ['with a title of 46', { ...modal(label(input())), title: 'x'.repeat(46) }, ['BASE_TYPE_BAD_LENGTH']],
    ['with a custom_id of 101', { ...modal(label(input())), custom_id: 'x'.repeat(101) }, ['BASE_TYPE_BAD_LENGTH']],
    ['with a label of 46', modal(label(input(), { label: 'x'.repeat(46) })), ['BASE_TYPE_BAD_LENGTH']],
    ['with a placeholder of 101', modal(label(input({ placeholder: 'x'.repeat(101) }))), ['BASE_TYPE_MAX_LENGTH']],
    ['with a value of 4001', modal(label(input({ value: 'x'.repeat(4001) }))), ['BASE_TYPE_MAX_LENGTH']],
    [
      'with an input outside a label',
      modal(input()),
      ['UNION_TYPE_CHOICES', 'BASE_TYPE_REQUIRED', 'UNION_TYPE_CHOICES', 'BASE_TYPE_REQUIRED'],
    ],
    ['with two fields of one name', modal(label(input()), label(input())), ['COMPONENT_CUSTOM_ID_DUPLICATED']],
    ['with nothing to choose from', modal(label(select([]))), ['BASE_TYPE_BAD_LENGTH']],
    ['with two equal options', modal(label(select(['a', 'a']))), ['SELECT_COMPONENT_OPTION_VALUE_DUPLICATED']],
  ])('%s', (_, body, codes) => expect(checkModal(body).map(({ code }) => code)).toEqual(codes));
});

describe('suggestions', () => {
  it('number 25 at most, of 100 characters at most', () => {
    const choices = Array.from({ length: 26 }, () => ({ name: 'x'.repeat(101), value: 'x' }));
    expect(new Set(checkSuggestions({ choices }).map(({ code }) => code))).toEqual(
      new Set(['BASE_TYPE_MAX_LENGTH', 'BASE_TYPE_BAD_LENGTH']),
    );
    expect(checkSuggestions({ choices: [] })).toEqual([]);
  });
});
