// Access logs of load balancers: HAProxy, AWS ALB and ELB.
import { page } from '../../../catalog/sources.ts';
import type { ProducerId } from '../../producer/producers.ts';
import type { Role } from '../../producer/sign.ts';
import { type Groups, type LogFormat, type Said, said } from './format.ts';

const haproxyState = page(
  'HAProxy: session state at disconnection',
  'https://docs.haproxy.org/3.0/configuration.html#8.5',
);
const albLog = page(
  'AWS ALB: access logs',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
);
const elbLog = page(
  'AWS Classic Load Balancer: access logs',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html',
);

/** First two letters of HAProxy's termination state: who ended it, what it means, what to do. */
const states: Readonly<Record<string, readonly [ProducerId, Role, string, string?]>> = {
  SC: [
    'haproxy',
    'made',
    'The server refused the connection, or there was none to send the request to.',
    'Check that a server of the backend is up: stats page, health checks, port.',
  ],
  SH: [
    'haproxy',
    'made',
    'The server closed the connection before it had sent its whole header.',
    'Look for a crash or restart in the server’s log at that second.',
  ],
  SD: ['haproxy', 'behind', 'The server’s connection broke while the body was sent: the code is the server’s.'],
  sC: [
    'haproxy',
    'made',
    'No connection to the server within “timeout connect”.',
    'Check network, firewall and load between HAProxy and the server.',
  ],
  sH: [
    'haproxy',
    'made',
    'The server did not send its header within “timeout server”.',
    'Look for what was slow in the server’s log; compare the Tr field with “timeout server”.',
  ],
  sD: ['haproxy', 'behind', 'The server stopped sending in the middle of the body: the code is the server’s.'],
  sQ: [
    'haproxy',
    'made',
    'The request waited in the queue longer than “timeout queue”: all servers were full.',
    'Look at maxconn and how long requests take.',
  ],
  PC: ['haproxy', 'made', 'HAProxy refused: a limit on connections, or no connection could be opened.'],
  PR: [
    'haproxy',
    'made',
    'HAProxy refused the request: a deny rule, or a request that is not valid.',
    'Find the “http-request deny” or “block” that matches this request.',
  ],
  PH: [
    'haproxy',
    'made',
    'HAProxy refused the server’s response: it was not valid, or a rule denied it.',
    'Run “show errors” on HAProxy’s socket: it keeps the last bad response.',
  ],
  PT: ['haproxy', 'made', 'HAProxy held the request in a tarpit, on purpose.'],
  PD: ['haproxy', 'behind', 'HAProxy stopped a response that broke its chunks: the code is the server’s.'],
  LR: ['haproxy', 'made', 'HAProxy answered by itself, as told: a redirect, a return or its stats page.'],
  LH: ['haproxy', 'made', 'HAProxy answered by itself, as told.'],
  LC: ['haproxy', 'made', 'HAProxy answered by itself, as told.'],
  RC: ['haproxy', 'made', 'HAProxy had no resources left for a connection: sockets, ports or memory.'],
  RR: ['haproxy', 'made', 'HAProxy had no resources left.'],
  IH: ['haproxy', 'made', 'An internal error in HAProxy.'],
  IR: ['haproxy', 'made', 'An internal error in HAProxy, often in a Lua action or filter.'],
  cR: ['haproxy', 'made', 'The client did not send its whole request within “timeout http-request”.'],
  cD: ['hungUp', 'made', 'The client neither sent nor read anything for “timeout client”.'],
  cH: ['hungUp', 'made', 'The client did not send its body in time.'],
  CC: ['hungUp', 'made', 'The client went away before there was a connection to a server.'],
  CD: ['hungUp', 'made', 'The client went away while the body was sent.'],
  CH: ['hungUp', 'made', 'The client went away while the server was still working.'],
  CQ: ['hungUp', 'made', 'The client went away while the request waited in the queue.'],
  CR: ['hungUp', 'made', 'The client went away before it had sent its whole request.'],
};

function judgeHaproxy({ state = '', server = '' }: Groups, code: number): readonly Said[] {
  const ended = state.slice(0, 2);
  const known = states[ended];
  const seen = `Termination state ${state}`;
  if (known !== undefined) {
    const [who, role, here, next] = known;
    return [
      {
        who,
        role,
        strength: 'proof',
        seen: `${seen}. ${here}`,
        here,
        ...(next === undefined ? {} : { next }),
        source: haproxyState,
      },
    ];
  }
  const noServer = server === '<NOSRV>';
  return [
    {
      who: 'haproxy',
      role: noServer ? 'made' : 'behind',
      strength: ended === '--' ? 'proof' : 'hint',
      seen: noServer
        ? `${seen} and <NOSRV>: no server was asked.`
        : `${seen}: the exchange ended normally, so ${code} is what server ${server} said.`,
      source: haproxyState,
    },
  ];
}

/** A code with which AWS's balancers say that the client went away. */
const CLIENT_LEFT = 460;
const madeByAws: Readonly<Record<number, string>> = {
  502: 'The load balancer reached the target and could not use its answer: closed, reset or malformed.',
  503: 'The load balancer has no registered or healthy target to send the request to.',
  504: 'The target did not accept the connection in time, or did not answer within the idle timeout.',
};

function judgeAws(who: 'alb' | 'elb', field: string, also: string, code: number, source: Said['source']): Said {
  if (code === CLIENT_LEFT)
    return said(
      'hungUp',
      'made',
      'proof',
      '460: the client closed the connection before the target had answered.',
      source,
    );
  if (also !== '-') return said(who, 'behind', 'proof', `${field} is ${also}: the target answered.`, source);
  const here = madeByAws[code];
  const seen = `${field} is “-”: no target answered, the load balancer made the ${code}.`;
  return said(who, 'made', 'proof', seen, source, here === undefined ? {} : { here });
}

const times = '(?:-?\\d{1,7}(?:\\.\\d{1,9})?|-)';

export const balancerLogs: readonly LogFormat[] = [
  {
    name: 'HAProxy',
    has: ['/'],
    pattern:
      /[ \t](?<backend>[^\s/]{1,120})\/(?<server>\S{1,120})[ \t](?:-?\d{1,9}\/){3,4}\+?-?\d{1,9}[ \t](?<code>-1|\d{3})[ \t]\+?\d{1,15}[ \t]\S{1,600}[ \t]\S{1,600}[ \t](?<state>[-A-Za-z]{4})[ \t]\d{1,9}\//d,
    judge: judgeHaproxy,
  },
  {
    name: 'HAProxy, common log format',
    has: ['" "'],
    pattern:
      /"[ \t](?<code>-1|\d{3})[ \t]\d{1,15}[ \t]"[^"\n]{0,200}"[ \t]"[^"\n]{0,200}"[ \t]\d{1,6}[ \t]\d{1,4}[ \t]"(?<frontend>[^"\n]{1,120})"[ \t]"(?<backend>[^"\n]{1,120})"[ \t]"(?<server>[^"\n]{1,120})"[ \t](?:-?\d{1,9}[ \t]){4,5}(?<state>[-A-Za-z]{4})[ \t]/d,
    judge: judgeHaproxy,
  },
  {
    name: 'AWS ALB',
    has: ['app/'],
    pattern: new RegExp(
      `\\b(?:https?|h2|grpcs?|wss?)[ \\t]\\S{10,40}[ \\t]app/\\S{1,200}[ \\t]\\S{1,80}[ \\t]\\S{1,80}[ \\t](?:${times}[ \\t]){3}(?<code>\\d{3})[ \\t](?<also>\\d{3}|-)[ \\t]`,
      'd',
    ),
    judge: ({ also = '-' }, code) => [judgeAws('alb', 'target_status_code', also, code, albLog)],
  },
  {
    name: 'AWS ELB',
    has: ['Z ', '"'],
    pattern: new RegExp(
      `^\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,16}Z[ \\t][\\w-]{1,80}[ \\t][\\d.]{7,15}:\\d{1,5}[ \\t](?:[\\d.]{7,15}:\\d{1,5}|-)[ \\t](?:${times}[ \\t]){3}(?<code>\\d{3})[ \\t](?<also>\\d{1,3}|-)[ \\t]`,
      'd',
    ),
    judge: ({ also = '-' }, code) => [
      judgeAws('elb', 'backend_status_code', Number(also) === 0 ? '-' : also, code, elbLog),
    ],
  },
];
