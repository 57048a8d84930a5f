// Every change of the schema, in order. A released one never changes: add the next number. First add what is new, and
// remove what is old only a release later, so that two releases can share a database.
import type { Migration } from 'kysely/migration';
import * as quiz from './0001-quiz.ts';
import * as house from './0002-house.ts';
import * as channel from './0003-channel.ts';
import * as installations from './0004-installations.ts';
import * as leases from './0005-leases.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-quiz': quiz,
  '0002-house': house,
  '0003-channel': channel,
  '0004-installations': installations,
  '0005-leases': leases,
};
