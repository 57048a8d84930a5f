// Servers to try assertions on: Express as the snippets write it, and some that are right in all but one thing.
import { tools } from '../../../src/commands/snippets/tools.ts';
import { type Sample, samples, type Workbench } from './workbench.ts';

/** The one thing that is wrong. */
export type Defect = 'code' | 'headers' | 'body';
export const defects: readonly Defect[] = ['code', 'headers', 'body'];

export interface Servers {
  /** The address at which a sample is answered as it should be, or with one thing wrong. */
  at(sample: Sample, side: 'right' | Defect): string;
}

/** These come without a body whatever a server does. */
const bodiless = [204, 304];

/** Whether the snippets of a sample look at what is wrong. */
export function canHave({ trial }: Sample, defect: Defect): boolean {
  switch (defect) {
    case 'code':
      return true;
    case 'headers':
      // Node sends a Connection of its own.
      return trial.checks.some(({ name }) => name !== 'Connection');
    case 'body':
      return trial.body !== 'any' && trial.method !== 'HEAD' && !bodiless.includes(trial.code);
    default:
      return defect satisfies never;
  }
}

const OTHER_CODE = 299;

/** What a server sends that has one thing wrong. */
function wrongAnswer({ trial }: Sample, defect: Defect) {
  const { code, reply, checks, body } = trial;
  const checked = checks.map(({ name }) => name);
  const flipped = body === 'some' ? '' : 'something';
  return {
    code: defect === 'code' ? OTHER_CODE : code,
    headers: reply.headers
      .filter(({ name }) => defect !== 'headers' || !checked.includes(name))
      .map(({ name, value }) => [name, value]),
    body: defect === 'body' ? flipped : (reply.body ?? ''),
  };
}

const wrongServer = `
  import { createServer } from 'node:http';
  export function wrong({ code, headers, body }) {
    return createServer((request, response) => {
      request.resume();
      response.sendDate = false;
      response.writeHead(code, headers.flat());
      response.end(body);
    });
  }
`;

/** Starts one Express for each sample, from its snippet: only its last line, the port, is another one. */
export async function startServers(bench: Workbench): Promise<Servers> {
  bench.write('wrong.mjs', wrongServer);
  const imports = samples.map((sample, at) => {
    const source = tools.express.write(sample.trial, sample.status);
    if (!source.endsWith('app.listen(8080);')) throw new Error('The snippet does not listen');
    bench.write(`express-${at}.mjs`, source.replace('app.listen(8080);', 'export default app;'));
    return `import app${at} from './express-${at}.mjs';`;
  });
  const wrong = samples.flatMap((sample) => defects.map((defect) => wrongAnswer(sample, defect)));
  bench.write('wrong.json', JSON.stringify(wrong));
  bench.write(
    'servers.mjs',
    `
      import { readFileSync } from 'node:fs';
      import { createServer } from 'node:http';
      import { wrong } from './wrong.mjs';
      ${imports.join('\n')}
      const apps = [
        ${samples.map((_, at) => `createServer(app${at})`).join(', ')},
        ...JSON.parse(readFileSync('wrong.json', 'utf8')).map(wrong),
      ];
      const ports = await Promise.all(
        apps.map((app) => new Promise((resolve) => app.listen(0, '127.0.0.1', () => resolve(app.address().port)))),
      );
      console.log(JSON.stringify(ports));
    `,
  );
  const ports: readonly number[] = JSON.parse(await bench.serve(process.execPath, ['servers.mjs']));
  return {
    at: (sample, side) => {
      const index = samples.indexOf(sample);
      const place = side === 'right' ? index : samples.length + index * defects.length + defects.indexOf(side);
      return `http://127.0.0.1:${ports[place]}`;
    },
  };
}
