// What somebody sees: snippets that fit on every platform as they are, and buttons that lead to all tools.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { registered } from '../../../src/catalog/index.ts';
import { fieldIn } from '../../../src/commands/snippets/message.ts';
import { allTools, tools } from '../../../src/commands/snippets/tools.ts';
import { trialOf } from '../../../src/commands/snippets/trial.ts';
import { formFor } from '../../../src/platforms/discord/forms.ts';
import { LIMITS as DISCORD } from '../../../src/platforms/discord/limits.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { draw } from '../../../src/platforms/slack/render.ts';
import { testTools } from '../../../src/query/data/test-tools.ts';
import { read } from '../../../src/query/read.ts';
import { askLine, plainOf } from '../ask.ts';

/** Discord cuts a line of code here: see LONGEST in its blocks.ts. */
const WIDEST = 600;
const shortened = '… shortened';

function codeIn({ blocks }: Answer): string {
  return blocks.map((block) => (block.kind === 'code' ? block.source : '')).join('');
}

describe('a snippet', () => {
  it.each(allTools.map((tool) => [tool.name, tool] as const))(
    'for %s fits on Slack and Discord as it is',
    async (_, tool) => {
      for (const { code } of registered)
        for (const method of ['', ' POST', ' HEAD']) {
          const answer = await askLine(`test ${code}${method} ${tool.word}`);
          const source = codeIn(answer);
          for (const line of source.split('\n')) expect(line.length, `${code} ${line}`).toBeLessThanOrEqual(WIDEST);
          const slack = JSON.stringify(draw(answer));
          const discord = JSON.stringify(render(answer));
          expect(slack, `${code}${method}`).not.toContain(shortened);
          expect(discord, `${code}${method}`).not.toContain(shortened);
          expect(discord.length).toBeLessThan(2 * DISCORD.card);
        }
    },
  );

  it('is written for every registered code, except that most tools see no interim response', async () => {
    for (const { code } of registered)
      for (const tool of allTools) {
        const answer = await askLine(`test ${code} ${tool.word}`);
        const seen = code >= 200 || tool.seesInterim === true;
        expect(codeIn(answer) !== '', `${code} ${tool.name}`).toBe(seen);
        if (!seen) expect(answer.choices.map(({ line }) => line)).toContain(`test ${code} curl`);
      }
  });

  it('is reached by the word of its tool', () => {
    expect(testTools.map(([tool]) => tool).toSorted()).toEqual(Object.keys(tools).toSorted());
    for (const [tool, { word }] of Object.entries(tools))
      expect(read(`test 429 ${word}`), word).toMatchObject({ kind: 'status', facet: 'testers', tool });
  });
});

describe('what a response is to have', () => {
  it.each([
    [401, 'WWW-Authenticate', /^Bearer /],
    [405, 'Allow', /GET/],
    [407, 'Proxy-Authenticate', /^Basic /],
    [416, 'Content-Range', /^bytes \*\/\d+$/],
    [426, 'Upgrade', /./],
    [429, 'Retry-After', /^\d+$/],
    [301, 'Location', /./],
    [302, 'Location', /./],
    [303, 'Location', /./],
    [307, 'Location', /./],
    [308, 'Location', /./],
    [304, 'ETag', /^"/],
  ])('%i has %s', (code, name, value) => {
    const status = registered.find((one) => one.code === code);
    if (status === undefined) return expect.unreachable(String(code));
    const { reply, checks } = trialOf(status);
    expect(fieldIn(reply, name)).toMatch(value);
    expect(checks.map((check) => check.name)).toContain(name);
  });

  it('206 has exactly the bytes that Content-Range and Range name', () => {
    const [status] = registered.filter(({ code }) => code === 206);
    if (status === undefined) return expect.unreachable('206');
    const { sent, reply } = trialOf(status);
    expect(fieldIn(reply, 'Content-Range')).toBe('bytes 0-15/146515');
    expect(fieldIn(sent, 'Range')).toBe('bytes=0-15');
    expect(reply.body).toHaveLength(16);
  });

  it('nothing has a body where none is allowed', () => {
    for (const status of registered.filter(({ body }) => body.rule === 'never')) {
      const { reply, body, interim } = trialOf(status);
      expect(reply.body).toBeNull();
      expect(body).toBe(interim ? 'any' : 'empty');
    }
    for (const status of registered.filter(({ code }) => code >= 200))
      expect(trialOf(status, 'HEAD').body).toBe('empty');
  });

  it('every header that its specification requires is checked', () => {
    for (const status of registered) {
      const required = status.headers.filter(({ on, level }) => on === 'response' && level === 'MUST');
      const checked = trialOf(status).checks.map(({ name }) => name);
      for (const { name } of required) expect(checked, String(status.code)).toContain(name);
    }
  });

  it.each([
    [304, 'ETag', 'MUST, if a 200 would have had it', false],
    [304, 'Cache-Control', 'MUST, if a 200 would have had it', false],
    [206, 'Content-Range', 'MUST, for a single range', false],
    [401, 'WWW-Authenticate', 'MUST', true],
    [405, 'Allow', 'MUST', true],
    [429, 'Retry-After', 'MAY', false],
  ])('%i asks for %s with a %s', (code, name, asked, required) => {
    const status = registered.find((one) => one.code === code);
    if (status === undefined) return expect.unreachable(String(code));
    expect(trialOf(status).checks).toContainEqual(expect.objectContaining({ name, asked, required }));
  });

  it('a request has a body only with a method that takes one', () => {
    const [status] = registered.filter(({ code }) => code === 422);
    if (status === undefined) return expect.unreachable('422');
    expect(trialOf(status, 'POST').sent.body).toContain('room');
    expect(trialOf(status, 'GET').sent.body).toBeNull();
    expect(fieldIn(trialOf(status, 'GET').sent, 'Content-Type')).toBeUndefined();
    expect(trialOf(status, 'CONNECT').method).toBe('GET');
  });
});

describe('the checklist', () => {
  it.each([
    ['401 for testers', /Required headers\n- WWW-Authenticate in the response, MUST/],
    ['415 for testers', /Recommended headers\n- Accept-Encoding/],
    ['429 for testers', /Optional headers\n- Retry-After/],
    ['404 for testers', /No header is prescribed for it\./],
    ['429 for testers HEAD', /Body: never, as HEAD has none\. RFC 9110 §9\.3\.2/],
    ['test 208 curl', /208 stands inside a 207/],
    ['test 103 msw', /103 comes before the final response, and MSW knows only final ones\. curl shows it\./],
    ['test 429 tools', /REST Assured – test 429 rest-assured/],
    ['test POST', /^Which code\?/],
    ['test 520 curl', /^520 [\s\S]*no registered code/],
  ])('%s says %s', async (line, wanted) => {
    expect(await plainOf(line)).toMatch(wanted);
  });

  it('offers a form for tool and method, which Discord finds again in the answer to its line', async () => {
    const [first] = (await askLine('429 for testers')).choices;
    expect(first).toMatchObject({ label: 'Write it for a tool', form: { template: 'test 429 {method} {tool}' } });
    const again = await askLine(first?.line ?? '');
    expect(formFor(first?.line ?? '', again)).toEqual(first?.form);
    const options = first?.form?.fields.flatMap((field) => field.options ?? []) ?? [];
    for (const { value } of options.slice(0, allTools.length))
      expect(read(`test 429 POST ${value}`)).toMatchObject({ facet: 'testers', request: { method: 'POST' } });
  });
});
