// Words that tell whether a message in a channel speaks of a request that failed. Plain lists; an entry is a piece of a
// regular expression, and words of several parts are written with underscores.

function list(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** Somebody met a code. */
export const meets = list(
  'get gets getting got see sees seeing saw receive receives receiving received hit hits hitting encounter encounters',
  'run_into running_into facing report reports reporting reported full_of',
);

/** Something answered with a code, this time. */
export const answered = list(
  'returned returning responded responding replied answered answering gave giving threw throwing showed showing served',
  'serving fail fails failed failing die dies died end ends ended reject rejected break breaks broke crash crashes crashed',
  'sent sending time_out times_out started_to_return',
);

/** The same as a habit: what somebody tells of an API that works as it should, too. */
export const answers = list(
  'return returns respond responds reply replies answer answers give gives throw throws show shows serve serves say says said',
  'send sends rejects',
);

/** Something is a code: less than an answer, as prices and sizes are numbers, too. */
export const equals = list('is are was were be been just all only now still');

/** Between such a word and the code. */
export const between = list(
  'with in by of a an the this that these lot lots many some few constant constantly random sporadic intermittent occasional',
  'http https status code codes error errors unexpected only mostly me us from all every back just again now still nothing_but',
  'our on to for me instead loads plenty tons bunch http/1.1 http/2 too:? and then out each request requests call calls user users',
);

/** What fails: a line without any of these may be about lunch. */
export const things = list(
  'prod production staging sandbox preprod live site website page pages app apps release releases build builds pipeline',
  'deploy deploys deployment deployments rollout upgrade update merge merged login log_in logging_in checkout cart upload uploads',
  'uploading download downloads export import importer form search dashboard webhook callback callbacks sso bucket image images',
  'pod pods container containers cluster node nodes lambda function job cron worker target targets upstream downstream vendor',
  'service services account session link links route routes url docs wiki bot call calls put post patch delete get',
  'network console tab iframe file files folder cdn dns token tokens registry package packages repo push pull install runner',
  'customer customers user users guest guests partner frontend backend admin area balancer alb elb haproxy vercel netlify heroku',
  'sentry datadog grafana newrelic rollbar pagerduty traffic region regions health healthcheck probe probes s3 github gitlab jira confluence slack discord openai stripe twilio npm',
);

/** Something is wrong right now. */
export const troubles = list(
  'down broken breaks break breaking failing fails fail failed error errors cannot cant can_not wont help anyone_else anybody_else anyone',
  'anybody somebody why again still since everywhere everyone everything keeps keep complain complains complaining suddenly',
  'all_of_a_sudden alert firing spike outage incident crashed crashing rolling_back weird wrong asap yesterday morning today',
  'midnight half every all randomly sporadic sporadically intermittent intermittently looking_into right_now exhausted doesnt',
  'does_not isnt started problem problems trouble timeouts? slow stopped broke',
);

/** Whoever writes this asks for a meaning, plans, teaches, has mended it, or jokes. */
export const harmless = list(
  'what_does what_do what_is what_are whats what_to_do which_code which_status which_is difference vs versus meaning means',
  'should shall would could will might may must wont_return lets let_us instead_of rather_than expected expects? by_design',
  'on_purpose intended intentionally as_documented spec specification documents? document documented docs: documentation rfc',
  'openapi swagger contract mock mocks mocked stub test tests tested testing unit fixture scenario simulate simulated pretend',
  'fixed fix_for fixes solved resolved resolves mended no_more no_longer gone are_gone is_gone not_a_single zero without never',
  'havent have_not hasnt works_again is_back are_back all_good recovered green nothing_to_see caused_by were_caused was_caused',
  'favou?rite love adorable cute stickers? mug joke joking lol lmao rofl haha ha hehe jk quiz question exam course talk slides',
  'episode podcast learned learnt trivia funny funnier cats? dogs? memes? brain mood motivation girlfriend boyfriend weekend',
  'retry_on retries_on retry_policy respect policy runbook postmortem template alert_for alerts_for alert_on alarm_for set_up',
  'dashboard_for dashboards_for handles how_to how_do exceeds? slo budget handle handled handling illustration design designers',
  'translation inspiration agreed decided decide plan planned proposal convention guideline best_practice in_general usually',
  'normally guidelines? number_of how_many per per_minute per_hour per_day limit_is limits quota_is score scored won record',
);

/** Names of programs’ own errors, as programs write them. */
export const clientErrors: readonly RegExp[] = [
  /\b(?:error|connect|read|write|getaddrinfo|cause|failed|syscall|code)\b["']?[:=]?[^\n]{0,60}\b(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|UND_ERR_[A-Z_]{3,30})\b/i,
  /\bcurl: \(\d{1,2}\) \w/,
  /\bnet::ERR_[A-Z_]{4,40}\b/,
  /\bdial (?:tcp|udp)\b[^\n]{0,120}: (?:connect|lookup|i\/o|no such host)/,
  /\b(?:SocketTimeoutException|ConnectException|UnknownHostException|NoHttpResponseException|SSLHandshakeException)\b:/,
  /\bHTTPS?ConnectionPool\(host=/,
  /\bFailed to establish a new connection\b/,
  /Error: timeout of \d{1,7} ?ms exceeded\b/,
  /\bupstream (?:prematurely closed connection|timed out \(\d)/,
];
