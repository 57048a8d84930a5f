// A line somebody typed, prepared once for all readers: its words, what is left without the frame around them, its codes.
import { type CodeMention, findCodes } from './codes.ts';
import { clean, QUESTION_LIMIT, words } from './words.ts';

export interface Question {
  readonly raw: string;
  readonly cleaned: string;
  readonly words: readonly string[];
  /** The words without the frame around them: "what does bad gateway mean" leaves "bad gateway". */
  readonly core: string;
  readonly codes: readonly CodeMention[];
  /** It speaks of HTTP: of requests, servers, methods, errors. */
  readonly technical: boolean;
  /** It asks which code to use or what to answer. */
  readonly asksWhich: boolean;
}

const frameWords = new Set(
  `what whats wat is are was does do did the a an mean means meaning meant of explain explained explanation define definition describe
  http https status statuses code codes error errors err response responses for me please pls tell about why am i im we getting get gets got getting see seeing
  when use used should to it how can could you your u hey hi hello teapot in an my this that on show lookup look up search find whats exactly
  message request give info information details called return returns returned server says say by from does has have with need know
  stand stands common cause causes caused fix fixing solve resolve handle handling between difference differences different differ vs versus compare comparison and or
  rest api exception page retry retryable cacheable actually really anyone everyone question quick there`.split(/\s+/),
);

/** Words before and after which nothing of the frame is left. */
function withoutFrame(all: readonly string[]): string {
  let start = 0;
  let end = all.length;
  while (start < end && frameWords.has(all[start] ?? '')) start += 1;
  while (end > start && frameWords.has(all[end - 1] ?? '')) end -= 1;
  return all.slice(start, end).join(' ');
}

const technicalWords =
  /\b(?:https?|status|codes?|errors?|err|apis?|endpoints?|requests?|responses?|servers?|clients?|headers?|urls?|uris?|curl|fetch|axios|postman|nginx|apache|iis|cloudflare|prox(?:y|ies)|gateways?|redirect\w*|browsers?|backend|frontend|rest|restful|webhooks?|tokens?|jwt|oauth|uploads?|payload|json|kubernetes|k8s|ingress|load ?balancers?|upstream|crud|microservices?|database|spring|django|flask|fastapi|express|rails|laravel|aws|s3|logs?|deploy\w*|web ?app|web ?site|websocket|cors|timeouts?|cache|caching|crawlers?|seo|graphql|grpc|tls|ssl|dns|cdn|idempoten\w+|etag|cookie|sessions?|log(?:ged)? ?in|sign(?:ed)? ?in|auth\w*|endpoint|query|parameter|validation|rate ?limit\w*|throttl\w+)\b/;
const methodInCapitals = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE)\b/;
const whichFrame =
  /\b(?:which|what|wich|wht|whats|right|correct|proper|best|appropriate|suitable|good)\b[^?.]{0,40}?\b(?:codes?|status(?:es)?|response|respond|return|reply|answer|http|error|send)\b|\b(?:should|shall|must|do|to) (?:i|we|my|our|the|it|an?|you|return|respond)\b[^?.]{0,40}?\b(?:return|respond|send|give|use|answer|reply|throw|be)\b|\bwhat (?:do|should|would|to|does|must|can) (?:i|we|you|my|the|an?|return|send|it)\b|\b(?:status|response|http|error) ?codes? (?:for|when|if|to|on|after)\b|\bhttp (?:status|code|response) (?:for|when|if)\b/;

export function toQuestion(raw: string): Question {
  const cleaned = clean(raw.slice(0, QUESTION_LIMIT));
  const all = words(cleaned);
  return {
    raw,
    cleaned,
    words: all,
    core: withoutFrame(all),
    codes: findCodes(cleaned),
    technical: technicalWords.test(cleaned) || methodInCapitals.test(raw),
    asksWhich: whichFrame.test(cleaned),
  };
}

/** Whether a text asks which code to use. */
export function asksWhichCode(text: string): boolean {
  return whichFrame.test(clean(text.slice(0, QUESTION_LIMIT)));
}
