// What terminals, chats, mails and phones do to a copied text, undone: colours, quotation marks, signs of a quotation.

const ESC = '\u001b';
/** ESC itself, and how JSON, programs, syslog and `less` write it. */
const escapes = new RegExp(`(?:${ESC}|\\\\u001b|\\\\x1b|\\\\033|\\\\e|#033|\\^\\[)\\[[\\d;?]{0,20}[A-Za-z]`, 'gi');
/** What is left where a chat or a browser dropped the ESC; only beside the one that ends a colour is it sure to be one. */
const ends = /\[0?m/;
const remains = /\[(?:\d{1,3}(?:;\d{1,3}){0,4})?m(?!\])/g;

function withoutColours(text: string): string {
  if (!text.includes('[')) return text;
  const plain = text.replace(escapes, '');
  return ends.test(plain) ? plain.replace(remains, '') : plain;
}

/** Phones and word processors bend the quotes of a log. */
const bent = /[“”„‟″]/g;
/** curl begins lines with "<" and "*" itself; what it sent has ">", so that alone is no quotation. */
const quoted = /^> ?(?:[<*>] ?|HTTP\/)/m;
const quotation = /^> ?/gm;
const unquoted = /^(?!>)[^\r\n]/m;

/** The same text as a program wrote it. */
export function unmangle(text: string): string {
  const straight = withoutColours(text).replace(bent, '"');
  return quoted.test(straight) && !unquoted.test(straight) ? straight.replace(quotation, '') : straight;
}
