import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const seeOther: RegisteredStatus = {
  code: 303,
  name: 'See Other',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['see-other', 'seeother', 'http see other', 'post redirect get', 'post/redirect/get', 'prg pattern'],
  meaning:
    'Your data was received; see the answer at the URI in Location, and fetch it with GET, whatever method you used.',
  use: [
    'After a POST, PUT or DELETE the client shall GET another URI: a result page, a receipt, a list.',
    'A form was sent and reloading the next page must not send it again.',
    'A job has finished and its result lives at an address of its own.',
    'The address stands for a thing, not a document, and another address describes it.',
  ],
  avoid: [
    { text: 'The request itself shall be sent again to another address, with method and body.', instead: [307, 308] },
    { text: 'The resource has simply moved.', instead: [301, 302] },
    { text: 'A POST made a resource and the client can read the answer right here.', instead: [201] },
    { text: 'The client’s copy is still good.', instead: [304] },
  ],
  received: [
    'GET the URI in Location; do not send the POST, PUT or DELETE there again.',
    'You can take it that your data arrived; the page behind Location says how it went.',
    'Do not bookmark it as a replacement of the first address: it is a different resource.',
  ],
  fault: 'nobody',
  provoke: [
    'Submit a web form in an application that redirects after a POST, and look at the first response.',
    'Ask the status address of a finished job, in an API that redirects to the result.',
  ],
  check: [
    'The follow-up request is a GET without body and without Content-Type.',
    'Reloading the page after that does not repeat the action.',
    'The page behind Location shows the effect of the request, and only to the right user.',
    'The write happened before the redirect was sent.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'SHOULD',
      why: 'The URI to GET; the meaning of the code rests on it.',
      source: rfc(9110, '15.4.4'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'A short note with a link to the same URI as in Location, except in an answer to HEAD.',
    source: rfc(9110, '15.4.4'),
  },
  cache: {
    rule: 'explicit',
    note: 'The redirect is kept only when Cache-Control or Expires allow it; the page behind it follows its own rules.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'pointless', after: 'The request was dealt with: GET the URI in Location.' },
  example: {
    request:
      'POST /orders HTTP/1.1\nHost: shop.example.com\nContent-Type: application/x-www-form-urlencoded\n\nitem=kettle&amount=1',
    response:
      'HTTP/1.1 303 See Other\nLocation: https://shop.example.com/orders/1001/receipt\nContent-Type: text/html; charset=utf-8\n\n<p>Thank you. <a href="https://shop.example.com/orders/1001/receipt">Your receipt</a></p>',
  },
  situations: [
    {
      when: 'a form was posted and the browser shall show another page',
      said: [
        'redirect after a form submit',
        'show a thank you page after the form was sent',
        'avoid sending the form twice when the page is reloaded',
        'reload asks to resubmit the form data',
        'browser asks to confirm form resubmission',
        'back button should not send the order again',
        'prevent double posting of a form',
        'contact form was sent and the visitor goes to a confirmation page',
        'checkout done, send the browser to the receipt',
        'turn a post into a get with a redirect',
        'post, then load the result page with get',
        'send user to the article page after posting it',
      ],
      rival: 302,
    },
    {
      when: 'the answer to a POST, PUT or DELETE can be read at another address with GET',
      said: [
        'answer to the post can be read at another uri with get',
        'after put the client should get a different uri',
        'after deleting an item the browser goes to the list',
        'redirect to the list page after delete',
        'data was received, look at this other page for the outcome',
        'the response can be seen under another uri using get',
        'client must switch to get for the next request',
        'point the client to the result of its post',
        'always use get for the follow up request',
        'redirect that changes the method to get on purpose',
        'htmx or turbo form needs a redirect after put or delete',
        'server handled my upload and points to a status page',
      ],
    },
    {
      when: 'an asynchronous job has finished and its result lives elsewhere',
      said: [
        'job finished, send the client to the result',
        'status endpoint of a finished task leads to the finished report',
        'polling ended, the result is at another url',
        'export is ready, go and get it there',
        'task resource points to its result when done',
      ],
      rival: 200,
    },
    {
      when: 'a POST would make something that exists already, and the client is sent to the existing one',
      said: [
        'post of a duplicate sends the client to the existing item',
        'equivalent resource is there already, redirect the client to it',
        'cart exists already, lead the client there instead of making another',
      ],
      rival: 409,
    },
    {
      when: 'the address stands for a thing, and a document about it lives at another address',
      said: [
        'linked data uri of a real world thing',
        'semantic web uri that stands for a person and not a document',
        'rdf identifier leads to a document that describes it',
        'dereference a non information resource',
      ],
    },
    {
      when: 'a POST leads to an external page that the browser has to open',
      said: [
        'create a checkout session and send the browser to the payment page',
        'post to start a payment and then go to the provider page',
        'after login by post go to the dashboard',
        'logout by post and then show the start page',
      ],
      rival: 302,
    },
  ],
  sources: [rfc(9110, '15.4.4'), mdn(303)],
  reviewed: '2026-11-25',
};
