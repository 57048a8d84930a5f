// Words that decide how a line is read. Plain lists, so that adding one is adding a word; regular expressions are
// built from them once. A list entry is a piece of a regular expression: "seconds?" is both "second" and "seconds".

function list(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** One of the words, as the source of a regular expression. Words of several parts are written with underscores. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.map((word) => word.replaceAll('_', ' ')).join('|')})`;
}

/** What is counted: "500 people" has no status code in it. */
export const countedThings = list(
  'words? k ms s secs? seconds? mins? minutes? hours? hrs? days? weeks? months? years? am pm st nd rd th',
  'people persons? users? customers guests employees students attendees likes followers subscribers',
  'euros? eur dollars? usd bucks pounds? gbp yen cents? percent',
  'bytes? kb mb gb tb kbps mbps rpm rps qps tps px rows items lines? files? tests? commits? pages chapters',
  'km kms miles? meters? metres? feet ft cm mm kg grams? g mg ml cl litres? liters? lbs? degrees? fahrenheit celsius watts? volts? hp horsepower',
  'requests? calls? hits? calories times points? pieces copies steps stars seats rooms cars tickets? street avenue main',
  'of_(?:my|our|your|his|her|their|these|those|them|us) uuids? ids keys e?-?mails? messages? photos? pictures? images? videos? chairs tables tabs',
);

/** What has a number: "room 302", "PR 404". */
export const numberedThings = list(
  'rooms? floor apartment apt gate exit seat row suite hall locker bin building block studio area hotel table lot unit',
  'pr prs pull_request merge_request mr issues? tickets? bugs? jira line lines sprint build version ver test case kb',
  'ports? pid exit(?:ed)?_(?:with_)?(?:code|status) terminated_with signal area_code zip_code postal_code country_code rfc cve iso extension ext dial call order invoice model section article',
  'pages? chapters? volume vol track episode season psalm fahrenheit level step team squad group conference',
  'flights? buses bus route highway hwy interstate platform train tram bmw peugeot boeing airbus nokia apollo windows',
  'no nr number top about around nearly almost over under roughly approximately paid costs? spent weighs?',
  'year ad age aged day week',
);

/** Words of the trade: a line that has one speaks of HTTP rather than of lunch. */
export const technicalWords = list(
  'https? status codes? errors? err apis? endpoints? requests? responses? servers? clients? headers? urls? uris?',
  'curl fetch axios postman nginx apache iis cloudflare prox(?:y|ies) gateways? redirect\\w* browsers? backend frontend',
  'rest restful webhooks? tokens? jwt oauth uploads? payload json kubernetes k8s ingress load_?balancers? upstream crud',
  'microservices? database spring django flask fastapi express rails laravel aws s3 logs? deploy\\w* web_?app web_?site',
  'websocket cors timeouts? cache caching crawlers? seo graphql grpc tls ssl dns cdn idempoten\\w+ etag cookie sessions?',
  'log(?:ged)?_?in sign(?:ed)?_?in auth\\w* query parameter validation rate_?limit\\w* throttl\\w+',
);

/** Words around a name or a number that say no more than "tell me about it". */
export const frameWords = list(
  'what whats wat is are was does do did the a an mean means meaning meant of explain explained explanation define',
  'definition describe http https status statuses code codes error errors err response responses for me please pls tell',
  'about why am i im we getting get gets got see seeing when use used should to it how can could you your u hey hi hello',
  'teapot in my this that on show lookup look up search find exactly message request give info information details',
  'called return returns returned server says say by from has have with need know stand stands common cause causes',
  'caused fix fixing solve resolve handle handling between difference differences different differ vs versus compare',
  'python java go golang ruby rails rust php node kotlin csharp constant constants testers tester example examples',
  'comparison and or rest api exception page retry retryable cacheable actually really anyone everyone question quick there',
);

/** What HTTP is made of beside codes: whoever asks what one of these is asks for no code. */
export const concepts = list(
  'get post put patch delete head options connect trace method methods verb verbs cookie cookies session sessions token',
  'tokens webhook webhooks idempotency idempotent cors csrf rest restful soap crud graphql grpc json xml html yaml header',
  'headers body payload endpoint endpoints url urls uri uris api apis proxy proxies cdn dns tls ssl jwt oauth cache caching',
  'https websocket websockets curl postman swagger openapi etag etags middleware microservice microservices localhost port ports',
);

/** What people name in a comparison in place of a code: the two words that 401 and 403 are told apart by. */
export const standsFor: ReadonlyMap<string, number> = new Map([
  ...list('authentication authn authenticated unauthenticated login').map((word) => [word, 401] as const),
  ...list('authorization authorisation authz permission permissions').map((word) => [word, 403] as const),
]);

/** Words around a fact that codes have in common: "which codes need …", "codes added by …". */
export const listWords = list(
  'list all every any which ones need needs require requires required must may can should allowed ask only registered',
  'official iana add added adds define defined defines introduced uses own specific special come comes belong belongs',
  'header headers field fields statuses substatus substatuses them they these those safely again',
);

/** Words around the name of a class: "what are the client error codes, and what do they mean". */
export const classWords = list(
  'list all show me of the what whats are is which every http https status statuses codes? class classes family',
  'range responses? types? please give mean means meaning explain category categories kinds? group an? do does there',
  'exist indicate indicates for about tell possible different overview s series numbers? describe name standard',
  'common starting with in that and their meanings as',
);

/** A line made of these and at least one of `helpWords` asks for help. */
export const helpFrame = list(
  'please can could you i need want show give list get see any some all the me your available with this that here pls out',
  'hey hi hello page text',
);

export const helpWords = list(
  'help usage command commands manual menu instructions example examples options guide docs documentation info start h',
);
