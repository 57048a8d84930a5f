// Codes of others, as they are answered: complete, short enough for both platforms, and honest about HTTP.
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../src/answer/plain.ts';
import { families } from '../../src/catalog/other-codes/index.ts';
import { completeLine } from '../../src/commands/completions.ts';
import { inTitle, lineOf } from '../../src/commands/other-codes.ts';
import { render } from '../../src/platforms/discord/render.ts';
import { draw } from '../../src/platforms/slack/render.ts';
import { checkMessage as checkDiscord, FLAG } from '../../src/playground/discord/limits.ts';
import { checkMessage as checkSlack } from '../../src/playground/slack/limits.ts';
import { askExplain, askLine, expectPromises, plainOf } from './ask.ts';

const everyCode = families.flatMap((family) =>
  family.rows.map((code) => ({ family, key: code.keys[0], code, line: lineOf({ family, key: code.keys[0] }) })),
);

/** Renderers escape each in their own way. */
function lettersOf(text: string): string {
  return text.replace(/&(?:amp|lt|gt);|[^\p{L}\p{N}]/gu, '');
}

describe('every code of others', () => {
  it.each(families.map(({ id }) => [id]))('is answered for its own line: %s', async (id) => {
    for (const asked of everyCode.filter(({ family }) => family.id === id)) {
      const answer = await askLine(asked.line);
      expect(answer.title, asked.line).toBe(inTitle(asked));
      expect(answer.line ?? '', asked.line).toBe(asked.line);
      expectPromises(answer);
      expect(toPlain(answer)).toContain(asked.code.meaning);
    }
  });

  it('fits on both platforms, and so do the lists, to the last word', async () => {
    const lasts = [
      ...everyCode.map(({ line, code }) => [line, code.received.at(-1) ?? ''] as const),
      ...families.map(({ listLine, rows }) => [listLine, rows.at(-1)?.keys[0] ?? ''] as const),
    ];
    for (const [line, last] of lasts) {
      const answer = await askLine(line);
      const onDiscord = { flags: FLAG.componentsV2, components: [render(answer)] };
      const onSlack = draw(answer);
      expect(checkDiscord(onDiscord), line).toEqual([]);
      expect(checkSlack({ ...onSlack }), line).toEqual([]);
      for (const drawn of [onDiscord, onSlack])
        expect(lettersOf(JSON.stringify(drawn)), line).toContain(lettersOf(last));
    }
  });

  it('names what it is and gives the list of its kind, in one button', async () => {
    for (const { listLine, many } of families) {
      const answer = await askLine(listLine);
      expect(answer.title).toBe(many);
      expect(answer.choices.length, listLine).toBe(5);
      expectPromises(answer);
    }
  });
});

describe('programs', () => {
  it.each([
    ['grpc 14', 'status', [503]],
    ['UF', 'status', [503]],
    ['ECONNREFUSED', 'status', [502, 503]],
    ['discord 50013', 'status', [403]],
    ['slack not_in_channel', 'status', [200]],
    ['slack ratelimited', 'status', [429]],
    ['grpc code for 404', 'status', [404]],
    ['grpc 14 vs 503', 'compare', [503]],
    ['grpc 4 vs 503', 'compare', [503, 504]],
    ['curl 28', 'none', []],
    ['ws 1006', 'none', []],
    ['tls alert 40', 'none', []],
    ['net::ERR_CONNECTION_RESET', 'none', []],
    ['grpc codes', 'none', []],
    ['cloudflare 1020', 'status', [403]],
    ['cloudflare 1001', 'unassigned', [1001]],
  ])('get of “%s” %s %j', async (line, kind, codes) => {
    expect((await askLine(line)).about).toMatchObject({ kind, codes });
  });
});

describe('answers', () => {
  it('say both mappings of gRPC', async () => {
    const text = await plainOf('grpc code for 404');
    expect(text).toContain('gRPC 5: NOT_FOUND');
    expect(text).toContain('gRPC 12: UNIMPLEMENTED');
    expect(await plainOf('grpc 14')).toContain('429, 502, 503 or 504, where an answer has no gRPC status');
  });

  it('say how a status code stands to what it is held beside', async () => {
    expect(await plainOf('grpc 14 vs 503')).toContain('gRPC 14: it belongs to it');
    expect(await plainOf('grpc 4 vs 503')).toContain('gRPC 4: its own is 504 Gateway Timeout');
    expect(await plainOf('curl 28 vs 504')).toContain('curl 28: it has no status code');
  });

  it('tell of a bare number who else uses it', async () => {
    const text = await plainOf('1006');
    expect(text).toContain('ask for ws 1006');
    expect(text).toContain('ask for cloudflare 1006');
  });

  it('explain them beside the codes of a paste', async () => {
    const answer = await askExplain(
      '[2026-11-24T10:00:00.000Z] "GET /api HTTP/1.1" 503 UF - 0 145 0 - "-" "curl/8.4.0"',
    );
    expect(answer.about).toMatchObject({ kind: 'paste', codes: [503] });
    expect(toPlain(answer)).toContain('Envoy UF: Upstream connection failure');
  });

  it('say of a paste without a status code why there is none', async () => {
    const answer = await askExplain('curl: (7) Failed to connect to shop.example port 443: Connection refused');
    expect(answer.about).toMatchObject({ kind: 'none', codes: [] });
    expect(toPlain(answer)).toContain('curl 7');
  });

  it('complete with what they mean', () => {
    expect(completeLine('grpc 14')[0]?.label).toBe(
      'gRPC 14: UNAVAILABLE — The service cannot be reached at the moment, or cannot take the call.',
    );
  });
});
