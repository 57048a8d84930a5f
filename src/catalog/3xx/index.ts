// The 3xx codes of the IANA registry, in order.
import type { RegisteredStatus } from '../status.ts';
import { multipleChoices } from './300.ts';
import { movedPermanently } from './301.ts';
import { found } from './302.ts';
import { seeOther } from './303.ts';
import { notModified } from './304.ts';
import { useProxy } from './305.ts';
import { switchProxy } from './306.ts';
import { temporaryRedirect } from './307.ts';
import { permanentRedirect } from './308.ts';

export const redirections: readonly RegisteredStatus[] = [
  multipleChoices,
  movedPermanently,
  found,
  seeOther,
  notModified,
  useProxy,
  switchProxy,
  temporaryRedirect,
  permanentRedirect,
];
