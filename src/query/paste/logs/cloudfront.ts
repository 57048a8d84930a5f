// The access log of CloudFront: its result types say whether it made the answer, had it in its cache or got it from the origin.
import { page } from '../../../catalog/sources.ts';
import { type Groups, type LogFormat, type Said, said } from './format.ts';

const cloudfrontLog = page(
  'CloudFront: standard logging reference',
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html',
);

/** Detailed result types with which CloudFront itself made the answer. */
const byCloudfront =
  /\t?\b(?:Origin(?:Connect|Dns|Read|Write|InvalidResponse|ZeroSizeObject|ShieldDns)\w{0,30}Error|OriginError|OriginCommError|LimitExceeded|CapacityExceeded|ClientGeoBlocked|InvalidRequest\w{0,40}|LambdaValidationError|LambdaExecutionError|LambdaLimitExceeded|FunctionExecutionError|FunctionThrottledError|FunctionGeneratedResponse|MissGeneratedResponse|LambdaGenerated|WAFBlocked|SlowReaderOriginError|Redirect)\b/;
const byViewer = /\b(?:ClientCommError|ClientHungUpRequest|AbortedOrigin|SlowReaderClientError|SlowReader)\b/;
const fromCache = /\b(?:Hit|RefreshHit|OriginShieldHit)\b/;
const fromOrigin = /\b(?:Miss|Error)\b/;

/** What the words after the status say of who answered. */
export function judgeCloudfront({ rest = '' }: Groups, code: number): readonly Said[] {
  const detail = byViewer.exec(rest)?.[0];
  if (detail !== undefined || code === 0)
    return [
      said(
        'hungUp',
        'made',
        'proof',
        `${detail ?? '000'}: the viewer went away before CloudFront had answered.`,
        cloudfrontLog,
      ),
    ];
  const made = byCloudfront.exec(rest)?.[0].trim();
  if (made !== undefined)
    return [
      said(
        'cloudfront',
        'made',
        'proof',
        `The result type is ${made}: CloudFront made the answer itself.`,
        cloudfrontLog,
      ),
    ];
  if (fromCache.test(rest))
    return [
      said('cloudfront', 'made', 'hint', 'The result type is Hit: CloudFront answered from its cache.', cloudfrontLog),
    ];
  if (fromOrigin.test(rest))
    return [
      said(
        'cloudfront',
        'behind',
        'hint',
        'The result type names no failure of CloudFront’s own: the origin answered.',
        cloudfrontLog,
      ),
    ];
  return [said('cloudfront', 'passed', 'hint', 'The line is from CloudFront’s log.', cloudfrontLog)];
}

export const cloudfrontFormat: LogFormat = {
  name: 'CloudFront',
  has: ['-', ':'],
  pattern:
    /^\d{4}-\d\d-\d\d\s{1,8}\d\d:\d\d:\d\d\s{1,8}[A-Z]{3}\d{1,3}(?:-[A-Z]{1,2}\d{1,3})?\s{1,8}\d{1,12}\s{1,8}[\da-fA-F.:]{3,45}\s{1,8}[A-Z]{3,8}\s{1,8}\S{1,255}\s{1,8}\S{1,4000}\s{1,8}(?<code>\d{3})(?<rest>\s.{0,6000})/d,
  judge: judgeCloudfront,
};
