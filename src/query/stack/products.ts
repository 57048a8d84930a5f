// The products that a request can pass on its way: one vocabulary of those who answer and of those who own a code.
import { vendorStatuses } from '../../catalog/index.ts';
import { nameKey } from '../names.ts';
import { type Producer, type ProducerId, type ProducerKind, producers } from '../producer/producers.ts';

export interface Product {
  /** What stands for it in a line and in the database: "alb", "ingress-nginx". It never changes. */
  readonly word: string;
  readonly name: string;
  readonly kind: ProducerKind;
  /** Other ways to call it. */
  readonly aliases: readonly string[];
  /** Under which a verdict may name it. */
  readonly producers: readonly ProducerId[];
  /** Whose meanings of a number are its own, by the catalog’s name. */
  readonly owners: readonly string[];
  /** What to look at there: one whole sentence; null where it is known as the owner of codes alone. */
  readonly next: string | null;
}

/** What people say; names and words need no row. Where two products go by one word, the more common one has it. */
const aliases: Readonly<Partial<Record<ProducerId, readonly string[]>>> = {
  cloudflare: ['cf', 'cloud flare', 'cloudflare cdn'],
  cloudfront: ['cloud front', 'aws cloudfront', 'amazon cloudfront'],
  akamai: ['akamai ghost'],
  fastly: ['fastly cdn'],
  frontDoor: ['front door', 'afd', 'azure frontdoor'],
  vercel: ['zeit', 'vercel edge'],
  googleFrontend: ['gfe', 'cloud run', 'app engine', 'google cloud run', 'gae'],
  bunny: ['bunny', 'bunnycdn'],
  imperva: ['incapsula', 'imperva incapsula'],
  alb: ['application load balancer', 'aws load balancer', 'amazon load balancer', 'aws application load balancer'],
  elb: ['classic load balancer', 'elastic load balancer', 'aws classic load balancer', 'clb', 'awselb'],
  haproxy: ['ha proxy'],
  openshift: ['openshift', 'openshift route'],
  googleLb: ['gclb', 'google load balancer', 'google cloud load balancer', 'gcp load balancer', 'gcp lb', 'google lb'],
  appGateway: ['application gateway', 'app gateway', 'appgw', 'agw', 'azure app gateway'],
  f5: ['f5', 'big ip', 'f5 bigip'],
  herokuRouter: ['heroku'],
  apiGateway: ['api gateway', 'apigw', 'amazon api gateway'],
  kong: ['kong gateway'],
  apim: ['api management', 'azure apim'],
  wso2: ['wso2'],
  apisix: ['apisix'],
  nginx: ['nginx plus', 'ngnix', 'engine x'],
  ingressNginx: ['nginx ingress', 'nginx ingress controller', 'ingress', 'kubernetes ingress', 'k8s ingress'],
  openresty: ['open resty'],
  apache: ['apache', 'httpd', 'apache2', 'apache http server'],
  envoy: ['envoy proxy', 'contour'],
  istio: ['istio', 'istio ingress', 'istio ingressgateway', 'service mesh'],
  caddy: ['caddy server'],
  traefik: ['traefik proxy', 'traffic proxy'],
  varnish: ['varnish cache'],
  litespeed: ['lite speed', 'openlitespeed'],
  iisArr: ['arr', 'application request routing'],
  iis: ['internet information services', 'microsoft iis'],
  s3: ['s3', 'aws s3'],
  kubernetes: ['kube api', 'kubernetes api', 'kube apiserver'],
  express: ['express js'],
  nest: ['nest', 'nest js'],
  next: ['next', 'next js'],
  drf: ['drf', 'django rest'],
  fastapi: ['fast api'],
  uwsgi: ['uwsgi'],
  rails: ['ruby on rails', 'ror'],
  puma: ['puma rails'],
  passenger: ['passenger'],
  php: ['php fpm', 'fpm'],
  wordpress: ['wp', 'word press'],
  spring: ['spring', 'springboot'],
  tomcat: ['apache tomcat'],
  aspnet: ['asp net', 'aspx', 'net framework'],
  kestrel: ['kestrel', 'asp net core', 'net core', 'dotnet'],
  go: ['go', 'golang', 'net http'],
  gin: ['gin gonic'],
  phoenix: ['elixir', 'elixir phoenix'],
  node: ['node', 'node js'],
};

/** Whose meanings of a number are theirs under another name than their own. */
const ownersOf: Readonly<Partial<Record<ProducerId, readonly string[]>>> = {
  alb: ['AWS ELB'],
  elb: ['AWS ELB'],
  apache: ['Apache'],
  iisArr: ['IIS'],
  httpSys: ['IIS'],
  ingressNginx: ['nginx'],
  openresty: ['nginx'],
  istio: ['Envoy'],
  googleFrontend: ['Google'],
  googleLb: ['Google'],
  spring: ['Spring'],
};

/** A balancer is the same to whoever stands behind it. */
const alsoNamed: Readonly<Partial<Record<ProducerId, readonly ProducerId[]>>> = {
  alb: ['elb'],
  elb: ['alb'],
  ingressNginx: ['nginx'],
  openresty: ['nginx'],
  istio: ['envoy'],
};

/** Owners of codes whose answers carry no sign of theirs. */
const ownersAlone: readonly (readonly [word: string, owner: string, kind: ProducerKind])[] = [
  ['tornado', 'Tornado', 'application'],
  ['pantheon', 'Pantheon', 'cdn'],
  ['cpanel', 'cPanel', 'application'],
  ['shopify', 'Shopify', 'application'],
];

const humps = /(?<=[a-z\d])(?=[A-Z])/g;

function isOnTheWay({ kind, name }: Producer): boolean {
  return name !== null && kind !== 'client' && kind !== 'unknown';
}

const owners: ReadonlySet<string> = new Set(vendorStatuses.map(({ owner }) => owner));

/** Every product, in the order of the layers that the table of producers has. */
export const products: readonly Product[] = [
  ...(Object.keys(producers) as ProducerId[]).flatMap((id): readonly Product[] => {
    const producer: Producer = producers[id];
    if (!isOnTheWay(producer) || producer.name === null) return [];
    const { name, kind, next } = producer;
    return [
      {
        word: id.replace(humps, '-').toLowerCase(),
        name,
        kind,
        aliases: aliases[id] ?? [],
        producers: [id, ...(alsoNamed[id] ?? [])],
        owners: ownersOf[id] ?? (owners.has(name) ? [name] : []),
        next,
      },
    ];
  }),
  ...ownersAlone.map(
    ([word, name, kind]): Product => ({ word, name, kind, aliases: [], producers: [], owners: [name], next: null }),
  ),
];

/** Words before names before aliases, so that a rare name takes no common word away. */
const byKey: ReadonlyMap<string, Product> = (() => {
  const table = new Map<string, Product>();
  const ways: readonly ((product: Product) => readonly string[])[] = [
    ({ word }) => [word],
    ({ name }) => [name],
    (product) => product.aliases,
  ];
  for (const way of ways)
    for (const product of products)
      for (const said of way(product)) {
        const key = nameKey(said);
        if (key !== '' && !table.has(key)) table.set(key, product);
      }
  return table;
})();

/** The product that goes by a name, however it is spelled: "AWS load-balancer". */
export function productNamed(name: string): Product | undefined {
  return byKey.get(nameKey(name));
}

/** The products that a channel has set, in their order; words of products that there are no longer are left out. */
export function productsOf(words: readonly string[]): readonly Product[] {
  return words.flatMap((word) => products.find((product) => product.word === word) ?? []);
}
