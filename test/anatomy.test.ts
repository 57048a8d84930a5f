// What is written of a failure names it and its place, and quotes nothing.
import { expect, it } from 'vitest';
import { anatomyOf } from '../src/anatomy.ts';

const TYPED = 'my password is hunter2';

it.each<[string, unknown, object]>([
  ['its message', new TypeError(`cannot read “${TYPED}”`), { failure: 'TypeError' }],
  ['a message that looks like a stack', new Error(`no:\n    at ${TYPED}\n  at x`), { failure: 'Error' }],
  ['what caused it', new Error('no', { cause: new Error(TYPED) }), { failure: 'Error' }],
  [
    'the request that a library puts into it',
    Object.assign(new Error('no'), { code: 50035, requestBody: { json: { content: TYPED } } }),
    { code: 50035 },
  ],
  [
    'the code of Node',
    Object.assign(new Error(TYPED), { code: 'ERR_INVALID_ARG_VALUE' }),
    { code: 'ERR_INVALID_ARG_VALUE' },
  ],
  ['a code that is a sentence', Object.assign(new Error('no'), { code: TYPED }), { failure: 'Error' }],
  ['a text that was thrown', TYPED, { failure: 'string', at: [] }],
  ['an object that was thrown', { text: TYPED }, { failure: 'object', at: [] }],
])('whatever stands in %s', (_, failure, anatomy) => {
  const written = anatomyOf(failure);
  expect(written).toMatchObject(anatomy);
  expect(JSON.stringify(written)).not.toContain('hunter2');
});

it('says where it happened', () => {
  expect(anatomyOf(new Error('here')).at[0]).toContain('anatomy.test.ts');
});
