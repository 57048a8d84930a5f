// The 1xx codes of the IANA registry, in order.
import type { RegisteredStatus } from '../status.ts';
import { continueSending } from './100.ts';
import { switchingProtocols } from './101.ts';
import { processing } from './102.ts';
import { earlyHints } from './103.ts';
import { uploadResumptionSupported } from './104.ts';

export const informational: readonly RegisteredStatus[] = [
  continueSending,
  switchingProtocols,
  processing,
  earlyHints,
  uploadResumptionSupported,
];
