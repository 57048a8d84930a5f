// Programs that run snippets in the tools, or in stand-ins for tools that are no packages. Each prints who passed, as JSON.

/**
 * Runs the function of each snippet. A library that is not installed is stood in for by one that knows what the snippets
 * need of it.
 */
export const pythonRunner = `
import http.client, json, sys, types, urllib.parse

class Fields:
    def __init__(self, message): self.message = message
    def get(self, name, default=None): return self.message.get(name, default)

class Response:
    def __init__(self, answer):
        self.status_code, self.headers, self.content = answer.status, Fields(answer.headers), answer.read()

def request(method, url, headers=None, data=None, content=None, timeout=None, allow_redirects=None, follow_redirects=None):
    assert allow_redirects is False or follow_redirects is False
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=timeout)
    connection.request(method, parts.path + ("?" + parts.query if parts.query else ""), data or content, headers or {})
    return Response(connection.getresponse())

for library in ("requests", "httpx"):
    try:
        __import__(library)
    except ImportError:
        sys.modules[library] = types.ModuleType(library)
        sys.modules[library].request = request

passed = []
for name, source in json.load(sys.stdin):
    scope = {}
    exec(compile(source, name, "exec"), scope)
    [test] = [value for key, value in scope.items() if key.startswith("test_")]
    try:
        test()
        passed.append(name)
    except AssertionError:
        pass
print(json.dumps(passed))
`;

/**
 * k6 is no package: its two modules are stood in for. Its requests are synchronous, so the script runs twice: the first
 * time tells what to ask, the second one gets the answer. Field names are written as Go writes them.
 */
export const k6Runner = `
  import { readFileSync } from 'node:fs';
  import { request } from 'node:http';
  import { registerHooks } from 'node:module';
  const here = (file) => new URL(file, import.meta.url).href;
  registerHooks({
    resolve: (name, context, next) =>
      name === 'k6' || name === 'k6/http' ? { url: here(name === 'k6' ? 'k6.mjs' : 'k6-http.mjs'), shortCircuit: true } : next(name, context),
  });
  const { asked, answer } = await import('./k6-http.mjs');
  const { checked } = await import('./k6.mjs');
  const canonical = (name) => name.replace(/(^|-)([a-z])/g, (letters) => letters.toUpperCase());
  function send([method, url, body, { headers = {} }]) {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, headers, agent: false }, (response) => {
        let text = '';
        response.on('data', (part) => { text += part; });
        response.on('end', () => resolve({
          status: response.statusCode,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [canonical(name), String(value)])),
          body: text,
        }));
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }
  const passed = [];
  for (const name of JSON.parse(readFileSync('k6.json', 'utf8'))) {
    const { default: script } = await import('./' + name + '.k6.mjs');
    try { script(); } catch (error) { if (error !== asked) throw error; }
    answer.now = await send(asked.call);
    script();
    answer.now = null;
    if (checked.last) passed.push(name);
  }
  console.log(JSON.stringify(passed));
`;

/** What a script imports as `k6` and `k6/http`. */
export const k6Modules = {
  'k6.mjs': `
    export const checked = {};
    export function check(value, tests) { checked.last = Object.values(tests).every((test) => test(value)); }
  `,
  'k6-http.mjs': `
    export const asked = {};
    export const answer = { now: null };
    export default {
      expectedStatuses: (...codes) => codes,
      request: (...call) => {
        if (answer.now !== null) return answer.now;
        asked.call = call;
        throw asked;
      },
    };
  `,
};

/** The sandbox in which Postman runs its scripts, with the response that its runtime would hand in. */
export const postmanRunner = `
  import { readFileSync } from 'node:fs';
  import { request } from 'node:http';
  import sandbox from 'postman-sandbox';
  function send({ method, url }) {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, agent: false }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve({
          code: response.statusCode,
          header: Object.entries(response.headers).map(([key, value]) => ({ key, value: String(value) })),
          stream: Buffer.concat(parts),
        }));
      });
      sent.on('error', reject);
      sent.end();
    });
  }
  const context = await new Promise((resolve, reject) =>
    sandbox.createContext((error, made) => (error ? reject(error) : resolve(made))));
  context.on('error', () => undefined);
  const passed = [];
  for (const { name, method, url } of JSON.parse(readFileSync('postman.json', 'utf8'))) {
    const response = await send({ method, url });
    const results = [];
    const id = 'execution-' + name;
    const note = (_, assertions) => results.push(...assertions);
    context.on('execution.assertion.' + id, note);
    await new Promise((resolve, reject) =>
      context.execute({ listen: 'test', script: { exec: readFileSync(name + '.postman.js', 'utf8').split('\\n') } },
        { id, context: { response } }, (error) => (error ? reject(error) : resolve())));
    if (results.length > 0 && results.every(({ error }) => error === null)) passed.push(name);
  }
  console.log(JSON.stringify(passed));
  process.exit();
`;
