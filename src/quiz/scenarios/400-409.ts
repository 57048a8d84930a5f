import { page, rfc } from '../../catalog/sources.ts';
import type { Scenario } from '../item.ts';

// The draft has no RFC number yet and its sections may still move, so the whole document is named.
const idempotencyKey = page(
  'draft-ietf-httpapi-idempotency-key-header',
  'https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header',
);
const graphqlOverHttp = page('GraphQL over HTTP', 'https://graphql.github.io/graphql-over-http/draft/');
const nginxTls = page('nginx: ssl errors', 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors');
const nginxBasic = page('nginx: auth_basic', 'https://nginx.org/en/docs/http/ngx_http_auth_basic_module.html');
const nginxAutoindex = page('nginx: autoindex', 'https://nginx.org/en/docs/http/ngx_http_autoindex_module.html');
const albErrors = page(
  'AWS: troubleshoot Application Load Balancers',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
);
const gatewayErrors = page(
  'AWS: API Gateway response types',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
);
const s3GetObject = page('AWS: S3 GetObject', 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html');
const s3Website = page(
  'AWS: S3 website endpoints',
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html',
);
const stripeErrors = page('Stripe: errors', 'https://docs.stripe.com/api/errors');
const ingressDefault = page(
  'ingress-nginx: default backend',
  'https://kubernetes.github.io/ingress-nginx/user-guide/default-backend/',
);
const expressMissing = page('Express: 404 responses', 'https://expressjs.com/en/starter/faq.html');
const haproxyLog = page(
  'HAProxy: session state at disconnection',
  'https://docs.haproxy.org/3.0/configuration.html#8.5',
);
const haproxyIdle = page(
  'HAProxy: 408 errors and pre-connect',
  'https://www.haproxy.com/blog/haproxy-and-http-errors-408-in-chrome',
);
const kubernetesVersions = page(
  'Kubernetes: API conventions on concurrency',
  'https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#concurrency-control-and-consistency',
);
const registryBlobs = page(
  'OCI distribution specification',
  'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#checking-if-content-exists-in-the-registry',
);

export const clientErrorsEarly: readonly Scenario[] = [
  // 400
  {
    id: '400-comma-too-much',
    kind: 'exchange',
    codes: [400, 422, 415],
    prompt: 'A cash register sends a sale to the back office. Which code is hidden?',
    exchange:
      'POST /sales HTTP/1.1\nHost: shop.example.com\nContent-Type: application/json\n\n{ "total": 19.90, "items": [1, 2,, 3] }\n\nHTTP/1.1 ???\nContent-Type: application/problem+json\n\n{ "title": "Body cannot be parsed", "detail": "line 1, column 34" }',
    answer: 400,
    alsoAcceptable: [],
    lures: [
      { option: 422, why: 'It needs a body that can be read, and this JSON breaks off at the second comma.' },
      { option: 415, why: 'JSON is taken here; what came is just not valid JSON.' },
      { option: 500, why: 'The register made the mistake, and the server noticed it properly.' },
    ],
    explanation:
      'The syntax of the body is broken, so the server cannot tell what was meant. The content was never looked at.',
    source: rfc(9110, '15.5.1'),
    difficulty: 1,
    pair: [400, 422],
  },
  {
    id: '400-two-lengths',
    kind: 'situation',
    codes: [400, 411, 413],
    prompt:
      'A security scanner sends one request with two Content-Length fields that say 6 and 60. The server must not guess where the body ends.',
    answer: 400,
    alsoAcceptable: [],
    lures: [
      { option: 411, why: 'A length is not missing; there is one too many.' },
      { option: 413, why: 'Neither of the two sizes is too large.' },
      { option: 422, why: 'The framing fails before any content can be judged.' },
    ],
    explanation:
      'Contradicting lengths are a framing error that opens the door to request smuggling. The server has to refuse and close the connection.',
    source: rfc(9112, '6.3'),
    difficulty: 2,
    pair: [400, 411],
  },
  {
    id: '400-no-host',
    kind: 'exchange',
    codes: [400, 404],
    prompt: 'Somebody types a request by hand into a terminal. Which code is hidden?',
    exchange:
      'GET /index.html HTTP/1.1\nUser-Agent: me-and-my-keyboard\n\nHTTP/1.1 ???\nConnection: close\nContent-Type: text/plain\n\nHeader missing.',
    answer: 400,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'The server refuses before it looks for the page.' },
      { option: 421, why: 'It means that the host named is not served here, and none was named.' },
      { option: 428, why: 'It demands a condition such as If-Match, which a GET of a page does not need.' },
    ],
    explanation: 'Every HTTP/1.1 request needs a Host field. A server must refuse one that lacks it.',
    source: rfc(9112, '3.2'),
    difficulty: 2,
    pair: [400, 404],
  },
  {
    id: '400-letters-for-a-number',
    kind: 'situation',
    codes: [400, 404, 422],
    prompt:
      'The route is GET /parcels/{number}, and numbers have ten digits. A customer’s script asks for /parcels/undefined. The API checks the form before it looks anything up and wants to say so.',
    answer: 400,
    alsoAcceptable: [404],
    lures: [
      { option: 422, why: 'There is no body whose content could break a rule.' },
      { option: 405, why: 'The method is fine; only the number is not.' },
    ],
    explanation:
      'An id of the wrong form is a mistake in the request itself. Treating it as one more parcel that does not exist is defensible too.',
    source: rfc(9110, '15.5.1'),
    difficulty: 2,
    pair: [400, 404],
  },
  {
    id: '400-limit-banana',
    kind: 'situation',
    codes: [400, 422, 404],
    prompt: 'A tester calls GET /songs?limit=banana. The parameter has to be a number.',
    answer: 400,
    alsoAcceptable: [422],
    lures: [
      { option: 404, why: 'The list of songs is there; only a parameter makes no sense.' },
      { option: 409, why: 'The value would be wrong whatever is stored.' },
      { option: 406, why: 'That is about formats the client wants, not about values the server dislikes.' },
    ],
    explanation:
      'The request cannot be understood as it stands, and the client has to correct it. Some frameworks report every failed check with the code for unprocessable content, which is fine if done throughout.',
    source: rfc(9110, '15.5.1'),
    difficulty: 1,
    pair: [400, 422],
  },
  {
    id: '400-field-left-out',
    kind: 'situation',
    codes: [400, 422, 409],
    prompt:
      'POST /reservations with flawless JSON, but the required field “date” is not in it. The API of this restaurant uses one code for every request that does not keep to its documentation.',
    answer: 400,
    alsoAcceptable: [422],
    lures: [
      { option: 415, why: 'The format is right; a field is missing in it.' },
      { option: 409, why: 'No stored reservation stands in the way.' },
      { option: 428, why: 'It asks for a condition in the headers, not for a field in the body.' },
    ],
    explanation:
      'Both codes are widely used for a missing field, and experts argue. What matters is to choose one and to name the field in the answer.',
    source: rfc(9110, '15.5.1'),
    difficulty: 2,
    pair: [400, 422],
  },
  {
    id: '400-stray-percent-sign',
    kind: 'situation',
    codes: [400, 404],
    prompt:
      'A price tag printer calls GET /labels?text=50%zz off without encoding the text. The address contains a percent sign that no two hex digits follow, and a space.',
    answer: 400,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'The server cannot even read the address, so it does not get to look anything up.' },
      { option: 414, why: 'The address is broken but not too long.' },
      { option: 422, why: 'It needs a request that can be read, with content that breaks a rule.' },
    ],
    explanation:
      'The request line is malformed, and a server should not try to repair it. The printer has to percent-encode the text.',
    source: rfc(9112, '3'),
    difficulty: 2,
    pair: [400, 404],
  },
  {
    id: '400-which-tenant',
    kind: 'situation',
    codes: [400, 401],
    prompt:
      'A payroll API demands a field X-Tenant in every request, because one user may belong to several firms. A signed-in user’s request comes without it.',
    answer: 400,
    alsoAcceptable: [],
    lures: [
      { option: 428, why: 'It demands a condition such as If-Match against lost updates, not just any header field.' },
      { option: 401, why: 'The user is signed in; only the firm is not named.' },
      { option: 431, why: 'It is for header fields that are too large, not for missing ones.' },
    ],
    explanation:
      'The request is incomplete, and no other code in the class says so more exactly. The answer should name the missing field.',
    source: rfc(9110, '15.5.1'),
    difficulty: 2,
  },
  {
    id: '400-form-in-json-clothes',
    kind: 'situation',
    codes: [400, 415, 422],
    prompt:
      'A script says Content-Type: application/json but sends name=Ana&city=Porto. The endpoint takes JSON, trusts the label and cannot parse what comes.',
    answer: 400,
    alsoAcceptable: [415],
    lures: [
      { option: 422, why: 'It needs a body that can be parsed.' },
      { option: 406, why: 'It is about the format of the answer and not of the request.' },
    ],
    explanation:
      'By its label the format is right, and the content is not valid JSON. A server that looks at the bytes and sees a format it does not take may say that instead.',
    source: rfc(9110, '15.5.16'),
    difficulty: 2,
    pair: [400, 415],
  },
  {
    id: '400-login-without-password',
    kind: 'pair',
    codes: [400, 401],
    prompt: 'An app posts its login with the user name only, because a bug drops the password field.',
    answer: 400,
    alsoAcceptable: [],
    lures: [{ option: 401, why: 'No credentials were rejected: there was not even a complete attempt.' }],
    explanation: 'The request is incomplete, whoever sends it. A wrong password would be a question of identity.',
    source: rfc(9110, '15.5.1'),
    difficulty: 2,
    pair: [400, 401],
  },
  {
    id: '400-thirtieth-of-february',
    kind: 'pair',
    codes: [400, 500],
    prompt:
      'A guest books for “2026-02-30”. The date parser throws, nobody catches it, and the on-call phone rings. Which code should the API answer instead of what it does now?',
    answer: 400,
    alsoAcceptable: [],
    lures: [{ option: 500, why: 'It is what happens now, and it blames the server for a date that does not exist.' }],
    explanation:
      'The client sent a value nobody could use, and only the client can correct it. Input has to be checked before it can break the code.',
    source: rfc(9110, '15.5.1'),
    difficulty: 1,
    pair: [400, 500],
  },
  {
    id: '400-plain-text-into-tls',
    kind: 'layer',
    codes: [400],
    prompt: 'A health check gets this page, but the Java app behind has no line about it. Who answered?',
    exchange:
      'GET /health HTTP/1.1   (sent to port 443)\nHost: api.example.com\n\nHTTP/1.1 400 Bad Request\nServer: nginx\nContent-Type: text/html\n\n<center>The plain HTTP request was sent to HTTPS port</center>',
    answer: 'nginx, which expected TLS on this port',
    alsoAcceptable: [],
    lures: [
      { option: 'The Java app, whose parser failed', why: 'It never got the request, and the page names nginx.' },
      {
        option: 'A firewall that blocks port 443',
        why: 'It would let the connection hang or break and would not write a page.',
      },
      { option: 'The certificate authority', why: 'It plays no part in a connection that never began TLS.' },
    ],
    explanation:
      'The check spoke plain HTTP to a port that awaits a TLS handshake. nginx has an internal code, 497, for it and shows this one.',
    source: nginxTls,
    difficulty: 1,
  },
  {
    id: '400-target-not-asked',
    kind: 'layer',
    codes: [400],
    prompt: 'Some clients of an API behind an AWS load balancer get this. Who refused the request?',
    exchange:
      'HTTP/1.1 400 Bad Request\nServer: awselb/2.0\nContent-Type: text/html\n\naccess log:  elb_status_code=400  target_status_code=-  target=-\napp log:     (no line)',
    answer: 'The load balancer: malformed request',
    alsoAcceptable: [],
    lures: [
      { option: 'The app, in its validation', why: 'A dash for target and its status says that no target was asked.' },
      {
        option: 'The web firewall, because of a rule',
        why: 'A blocked request gets 403 unless a rule says otherwise.',
      },
      { option: 'The client library, before sending', why: 'Then the load balancer would have nothing to log.' },
    ],
    explanation:
      'The Server field and the empty target show that the balancer answered by itself. It does so when a request does not follow the rules of HTTP.',
    source: albErrors,
    difficulty: 2,
  },
  {
    id: '400-refresh-token-expired',
    kind: 'exchange',
    codes: [400, 401, 403],
    prompt:
      'A calendar app exchanges its refresh token at an OAuth token endpoint. The client itself is known; the refresh token is too old. Which code is hidden?',
    exchange:
      'POST /oauth/token HTTP/1.1\nHost: id.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=r-9&client_id=calendar\n\nHTTP/1.1 ???\nContent-Type: application/json\nCache-Control: no-store\n\n{ "error": "invalid_grant" }',
    answer: 400,
    alsoAcceptable: [],
    lures: [
      { option: 401, why: 'At this endpoint it is for a client that fails to authenticate, with invalid_client.' },
      { option: 403, why: 'OAuth does not use it here, and the user only has to sign in again.' },
      { option: 410, why: 'The endpoint is there; only a value in the request has expired.' },
    ],
    explanation:
      'OAuth prescribes this code for the errors of its token endpoint, an expired grant included. The usual rule about expired tokens is for the API that is called with them.',
    source: rfc(6749, '5.2'),
    difficulty: 3,
    pair: [400, 401],
  },
  {
    id: '400-header-readable-error',
    kind: 'header',
    codes: [400],
    prompt:
      'An API wants to describe its errors in the standard JSON form with type, title and detail. Which response field announces this form?',
    answer: 'Content-Type: application/problem+json',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Type: application/error+json', why: 'No such media type is registered.' },
      {
        option: 'Accept: application/problem+json',
        why: 'It is a request field with which a client asks for the form.',
      },
      {
        option: 'Content-Type: application/vnd.api+json',
        why: 'It is the JSON:API format, whose errors look different.',
      },
    ],
    explanation:
      'Problem details have a media type of their own, so programs can tell them from ordinary data. They go with any 4xx or 5xx.',
    source: rfc(9457, '3'),
    difficulty: 1,
  },
  {
    id: '400-broken-gzip',
    kind: 'pair',
    codes: [400, 415],
    prompt:
      'A log shipper sends Content-Encoding: gzip, which the collector takes. The bytes are cut off in the middle, so they cannot be unpacked.',
    answer: 400,
    alsoAcceptable: [],
    lures: [{ option: 415, why: 'It is for an encoding that is not taken, and gzip is taken here.' }],
    explanation:
      'The kind of encoding is fine, but what came is not a valid piece of it. The sender has to repeat it in one piece.',
    source: rfc(9110, '15.5.16'),
    difficulty: 2,
    pair: [400, 415],
  },

  // 401
  {
    id: '401-script-forgot-token',
    kind: 'situation',
    codes: [401, 403, 400],
    prompt:
      'A partner’s nightly script calls the stock API. After an update it no longer sends the Authorization field at all. The address is no secret.',
    answer: 401,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'It would say that the caller is refused, while nobody has said yet who is calling.' },
      { option: 400, why: 'Nothing is malformed; the proof of identity is missing.' },
      { option: 407, why: 'The API itself wants the token, not a proxy on the way.' },
    ],
    explanation:
      'The request lacks credentials, and the same request with a token would work. The answer must say in WWW-Authenticate which scheme is taken.',
    source: rfc(9110, '15.5.2'),
    difficulty: 1,
    pair: [401, 403],
  },
  {
    id: '401-token-too-old',
    kind: 'exchange',
    codes: [401, 403],
    prompt: 'A phone comes out of a drawer after a month and asks for messages. Which code is hidden?',
    exchange:
      'GET /messages HTTP/1.1\nHost: chat.example.com\nAuthorization: Bearer eyJhb…\n\nHTTP/1.1 ???\nWWW-Authenticate: Bearer error="invalid_token", error_description="expired on 8 May"',
    answer: 401,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'With a fresh token the same person may read the messages.' },
      { option: 400, why: 'Nothing in the request is malformed; the token is merely old.' },
      { option: 408, why: 'The request came quickly; only the token is old.' },
    ],
    explanation:
      'The challenge and invalid_token say that new credentials are needed. OAuth prescribes this code for an expired access token.',
    source: rfc(6750, '3.1'),
    difficulty: 1,
    pair: [401, 403],
  },
  {
    id: '401-wrong-pin',
    kind: 'situation',
    codes: [401, 403, 404],
    prompt:
      'POST /sessions of a gym app carries a member number and a PIN. The PIN is wrong. Strangers should not learn whether the number exists.',
    answer: 401,
    alsoAcceptable: [400, 422],
    lures: [
      { option: 404, why: 'If it came for unknown numbers only, it would tell which ones exist.' },
      {
        option: 403,
        why: 'It says that the caller is refused for good reason, not that the PIN should be tried again.',
      },
      { option: 409, why: 'No stored data clashes with a wrong PIN.' },
    ],
    explanation:
      'The credentials are not valid, and number and PIN should fail in the same way. Some APIs treat a login as form input and use one of the input codes.',
    source: rfc(9110, '15.5.2'),
    difficulty: 2,
    pair: [401, 404],
  },
  {
    id: '401-big-transfer-fresh-proof',
    kind: 'situation',
    codes: [401, 403],
    prompt:
      'A customer is signed in to her bank by password. A transfer of 20,000 needs a fresh login with a second factor, and the app should start it by itself.',
    answer: 401,
    alsoAcceptable: [403],
    lures: [
      { option: 428, why: 'It asks for a condition such as If-Match, despite its name.' },
      { option: 402, why: 'The money is not for the bank’s service.' },
      { option: 511, why: 'It is for networks that want a login before letting anybody through.' },
    ],
    explanation:
      'The present proof is too weak, and a stronger one would do: a challenge with insufficient_user_authentication tells the app so. Others simply refuse and explain it in the body.',
    source: rfc(9470, '3'),
    difficulty: 3,
    pair: [401, 403],
  },
  {
    id: '401-refused-before-the-body',
    kind: 'situation',
    codes: [401, 100, 417],
    prompt:
      'A backup client announces 80 GB with Expect and waits before it sends them. From the header fields alone the server sees that the token has expired. What should it answer?',
    answer: 401,
    alsoAcceptable: [],
    lures: [
      { option: 100, why: 'It would let 80 GB come in, only to refuse them.' },
      { option: 417, why: 'The server can meet the expectation; the token is the trouble.' },
      { option: 413, why: 'The size was not the reason for the refusal.' },
    ],
    explanation:
      'A server that can decide early should send the final status instead of leave to go on. That saves the client the whole upload.',
    source: rfc(9110, '10.1.1'),
    difficulty: 2,
  },
  {
    id: '401-key-was-revoked',
    kind: 'situation',
    codes: [401, 403],
    prompt:
      'A weather API gets a key that its owner revoked yesterday, because it had leaked. A new key of the same owner would work.',
    answer: 401,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'The owner has the right; only this key no longer proves anything.' },
      { option: 404, why: 'The weather is there for everybody with a valid key.' },
    ],
    explanation:
      'A revoked key is not a valid credential, so the caller has not proved who it is. New credentials solve it.',
    source: rfc(9110, '15.5.2'),
    difficulty: 1,
    pair: [401, 403],
  },
  {
    id: '401-gateway-checks-customers',
    kind: 'pair',
    codes: [401, 407],
    prompt:
      'An API gateway stands in front of a hotel’s services and checks guests’ tokens on their behalf. A guest’s app comes without one.',
    answer: 401,
    alsoAcceptable: [],
    lures: [{ option: 407, why: 'It is for a proxy that the client chose, and this gateway acts as the server.' }],
    explanation:
      'To the app the gateway is the origin, and the token belongs in Authorization. Only a proxy configured by the client asks for credentials of its own.',
    source: rfc(9110, '15.5.8'),
    difficulty: 2,
    pair: [401, 407],
  },
  {
    id: '401-script-in-the-page',
    kind: 'situation',
    codes: [401, 302, 403],
    prompt:
      'A single-page app calls GET /api/cart by fetch while the session has expired. Its code must notice this and open the sign-in dialog. A web page as an answer would be of no use to it.',
    answer: 401,
    alsoAcceptable: [],
    lures: [
      { option: 302, why: 'Fetch would follow it silently and hand a sign-in page to code that wants JSON.' },
      { option: 403, why: 'It would say that this person may not have a cart.' },
      { option: 404, why: 'The cart is there for whoever is signed in.' },
    ],
    explanation:
      'A program has to learn that credentials are missing, from the status. Leading a person to a page is for whole pages in a browser.',
    source: rfc(9110, '15.5.2'),
    difficulty: 2,
    pair: [302, 401],
  },
  {
    id: '401-clock-of-the-meter',
    kind: 'situation',
    codes: [401, 403],
    prompt:
      'A smart meter signs its own tokens, but its clock runs ten minutes fast. The token is only valid from ten minutes in the future.',
    answer: 401,
    alsoAcceptable: [],
    lures: [
      { option: 425, why: 'It is about TLS early data that could be replayed, not about tokens.' },
      { option: 403, why: 'A token with the right time would be let through.' },
      { option: 408, why: 'It is for requests that arrive too slowly, not for wrong clocks.' },
    ],
    explanation:
      'A token that is not valid yet is an invalid credential, just like an expired one. Servers often allow a minute or so of clock skew.',
    source: rfc(6750, '3.1'),
    difficulty: 2,
  },
  {
    id: '401-webhook-seal-is-wrong',
    kind: 'situation',
    codes: [401, 403, 400],
    prompt:
      'A shop checks each webhook against a shared secret. One arrives whose signature does not match, so nobody knows who sent it.',
    answer: 401,
    alsoAcceptable: [403, 400],
    lures: [
      { option: 409, why: 'Nothing stored stands in the way; the sender is in doubt.' },
      { option: 202, why: 'It would tell a forger that the event was taken in.' },
    ],
    explanation:
      'The signature is the proof of the sender, and it is not valid. Since signatures are no standard challenge, many receivers refuse in a more general way, which is fine too.',
    source: rfc(9110, '15.5.2'),
    difficulty: 2,
    pair: [401, 403],
  },
  {
    id: '401-client-secret-wrong',
    kind: 'situation',
    codes: [401, 400, 403],
    prompt:
      'A server-side app asks an OAuth token endpoint for a token and authenticates with its client id and secret in Authorization: Basic. The secret is wrong.',
    answer: 401,
    alsoAcceptable: [],
    lures: [
      { option: 400, why: 'It is for the other errors of this endpoint, such as an invalid grant.' },
      { option: 403, why: 'OAuth does not use it here; the client has failed to prove who it is.' },
      { option: 404, why: 'The endpoint exists, and an unknown client is no missing resource.' },
    ],
    explanation:
      'If the client tried to authenticate by Authorization, invalid_client must come with this code and a matching challenge. Other grant errors use the generic code.',
    source: rfc(6749, '5.2'),
    difficulty: 3,
    pair: [400, 401],
  },
  {
    id: '401-header-challenge',
    kind: 'header',
    codes: [401],
    prompt: 'A server refuses a request without credentials. Which response field must go with it?',
    answer: 'WWW-Authenticate',
    alsoAcceptable: [],
    lures: [
      { option: 'Authorization', why: 'It is the request field in which the client will send its answer.' },
      { option: 'Proxy-Authenticate', why: 'It is the challenge of a proxy.' },
      { option: 'Set-Cookie', why: 'It may start a session, but is no challenge that HTTP knows.' },
    ],
    explanation:
      'The field must hold at least one challenge, such as Bearer or Basic. It tells the client how to prove who it is.',
    source: rfc(9110, '15.5.2'),
    difficulty: 1,
  },
  {
    id: '401-how-to-sign-in',
    kind: 'repair',
    codes: [401],
    prompt: 'A generic HTTP client gives up here, although it has a user name and a password. What is missing?',
    exchange:
      'GET /reports HTTP/1.1\nHost: intranet.example.com\n\nHTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{ "message": "please log in" }',
    answer: 'WWW-Authenticate with the scheme that is taken here',
    alsoAcceptable: [],
    lures: [
      {
        option: 'Retry-After with the time of the next attempt',
        why: 'Waiting does not help, and credentials could come at once.',
      },
      { option: 'Location with the address of the login page', why: 'A client does not follow it with this code.' },
      { option: 'Allow with the permitted methods', why: 'The method was fine.' },
    ],
    explanation:
      'The server must send at least one challenge. Without it the client cannot know whether Basic, Bearer or something else is wanted.',
    source: rfc(9110, '11.6.1'),
    difficulty: 1,
  },
  {
    id: '401-popup-on-staging',
    kind: 'layer',
    codes: [401],
    prompt: 'On the staging site the browser opens a grey password box that no developer has built. Who asks?',
    exchange:
      'HTTP/1.1 401 Unauthorized\nServer: nginx\nWWW-Authenticate: Basic realm="Staging"\nContent-Type: text/html\n\nnginx error log: no user/password was provided for basic authentication\napp log:         (no line)',
    answer: 'nginx, with its own password file',
    alsoAcceptable: [],
    lures: [
      { option: 'The login code of the app', why: 'The app has not seen the request.' },
      { option: 'The browser’s password manager', why: 'It fills in passwords but does not ask for any on its own.' },
      {
        option: 'The identity provider',
        why: 'It would show its own page after a redirection, not a Basic challenge.',
      },
    ],
    explanation:
      'The challenge and the error log come from auth_basic in nginx. The box is how browsers show a Basic challenge.',
    source: nginxBasic,
    difficulty: 1,
  },
  {
    id: '401-authorizer-said-no',
    kind: 'layer',
    codes: [401],
    prompt: 'A mobile app calls an AWS API. Who turned it away?',
    exchange:
      'HTTP/1.1 401 Unauthorized\nx-amzn-RequestId: 5c1…\nx-amzn-ErrorType: UnauthorizedException\nContent-Type: application/json\n\n{"message":"Unauthorized"}\n\nfunction log: (no invocation)',
    answer: 'API Gateway, before it called the function',
    alsoAcceptable: [],
    lures: [
      { option: 'The function, in its own login check', why: 'It was never invoked.' },
      {
        option: 'The database behind the function',
        why: 'Nothing came that far, and databases do not speak HTTP to apps.',
      },
      {
        option: 'The mobile network’s proxy',
        why: 'A proxy would ask with its own code and would not know x-amzn fields.',
      },
    ],
    explanation:
      'x-amzn-ErrorType and the silent function show that the gateway answered. Its authorizer got no valid token.',
    source: gatewayErrors,
    difficulty: 2,
  },
  {
    id: '401-same-request-again',
    kind: 'myth',
    codes: [401],
    prompt: 'After a 401, a client may send the very same request again with new credentials.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'The challenge is an invitation to do just that.' }],
    explanation:
      'The client may repeat the request with a new or replaced Authorization field. Repeating it with the same credentials is pointless.',
    source: rfc(9110, '15.5.2'),
    difficulty: 1,
  },

  // 402
  {
    id: '402-credits-used-up',
    kind: 'situation',
    codes: [402, 429, 403],
    prompt:
      'A translation API sells prepaid credits. An agency has used up the last one, no new ones come by waiting, and the API’s documentation names a reserved code for this.',
    answer: 402,
    alsoAcceptable: [403],
    lures: [
      { option: 429, why: 'Waiting would end such a block, and here only a purchase does.' },
      { option: 503, why: 'The service runs; this one customer has no credits.' },
      { option: 401, why: 'The agency is known and its key is valid.' },
    ],
    explanation:
      'Money ends the block, and the API says that it uses the reserved code for that. An API that keeps to codes with a fixed meaning would simply refuse.',
    source: rfc(9110, '15.5.3'),
    difficulty: 1,
    pair: [402, 429],
  },
  {
    id: '402-card-was-declined',
    kind: 'situation',
    codes: [402, 400, 409],
    prompt:
      'A shop charges a card through Stripe’s API. All parameters are valid, but the bank declines the charge. Which status does Stripe use?',
    answer: 402,
    alsoAcceptable: [],
    lures: [
      { option: 400, why: 'Stripe uses it for requests with missing or wrong parameters.' },
      { option: 403, why: 'Stripe uses it when the API key lacks a permission.' },
      { option: 409, why: 'Stripe uses it when a request clashes with another one, as over an idempotency key.' },
    ],
    explanation:
      'Stripe documents the code for valid parameters with a request that failed, such as a declined card. The standard itself only reserves the number.',
    source: stripeErrors,
    difficulty: 2,
  },
  {
    id: '402-workspace-switched-off',
    kind: 'exchange',
    codes: [402, 403, 410],
    prompt: 'An accounting tool documents a code of its own for customers who have not paid. Which one is hidden?',
    exchange:
      'GET /v1/ledgers HTTP/1.1\nHost: books.example.com\nAuthorization: Bearer eyJ…\n\nHTTP/1.1 ???\nContent-Type: application/problem+json\n\n{ "title": "Subscription has lapsed",\n  "detail": "Invoice 2026-05 is open. Data is kept for 60 days." }',
    answer: 402,
    alsoAcceptable: [403],
    lures: [
      { option: 410, why: 'The data is kept and comes back once the invoice is settled.' },
      { option: 401, why: 'There is no challenge, and the token was taken.' },
      { option: 423, why: 'It is about WebDAV locks and not about open invoices.' },
    ],
    explanation:
      'The detail says that money is missing, and the reserved code is often used for that. A plain refusal is the safer choice for clients that do not know it.',
    source: rfc(9110, '15.5.3'),
    difficulty: 2,
    pair: [402, 403],
  },
  {
    id: '402-crawler-meets-a-price',
    kind: 'situation',
    codes: [402, 403, 429],
    prompt:
      'A publisher lets AI crawlers in through Cloudflare’s pay per crawl. A known crawler asks for an article without agreeing to a price. The answer names the price in crawler-price.',
    answer: 402,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'It is what a crawler gets that the publisher blocks, with no price to settle it.' },
      { option: 429, why: 'Slowing down would not help; agreeing to the price would.' },
      { option: 401, why: 'The crawler has proved who it is.' },
    ],
    explanation:
      'The article is there for money, and the crawler may come again with its consent to the price. Cloudflare documents the reserved code for it.',
    source: page(
      'Cloudflare: pay per crawl',
      'https://developers.cloudflare.com/ai-crawl-control/features/pay-per-crawl/use-pay-per-crawl-as-ai-owner/crawl-pages/',
    ),
    difficulty: 3,
    pair: [402, 403],
  },
  {
    id: '402-meaning-left-open',
    kind: 'myth',
    codes: [402],
    prompt: 'HTTP itself does not define what a client has to do when it receives a 402.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'The number was set aside in the 1990s, and no behaviour was ever defined.' }],
    explanation:
      'The standard only reserves the code for future use. What it means is up to each API and its documentation.',
    source: rfc(9110, '15.5.3'),
    difficulty: 1,
  },

  // 403
  {
    id: '403-viewer-presses-delete',
    kind: 'situation',
    codes: [403, 401],
    prompt:
      'A colleague with a valid session and the role “viewer” presses Delete on a shared report. Only editors may do that.',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 401, why: 'The server knows exactly who it is, so another login of the same person changes nothing.' },
      { option: 405, why: 'The report does offer deletion, to editors.' },
    ],
    explanation:
      'The request is understood and the person is known, but the right is missing. Signing in again would not help.',
    source: rfc(9110, '15.5.4'),
    difficulty: 1,
    pair: [401, 403],
  },
  {
    id: '403-outside-the-company-network',
    kind: 'pair',
    codes: [403, 401],
    prompt:
      'An admin page only takes requests from the company network. A request from a café is refused, whatever credentials come with it.',
    answer: 403,
    alsoAcceptable: [],
    lures: [{ option: 401, why: 'It would invite the caller to log in, which would not help.' }],
    explanation: 'The refusal has nothing to do with credentials. It is understood and still turned down.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [401, 403],
  },
  {
    id: '403-form-from-elsewhere',
    kind: 'situation',
    codes: [403, 401, 419],
    prompt:
      'A member is signed in to a Django forum. A form arrives with her session cookie but without the token that protects forms against forgery.',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 401, why: 'Her session is valid; the proof that she meant to send the form is missing.' },
      { option: 419, why: 'It is what Laravel sends, and this is Django.' },
      { option: 409, why: 'Nothing stored stands in the way.' },
    ],
    explanation:
      'The server understands the request and refuses it, although the person is known. Frameworks without a code of their own, Django among them, use this one.',
    source: page('Django: CSRF protection', 'https://docs.djangoproject.com/en/stable/howto/csrf/'),
    difficulty: 2,
  },
  {
    id: '403-scope-is-too-small',
    kind: 'exchange',
    codes: [403, 401, 400],
    prompt: 'A bookkeeping plug-in tries to pay a bill. Which code is hidden?',
    exchange:
      'POST /payments HTTP/1.1\nHost: bank.example.com\nAuthorization: Bearer eyJ…\n\nHTTP/1.1 ???\nWWW-Authenticate: Bearer error="insufficient_scope", scope="payments:write"',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 401, why: 'The challenge points to it, but its error would be invalid_token.' },
      { option: 400, why: 'OAuth uses it here for malformed requests, with invalid_request.' },
      { option: 402, why: 'Money is moved here, but none is owed for the API.' },
    ],
    explanation:
      'The token is valid but does not reach far enough, which insufficient_scope says. A challenge may stand here too, as a hint at which scope is needed.',
    source: rfc(6750, '3.1'),
    difficulty: 3,
    pair: [401, 403],
  },
  {
    id: '403-account-is-suspended',
    kind: 'situation',
    codes: [403, 423, 401],
    prompt:
      'A seller logs in with the right password and a valid second factor. A moderator suspended the account yesterday, and the app should show the reason.',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 423, why: 'Its name sounds right, but it is about a WebDAV lock on a resource.' },
      { option: 401, why: 'The credentials are right, so asking for others leads nowhere.' },
      { option: 410, why: 'The account still exists and may be restored.' },
    ],
    explanation: 'The server knows who it is and refuses anyway. The reason goes into the body.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [403, 423],
  },
  {
    id: '403-four-eyes',
    kind: 'situation',
    codes: [403, 409, 422],
    prompt:
      'A team lead may approve travel expenses, but never her own. She presses Approve on her own trip; for any other lead the same request would work.',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 409, why: 'The trip is in the right state for an approval, just not for hers.' },
      { option: 422, why: 'What she sent is valid and would be carried out for another lead.' },
      { option: 401, why: 'She has proved who she is, and that is the very reason for the refusal.' },
    ],
    explanation:
      'Who is asking stands in the way, not what was sent or in which state things are. That makes it a refusal of this person.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [403, 409],
  },
  {
    id: '403-whole-batch-without-right',
    kind: 'situation',
    codes: [403, 401],
    prompt:
      'A batch of ten price changes arrives with a key that may only read. The API notices this before it looks at a single item.',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 207, why: 'There is one reason for the whole request, so ten separate outcomes add nothing.' },
      { option: 401, why: 'The key is valid and known; it only lacks the right to write.' },
      { option: 422, why: 'The changes were not looked at, so nobody knows whether they break a rule.' },
    ],
    explanation:
      'The request as a whole is refused, before any item was tried. A list of outcomes is for batches in which some may work.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
  },
  {
    id: '403-folder-without-index',
    kind: 'layer',
    codes: [403],
    prompt:
      'After a deploy the start page is refused. nginx serves static files, with nothing behind it. What refuses?',
    exchange:
      'GET / HTTP/1.1\n\nHTTP/1.1 403 Forbidden\nServer: nginx\n\nerror log: directory index of "/srv/www/" is forbidden',
    answer: 'nginx: the folder has no index file and may not be listed',
    alsoAcceptable: [],
    lures: [
      {
        option: 'The file system: nginx may not read index.html',
        why: 'Then the log would say “permission denied” and name the file.',
      },
      { option: 'A web firewall in front', why: 'It would leave no line of this kind in nginx’s error log.' },
      {
        option: 'nginx: the visitor’s address is on a deny list',
        why: 'Then the log would say “access forbidden by rule”.',
      },
    ],
    explanation:
      'The log names the directory index: index.html is missing, and listings are off by default. The deploy probably put the files elsewhere.',
    source: nginxAutoindex,
    difficulty: 2,
  },
  {
    id: '403-picture-that-is-not-there',
    kind: 'situation',
    codes: [403, 404, 401],
    prompt:
      'A job reads an object from Amazon S3 whose key does not exist. Its role may read objects but not list the bucket. What does S3 answer?',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'S3 says so only to callers who may list the bucket.' },
      { option: 401, why: 'The role is known, and S3 does not use this code for a missing right.' },
      { option: 204, why: 'It would claim that there is an object without content.' },
    ],
    explanation:
      'Without the right to list, S3 does not tell whether the key exists and answers Access Denied. Granting s3:ListBucket makes the honest answer appear.',
    source: s3GetObject,
    difficulty: 3,
    pair: [403, 404],
  },
  {
    id: '403-blocked-at-the-edge',
    kind: 'layer',
    codes: [403],
    prompt: 'A customer may not send a review that contains “<b>”. Who refuses it?',
    exchange:
      'POST /reviews HTTP/1.1\n\nHTTP/1.1 403 Forbidden\nServer: CloudFront\nX-Cache: Error from cloudfront\n\nfirewall log: terminatingRuleId=CrossSiteScripting_BODY  action=BLOCK\napp log:      (no line)',
    answer: 'The web firewall at CloudFront',
    alsoAcceptable: [],
    lures: [
      { option: 'The app, which checks reviews', why: 'It has not seen the review.' },
      {
        option: 'The browser, which protects against scripts',
        why: 'It sent the request and got an answer over the network.',
      },
      {
        option: 'CloudFront’s cache, with an old refusal',
        why: 'The firewall logged a decision about this very request.',
      },
    ],
    explanation:
      'A rule against script in bodies blocked the request before it reached the origin. The exception belongs into the firewall, not into the app.',
    source: page(
      'AWS: CloudFront and AWS WAF',
      'https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html',
    ),
    difficulty: 2,
  },
  {
    id: '403-token-was-there',
    kind: 'layer',
    codes: [403, 404],
    prompt:
      'A developer swears that the token is sent, and other paths of the same API work with it. What is really wrong?',
    exchange:
      'GET /prod/custmers HTTP/1.1\nHost: a1b2.execute-api.eu-west-1.amazonaws.com\n\nHTTP/1.1 403 Forbidden\nx-amzn-ErrorType: MissingAuthenticationTokenException\n\n{"message":"Missing Authentication Token"}',
    answer: 'API Gateway knows no such path; look at its spelling',
    alsoAcceptable: [],
    lures: [
      { option: 'The identity provider lost the token', why: 'It was not asked, and other calls with the token work.' },
      { option: 'The function behind needs another role', why: 'No function is connected to this path.' },
      {
        option: 'The browser removed the field because of CORS',
        why: 'Then other paths of the same API would fail too.',
      },
    ],
    explanation:
      'API Gateway answers unknown paths and methods with this misleading message. The path says “custmers”.',
    source: gatewayErrors,
    difficulty: 3,
  },
  {
    id: '403-payroll-known-to-all',
    kind: 'situation',
    codes: [403, 404, 401],
    prompt:
      'Every employee knows the intranet page /payroll, which is linked in the menu. A signed-in developer opens it, but only accountants may.',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'Its existence is no secret, so pretending would only confuse.' },
      { option: 401, why: 'The developer is signed in already.' },
      { option: 405, why: 'The page is read with GET, by those who may.' },
    ],
    explanation:
      'The server knows who asks and the page is no secret. An open refusal tells the developer whom to ask.',
    source: rfc(9110, '15.5.4'),
    difficulty: 1,
    pair: [403, 404],
  },
  {
    id: '403-admins-may-delete',
    kind: 'pair',
    codes: [403, 405],
    prompt: 'DELETE /rooms/4 works for administrators of a booking system. A guest account sends it.',
    answer: 403,
    alsoAcceptable: [],
    lures: [{ option: 405, why: 'The room does offer DELETE, only not to this account.' }],
    explanation:
      'Somebody with more rights gets through with the same method. So it is the right that is missing and not the method.',
    source: rfc(9110, '15.5.4'),
    difficulty: 1,
    pair: [403, 405],
  },
  {
    id: '403-never-another-login',
    kind: 'myth',
    codes: [403],
    prompt: 'After a 403, a client must not try again with other credentials.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'Only repeating with the same credentials is discouraged.' }],
    explanation:
      'If credentials came with the request, the server found them insufficient. The client may try new or different ones.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [401, 403],
  },
  {
    id: '403-betrays-a-secret',
    kind: 'repair',
    codes: [403, 404],
    prompt:
      'Outsiders guess addresses of unannounced projects, whose names are confidential. What is wrong with this response?',
    exchange:
      'GET /projects/nightfall HTTP/1.1\nHost: git.example.com\n\nHTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{ "message": "You are not a member of nightfall" }',
    answer: 'It confirms that the project exists; 404 would keep the secret',
    alsoAcceptable: [],
    lures: [
      { option: 'A challenge in WWW-Authenticate is a duty here', why: 'It is optional with this code.' },
      {
        option: 'It should be 451, as the name is confidential',
        why: 'That is for legal demands, not for a company’s own secrets.',
      },
      { option: 'It should be 410, so that nobody asks again', why: 'That would say that the project once was there.' },
    ],
    explanation:
      'A server that wants to hide a resource may answer as if there were none. The answer must then look the same for projects that do not exist.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [403, 404],
  },
  {
    id: '403-proxy-policy',
    kind: 'situation',
    codes: [403, 407, 451],
    prompt:
      'An office proxy knows the laptop, whose proxy credentials are right. The policy of the firm blocks gambling sites, and the laptop asks for one.',
    answer: 403,
    alsoAcceptable: [],
    lures: [
      { option: 407, why: 'It would ask for credentials, which were given and are right.' },
      { option: 451, why: 'A house rule is no legal demand.' },
      { option: 502, why: 'The site was not even asked, so it could not answer badly.' },
    ],
    explanation: 'The proxy knows who it is and refuses by its own rule. A proxy may use this code as a server may.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [403, 407],
  },

  // 404
  {
    id: '404-digits-swapped',
    kind: 'situation',
    codes: [404, 400, 204],
    prompt:
      'A support agent swaps two digits and opens /orders/8120 instead of /orders/8210. The number is well formed, and no such order has ever been placed.',
    answer: 404,
    alsoAcceptable: [],
    lures: [
      { option: 400, why: 'The request is well formed; it just points to nothing.' },
      { option: 204, why: 'It would report a success without content.' },
      { option: 410, why: 'There never was an order with this number that could be gone.' },
    ],
    explanation: 'Nothing answers to this address. The request itself is fine.',
    source: rfc(9110, '15.5.5'),
    difficulty: 1,
    pair: [400, 404],
  },
  {
    id: '404-no-portrait-yet',
    kind: 'situation',
    codes: [404, 204, 410],
    prompt:
      'GET /users/7/portrait: user 7 exists but has never uploaded a picture. The app wants to show a grey silhouette in that case.',
    answer: 404,
    alsoAcceptable: [204],
    lures: [
      { option: 410, why: 'There was no portrait before that could have been removed.' },
      { option: 409, why: 'Nothing clashes; something is merely absent.' },
      { option: 501, why: 'Portraits are a working feature, only this one is missing.' },
    ],
    explanation:
      'The address names one thing, the portrait, and it is not there. Some APIs see it as a slot that is empty and answer with a success without content.',
    source: rfc(9110, '15.5.5'),
    difficulty: 2,
    pair: [204, 404],
  },
  {
    id: '404-invoice-of-somebody-else',
    kind: 'situation',
    codes: [404, 403, 401],
    prompt:
      'A customer of a hosting firm changes the number in the address and asks for an invoice of another firm. Who is a customer at all is confidential.',
    answer: 404,
    alsoAcceptable: [403],
    lures: [
      { option: 401, why: 'The customer is signed in, so there is nothing to prove.' },
      { option: 400, why: 'The number is well formed.' },
      { option: 451, why: 'No legal demand is involved.' },
    ],
    explanation:
      'Even the existence of the invoice is a secret to this caller, so it looks as if there were none. An open refusal is common too, but it tells which numbers exist.',
    source: rfc(9110, '15.5.4'),
    difficulty: 2,
    pair: [403, 404],
  },
  {
    id: '404-serach-for-every-method',
    kind: 'pair',
    codes: [404, 405],
    prompt: 'A client sends POST /serach instead of POST /search. Nothing is registered under this path.',
    answer: 404,
    alsoAcceptable: [],
    lures: [{ option: 405, why: 'No other method would work at this address either.' }],
    explanation: 'The path is misspelt, so there is nothing at the address. The method plays no part.',
    source: rfc(9110, '15.5.5'),
    difficulty: 1,
    pair: [404, 405],
  },
  {
    id: '404-orders-of-a-missing-customer',
    kind: 'situation',
    codes: [404, 422],
    prompt: 'POST /customers/99/orders carries a flawless order. There is no customer 99.',
    answer: 404,
    alsoAcceptable: [],
    lures: [
      { option: 422, why: 'The body is right; it is the address that points to nothing.' },
      { option: 409, why: 'There is no customer whose state could stand in the way.' },
    ],
    explanation:
      'The missing thing stands in the address and not in the body. An unknown product inside the order would be another case.',
    source: rfc(9110, '15.5.5'),
    difficulty: 2,
    pair: [404, 422],
  },
  {
    id: '404-feature-is-switched-off',
    kind: 'situation',
    codes: [404, 501, 503],
    prompt:
      'A new endpoint hides behind a feature flag. For customers outside the trial the team wants it to look as if the address had never been built.',
    answer: 404,
    alsoAcceptable: [],
    lures: [
      { option: 501, why: 'It would announce that something is planned here.' },
      { option: 403, why: 'It would admit that the endpoint exists.' },
      { option: 503, why: 'It would promise that the endpoint comes back after an outage.' },
    ],
    explanation:
      'A server may conceal that something exists by answering as for an unknown address. The body should then look the same as well.',
    source: rfc(9110, '15.5.5'),
    difficulty: 2,
    pair: [404, 501],
  },
  {
    id: '404-sorry-page-in-the-index',
    kind: 'situation',
    codes: [404, 200, 302],
    prompt:
      'A shop shows “Sorry, we have no such product” for mistyped product addresses. Search engines list hundreds of these pages as real ones. Which status should the sorry page have?',
    answer: 404,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'It is what makes search engines take the sorry page for a product.' },
      { option: 302, why: 'A detour to the home page hides the mistake and is often treated as a fake success.' },
      { option: 204, why: 'It cannot carry the friendly page.' },
    ],
    explanation:
      'An error status may come with as friendly a page as one likes. Machines go by the status, people by the page.',
    source: rfc(9110, '15.5.5'),
    difficulty: 1,
    pair: [200, 404],
  },
  {
    id: '404-deleted-already',
    kind: 'situation',
    codes: [404, 409, 400],
    prompt:
      'Two tabs show the same note. The second DELETE arrives when the note is no longer there, and the API keeps no trace of removed notes.',
    answer: 404,
    alsoAcceptable: [204],
    lures: [
      { option: 409, why: 'No state stands in the way of the request; its target is simply missing.' },
      { option: 400, why: 'The request is as well formed as the first one.' },
      { option: 405, why: 'DELETE is offered for notes.' },
    ],
    explanation:
      'There is nothing left at the address. Since the note is away, as wanted, some APIs report a success again.',
    source: rfc(9110, '9.3.5'),
    difficulty: 2,
    pair: [204, 404],
  },
  {
    id: '404-layer-to-be-pushed',
    kind: 'exchange',
    codes: [404, 204, 410],
    prompt: 'A CI job is about to push a container image and asks first, so as to save work. Which code is hidden?',
    exchange:
      'HEAD /v2/shop/blobs/sha256:9f2c… HTTP/1.1\nHost: registry.example.com\nAuthorization: Bearer eyJ…\n\nHTTP/1.1 ???\nContent-Type: application/json\n\nPOST /v2/shop/blobs/uploads/ HTTP/1.1\nHost: registry.example.com\n\nHTTP/1.1 202 Accepted',
    answer: 404,
    alsoAcceptable: [],
    lures: [
      { option: 200, why: 'The layer would be there, and the job would not upload it.' },
      { option: 405, why: 'Registries offer HEAD for layers, and clients rely on it.' },
      { option: 304, why: 'No condition was sent, and no copy is at stake.' },
    ],
    explanation:
      'The job starts an upload, so the registry does not have the layer yet. HEAD is a cheap way to ask whether something exists.',
    source: registryBlobs,
    difficulty: 2,
  },
  {
    id: '404-kept-by-caches',
    kind: 'myth',
    codes: [404],
    prompt: 'A cache may keep a 404 for a while even if it carries no Cache-Control.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'Several errors may be stored by default, and this one is among them.' }],
    explanation:
      'The code is heuristically cacheable, as are 405, 410, 414 and 501. So a new page can stay missing for some minutes.',
    source: rfc(9110, '15.1'),
    difficulty: 2,
  },
  {
    id: '404-idempotent-same-code',
    kind: 'myth',
    codes: [404, 204],
    prompt: 'DELETE is idempotent, so a second DELETE must get the same status as the first.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'Idempotent is about the effect on the server, not about the answer.' }],
    explanation:
      'The effect of two DELETEs is that of one: the thing is away. The first may well report a success and the second a missing resource.',
    source: rfc(9110, '9.2.2'),
    difficulty: 2,
  },
  {
    id: '404-five-words-from-the-cluster',
    kind: 'layer',
    codes: [404],
    prompt: 'A new host name points to a Kubernetes cluster. Who answered?',
    exchange:
      'GET / HTTP/1.1\nHost: beta.example.com\n\nHTTP/1.1 404 Not Found\nContent-Type: text/plain\n\ndefault backend - 404\n\npods of beta: (no line in their logs)',
    answer: 'The ingress, which has no rule for it',
    alsoAcceptable: [],
    lures: [
      { option: 'The beta app, which lacks a start page', why: 'Its pods have not seen the request.' },
      { option: 'DNS, which does not know the host', why: 'Then no connection and no answer would have come about.' },
      { option: 'The Kubernetes API server', why: 'It manages the cluster and does not serve visitors.' },
    ],
    explanation:
      'The default backend takes every request that no rule matches, and it names itself in the body. The rule for the new host is missing or misspelt.',
    source: ingressDefault,
    difficulty: 1,
  },
  {
    id: '404-cannot-get',
    kind: 'layer',
    codes: [404],
    prompt: 'A Node service behind nginx answers like this. Which part could not find its way?',
    exchange:
      'GET /v2/orders HTTP/1.1\n\nHTTP/1.1 404 Not Found\nX-Powered-By: Express\nContent-Type: text/html\n\n<pre>Cannot GET /v2/orders</pre>\n\nnginx log: "GET /v2/orders" 404 upstream_status=404',
    answer: 'Express in the service: no route matches',
    alsoAcceptable: [],
    lures: [
      {
        option: 'nginx: the file is missing on disk',
        why: 'It passed the request on and logged the status of its upstream.',
      },
      {
        option: 'The database: the order does not exist',
        why: 'The text is that of the router, before any handler could ask a database.',
      },
      { option: 'The browser: it blocks the address', why: 'A blocked request gets no answer from the network.' },
    ],
    explanation:
      '“Cannot GET” is what Express says when no handler took the request. upstream_status confirms that nginx only passed it on.',
    source: expressMissing,
    difficulty: 1,
  },

  // 405
  {
    id: '405-get-where-post-is-needed',
    kind: 'exchange',
    codes: [405, 404, 501],
    prompt: 'A tester pastes the address of a login endpoint into the browser. Which code is hidden?',
    exchange:
      'GET /api/login HTTP/1.1\nHost: app.example.com\n\nHTTP/1.1 ???\nAllow: POST, OPTIONS\nContent-Type: application/problem+json\n\n{ "title": "Use POST here" }',
    answer: 405,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'The address exists, as the list of its methods shows.' },
      { option: 501, why: 'The server knows GET; this address just does not offer it.' },
      { option: 403, why: 'Nobody gets through with GET, whatever their rights.' },
    ],
    explanation: 'Allow lists what the address offers, and GET is not among it. This code must carry that field.',
    source: rfc(9110, '15.5.6'),
    difficulty: 1,
    pair: [404, 405],
  },
  {
    id: '405-audit-log-is-for-ever',
    kind: 'situation',
    codes: [405, 403, 409],
    prompt:
      'An administrator with all rights sends DELETE /audit-log. By design the audit log can be read by some and deleted by nobody.',
    answer: 405,
    alsoAcceptable: [403],
    lures: [
      { option: 409, why: 'No other state of the log would make it deletable.' },
      { option: 501, why: 'The server knows DELETE and offers it elsewhere.' },
      { option: 423, why: 'No lock is in the way that somebody could release.' },
    ],
    explanation:
      'The resource offers this method to nobody, so it is not a matter of rights. Those who see it as a rule against deleting would refuse it as such.',
    source: rfc(9110, '15.5.6'),
    difficulty: 2,
    pair: [403, 405],
  },
  {
    id: '405-header-what-works',
    kind: 'header',
    codes: [405],
    prompt: 'An address refuses PUT, since it can only be read. Which response field must say what works instead?',
    answer: 'Allow',
    alsoAcceptable: [],
    lures: [
      { option: 'Access-Control-Allow-Methods', why: 'It tells browsers about cross-origin calls and nothing else.' },
      { option: 'Accept', why: 'It is about media types, not about methods.' },
      { option: 'Public', why: 'It was an early idea for the methods of a whole server and is long obsolete.' },
    ],
    explanation:
      'The origin server must list the methods that the resource supports at the moment. The list may even be empty.',
    source: rfc(9110, '15.5.6'),
    difficulty: 1,
  },
  {
    id: '405-silent-about-methods',
    kind: 'repair',
    codes: [405],
    prompt: 'A client generator cannot tell from this response what to do instead. What is missing?',
    exchange:
      'PUT /rates/today HTTP/1.1\nHost: bank.example.com\n\nHTTP/1.1 405 Method Not Allowed\nContent-Type: application/json\n\n{ "error": "wrong method" }',
    answer: 'An Allow field that lists the methods of this address',
    alsoAcceptable: [],
    lures: [
      { option: 'A Location field with an address that takes PUT', why: 'The code is no redirection.' },
      { option: 'A Retry-After field', why: 'PUT will not work later either.' },
      { option: 'A WWW-Authenticate field', why: 'Credentials play no part.' },
    ],
    explanation: 'The field is a duty of the origin server with this code. Here it would be Allow: GET, HEAD.',
    source: rfc(9110, '10.2.1'),
    difficulty: 1,
  },
  {
    id: '405-patch-known-elsewhere',
    kind: 'situation',
    codes: [405, 501],
    prompt: 'A server handles PATCH for articles. A client sends PATCH to /status, which can only be read.',
    answer: 405,
    alsoAcceptable: [],
    lures: [
      { option: 501, why: 'It would say that the server does not know PATCH for any resource.' },
      { option: 403, why: 'No rights would make the status page writable.' },
    ],
    explanation:
      'The method is known to the server, only not offered here. An invented method such as FETCHALL would be another case.',
    source: rfc(9110, '15.5.6'),
    difficulty: 1,
    pair: [405, 501],
  },
  {
    id: '405-form-on-a-static-page',
    kind: 'layer',
    codes: [405],
    prompt: 'A contact form is moved together with the site to static hosting. Sending it fails. Who refuses?',
    exchange:
      'POST /contact.html HTTP/1.1\n\nHTTP/1.1 405 Method Not Allowed\nServer: AmazonS3\nContent-Type: text/html\n\n<li>Code: MethodNotAllowed</li>\n<li>Method: POST</li>',
    answer: 'The S3 website, which only serves files',
    alsoAcceptable: [],
    lures: [
      { option: 'The mail program behind the form', why: 'There is none any more, and Server names the storage.' },
      { option: 'The browser, because the form is insecure', why: 'It sent the form and got an answer.' },
      { option: 'A spam filter in the app', why: 'No app is left that could filter.' },
    ],
    explanation: 'A website endpoint of S3 answers GET and HEAD only. The form needs a service that can run code.',
    source: s3Website,
    difficulty: 1,
  },
  {
    id: '405-mutation-in-the-address',
    kind: 'situation',
    codes: [405, 400, 403],
    prompt:
      'A GraphQL server that follows GraphQL over HTTP gets GET /graphql?query=mutation{…}. Changes must not run by GET.',
    answer: 405,
    alsoAcceptable: [],
    lures: [
      { option: 400, why: 'The document is valid GraphQL; only the method does not suit a change.' },
      { option: 403, why: 'Rights are not the point: nobody may change things by GET.' },
      { option: 501, why: 'The server knows GET and takes queries by it.' },
    ],
    explanation: 'GET must be safe, so the specification demands this refusal. The same mutation by POST would run.',
    source: graphqlOverHttp,
    difficulty: 3,
    pair: [400, 405],
  },
  {
    id: '405-lost-slash-lost-method',
    kind: 'situation',
    codes: [405, 404, 400],
    prompt:
      'A provider posts webhooks to /hooks. The framework sends it to /hooks/ by a permanent redirect, and the sender follows with GET. That address takes POST only. What does the provider see in the end?',
    answer: 405,
    alsoAcceptable: [],
    lures: [
      { option: 301, why: 'It was the first answer; the sender followed it and got another.' },
      { option: 404, why: 'The address with the slash exists and takes POST.' },
      { option: 411, why: 'A GET without a body needs no length.' },
    ],
    explanation:
      'The redirect turned the POST into a GET, which the address does not offer. Register the address with its slash, or redirect with a code that keeps the method.',
    source: rfc(9110, '15.4.2'),
    difficulty: 2,
    pair: [404, 405],
  },

  // 406
  {
    id: '406-version-in-accept',
    kind: 'exchange',
    codes: [406, 415, 404],
    prompt: 'A client asks for a version of the format that does not exist. Which code is hidden?',
    exchange:
      'GET /products/5 HTTP/1.1\nHost: api.example.com\nAccept: application/vnd.shop.v9+json\n\nHTTP/1.1 ???\nContent-Type: application/json\n\n{ "available": ["application/vnd.shop.v1+json",\n               "application/vnd.shop.v2+json"] }',
    answer: 406,
    alsoAcceptable: [],
    lures: [
      { option: 415, why: 'It is about the format of a body that was sent, and a GET sends none.' },
      { option: 404, why: 'The product exists, in two other forms.' },
      { option: 300, why: 'It would offer a free choice, but the client has ruled out all that is there.' },
    ],
    explanation:
      'None of the forms fits Accept, and the server does not want to send another one. The list helps the client to choose.',
    source: rfc(9110, '15.5.7'),
    difficulty: 1,
    pair: [406, 415],
  },
  {
    id: '406-json-in-avro-out',
    kind: 'pair',
    codes: [406, 415],
    prompt:
      'A data team POSTs its query as JSON, which the service takes. It wants the result in Avro and in nothing else, and the service cannot write Avro.',
    answer: 406,
    alsoAcceptable: [],
    lures: [{ option: 415, why: 'What was sent is fine; the trouble is what should come back.' }],
    explanation: 'The wish in Accept cannot be met. The format of the query itself was no problem.',
    source: rfc(9110, '15.5.7'),
    difficulty: 1,
    pair: [406, 415],
  },
  {
    id: '406-value-not-liked',
    kind: 'myth',
    codes: [406, 422],
    prompt: 'If a form field holds a value that the rules do not permit, 406 is the right answer.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'The name tempts, but it means formats that the client does not want.' }],
    explanation:
      'The code is about Accept fields: no form of the resource suits the client. A value that breaks a rule gets 422 or 400.',
    source: rfc(9110, '15.5.7'),
    difficulty: 1,
  },
  {
    id: '406-header-json-please',
    kind: 'header',
    codes: [406],
    prompt:
      'A script gets an HTML page, although the API also speaks JSON. In which request field does the script state which formats it can use?',
    answer: 'Accept',
    alsoAcceptable: [],
    lures: [
      { option: 'Content-Type', why: 'It describes the body that the script sends.' },
      { option: 'Accept-Encoding', why: 'It is about compression such as gzip.' },
      { option: 'Prefer', why: 'It states wishes about behaviour, not about media types.' },
    ],
    explanation:
      'With Accept: application/json the server can choose the JSON form. If it has no suitable form, it may refuse or send a default.',
    source: rfc(9110, '12.5.1'),
    difficulty: 1,
  },
  {
    id: '406-nothing-uncompressed',
    kind: 'situation',
    codes: [406, 415, 400],
    prompt:
      'A test client sends Accept-Encoding: br, identity;q=0 and so rules out everything except Brotli. The server can only send plain or gzip and follows the wish strictly.',
    answer: 406,
    alsoAcceptable: [],
    lures: [
      { option: 415, why: 'It is about the encoding of what the client sent.' },
      { option: 400, why: 'The field is well formed, even if it asks for a lot.' },
      { option: 501, why: 'It is about methods that the server does not know.' },
    ],
    explanation:
      'No available form is left, since even the plain one is ruled out with q=0. Without that the server would send it uncompressed.',
    source: rfc(9110, '12.5.3'),
    difficulty: 3,
    pair: [406, 415],
  },

  // 407
  {
    id: '407-build-cannot-download',
    kind: 'situation',
    codes: [407, 401, 403],
    prompt:
      'A build server reaches the internet through the firm’s proxy. The password of its proxy account expired last night, and every package download fails before it leaves the house.',
    answer: 407,
    alsoAcceptable: [],
    lures: [
      { option: 401, why: 'It would come from the package server, which has not been asked.' },
      { option: 403, why: 'The account may pass; only its password is out of date.' },
      { option: 511, why: 'It is for networks that catch everybody’s traffic, while this proxy is set up on purpose.' },
    ],
    explanation:
      'The proxy itself wants valid credentials, in Proxy-Authorization. The target has nothing to do with it.',
    source: rfc(9110, '15.5.8'),
    difficulty: 1,
    pair: [401, 407],
  },
  {
    id: '407-header-of-the-proxy',
    kind: 'header',
    codes: [407],
    prompt:
      'A forward proxy refuses a request and must tell which scheme it takes. Which response field holds its challenge?',
    answer: 'Proxy-Authenticate',
    alsoAcceptable: [],
    lures: [
      { option: 'WWW-Authenticate', why: 'It is the challenge of the server that has the resource.' },
      { option: 'Proxy-Authorization', why: 'It is the request field with the client’s answer.' },
      { option: 'Proxy-Status', why: 'It explains how a proxy handled a response and challenges nobody.' },
    ],
    explanation:
      'The proxy must send at least one challenge in this field. It only counts for the next client on the way.',
    source: rfc(9110, '15.5.8'),
    difficulty: 1,
  },
  {
    id: '407-tunnel-was-not-dug',
    kind: 'layer',
    codes: [407],
    prompt: 'curl cannot reach an https address from the office. Who turned it away?',
    exchange:
      '> CONNECT api.example.com:443 HTTP/1.1\n> Host: api.example.com:443\n\n< HTTP/1.1 407 Proxy Authentication Required\n< Proxy-Authenticate: Negotiate\n< Via: 1.1 px2.office.example\n\ncurl: CONNECT tunnel failed',
    answer: 'The office proxy, before any TLS to the API',
    alsoAcceptable: [],
    lures: [
      { option: 'The API, after checking a token', why: 'The tunnel to it was never opened.' },
      { option: 'The TLS certificate check of curl', why: 'TLS would only begin inside the tunnel.' },
      { option: 'A load balancer in front of the API', why: 'It lies behind the tunnel too.' },
    ],
    explanation:
      'CONNECT asks the proxy for a tunnel, and the proxy answered by itself. Via and Proxy-Authenticate say whose challenge it is.',
    source: rfc(9110, '9.3.6'),
    difficulty: 2,
  },
  {
    id: '407-server-plays-proxy',
    kind: 'repair',
    codes: [407, 401],
    prompt: 'An online shop answers its own customers like this, and browsers behave oddly. What is wrong?',
    exchange:
      'GET /account HTTP/1.1\nHost: shop.example.com\n\nHTTP/1.1 407 Proxy Authentication Required\nWWW-Authenticate: Bearer\nContent-Type: application/json\n\n{ "message": "please sign in" }',
    answer: 'The shop is no proxy; it should say 401',
    alsoAcceptable: [],
    lures: [
      { option: 'Bearer is not allowed in WWW-Authenticate', why: 'It is one of the usual schemes there.' },
      { option: 'A Retry-After field is missing', why: 'Waiting does not make anybody signed in.' },
      { option: 'The body must name the proxy', why: 'There is no proxy that could be named.' },
    ],
    explanation:
      'Only a proxy that the client uses may ask in this way, with Proxy-Authenticate. An origin or the gateway in front of it asks with 401.',
    source: rfc(9110, '15.5.8'),
    difficulty: 2,
    pair: [401, 407],
  },

  // 408
  {
    id: '408-sensor-in-the-cellar',
    kind: 'situation',
    codes: [408, 504, 400],
    prompt:
      'A water meter in a cellar sends half of its header fields over a weak network and then nothing for a minute. The server gives up waiting and says so.',
    answer: 408,
    alsoAcceptable: [],
    lures: [
      { option: 504, why: 'No server behind was asked, since there was no complete request to pass on.' },
      { option: 400, why: 'What came was not wrong; it just did not end.' },
      { option: 503, why: 'The server has time; the meter was too slow.' },
    ],
    explanation:
      'The client did not finish its request in the time the server was prepared to wait. The meter may try again on a new connection.',
    source: rfc(9110, '15.5.9'),
    difficulty: 1,
    pair: [408, 504],
  },
  {
    id: '408-half-a-header',
    kind: 'layer',
    codes: [408],
    prompt: 'HAProxy stands in front of a shop. Who is to blame for this line?',
    exchange:
      'haproxy: 203.0.113.9:50122 [08/Jun/2026:09:14:10] www www/<NOSRV>\n         -1/-1/-1/-1/10001 408 212 - - cR-- 12/12/0/0/0 0/0 "<BADREQ>"\n\napp log: (no line)',
    answer: 'The client: it sent no complete request within 10 s',
    alsoAcceptable: [],
    lures: [
      { option: 'The shop app: it took longer than 10 s', why: 'No server was chosen, as <NOSRV> says.' },
      { option: 'HAProxy: it was overloaded', why: 'The state would begin with R for exhausted resources.' },
      { option: 'DNS: it did not find the shop', why: 'The connection had reached the right machine.' },
    ],
    explanation:
      'In “cR” the c stands for a timeout of the client and the R for the request that was still awaited. Many such lines come from spare connections of browsers.',
    source: haproxyLog,
    difficulty: 3,
  },
  {
    id: '408-spare-connections',
    kind: 'situation',
    codes: [408, 499, 504],
    prompt:
      'Browsers open a spare connection in advance and often never use it. After ten seconds the balancer closes it. Which code does its log show, hundreds of times, without method and path?',
    answer: 408,
    alsoAcceptable: [],
    lures: [
      { option: 499, why: 'nginx writes it when the client leaves while its request is being handled.' },
      { option: 504, why: 'Nothing behind the balancer was asked.' },
      { option: 400, why: 'Nothing malformed came; nothing came at all.' },
    ],
    explanation:
      'No request arrived in the time allowed, and that is what the code says. Nobody notices, as the browser simply opens another connection.',
    source: haproxyIdle,
    difficulty: 2,
  },
  {
    id: '408-header-goodbye',
    kind: 'header',
    codes: [408],
    prompt:
      'Over HTTP/1.1 a server gives up on a half-sent request and will hang up after its answer. Which response field announces that?',
    answer: 'Connection: close',
    alsoAcceptable: [],
    lures: [
      { option: 'Keep-Alive: timeout=0', why: 'It gives details of kept connections and does not end one.' },
      { option: 'Retry-After: 0', why: 'It is about the time of the next attempt.' },
      { option: 'Upgrade: none', why: 'It offers protocols and cannot end a connection.' },
    ],
    explanation:
      'After a half-sent request nobody knows where the next one would begin. The option close says that no more requests will be read.',
    source: rfc(9112, '9.6'),
    difficulty: 2,
  },
  {
    id: '408-try-at-once',
    kind: 'myth',
    codes: [408],
    prompt: 'A client that gets 408 for a request that is still on its way may repeat it on a new connection.',
    answer: 'True',
    alsoAcceptable: [],
    lures: [{ option: 'False', why: 'The server never had the complete request, so nothing can happen twice.' }],
    explanation:
      'The server did not receive the request in full, so it did not act on it. The standard lets the client repeat it.',
    source: rfc(9110, '15.5.9'),
    difficulty: 2,
  },

  // 409
  {
    id: '409-duplicate-email',
    kind: 'situation',
    codes: [409, 422, 400],
    prompt:
      'A new shopper registers with an address that another account uses already. The form is filled in correctly, and the shop is willing to say that the address is taken.',
    answer: 409,
    alsoAcceptable: [422],
    lures: [
      { option: 400, why: 'The request is well formed and would have worked yesterday.' },
      { option: 403, why: 'The shopper may register, just not with this address.' },
      { option: 412, why: 'No condition such as If-Match was sent that could be false.' },
    ],
    explanation:
      'The request clashes with what is stored: with other data it would be fine. Frameworks that check uniqueness along with the other rules answer as for invalid input.',
    source: rfc(9110, '15.5.10'),
    difficulty: 1,
    pair: [409, 422],
  },
  {
    id: '409-parcel-is-on-its-way',
    kind: 'situation',
    codes: [409, 403, 422],
    prompt: 'A customer may cancel her own orders. She tries to cancel one that left the warehouse an hour ago.',
    answer: 409,
    alsoAcceptable: [],
    lures: [
      { option: 403, why: 'She has the right; it is the state of the order that has changed.' },
      { option: 422, why: 'The same request was valid an hour ago, so its content is not the trouble.' },
      { option: 410, why: 'The order still exists.' },
    ],
    explanation:
      'The request does not fit the present state of the resource. The body should tell the state, so that the app can offer a return instead.',
    source: rfc(9110, '15.5.10'),
    difficulty: 1,
    pair: [403, 409],
  },
  {
    id: '409-category-still-in-use',
    kind: 'situation',
    codes: [409, 400],
    prompt:
      'A shop owner sends DELETE /categories/tea while 14 products still belong to it. Once they are moved, it can be deleted.',
    answer: 409,
    alsoAcceptable: [],
    lures: [
      { option: 424, why: 'It marks a step that failed because another step of the same request failed.' },
      { option: 405, why: 'Categories do offer DELETE.' },
      { option: 423, why: 'Nobody holds a lock; products refer to the category.' },
    ],
    explanation:
      'Stored data stands in the way, and the owner can resolve it. A list of the products in the answer helps.',
    source: rfc(9110, '15.5.10'),
    difficulty: 2,
  },
  {
    id: '409-object-was-modified',
    kind: 'situation',
    codes: [409, 412],
    prompt:
      'A deploy script sends a Kubernetes object with the resourceVersion it read, inside the body. Meanwhile a controller has changed the object. No If-Match was sent.',
    answer: 409,
    alsoAcceptable: [],
    lures: [
      { option: 412, why: 'It needs a condition in a header field such as If-Match.' },
      { option: 428, why: 'It demands a condition, which Kubernetes does not: the version in the body is its way.' },
    ],
    explanation:
      'The version stands in the body, so no HTTP condition failed; the update just clashes with the present state. The script should read the object again and repeat its change.',
    source: kubernetesVersions,
    difficulty: 2,
    pair: [409, 412],
  },
  {
    id: '409-parent-is-missing',
    kind: 'exchange',
    codes: [409, 404, 403],
    prompt: 'A WebDAV client makes a folder, but its parent /archive/2026/ does not exist. Which code is hidden?',
    exchange:
      'MKCOL /archive/2026/june/ HTTP/1.1\nHost: dav.example.com\n\nHTTP/1.1 ???\n\nMKCOL /archive/2026/ HTTP/1.1\nHost: dav.example.com\n\nHTTP/1.1 201 Created',
    answer: 409,
    alsoAcceptable: [],
    lures: [
      { option: 404, why: 'That the folder itself is missing is normal, since it is to be made.' },
      { option: 403, why: 'It is for servers that make no folders at this place at all, yet the next MKCOL works.' },
      { option: 405, why: 'MKCOL gets it when something exists at the address already.' },
    ],
    explanation:
      'WebDAV demands this code when a parent folder is missing, and no server may make it silently. The client can resolve it, as it does here.',
    source: rfc(4918, '9.3.1'),
    difficulty: 3,
  },
  {
    id: '409-first-one-still-runs',
    kind: 'situation',
    codes: [409, 422, 425],
    prompt:
      'An app repeats a payment with the same Idempotency-Key and the same body while the first attempt is still being worked on.',
    answer: 409,
    alsoAcceptable: [],
    lures: [
      { option: 422, why: 'The draft has it for a key that comes again with another body.' },
      { option: 425, why: 'It is about TLS early data, although it sounds like “too soon”.' },
      { option: 429, why: 'Two attempts are not too many requests; the first one is simply not over.' },
    ],
    explanation:
      'The draft on this field gives the code for a repeat that meets an unfinished first attempt. A moment later the repeat gets the stored result.',
    source: idempotencyKey,
    difficulty: 3,
    pair: [409, 422],
  },
  {
    id: '409-room-is-taken',
    kind: 'situation',
    codes: [409, 422],
    prompt: 'A colleague books room Aalto from two to three. The times are sensible, but somebody else was faster.',
    answer: 409,
    alsoAcceptable: [],
    lures: [
      { option: 422, why: 'It would fit an end that lies before the start, which is wrong whatever is stored.' },
      { option: 423, why: 'It is about WebDAV locks, which have an owner and a token.' },
    ],
    explanation:
      'The same request would be fine with another state of the calendar. That makes it a clash and not invalid content.',
    source: rfc(9110, '15.5.10'),
    difficulty: 1,
    pair: [409, 422],
  },
  {
    id: '409-invoice-is-closed',
    kind: 'pair',
    codes: [409, 403],
    prompt:
      'An invoice went to the tax office and can be changed by nobody until a correction is opened. The head of accounting, who may do everything, sends a PATCH.',
    answer: 409,
    alsoAcceptable: [],
    lures: [{ option: 403, why: 'Rights are not missing: with a correction opened, she may.' }],
    explanation:
      'The state of the invoice stands in the way and not the person. She can change the state and try again.',
    source: rfc(9110, '15.5.10'),
    difficulty: 2,
    pair: [403, 409],
  },
  {
    id: '409-just-try-again',
    kind: 'myth',
    codes: [409],
    prompt: 'A client that gets 409 should send the same request again until it goes through.',
    answer: 'False',
    alsoAcceptable: [],
    lures: [{ option: 'True', why: 'Unchanged, it will clash again, or it will overwrite what somebody else did.' }],
    explanation:
      'The code is for clashes that the user may be able to resolve before sending the request anew. So fetch the present state first and decide.',
    source: rfc(9110, '15.5.10'),
    difficulty: 1,
  },
  {
    id: '409-says-nothing',
    kind: 'repair',
    codes: [409],
    prompt: 'An app can only show “something went wrong” after this response. What should be added?',
    exchange:
      'PUT /seats/14C HTTP/1.1\nHost: air.example.com\nContent-Type: application/json\n\n{ "passenger": "p-77" }\n\nHTTP/1.1 409 Conflict\nContent-Length: 0',
    answer: 'A body that tells what stands in the way',
    alsoAcceptable: [],
    lures: [
      { option: 'A Retry-After field with the next free time', why: 'The seat does not become free by waiting.' },
      { option: 'An Allow field with the methods of the seat', why: 'PUT was the right method.' },
      {
        option: 'A Location field with another seat',
        why: 'The code is no redirection, and the choice is the passenger’s.',
      },
    ],
    explanation:
      'The server should say enough for the user to recognise the source of the clash. Here that is: the seat is taken.',
    source: rfc(9110, '15.5.10'),
    difficulty: 1,
  },
];
