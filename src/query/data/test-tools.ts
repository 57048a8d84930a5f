// The tools that a code can be tested or mocked with, and the words by which a line names them.
import type { TestTool } from '../reading.ts';

/** Each with pieces of a regular expression, a space written as an underscore. The more particular ones come first. */
export const testTools: readonly (readonly [tool: TestTool, words: readonly string[]])[] = [
  ['httpx', ['pytest[-_+]*httpx', 'httpx']],
  [
    'requests',
    [
      'pytest[-_+]*requests',
      'pytest',
      'python[-_]requests',
      'python',
      '(?<!(?:many|get|head|post|put|patch|delete)_)requests_?$',
    ],
  ],
  ['playwright', ['playwright']],
  ['supertest', ['supertest', 'vitest', 'jest']],
  ['k6', ['k6']],
  ['postman', ['postman', 'newman']],
  ['rest-assured', ['rest[-_]?assured']],
  ['msw', ['msw', 'mock_service_worker']],
  ['wiremock', ['wire[-_]?mock']],
  ['nginx', ['nginx']],
  ['express', ['express(?:\\.js|js)?']],
  ['openapi', ['openapi', 'open_api', 'swagger']],
  ['curl', ['curl']],
];
