// Every change of the schema, in order. A released one never changes: add the next number. First add what is new, and
// remove what is old only a release later, so that two releases can share a database.
import type { Migration } from 'kysely/migration';
import * as quiz from './0001-quiz.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-quiz': quiz,
};
