// What is said to customers: by rules, for every code and in both voices.
import { describe, expect, it } from 'vitest';
import { customerWords, type Voice } from '../../src/catalog/customer-words.ts';
import { meaningsOf, registered, vendorStatuses, written } from '../../src/catalog/index.ts';
import { customerText } from '../../src/commands/customer.ts';
import { render } from '../../src/platforms/discord/render.ts';
import { draw } from '../../src/platforms/slack/render.ts';
import { toTerminal } from '../../src/platforms/terminal/render.ts';
import { checkMessage as checkDiscord, FLAG } from '../../src/playground/discord/limits.ts';
import { checkMessage as checkSlack } from '../../src/playground/slack/limits.ts';
import type { CodeRef } from '../../src/query/reading.ts';
import { askLine, expectPromises, plainOf } from './ask.ts';

const spaces = /\s+/g;

const voices: readonly Voice[] = ['friendly', 'formal'];
const numbers: readonly CodeRef[] = [
  ...Array.from({ length: 500 }, (_, at) => ({ code: 100 + at })),
  { code: 0 },
  { code: 783 },
  { code: 999 },
  ...vendorStatuses.filter(({ sub }) => sub !== undefined),
].map(({ code, ...rest }) => ('sub' in rest && rest.sub !== undefined ? { code, sub: rest.sub } : { code }));
const every = voices.flatMap((voice) => numbers.map((ref) => ({ ref, voice, text: customerText(ref, voice) })));

/** What a customer need not know, must not be promised, and is not to be blamed for. */
const unfit: readonly (readonly [string, RegExp])[] = [
  [
    'jargon',
    /\b(?:servers?|requests?|responses?|clients?|headers?|cach\w*|prox(?:y|ies)|gateways?|timeouts?|time-out|backend|front-?end|upstream|origin|cookies?|tls|ssl|dns|ip|api|url|uri|cdn|vpn|retry|status|database|tokens?|payload|parameters?|auth\w*|sessions?|certificates?|redirect\w*|exception|logs?|html|json)\b/i,
  ],
  [
    'promises',
    /\b(?:we are working|we will|we'll|will be (?:back|fixed|solved)|soon|shortly|guarantee|promise|fixed)\b/i,
  ],
  ['blame', /\b(?:your (?:fault|mistake|error)|you (?:made|must have|failed|forgot)|wrongly|user error)\b/i],
  ['placeholders', /[{}<>[\]]|\b(?:undefined|null|NaN|TODO)\b/],
];

describe('a text for a customer', () => {
  it.each(unfit)('is free of %s, whatever the code', (_, pattern) => {
    expect(every.filter(({ text }) => pattern.test(text)).map(({ text }) => text)).toEqual([]);
  });

  it('has at most 90 words', () => {
    expect(every.filter(({ text }) => text.split(/\s+/).length > 90).map(({ text }) => text)).toEqual([]);
  });

  it('is made of three paragraphs of whole sentences', () => {
    for (const { text } of every) {
      const paragraphs = text.split('\n\n');
      expect(paragraphs).toHaveLength(3);
      for (const paragraph of paragraphs) expect(paragraph).toMatch(/^[A-Z].*[^.]\.$/);
    }
  });

  it('names the number once, in brackets, and no name of a code', () => {
    for (const { ref, text } of every) {
      const number = written(ref.code, ref.sub);
      expect(text.split(`(code ${number})`)).toHaveLength(2);
      for (const { name } of meaningsOf(ref.code, ref.sub))
        expect(text).not.toMatch(new RegExp(`\\b${escaped(name)}(?!\\w)`));
    }
  });

  it('says whose side it is on, what to try, what to send, and never a password', () => {
    for (const { text } of every) {
      const [what, now, send] = text.split('\n\n');
      expect(what).toMatch(/side|need not be anything you did|necessarily|address|access|device/);
      expect(now).toMatch(/[Pp]lease|nothing|No action|Trying|Repeating/);
      expect(send).toMatch(
        /send us the time, the address of the page, what you did, and the ID .*[Nn]ever send a password\.$/,
      );
    }
  });

  it('tells whoever sends it why it is only most likely, where a proxy says the code', async () => {
    for (const code of [502, 504])
      expect(await plainOf(`reply ${code} customer`)).toContain('the customer’s own network');
    for (const code of [500, 503, 521])
      expect(await plainOf(`reply ${code} customer`)).not.toContain('Only most likely');
  });

  it('says of a failure of the server that it is on our side, unless a row knows better', () => {
    const { rows } = customerWords.en;
    const own = new Set(rows.filter(({ side }) => side !== undefined).flatMap(({ codes }) => codes));
    for (const { code, fault } of registered)
      if (fault === 'server' && !own.has(written(code)))
        expect(customerText({ code }, 'friendly'), String(code)).toContain('on our side, not yours');
  });

  it('asks to look first where sending it twice could do harm', () => {
    for (const code of [500, 502, 503, 504])
      for (const voice of voices) expect(customerText({ code }, voice)).toMatch(/check first whether it/);
  });
});

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe('the rows for customers', () => {
  const codes = customerWords.en.rows.flatMap((row) => row.codes);

  it('have no code twice', () => {
    expect(codes).toEqual([...new Set(codes)]);
  });

  it('are for codes that the catalog knows', () => {
    const known = new Set([
      ...registered.map(({ code }) => written(code)),
      ...vendorStatuses.map(({ code, sub }) => written(code, sub)),
    ]);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('tell every common failure in words of its own', () => {
    const common = registered.filter((one) => one.common && one.code >= 400).map(({ code }) => written(code));
    expect(common.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

describe('the answer with it', () => {
  it('keeps the promises and the limits of every platform, with the text whole and in one block', async () => {
    for (const { ref, voice, text } of every.filter(({ ref: { code, sub } }) => meaningsOf(code, sub).length > 0)) {
      const answer = await askLine(`reply ${written(ref.code, ref.sub)} customer ${voice}`);
      expectPromises(answer);
      expect(answer.blocks).toContainEqual({ kind: 'code', source: text });
      const slack = draw(answer);
      const discord = { flags: FLAG.componentsV2, components: [render(answer)] };
      expect(checkSlack({ ...slack })).toEqual([]);
      expect(checkDiscord(discord)).toEqual([]);
      expect(JSON.stringify(slack)).toContain(JSON.stringify(text).slice(1, -1));
      expect(JSON.stringify(discord)).toContain(JSON.stringify(text).slice(1, -1));
      expect(toTerminal(answer, { width: 100, colour: false }).replace(spaces, ' ')).toContain(
        text.replace(spaces, ' '),
      );
    }
  });

  it.each([
    ['reply 499 customer', /499 has several owners. This is for Client Closed Request, as nginx uses it/],
    ['reply 478 customer', /Nobody has given 478 a meaning/],
    ['reply 404.99 customer', /404.99 is no substatus I know/],
    ['reply customer', /^Which code\?[\s\S]*reply 503 customer/],
  ])('to “%s” says %s', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  it('has a button for the other voice, and is reached from the cards with room for one', async () => {
    const lines = async (line: string) => (await askLine(line)).choices.map((choice) => choice.line);
    expect(await lines('reply 503 customer')).toContain('reply 503 customer formal');
    expect(await lines('reply 503 customer formal')).toContain('reply 503 customer');
    expect(await lines('520')).toContain('reply 520 customer');
    expect(await lines('478')).toContain('reply 478 customer');
  });
});
