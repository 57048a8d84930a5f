import { page } from '../sources.ts';
import type { VendorStatus } from '../status.ts';

const shopifyCodes = page('Shopify: API response codes', 'https://shopify.dev/docs/api/usage/response-codes');
const esriTokens = page(
  'Esri: using token-based authentication',
  'https://resources.arcgis.com/en/help/soap/10.1/01vp/01vp00000097000000.htm',
);

// Web services and their APIs.
export const services: readonly VendorStatus[] = [
  {
    code: 420,
    name: 'Enhance Your Calm',
    owner: 'Twitter',
    seen: 'response',
    aliases: ['twitter rate limited'],
    meaning: 'Twitter’s old code for an app that made too many requests; today 429 says the same.',
    causes: [
      'The app went over the limit of the old Search, Trends or streaming API.',
      'Too many reconnects to a stream in a short time.',
    ],
    received: [
      'Stop, wait as long as Retry-After says, and double the wait each time it comes again.',
      'Keep one stream open instead of reconnecting.',
      'Handle it like 429, which X and other services send today.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'an app made too many calls to Twitter’s old API',
        said: [
          'twitter api says slow down',
          'twitter streaming client reconnects too often',
          'tweepy stream stops because i asked too often',
          'my twitter bot hit the limit of the old search api',
          'two connections to the twitter stream with one account',
        ],
        rival: 429,
      },
    ],
    sources: [
      page('X: response codes', 'https://developer.x.com/en/docs/basics/response-codes'),
      page('Twitter: announcement of 420 (2009)', 'https://groups.google.com/g/twitter-development-talk/c/PzsP043rmw8'),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 430,
    name: 'Shopify Security Rejection',
    owner: 'Shopify',
    seen: 'response',
    aliases: ['security rejection'],
    meaning: 'Shopify refused the request because it looks malicious, for example like a bot.',
    causes: [
      'Many calls to the Storefront API from one server address without the buyer’s IP header.',
      'A pattern that looks like scraping or an attack.',
    ],
    received: [
      'From a server, send the Shopify-Storefront-Buyer-IP header.',
      'Slow down and do not hammer from one address.',
      'If your traffic is genuine and it stays, ask Shopify’s support.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'Shopify takes a request for an attack or a bot',
        said: [
          'shopify thinks my app is a bot',
          'storefront api blocks my server side rendering',
          'shopify rejects requests as suspicious',
          'shopify storefront blocks crawling from one ip',
        ],
      },
    ],
    sources: [shopifyCodes],
    reviewed: '2026-11-25',
  },
  {
    code: 530,
    name: 'Origin DNS Error',
    owner: 'Shopify',
    seen: 'response',
    aliases: ['shopify origin dns error'],
    meaning: 'Cloudflare, which stands in front of Shopify, cannot resolve the DNS record it was asked for.',
    causes: ['A DNS problem at Shopify or Cloudflare.', 'The shop’s domain is set up wrongly.'],
    received: ['Look at Shopify’s status page.', 'Check the shop’s domain and its DNS records.'],
    fault: 'between',
    situations: [],
    sources: [shopifyCodes],
    reviewed: '2026-11-25',
  },
  {
    code: 540,
    name: 'Temporarily Disabled (Shopify)',
    owner: 'Shopify',
    seen: 'response',
    aliases: ['shopify temporarily disabled'],
    meaning: 'Shopify has switched this endpoint off for a while; it will come back.',
    causes: ['Shopify disabled the endpoint, for example during an incident.'],
    received: ['Try again later with growing pauses.', 'Look at Shopify’s status page.'],
    fault: 'server',
    situations: [],
    sources: [shopifyCodes],
    reviewed: '2026-11-25',
  },
  {
    code: 783,
    name: 'Unexpected Token (Shopify)',
    owner: 'Shopify',
    seen: 'response',
    aliases: ['shopify unexpected token'],
    meaning: 'The JSON in the exchange has a syntax error. The number is no valid HTTP status.',
    causes: ['A comma, quote or bracket is missing or too many in the JSON.', 'Text that is not JSON is sent as JSON.'],
    received: ['Check the body with a JSON validator.', 'Let a library write the JSON instead of building it by hand.'],
    fault: 'client',
    situations: [
      {
        when: 'the JSON sent to Shopify is malformed',
        said: ['shopify api cannot parse my json', 'trailing comma in a json body sent to shopify'],
        rival: 400,
      },
    ],
    sources: [shopifyCodes],
    reviewed: '2026-11-25',
  },
  {
    code: 498,
    name: 'Invalid Token (ArcGIS)',
    owner: 'Esri',
    seen: 'response',
    aliases: ['arcgis invalid token', 'esri invalid token'],
    meaning: 'ArcGIS: the token is expired or not valid. Often only in the JSON of a response with status 200.',
    causes: [
      'The token has expired.',
      'It was made for another referrer, IP address or server.',
      'The clocks of the servers differ.',
    ],
    received: [
      'Get a new token and repeat the request.',
      'Send the same referrer or address the token was made for.',
      'Look into the body: “error”: { “code”: 498 } may come with HTTP 200.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'a token for ArcGIS has expired or is not valid',
        said: [
          'arcgis token expired',
          'esri feature service does not accept my token any more',
          'arcgis server token was made for another referer',
        ],
        rival: 401,
      },
    ],
    sources: [esriTokens, page('Esri: error handling', 'https://developers.arcgis.com/arcgis-rest-js/error-handling')],
    reviewed: '2026-11-25',
  },
  {
    code: 499,
    name: 'Token Required (ArcGIS)',
    owner: 'Esri',
    seen: 'response',
    aliases: ['arcgis token required', 'esri token required'],
    meaning:
      'ArcGIS: the service needs a token and none was sent. Often only in the JSON of a response with status 200.',
    causes: ['The service is not shared with everyone.', 'The token was left out, or sent to a server it is not for.'],
    received: [
      'Get a token for the portal and send it with the request.',
      'Or share the layer publicly, if that is what you want.',
      'From nginx, 499 means something else: the client closed the connection.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'an ArcGIS service is called without a token',
        said: [
          'arcgis rest service asks for a token',
          'esri layer is not shared publicly and i sent no token',
          'feature server query without logging in to the portal',
        ],
        rival: 401,
      },
    ],
    sources: [esriTokens],
    reviewed: '2026-11-25',
  },
  {
    code: 529,
    name: 'Service Overloaded',
    owner: 'Qualys SSL Labs',
    seen: 'response',
    aliases: ['site is overloaded', 'site overloaded'],
    meaning: 'The SSL Labs API is overloaded as a whole; it is not about your own limit, which would be 429.',
    causes: ['Too many assessments run on SSL Labs’ servers at the moment.'],
    received: [
      'Wait about half an hour, with a random extra, and try again.',
      'Run fewer assessments at the same time.',
    ],
    fault: 'server',
    situations: [
      {
        when: 'the SSL Labs API has no capacity left',
        said: [
          'ssl labs scan api has no capacity',
          'qualys ssl test in the pipeline fails because their service is swamped',
        ],
      },
    ],
    sources: [
      page('SSL Labs API documentation', 'https://github.com/ssllabs/ssllabs-scan/blob/master/ssllabs-api-docs-v3.md'),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 529,
    name: 'Overloaded (Anthropic)',
    owner: 'Anthropic',
    seen: 'response',
    aliases: ['overloaded_error', 'overloaded error', 'claude overloaded'],
    meaning: 'The Claude API is short of capacity for everybody at the moment; your own limit would be 429.',
    causes: ['Much traffic from all users together.'],
    received: [
      'Try again with growing, random pauses; the official SDKs do so a few times by themselves.',
      'Look at the status page if it stays.',
      'Keep a fallback for work that cannot wait.',
    ],
    fault: 'server',
    situations: [
      {
        when: 'the Claude API has no capacity left for anybody',
        said: [
          'claude api is swamped and refuses my prompt',
          'anthropic has too much traffic right now',
          'llm provider is at capacity but my quota is fine',
          'anthropic sdk retries because their servers are full',
          'claude has no capacity for anyone at the moment',
        ],
        rival: 503,
      },
    ],
    sources: [page('Anthropic: API errors', 'https://docs.anthropic.com/en/api/errors')],
    reviewed: '2026-11-25',
  },
  {
    code: 999,
    name: 'Request Denied (LinkedIn)',
    owner: 'LinkedIn',
    seen: 'response',
    aliases: ['linkedin request denied', 'non-standard 999'],
    meaning: 'LinkedIn refuses a request that looks automated. Known from practice; LinkedIn does not document it.',
    causes: [
      'A script, link checker or crawler asks for a profile page without a browser.',
      'Many requests from one address, often a cloud server.',
    ],
    received: [
      'In a link checker, count it as “cannot be checked”; the link usually works in a browser.',
      'For data, use LinkedIn’s official API and its terms.',
      'The number is no valid HTTP status; some libraries refuse to read it.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'LinkedIn takes a request for a bot',
        said: [
          'linkedin blocks my scraper',
          'link checker fails on linkedin urls',
          'curl to a linkedin profile is refused but the browser works',
          'broken link report shows linkedin profile links as dead',
          'crawler is denied by linkedin',
          'linkedin does not like my python requests user agent',
        ],
        rival: 403,
      },
    ],
    sources: [page('http.dev: 999', 'https://http.dev/999')],
    reviewed: '2026-11-25',
  },
  {
    code: 308,
    name: 'Resume Incomplete',
    owner: 'Google',
    seen: 'response',
    aliases: ['resumable upload incomplete'],
    meaning: 'Google’s resumable uploads: the server has some of the file and waits for the rest; this is no redirect.',
    causes: [
      'A chunk of a resumable upload arrived; the Range header says how much the server has.',
      'You asked for the state of an unfinished upload.',
    ],
    received: [
      'Go on with the byte after the one named in Range.',
      'Without Range nothing has arrived: start from the first byte.',
      'Keep your HTTP client from treating it as a redirect.',
    ],
    fault: 'nobody',
    situations: [
      {
        when: 'a chunk of a resumable upload to Google arrived and more is expected',
        said: [
          'google drive chunked upload wants the next chunk',
          'cloud storage resumable upload is not complete yet',
          'youtube video upload in chunks asks for more bytes',
        ],
      },
    ],
    sources: [
      page(
        'Google Cloud Storage: resumable uploads',
        'https://cloud.google.com/storage/docs/performing-resumable-uploads',
      ),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 499,
    name: 'Cancelled (client closed request)',
    owner: 'Google',
    seen: 'response',
    aliases: ['grpc cancelled', 'google rpc cancelled'],
    meaning: 'Google APIs: the gRPC status CANCELLED, told as HTTP: the caller cancelled the operation.',
    causes: ['The client cancelled the call or its deadline ran out on its own side.'],
    received: ['Look for a cancel or a short deadline in the client.', 'Repeat the call if you still need it.'],
    fault: 'client',
    situations: [
      {
        when: 'the caller of a Google API cancels the operation',
        said: ['google api call was aborted by our own client', 'grpc context cancelled mapped to http by the gateway'],
      },
    ],
    sources: [
      page(
        'Google: google/rpc/code.proto',
        'https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto',
      ),
    ],
    reviewed: '2026-11-25',
  },
];
