// All signs by which a response, a log or an error text tells who answered.
import type { Sign } from '../sign.ts';
import { applications } from './applications.ts';
import { clients } from './clients.ts';
import { edges } from './edges.ts';
import { errorLines } from './errors.ts';
import { herokuCodes } from './heroku.ts';
import { proxies } from './proxies.ts';
import { refusals, type Telling } from './refusals.ts';

/** Signs of who answered. */
export const signs: readonly Sign[] = [...edges, ...herokuCodes, ...proxies, ...errorLines, ...applications];

/** Signs of a client to which nobody answered: they count where no code stands in the text. */
export const clientSigns: readonly Sign[] = clients;

/** Lines that tell a code without writing it. */
export const tellingLines: readonly Telling[] = [
  ...errorLines.flatMap(({ text, pattern, implies, source }) =>
    text === undefined || implies === undefined
      ? []
      : [{ text, implies, source, ...(pattern === undefined ? {} : { pattern }) }],
  ),
  ...refusals,
];
