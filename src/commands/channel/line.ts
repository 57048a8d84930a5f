// Lines about what a channel has set: "stack cloudflare alb nginx rails", "passive on", "settings".
import { productNamed } from '../../query/stack/products.ts';
import { readStack, type Stack, type StackRead } from '../../query/stack/stack-line.ts';

export type ChannelLine =
  | { readonly do: 'settings' }
  | { readonly do: 'stack' }
  | { readonly do: 'set'; readonly stack: Stack }
  /** It names something that is no product, or too much. */
  | { readonly do: 'doubt'; readonly read: Exclude<StackRead, { readonly stack: Stack }> }
  | { readonly do: 'passive'; readonly to: boolean | null };

const SETTINGS = /^\s*(?:show )?(?:(?:the|our|my) )?(?:channel(?:['’]?s)? )?settings[?\s]*$/i;
const PASSIVE = /^\s*passive(?:\s+mode)?(?:\s+(on|off))?\s*$/i;
/** It asks, and switches nothing. */
const IS_PASSIVE = /^\s*(?:is )?passive(?: mode)?(?: (?:on|off))?\s*\?[?\s]*$/i;
const SHOW_STACK = /^(?:(?:show|what is|what['’]?s) )?(?:(?:the|our|my) )?stack[?\s]*$/i;
const STACK = /^(?:set (?:(?:the|our|my) )?)?stack(?:[:=]|\s)\s*(\S.*)$/is;
const NOTHING = /^(?:off|none|clear|reset|remove|delete|nothing)$/i;
/** What else begins with the word: "stack trace of a 500", "stack overflow". */
const OTHERWISE = /^(?:trac\w*|overflow\w*|frames?|smash\w*|exchange|size|pointer|help)\b/i;
/** Words of a line that names one product at least; a longer one without any is a sentence. */
const FEW = 3;
const SPACES = /\s+/;
const BETWEEN = /[^\p{L}\p{N}]+/u;

/** What a line asks of the channel’s settings; null where it is about something else. */
export function readChannelLine(line: string): ChannelLine | null {
  if (SETTINGS.test(line)) return { do: 'settings' };
  if (IS_PASSIVE.test(line)) return { do: 'passive', to: null };
  const passive = PASSIVE.exec(line);
  if (passive !== null)
    return { do: 'passive', to: passive[1] === undefined ? null : passive[1].toLowerCase() === 'on' };
  if (SHOW_STACK.test(line.trim())) return { do: 'stack' };
  const stack = STACK.exec(line.trim());
  if (stack === null) return null;
  const [, said = ''] = stack;
  if (NOTHING.test(said)) return { do: 'set', stack: [] };
  return OTHERWISE.test(said) ? null : readProducts(said);
}

function readProducts(said: string): ChannelLine | null {
  const read = readStack(said);
  if ('stack' in read) return read.stack.length === 0 ? null : { do: 'set', stack: read.stack };
  const parts = said.split(SPACES);
  // Looked up and not read: what no product is called like would be compared with all of them, word for word.
  const names = parts.some((part) => [part, ...part.split(BETWEEN)].some((one) => productNamed(one) !== undefined));
  return names || parts.length <= FEW ? { do: 'doubt', read } : null;
}
