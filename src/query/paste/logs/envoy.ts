// The access log of Envoy, and that of Istio, which adds the details of the response: the flags say what Envoy made itself.
import { page } from '../../../catalog/sources.ts';
import { type Groups, type LogFormat, type Said, said } from './format.ts';

const envoyFlags = page(
  'Envoy: response flags',
  'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#response-flags',
);

/** Envoy's response flags: what each means, and what to do. */
const flags: Readonly<Record<string, readonly [here: string, next: string]>> = {
  UH: [
    'Envoy has no healthy host left for this cluster.',
    'Look at the cluster’s health checks and whether any pod is ready.',
  ],
  UF: [
    'Envoy could not connect to the upstream.',
    'Check port, mTLS mode and network policy between Envoy and the upstream.',
  ],
  UO: [
    'A circuit breaker is open: too many connections or requests to the cluster.',
    'Look at the cluster’s thresholds and how long requests take.',
  ],
  NR: [
    'No route fits the host and path, or no filter chain fits the connection.',
    'Compare host and path with the route configuration.',
  ],
  URX: [
    'The retries were used up, or the attempts to connect.',
    'Look at why the upstream fails: the retries only hid it.',
  ],
  NC: [
    'The route leads to a cluster that Envoy does not know.',
    'Compare the cluster’s name in the route with /clusters on the admin port.',
  ],
  UT: ['The upstream took longer than the route’s timeout.', 'Look for what was slow, or raise the route’s timeout.'],
  LR: ['Envoy reset the connection itself.', 'Read %RESPONSE_CODE_DETAILS% of the line.'],
  UR: ['The upstream reset the stream.', 'Look for a crash or restart in the upstream’s log at that second.'],
  UC: [
    'The upstream closed the connection before its answer was whole.',
    'Look for a restart, or an idle timeout shorter than Envoy’s.',
  ],
  FI: ['A fault that was injected on purpose.', 'Look for a fault filter or an Istio VirtualService with a fault.'],
  RL: ['The rate limit turned the request away.', 'Look at the rate limit’s descriptors.'],
  UAEX: ['The external authorization service said no.', 'Look at the log of the ext_authz service.'],
  RLSE: ['The rate limit service failed.', 'Look at the log of the rate limit service.'],
  SI: ['The stream was idle for too long.', 'Compare stream_idle_timeout with how long the request takes.'],
  IH: ['A header that Envoy requires had a value it does not take.', 'Look at the x-envoy headers of the request.'],
  UMSDR: ['The upstream stream lasted longer than allowed.', 'Look at max_stream_duration.'],
  NFCF: ['A filter’s configuration did not arrive.', 'Look at the control plane.'],
  DT: [
    'The request lasted longer than max_connection_duration or max_stream_duration.',
    'Compare the limit with how long the request takes.',
  ],
  UPE: ['The upstream’s answer was no valid HTTP.', 'Check that both speak the same protocol (HTTP/1.1 or HTTP/2).'],
  OM: ['Envoy’s overload manager turned the request away.', 'Look at Envoy’s memory and its overload settings.'],
  DF: ['The upstream’s name could not be resolved.', 'Check the name and the DNS that Envoy uses.'],
  LH: ['Envoy’s own health check fails.', 'Look at the health check filter.'],
  DO: ['A drop overload of the cluster turned the request away.', 'Look at the drop settings of the endpoints.'],
};
const byUpstream = /^via_upstream/;
const byClient = /^(?:DC|DPE)$/;

function judgeEnvoy({ flags: written = '-', details = '' }: Groups): readonly Said[] {
  const who = details === '' ? 'envoy' : 'istio';
  const all = written.split(',');
  if (all.some((flag) => byClient.test(flag)))
    return [said('hungUp', 'made', 'proof', `Response flag ${written}: the client broke off.`, envoyFlags)];
  const known = all.flatMap((flag) => {
    const meaning = flags[flag];
    return meaning === undefined ? [] : [{ flag, meaning }];
  });
  const [first] = known;
  if (first !== undefined) {
    const [here, next] = first.meaning;
    return [said(who, 'made', 'proof', `Response flag ${written}. ${here}`, envoyFlags, { here, next })];
  }
  if (details !== '' && details !== '-' && !byUpstream.test(details))
    return [said(who, 'made', 'strong', `The details “${details}” are Envoy’s own, not via_upstream.`, envoyFlags)];
  return [said(who, 'behind', 'proof', 'No response flag: Envoy passed on what the upstream said.', envoyFlags)];
}

export const envoyLog: LogFormat = {
  name: 'Envoy',
  has: ['" ', ' HTTP/'],
  pattern:
    /(?:^|[\]\s])"[A-Z]{3,8} [^"\n]{0,4000} HTTP\/[\d.]{1,3}"[ \t](?<code>\d{3}|0)[ \t](?<flags>-|[A-Z]{2,5}(?:,[A-Z]{2,5}){0,5})[ \t](?:(?<details>[a-z_]{3,80}(?:\{[^}\n]{0,300}\}|\[[^\]\n]{0,300}\])?|-)[ \t](?:"[^"\n]{0,400}"|\S{1,300})[ \t]"|\d{1,15}[ \t]\d{1,15}[ \t]\d{1,12}[ \t])/d,
  judge: judgeEnvoy,
};
