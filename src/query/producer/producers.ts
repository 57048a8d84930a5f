// Who can have answered a request: one row each, with the check that settles it.

/** The layers of a request's way, the nearest to the client first; then the client itself, and nobody we can name. */
export type ProducerKind = 'cdn' | 'load-balancer' | 'gateway' | 'reverse-proxy' | 'application' | 'client' | 'unknown';

/** The order in which a response passes them on its way to the client, seen from the client. */
export const layers: readonly ProducerKind[] = [
  'cdn',
  'load-balancer',
  'gateway',
  'reverse-proxy',
  'application',
  'client',
  'unknown',
];

export interface Producer {
  readonly kind: ProducerKind;
  /** The product, as people call it; null where the text tells the layer only. */
  readonly name: string | null;
  /** What to look at next: one whole sentence. */
  readonly next: string;
  /** It runs applications that others write: a framework that the text names tells more. */
  readonly runs?: true;
}

const appLog = 'Look for the request in the application’s own log, at the time of the response.';
const originDirect =
  'Ask the origin directly, past the CDN (curl --resolve with its address): if it answers well, the CDN’s settings are the place to look.';

const cdn = (name: string, next = originDirect): Producer => ({ kind: 'cdn', name, next });
const balancer = (name: string, next: string): Producer => ({ kind: 'load-balancer', name, next });
const gateway = (name: string, next: string): Producer => ({ kind: 'gateway', name, next });
const proxy = (name: string, next: string): Producer => ({ kind: 'reverse-proxy', name, next });
const application = (name: string | null, next = appLog): Producer => ({ kind: 'application', name, next });
const runtime = (name: string, next = appLog): Producer => ({ kind: 'application', name, next, runs: true });
const client = (name: string | null, next: string): Producer => ({ kind: 'client', name, next });

/** Everybody a sign can speak of. The key is the sign's word for them. */
export const producers = {
  cloudflare: cdn(
    'Cloudflare',
    'Take the Ray ID from the response to the Cloudflare dashboard, under Security › Events; then ask the origin directly, past Cloudflare.',
  ),
  cloudfront: cdn(
    'CloudFront',
    'Look up the X-Amz-Cf-Id in the distribution’s log: x-edge-detailed-result-type says which step failed.',
  ),
  akamai: cdn('Akamai', 'Take the reference number of the page to Akamai’s Edge Diagnostics: it holds the reason.'),
  fastly: cdn(
    'Fastly',
    'Repeat the request with the header Fastly-Debug: 1; X-Served-By and the service’s log name the step that failed.',
  ),
  frontDoor: cdn(
    'Azure Front Door',
    'Look up X-Azure-Ref in Front Door’s access log: errorInfo and originUrl name the origin that failed.',
  ),
  vercel: cdn('Vercel', 'Look up the x-vercel-id in the deployment’s logs; x-vercel-error names the reason.'),
  netlify: cdn('Netlify', 'Look up the x-nf-request-id in the site’s deploy and function logs.'),
  googleFrontend: cdn('Google Frontend', 'Look at the request log of the Cloud Run or App Engine service behind it.'),
  bunny: cdn('bunny.net'),
  imperva: cdn('Imperva', 'Take the incident id of the page to the Imperva console: it names the rule.'),
  sucuri: cdn('Sucuri', 'Take the block id of the page to the Sucuri dashboard: it names the rule.'),
  githubPages: cdn('GitHub Pages', 'Check the Pages settings of the repository: branch, folder and custom domain.'),
  alb: balancer(
    'AWS ALB',
    'In the balancer’s access log compare elb_status_code with target_status_code, then check target health and the idle timeout.',
  ),
  elb: balancer(
    'AWS ELB',
    'In the balancer’s access log compare elb_status_code with backend_status_code, then check instance health.',
  ),
  haproxy: balancer('HAProxy', 'Read the termination state in HAProxy’s log and the server’s state on its stats page.'),
  openshift: balancer('OpenShift router', 'Check that the route’s service has ready endpoints: oc get endpoints.'),
  googleLb: balancer(
    'Google Cloud Load Balancing',
    'Read jsonPayload.statusDetails of the load balancer’s log, then the health of the backend service.',
  ),
  appGateway: balancer(
    'Azure Application Gateway',
    'Look at Backend health of the gateway, then at serverStatus in its access log.',
  ),
  f5: balancer(
    'F5 BIG-IP',
    'Look at the pool’s members and the virtual server’s log, with the support id if there is one.',
  ),
  herokuRouter: balancer(
    'Heroku router',
    'Run heroku logs --tail: the router’s line has a code such as H10 or H12 that names the reason.',
  ),
  apiGateway: gateway(
    'AWS API Gateway',
    'Turn on execution logging for the stage and look up the x-amzn-RequestId: it shows authorizer, integration and mapping.',
  ),
  kong: gateway('Kong', 'Check routes, plugins and upstream health in Kong’s Admin API, and its error.log.'),
  apigee: gateway(
    'Apigee',
    'Trace the call in Apigee’s Debug: detail.errorcode names the policy or target that failed.',
  ),
  apim: gateway(
    'Azure API Management',
    'Trace the call in the portal’s test console: it shows the policy that answered.',
  ),
  tyk: gateway('Tyk', 'Look at the API definition and the gateway’s log at the time of the response.'),
  krakend: gateway('KrakenD', 'Look at KrakenD’s log: it names the backend that failed or was too slow.'),
  wso2: gateway('WSO2 API Manager', 'Look up the code of the fault in the gateway’s log (wso2carbon.log).'),
  apisix: gateway('Apache APISIX', 'Look at the route and its plugins in the Admin API, and at APISIX’s error.log.'),
  nginx: proxy('nginx', 'Read nginx’s error.log at the time of the response: it names the upstream and the reason.'),
  ingressNginx: proxy(
    'ingress-nginx',
    'Run kubectl logs of the ingress controller, and kubectl get endpoints of the service behind it.',
  ),
  openresty: proxy('OpenResty', 'Read OpenResty’s error.log at the time of the response.'),
  apache: proxy('Apache httpd', 'Read Apache’s error log at the time of the response: the AH number names the reason.'),
  envoy: proxy(
    'Envoy',
    'Read %RESPONSE_FLAGS% and %RESPONSE_CODE_DETAILS% in Envoy’s access log, then the cluster’s health on the admin port.',
  ),
  istio: proxy(
    'Istio (Envoy)',
    'Read the response flags in the sidecar’s log, then run istioctl proxy-status and istioctl proxy-config endpoints.',
  ),
  caddy: proxy(
    'Caddy',
    'Read Caddy’s log (http.log.error) at the time of the response: it says what the upstream did.',
  ),
  traefik: proxy(
    'Traefik',
    'Check the router’s rule and its service in Traefik’s dashboard, and the log at level DEBUG.',
  ),
  varnish: proxy('Varnish', 'Run varnishlog -q "RespStatus >= 500": FetchError and the VCL’s path say why.'),
  squid: proxy('Squid', 'Look for the request in Squid’s access.log; the ERR_ name on the page says why.'),
  litespeed: proxy('LiteSpeed', 'Read LiteSpeed’s error log at the time of the response.'),
  iisArr: proxy('IIS ARR', 'Check the server farm’s health, and trace the request with Failed Request Tracing.'),
  someProxy: {
    kind: 'reverse-proxy',
    name: null,
    next: 'Find the error log of the server that wrote this line: it names the upstream and the reason.',
  },
  iis: runtime(
    'IIS',
    'Look up status, substatus and win32 status in IIS’s log; Failed Request Tracing shows the module.',
  ),
  httpSys: application(
    'IIS (HTTP.sys)',
    'Read C:\\Windows\\System32\\LogFiles\\HTTPERR: the request never reached a site.',
  ),
  s3: application(
    'Amazon S3',
    'Check the key, the bucket policy and who signed the request; CloudTrail shows the denial.',
  ),
  awsService: application(
    'AWS',
    'Look up the request id in CloudTrail: it shows who asked for what, and why it was refused.',
  ),
  googleApi: application(
    'Google API',
    'Read error.status and error.details in the body: they name the permission or quota.',
  ),
  gcs: application('Google Cloud Storage', 'Check the object’s name and who may read it.'),
  azureStorage: application(
    'Azure Storage',
    'Look up x-ms-request-id in the account’s diagnostic log; x-ms-error-code names the reason.',
  ),
  github: application(
    'GitHub',
    'Check the token’s scopes and whether it may see the repository: GitHub says 404 for what it hides.',
  ),
  gitlab: application('GitLab', 'Check the token’s scopes and whether it may see the project.'),
  npmRegistry: application('npm registry', 'Run npm view of the package and npm whoami against the same registry.'),
  pypi: application(
    'Python package index',
    'Open the index’s page of the package in a browser, with the same index-url.',
  ),
  dockerRegistry: application(
    'Docker registry',
    'Run docker login for that registry, then check the image’s name, its tag and your pull limit.',
  ),
  mavenRepository: application(
    'Maven repository',
    'Open the artifact’s address in a browser, then check the server’s credentials in settings.xml.',
  ),
  kubernetes: application(
    'Kubernetes API server',
    'Run the same with kubectl -v=8, and kubectl auth can-i for the verb and resource.',
  ),
  elasticsearch: application('Elasticsearch', 'Read error.root_cause in the body and the node’s log.'),
  express: application('Express'),
  nest: application('NestJS'),
  fastify: application('Fastify'),
  next: application('Next.js'),
  django: application('Django'),
  drf: application('Django REST framework'),
  flask: application('Flask'),
  fastapi: application('FastAPI'),
  gunicorn: runtime('gunicorn', 'Read gunicorn’s error log: worker timeouts and the traceback stand there.'),
  uwsgi: runtime('uWSGI'),
  uvicorn: runtime('uvicorn'),
  rails: application('Rails', 'Find the request in log/production.log by its X-Request-Id.'),
  puma: runtime('Puma'),
  passenger: runtime('Phusion Passenger'),
  laravel: application('Laravel', 'Read storage/logs/laravel.log at the time of the response.'),
  symfony: application('Symfony', 'Look up the token of X-Debug-Token in the profiler, or read var/log.'),
  php: runtime('PHP', 'Read the log of PHP-FPM at the time of the response.'),
  wordpress: application('WordPress', 'Turn on WP_DEBUG_LOG and read wp-content/debug.log.'),
  spring: application('Spring Boot', 'Find the exception in the application’s log by time and path.'),
  tomcat: runtime('Tomcat', 'Read catalina.out and the access log valve at the time of the response.'),
  jetty: application('Jetty'),
  undertow: application('Undertow'),
  weblogic: application('WebLogic', 'Read the server’s log at the time of the response.'),
  aspnet: application('ASP.NET'),
  kestrel: runtime('ASP.NET Core', 'Look up the traceId of the body in the application’s log.'),
  go: application('Go net/http'),
  gin: application('Gin'),
  echo: application('Echo'),
  phoenix: application('Phoenix'),
  node: runtime('Node.js'),
  problem: application(null, 'Look up the problem’s instance or trace id in the log of the API that wrote it.'),
  origin: application(null, 'Look at the log of the server behind it: that is where this answer was made.'),
  body: application(null),
  hungUp: client(
    null,
    'Find out who gave up: the client’s timeout, a closed tab or a probe; compare its limit with how long the request took.',
  ),
  curl: client('curl', 'Run it again with curl -v: the last line before the error shows how far it came.'),
  browser: client('browser', 'Open the network panel of the browser’s tools: it shows how far the request came.'),
  nodeClient: client('Node.js', 'Check name, port and firewall from the same machine with curl -v.'),
  pythonClient: client('Python', 'Check name, port and firewall from the same machine with curl -v.'),
  javaClient: client('Java', 'Check name, port and firewall from the same machine with curl -v.'),
  goClient: client('Go', 'Check name, port and firewall from the same machine with curl -v.'),
  dotnetClient: client('.NET', 'Check name, port and firewall from the same machine with curl -v.'),
  gitClient: client('git', 'Run it again with GIT_CURL_VERBOSE=1.'),
} as const satisfies Readonly<Record<string, Producer>>;

export type ProducerId = keyof typeof producers;

export function producerOf(id: ProducerId): Producer {
  return producers[id];
}
