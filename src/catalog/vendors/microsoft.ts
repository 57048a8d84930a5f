import { page } from '../sources.ts';
import type { VendorStatus } from '../status.ts';

const activeSync = page(
  'Microsoft: ActiveSync status line (MS-ASHTTP)',
  'https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-ashttp/e092c310-7609-4a38-90cc-10688f79cf8d',
);
const wikipedia = page(
  'Wikipedia: list of HTTP status codes',
  'https://en.wikipedia.org/wiki/List_of_HTTP_status_codes',
);

export const microsoft: readonly VendorStatus[] = [
  {
    code: 440,
    name: 'Login Time-out',
    owner: 'IIS',
    seen: 'response',
    aliases: ['login timeout', 'login timed out'],
    meaning:
      'The signed-in session expired, so the user must log in again. Known from Outlook on the web; not an IIS code by itself.',
    causes: [
      'The user was idle longer than the session lasts, as in Outlook on the web.',
      'The session cookie is missing or blocked, or the session was lost in a restart or on another server.',
      'An application chose this number by convention; Microsoft’s list of IIS codes does not contain it.',
    ],
    received: [
      'Log in again, then repeat the request.',
      'In a client: treat it like 401 and start a new sign-in.',
      'If it comes right after login, check cookies, the clock and sticky sessions behind a balancer.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'a signed-in session ran out through inactivity on a Microsoft server',
        said: [
          'outlook web access session expired',
          'owa kicked me out after being idle',
          'user was inactive too long and the session ended on iis',
          'exchange webmail wants me to sign in again',
          'asp.net session expired while the form was open',
          'session cookie timed out in outlook on the web',
          'owa session ended and asks to log on again',
          'outlook web app signs me out after some minutes',
          'exchange web mail idle timeout',
          'microsoft server says the session has run out and to log in once more',
          'iis forms session lapsed for inactivity',
          'outlook on the web lost its cookie after being idle',
          'ecp exchange admin center kicked me out',
          'owa in a background tab is logged out',
          'public computer timeout of owa was reached',
          'exchange activity based timeout logs the user off',
          'calendar in outlook web stopped refreshing since the session ended',
          'exchange owa redirect loop after the session timed out',
          'canary cookie of owa is stale and must log on again',
          'iis log shows owa requests after the session ended',
          'webmail left open overnight on exchange',
          'outlook web access idle all day, session is over',
          'session timed out on the iis owa page',
          'iis says session has ended and log on again',
        ],
        rival: 401,
      },
    ],
    sources: [page('Microsoft KB 941201', 'https://support.microsoft.com/en-us/help/941201'), wikipedia],
    reviewed: '2026-11-25',
  },
  {
    code: 449,
    name: 'Retry With',
    owner: 'IIS',
    seen: 'response',
    aliases: ['ms-echo-request'],
    meaning:
      'A Microsoft WebDAV extension: the server needs more information and names it in the Ms-Echo-Request header.',
    causes: [
      'The server wants data echoed back in an Ms-Echo-Reply header before it answers.',
      'The client left out information, such as an authentication token, that the server needs first.',
    ],
    received: [
      'Read Ms-Echo-Request and repeat the request with the matching Ms-Echo-Reply.',
      'If a phone or mail client shows it, it is the ActiveSync meaning: the device must fetch its policy first.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'a Microsoft server asks for the same request again with more information in it',
        said: [
          'response carries an echo header from a microsoft server',
          'microsoft webdav server wants the request repeated with extra information',
          'sharepoint asks me to send it once more with an echo header',
          'microsoft extension that asks the client to repeat it with more data',
          'iis retry after doing the appropriate action named in an echo header',
          'ms echo header in the response of a microsoft server',
          'windows live server wants the same request with extra info',
          'sharepoint webdav client must echo what the server sent',
          'ms-webdv protocol: repeat with ms-echo-reply',
          'office client gets an echo demand from sharepoint',
          'old microsoft passport server wants the request once more with ticket',
          'iis log shows repeated webdav requests with an echo reply header',
        ],
      },
    ],
    sources: [
      page(
        'Microsoft: 449 Retry With (MS-WDV)',
        'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-wdv/1c1f4d5b-4fed-48ef-9bb6-893c2b25b74d',
      ),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 450,
    name: 'Blocked by Windows Parental Controls',
    owner: 'Microsoft',
    seen: 'response',
    aliases: ['windows parental controls', 'blocked by parental controls'],
    meaning: 'Windows Parental Controls on the computer blocked the page; the web site itself did not answer.',
    causes: [
      'The family settings of the Windows account do not allow this site.',
      'Only old Windows versions are known for it, and Microsoft publishes no page on the number.',
    ],
    received: [
      'Ask the person who manages the family settings to allow the site.',
      'Try another account or device to see that the site itself works.',
    ],
    fault: 'between',
    situations: [
      {
        when: 'the family settings of a Windows computer block a page',
        said: [
          'child account on windows cannot open a website',
          'microsoft family safety on the pc stops the page',
          'windows laptop of the kids blocks the site with a strange error',
          'windows parental control web filter is on',
          'child profile in windows seven cannot load the page',
          'microsoft family group blocks a website for my son',
          'windows family features filter an address',
          'child must ask for permission to see a page on windows',
          'windows says a parent must approve this website',
          'web filtering of windows for kids accounts',
          'microsoft family settings allow only certain websites',
          'parents have to allow the site in windows',
          'school homework site blocked by windows family filter',
          'proxy of the windows parental filter answers instead of the site',
          'windows family safety blocks a page',
        ],
      },
    ],
    sources: [wikipedia],
    reviewed: '2026-11-25',
  },
  {
    code: 449,
    name: 'Provision Required',
    owner: 'Exchange ActiveSync',
    seen: 'response',
    aliases: ['need provisioning', 'activesync provisioning required'],
    meaning: 'The device must fetch and apply the organisation’s security policy before it may synchronise.',
    causes: [
      'The device is new, or the policy changed since it last applied it.',
      'The policy key the device sent is missing or old.',
    ],
    received: [
      'Let the device run the Provision command and accept the policy, then synchronise again.',
      'If it never ends, remove the account from the device and add it again.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'a phone has to accept the company’s policy before it may fetch mail',
        said: [
          'phone must accept the security policy before mail sync works',
          'activesync asks the device to run provision first',
          'exchange says the device policy key is out of date',
          'activesync device must be provisioned again',
          'exchange phone policy changed and mail sync stops until accepted',
          'iphone asks to update security settings for exchange mail',
          'android exchange account wants device administrator rights before sync',
          'x-ms-policykey header is missing or old in activesync',
          'activesync provision command has to be sent first',
          'mdm policy for exchange was changed and phones loop',
          'exchange active sync phone needs the policy first',
        ],
      },
    ],
    sources: [
      page(
        'Microsoft: ActiveSync provisioning',
        'https://learn.microsoft.com/en-us/archive/blogs/openspecification/exchange-activesync-provisioning',
      ),
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 451,
    name: 'Redirect (ActiveSync)',
    owner: 'Exchange ActiveSync',
    seen: 'response',
    aliases: ['activesync redirect'],
    meaning:
      'The device asked a server that cannot reach this mailbox, or a better one exists; X-MS-Location names it.',
    causes: [
      'The mailbox was moved to another server or to the cloud.',
      'The address stored in the device is no longer the best one for this user.',
    ],
    received: [
      'Use the address in X-MS-Location for this and all later requests.',
      'Without that header, run Autodiscover again.',
      'From a web site, 451 means something else: it is withheld for legal reasons.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'an ActiveSync device asks the wrong mail server',
        said: [
          'mailbox was moved and the phone still asks the old exchange server',
          'x-ms-location header tells the device where to go',
          'activesync client talks to the wrong server after migration',
          'activesync server tells the phone to use another url',
          'exchange cas redirects a phone after mailbox move',
          'device must update its activesync address from x-ms-location',
          'phone synced with on premise exchange by activesync and the mailbox is now in the cloud',
          'exchange hybrid activesync points to a different server',
          'activesync autodiscover has the wrong host for this mailbox',
          'outlook web app redirect in activesync to another mailbox server',
        ],
      },
    ],
    sources: [
      page(
        'Microsoft: HTTP error 451 (MS-ASHTTP)',
        'https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-ashttp/a907164a-907c-48b4-b2ef-44a06867f03f',
      ),
      activeSync,
    ],
    reviewed: '2026-11-25',
  },
  {
    code: 456,
    name: 'Blocked (ActiveSync)',
    owner: 'Exchange ActiveSync',
    seen: 'response',
    aliases: ['activesync account blocked'],
    meaning: 'The user’s account is blocked, so the device may not synchronise.',
    causes: ['An administrator blocked the account.', 'Too many failed sign-ins or a security rule blocked it.'],
    received: [
      'Ask the administrator why the account is blocked; the device cannot change it.',
      'Stop the device from retrying with the stored password meanwhile.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the account of an ActiveSync user is blocked',
        said: [
          'exchange activesync account is blocked for the device',
          'phone cannot sync because the microsoft account is blocked in activesync',
          'outlook.com activesync says the user is blocked',
          'activesync user disabled by admin',
        ],
      },
    ],
    sources: [activeSync],
    reviewed: '2026-11-25',
  },
  {
    code: 457,
    name: 'Expired Password (ActiveSync)',
    owner: 'Exchange ActiveSync',
    seen: 'response',
    aliases: ['activesync password expired'],
    meaning: 'The user’s password has expired and must be changed before the device may synchronise.',
    causes: ['The password reached its maximum age.', 'An administrator asked for a new password.'],
    received: [
      'Change the password on a computer or in the account portal.',
      'Enter the new password on the device afterwards.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'the password of an ActiveSync user has expired',
        said: [
          'exchange activesync password has run out',
          'phone mail sync stops since the microsoft password expired',
          'activesync asks for a new password because the old one is past its age',
          'outlook.com sync on the phone with an expired password',
        ],
      },
    ],
    sources: [activeSync],
    reviewed: '2026-11-25',
  },
  {
    code: 499,
    name: 'Client Closed the Connection',
    owner: 'Azure Application Gateway',
    seen: 'log',
    aliases: ['application gateway client closed'],
    meaning: 'The client closed its connection to the gateway before the backend had answered.',
    causes: [
      'The client’s timeout is shorter than the backend needs or than the gateway’s request timeout.',
      'Somebody cancelled the call or closed the page.',
    ],
    received: [
      'Compare the client’s timeout with timeTaken in the access log.',
      'Make the backend faster, or give the client more time.',
    ],
    fault: 'client',
    situations: [
      {
        when: 'a client gives up on an Azure Application Gateway',
        said: [
          'azure app gateway log shows the caller hung up',
          'application gateway backend is slow and clients drop off',
          'azure application gateway access log says the client disconnected',
          'app gateway v2 log shows callers that went away before the backend answered',
          'caller is less patient than azure application gateway',
          'azure waf gateway logs aborted requests of the client',
          'front door gives up on the application gateway and its log shows a gone client',
          'users cancel slow pages behind azure application gateway',
        ],
      },
    ],
    sources: [
      page(
        'Microsoft: HTTP response codes in Application Gateway',
        'https://learn.microsoft.com/en-us/azure/application-gateway/http-response-codes',
      ),
    ],
    reviewed: '2026-11-25',
  },
];
