// What a customer, who is no developer, may be told about a code: sentences by language and voice, and rows for the codes
// whose facts alone would give a wrong or an empty text.

export type Language = 'en';

export type Voice = 'friendly' | 'formal';

/** A piece of text, told in each voice. */
export type Told = Readonly<Record<Voice, string>>;

/**
 * Where the cause is, as a customer sees it: `ours`, `likely` ours, on the `way`, in what their browser or app `sent`, in
 * the `address`, in who has `access`, `near` them (their own network or device), or nowhere, as all is `fine`.
 */
export type Side = 'ours' | 'likely' | 'way' | 'sent' | 'address' | 'access' | 'near' | 'fine';

/**
 * What to do now: try `again`, try again with `care` as it may have been done, `check` what was entered, or do `nothing`;
 * `same`, where the same would come once more.
 */
export type Step = 'again' | 'care' | 'check' | 'same' | 'nothing';

export interface CustomerRow {
  /** As written: "503", "404.13", "000". */
  readonly codes: readonly string[];
  /** Where the fault of the code’s row says it less well for a customer. */
  readonly side?: Side;
  /** What happened: a clause without full stop, as the number follows it in brackets. */
  readonly what: Told;
  /** What to try: whole sentences, in place of those that follow from the facts. */
  readonly now?: Told;
}

export interface CustomerWords {
  readonly opening: Told;
  /** What happened, where no row tells it: by fault, and for what is no failure by class. Clauses like `what`. */
  readonly faults: Readonly<Record<'client' | 'server' | 'between', Told>>;
  readonly classes: Readonly<Record<1 | 2 | 3, Told>>;
  readonly sides: Readonly<Record<Side, Told>>;
  readonly steps: Readonly<Record<Step, Told>>;
  /** When to write again: after trouble, or where all should be fine. */
  readonly when: Readonly<Record<'trouble' | 'fine', Told>>;
  /** Completes `when`: what to send, and what never. */
  readonly send: Told;
  /** No code stands in two of them. */
  readonly rows: readonly CustomerRow[];
}

const startAgain: Told = {
  friendly: 'Please load the page again, look at how things stand now, and try once more.',
  formal: 'Please reload the page, review the current state, and try once more.',
};

const later: Told = {
  friendly: 'Please try again later.',
  formal: 'Please try again at a later time.',
};

const signInAgain: Told = {
  friendly: 'Please load the page again, sign in and repeat your last step.',
  formal: 'Please reload the page, sign in and repeat the last step.',
};

const whoManages: Told = {
  friendly: 'Please ask whoever looks after your account or device.',
  formal: 'Please contact the person who manages your account or device.',
};

const english: CustomerWords = {
  opening: { friendly: 'Hi, thank you for telling us.', formal: 'Thank you for contacting us.' },
  faults: {
    client: {
      friendly: 'Our site could not accept what reached it',
      formal: 'Our site was unable to accept what it received',
    },
    server: { friendly: 'Something did not work at our end', formal: 'Our system was unable to complete this step' },
    between: {
      friendly: 'Something went wrong between your device and our site',
      formal: 'The exchange between your device and our site was not completed',
    },
  },
  classes: {
    1: {
      friendly: 'This number only says that something is still in progress',
      formal: 'This number merely indicates that a step is still in progress',
    },
    2: { friendly: 'This number says that it worked', formal: 'This number indicates that the step was completed' },
    3: {
      friendly: 'This number points your browser or app to another place',
      formal: 'This number directs your browser or app to another place',
    },
  },
  sides: {
    ours: { friendly: 'That is on our side, not yours.', formal: 'The cause lies on our side, not on yours.' },
    likely: {
      friendly: 'That is most likely on our side, not yours.',
      formal: 'The cause most likely lies on our side, not on yours.',
    },
    way: {
      friendly: 'It need not be anything on your side or ours, but something on the way.',
      formal: 'The cause may lie on the way between us rather than on your side or ours.',
    },
    sent: {
      friendly: 'It has to do with what your browser or app sent, which need not be anything you did.',
      formal: 'The cause lies in what your browser or app sent, not necessarily in anything that you did.',
    },
    address: {
      friendly: 'It is about the address: the link may be old or incomplete.',
      formal: 'The cause lies in the address: the link may be outdated or incomplete.',
    },
    access: {
      friendly: 'It is about access; the number does not say that anything is broken.',
      formal: 'This concerns access; the number does not indicate that anything is broken.',
    },
    near: {
      friendly: 'It comes from your own network or device, not from us.',
      formal: 'The message comes from your own network or device, not from us.',
    },
    fine: {
      friendly: 'By itself that is no error, on your side or ours.',
      formal: 'By itself this is no error, on your side or ours.',
    },
  },
  steps: {
    again: {
      friendly: 'Please wait a minute and try again.',
      formal: 'Please wait a minute before you try again.',
    },
    care: {
      friendly:
        'Please wait a few minutes and try again. If you were ordering or paying, check first whether it already went through.',
      formal:
        'Please wait a few minutes before you try again. If you were placing an order or a payment, please check first whether it was completed.',
    },
    check: {
      friendly: 'Please check what you entered, load the page again and try once more.',
      formal: 'Please review what you entered, reload the page and try once more.',
    },
    same: {
      friendly: 'Trying the same again will most likely change nothing, so you need not repeat it.',
      formal: 'Repeating the same step is unlikely to change the result, so this is not necessary.',
    },
    nothing: { friendly: 'There is nothing you need to do.', formal: 'No action is required from you.' },
  },
  when: {
    trouble: { friendly: 'If it goes on, please send us', formal: 'Should it continue, please send us' },
    fine: {
      friendly: 'If something still looks wrong, please send us',
      formal: 'Should anything appear wrong, please send us',
    },
  },
  send: {
    friendly:
      'the time, the address of the page, what you did, and the ID on the page if there is one. Never send a password.',
    formal:
      'the time, the address of the page, what you did, and the ID on the page if one is shown. Please never send a password.',
  },
  rows: [
    {
      codes: ['202'],
      what: {
        friendly: 'What you sent has arrived, and it may still be in progress',
        formal: 'What you sent has been received and may still be in progress',
      },
      now: {
        friendly: 'Please give it some time, and look again before you send it twice.',
        formal: 'Please allow some time and check again before you send it a second time.',
      },
    },
    {
      codes: ['204', '205'],
      what: {
        friendly: 'It worked, and there is nothing more to show',
        formal: 'The step was completed, and there is nothing further to show',
      },
    },
    {
      codes: ['206'],
      what: {
        friendly: 'One part of a file arrived, as was asked for',
        formal: 'One part of a file was sent, as requested',
      },
      now: {
        friendly: 'If the rest is missing, please start the download again.',
        formal: 'If the rest is missing, please restart the download.',
      },
    },
    {
      codes: ['207'],
      what: {
        friendly: 'There were several parts, and each has a result of its own',
        formal: 'There were several parts, and each of them has its own result',
      },
      now: {
        friendly: 'Please check which parts went through before you repeat anything.',
        formal: 'Please check which parts were completed before you repeat any of them.',
      },
    },
    {
      codes: ['300'],
      what: {
        friendly: 'There are several versions of this page to choose from',
        formal: 'Several versions of this page are available',
      },
      now: { friendly: 'Please choose one of them.', formal: 'Please select one of them.' },
    },
    {
      codes: ['301', '302', '303', '307', '308'],
      what: {
        friendly: 'The next page is at another address, and your browser or app should go there by itself',
        formal: 'The next page is at another address, which your browser or app should open by itself',
      },
      now: {
        friendly: 'If it does not, please open our home page and go on from there.',
        formal: 'If it does not, please open our home page and continue from there.',
      },
    },
    {
      codes: ['304'],
      what: {
        friendly: 'The page has not changed, so you see the copy that your device kept',
        formal: 'The page has not changed, so the copy kept by your device is shown',
      },
      now: {
        friendly: 'If it looks old, please load the page again.',
        formal: 'If it appears outdated, please reload the page.',
      },
    },
    {
      codes: ['400'],
      what: {
        friendly: 'Our site could not make sense of what reached it',
        formal: 'Our site was unable to read what it received',
      },
      now: {
        friendly: 'Please check what you entered, load the page again and try once more, perhaps in another browser.',
        formal: 'Please review what you entered, reload the page and try once more, if possible in another browser.',
      },
    },
    {
      codes: ['401', '401.1'],
      side: 'access',
      what: {
        friendly: 'Our site needs to know who you are before it can show this',
        formal: 'Our site needs to identify you before it can show this',
      },
      now: {
        friendly: 'Please sign out, sign in again and try once more.',
        formal: 'Please sign out, sign in again and try once more.',
      },
    },
    {
      codes: ['402'],
      side: 'access',
      what: {
        friendly: 'This may need a payment or another plan first',
        formal: 'This step may require a payment or a different plan',
      },
      now: {
        friendly: 'Please look at the plan and the payments in your account.',
        formal: 'Please review the plan and the payments in your account.',
      },
    },
    {
      codes: ['403'],
      side: 'access',
      what: {
        friendly: 'Our site does not let this through as things are',
        formal: 'Our site does not permit this step at present',
      },
      now: {
        friendly:
          'Please check that you are signed in with the right account. Whoever looks after it may have to give you access.',
        formal:
          'Please make sure that you are signed in with the right account. Whoever manages it may have to grant you access.',
      },
    },
    {
      codes: ['401.503', '401.504', '403.503', '403.504', '404.503', '404.504', '403.6', '403.8'],
      side: 'access',
      what: {
        friendly: 'Our site does not accept visits from the network that you are using',
        formal: 'Our site does not accept visits from the network in use',
      },
      now: {
        friendly: 'Please try it from another network, such as your phone’s.',
        formal: 'Please try another network, such as that of a mobile phone.',
      },
    },
    {
      codes: ['403.7', '403.12', '403.13', '403.16', '403.17', '495', '496'],
      side: 'access',
      what: {
        friendly: 'Our site asks your device for a digital ID, which is missing or was not accepted',
        formal: 'Our site requires a digital ID from your device, which is missing or was not accepted',
      },
      now: whoManages,
    },
    {
      codes: ['403.4', '403.5', '497'],
      side: 'address',
      what: {
        friendly: 'This page needs to be opened over a secure connection',
        formal: 'This page must be opened over a secure connection',
      },
      now: {
        friendly: 'Please type the address again, beginning with https and not with http.',
        formal: 'Please enter the address again, beginning with https instead of http.',
      },
    },
    {
      codes: ['404', '404.0'],
      side: 'address',
      what: {
        friendly: 'Our site has nothing to show at the address that was opened',
        formal: 'Our site has nothing to show at the address that was opened',
      },
      now: {
        friendly: 'Please check the address, or start from our home page and look from there.',
        formal: 'Please check the address, or begin at our home page and search from there.',
      },
    },
    {
      codes: ['405'],
      what: {
        friendly: 'This page does not take that kind of step',
        formal: 'This page does not accept this kind of step',
      },
      now: {
        friendly: 'Please go to our home page and start from there, not from a bookmark.',
        formal: 'Please open our home page and begin there instead of using a bookmark.',
      },
    },
    {
      codes: ['406', '406.0'],
      what: {
        friendly: 'Our site does not have this in a form that your browser or app takes',
        formal: 'Our site cannot offer this in a form that your browser or app accepts',
      },
      now: { friendly: 'Please try another browser or app.', formal: 'Please try a different browser or app.' },
    },
    {
      codes: ['407', '511'],
      side: 'near',
      what: {
        friendly: 'Your network wants you to sign in before it lets you through',
        formal: 'The network in use requires you to sign in first',
      },
      now: {
        friendly: 'Please sign in there, or ask whoever runs the network.',
        formal: 'Please sign in there, or contact whoever operates the network.',
      },
    },
    {
      codes: ['408'],
      side: 'way',
      what: {
        friendly: 'It took too long until everything had reached our site',
        formal: 'It took too long for everything to reach our site',
      },
      now: {
        friendly: 'Please check your connection and try again.',
        formal: 'Please check your connection before you try again.',
      },
    },
    {
      codes: ['409'],
      what: {
        friendly: 'What was sent does not fit what is stored here: perhaps it exists already, or has changed since',
        formal: 'What was sent does not match what is stored: it may exist already, or may have changed since',
      },
      now: startAgain,
    },
    {
      codes: ['410'],
      side: 'address',
      what: {
        friendly: 'What was at this address has been taken away',
        formal: 'What was available at this address has been removed',
      },
      now: {
        friendly: 'Please start from our home page and look from there.',
        formal: 'Please begin at our home page and search from there.',
      },
    },
    {
      codes: ['412', '412.0', '428'],
      what: {
        friendly: 'Our site wants to be sure that no newer changes are lost',
        formal: 'Our site needs to make sure that no newer changes are lost',
      },
      now: startAgain,
    },
    {
      codes: ['413', '413.0', '413.1', '404.13'],
      what: {
        friendly: 'What was sent is bigger than our site accepts',
        formal: 'What was sent is larger than our site accepts',
      },
      now: {
        friendly: 'Please try it with a smaller file or less text.',
        formal: 'Please try a smaller file or a shorter text.',
      },
    },
    {
      codes: ['414', '404.14', '404.15', '404.20'],
      what: {
        friendly: 'The address that was opened is longer than our site accepts',
        formal: 'The address that was opened is longer than our site accepts',
      },
      now: {
        friendly: 'Please start from our home page, and choose fewer filters if there are any.',
        formal: 'Please begin at our home page, and select fewer filters if there are any.',
      },
    },
    {
      codes: ['415'],
      what: {
        friendly: 'Our site cannot use the kind of file or data that was sent',
        formal: 'Our site does not accept the kind of file or data that was sent',
      },
      now: {
        friendly: 'Please try another kind of file. If you sent none, load the page again and try once more.',
        formal: 'Please try another kind of file. If you sent none, please reload the page and try once more.',
      },
    },
    {
      codes: ['416'],
      what: {
        friendly: 'Our site does not have the part of the file that was asked for',
        formal: 'Our site does not have the requested part of the file',
      },
      now: {
        friendly: 'Please start the download again from the beginning.',
        formal: 'Please restart the download from the beginning.',
      },
    },
    {
      codes: ['418'],
      what: { friendly: 'Our site refused this step', formal: 'Our site declined this step' },
    },
    {
      codes: ['419', '440', '498'],
      side: 'access',
      what: {
        friendly: 'The page was probably open for a long time, or your sign-in has ended',
        formal: 'The page was probably open for a long time, or your sign-in has expired',
      },
      now: signInAgain,
    },
    {
      codes: ['422'],
      what: {
        friendly: 'Our site could read what was entered, but something in it does not fit',
        formal: 'Our site was able to read what was entered, but some of it does not fit',
      },
      now: {
        friendly: 'Please look for a hint beside the fields, change what it says and send it again.',
        formal: 'Please look for a note beside the fields, adjust the entry and send it again.',
      },
    },
    {
      codes: ['423'],
      side: 'access',
      what: {
        friendly: 'Somebody or something else is using this, so it cannot be changed',
        formal: 'This is in use elsewhere and cannot be changed',
      },
    },
    {
      codes: ['426'],
      what: {
        friendly: 'Our site asks for a newer way of connecting',
        formal: 'Our site requires a newer way of connecting',
      },
      now: {
        friendly: 'Please update your browser or app and try again.',
        formal: 'Please update your browser or app before you try again.',
      },
    },
    {
      codes: ['420', '429', '401.501', '401.502', '403.501', '403.502', '404.501', '404.502'],
      what: {
        friendly: 'More reached our site in a short time than it accepts',
        formal: 'Our site received more in a short time than it accepts',
      },
      now: {
        friendly: 'Please leave the page alone for a few minutes, then try once.',
        formal: 'Please leave the page for a few minutes, then try once.',
      },
    },
    {
      codes: ['430', '999'],
      what: {
        friendly: 'The site took this for the work of a program, not of a person',
        formal: 'The site took this step for the work of a program, not of a person',
      },
      now: {
        friendly: 'Please try it without browser add-ons, or from another network.',
        formal: 'Please try it without browser add-ons, or from a different network.',
      },
    },
    {
      codes: ['431', '494', '404.10'],
      what: {
        friendly: 'Your browser or app sends along more than our site accepts',
        formal: 'Your browser or app sends along more than our site accepts',
      },
      now: {
        friendly: 'Please delete what your browser has saved for our site, then open it again.',
        formal: 'Please delete what your browser has saved for our site before you open it again.',
      },
    },
    {
      codes: ['444'],
      what: {
        friendly: 'Our site closed the connection without an answer',
        formal: 'Our site closed the connection without an answer',
      },
      now: later,
    },
    {
      codes: ['450'],
      side: 'near',
      what: {
        friendly: 'Settings for children on your computer blocked the page',
        formal: 'The settings for children on your computer blocked the page',
      },
      now: whoManages,
    },
    {
      codes: ['451'],
      side: 'access',
      what: {
        friendly: 'This may not be shown, for legal reasons',
        formal: 'This may not be shown, for legal reasons',
      },
    },
    {
      codes: ['456'],
      side: 'access',
      what: { friendly: 'Your account is blocked at present', formal: 'The account is blocked at present' },
      now: whoManages,
    },
    {
      codes: ['457', '403.11'],
      side: 'access',
      what: {
        friendly: 'The password that your device uses is no longer the current one',
        formal: 'The password used by your device is no longer the current one',
      },
      now: {
        friendly: 'Please sign in with your current password, or set a new one.',
        formal: 'Please sign in with the current password, or set a new one.',
      },
    },
    {
      codes: ['000', '460', '499', '400.604'],
      side: 'way',
      what: {
        friendly: 'The connection ended before an answer arrived',
        formal: 'The connection ended before an answer arrived',
      },
      now: {
        friendly:
          'Please check your connection and try again. If you were ordering or paying, check first whether it already went through.',
        formal:
          'Please check your connection. If you were placing an order or a payment, check whether it was completed before you try again.',
      },
    },
    {
      codes: ['500'],
      what: {
        friendly: 'Something unexpected happened in our system',
        formal: 'An unexpected problem occurred in our system',
      },
    },
    {
      codes: ['501'],
      what: { friendly: 'Our site does not offer this step', formal: 'Our site does not offer this step' },
    },
    {
      codes: ['502', '502.2', '502.3', '502.5', '502.6', '502.7', '520', '521', '523', '525', '526', '527', '530'],
      side: 'likely',
      what: {
        friendly: 'One part of our service got no proper answer from another',
        formal: 'One part of our service received no proper answer from another',
      },
    },
    {
      codes: ['503', '403.9', '503.0', '503.2', '503.3', '503.4', '500.11', '500.12', '500.13', '529'],
      what: {
        friendly: 'Our service is too busy or is paused, so it could not answer',
        formal: 'Our service is too busy or is paused and was unable to answer',
      },
    },
    {
      codes: ['504', '502.1', '522', '524', '598', '599'],
      side: 'likely',
      what: {
        friendly: 'One part of our service waited too long for another',
        formal: 'One part of our service waited too long for another',
      },
    },
    {
      codes: ['507'],
      what: {
        friendly: 'Our system has no room to store this',
        formal: 'Our system does not have enough room to store this',
      },
      now: {
        friendly: 'Please try something smaller, or try again later.',
        formal: 'Please try something smaller, or try again at a later time.',
      },
    },
    {
      codes: ['509'],
      what: {
        friendly: 'The site has used up what it may deliver for the time being',
        formal: 'The site has reached the limit of what it may deliver for the time being',
      },
      now: later,
    },
    {
      codes: ['540'],
      what: { friendly: 'This part is switched off for a while', formal: 'This part is temporarily switched off' },
      now: later,
    },
    {
      codes: ['561'],
      side: 'way',
      what: { friendly: 'Signing in did not work', formal: 'The sign-in could not be completed' },
      now: signInAgain,
    },
  ],
};

export const customerWords: Readonly<Record<Language, CustomerWords>> = { en: english };
