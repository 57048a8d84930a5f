import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const created: RegisteredStatus = {
  code: 201,
  name: 'Created',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['created response', 'http created', 'resource created', 'status created', 'new resource created'],
  meaning:
    'It worked, and at least one new resource now exists; Location, or else the request’s own address, says where.',
  use: [
    'A POST to a collection made a new item: this is the usual answer to a creating POST.',
    'A PUT to an address where nothing was before made the resource there.',
    'An upload is complete and the file now has an address of its own.',
  ],
  avoid: [
    { text: 'The resource will exist later, when a queued job has run.', instead: [202] },
    { text: 'An existing resource was changed.', instead: [200, 204] },
    { text: 'The item was there already and you do not make another.', instead: [409] },
    { text: 'A browser form was sent and the browser shall go to another page.', instead: [303] },
  ],
  received: [
    'Take the address of the new resource from Location; without Location it is the address you sent the request to.',
    'Read the id, defaults and timestamps that the server filled in from the body, or GET the new address.',
    'Do not send the POST again: you would probably make a second one.',
  ],
  fault: 'nobody',
  provoke: [
    'POST valid data to a collection.',
    'PUT to an address with an id that does not exist yet, where the API allows that.',
  ],
  check: [
    'Location is there and a GET on it gives the new resource.',
    'The resource holds the values you sent, and sensible defaults for the rest.',
    'Sending the same POST twice does what the API promises: two items, a refusal, or one through an idempotency key.',
    'The new item shows up in lists and searches.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'SHOULD',
      why: 'After a POST it names the new resource; without it the address of the request itself counts as the new resource, as after a PUT.',
      source: rfc(9110, '9.3.3'),
    },
    {
      name: 'ETag',
      on: 'response',
      level: 'MAY',
      why: 'The version mark of the new representation; after a PUT only if the data was stored exactly as sent.',
      source: rfc(9110, '15.3.2'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'Usually describes the new resource and links to it; an empty body together with Location is fine too.',
    source: rfc(9110, '15.3.2'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not kept unless the response says so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'pointless', after: 'It worked; the same POST again would likely make a duplicate.' },
  example: {
    request:
      'POST /users HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\n\n{ "name": "Ada", "email": "ada@example.com" }',
    response:
      'HTTP/1.1 201 Created\nLocation: https://api.example.com/users/42\nContent-Type: application/json\nETag: "v1"\n\n{ "id": 42, "name": "Ada", "email": "ada@example.com" }',
  },
  situations: [
    {
      when: 'a POST made a new item in a collection',
      said: [
        'post made a new user',
        'successful post that adds a record',
        'a new order was placed and saved',
        'insert a row through the api',
        'adding an item to a collection',
        'post succeeded and a new entity exists now',
        'creating a new product via rest',
        'the article was added to the database',
        'comment was posted and stored',
        'how to answer a post that creates something',
        'new booking made right away',
        'insert succeeded, return the new id',
        'added a row and want to send back its id',
      ],
    },
    {
      when: 'somebody registered or opened an account',
      said: [
        'user signed up successfully',
        'registration of a new account worked',
        'sign up form via api, account now exists',
        'new customer registered',
        'tenant was provisioned immediately',
      ],
    },
    {
      when: 'an upload finished and the file has its own address now',
      said: [
        'file upload completed and stored',
        'uploaded an image and it now has its own url',
        'avatar picture uploaded for the first time',
        'document was uploaded, return its location',
      ],
    },
    {
      when: 'a PUT made the resource, because nothing was at that address before',
      said: [
        'put to a url that did not exist before and it was made',
        'upsert inserted a new row',
        'put with a client chosen id makes a new resource',
        'create or replace, and it did not exist yet',
        'put on a missing item creates it',
      ],
    },
    {
      when: 'a request made a token, key, session or other thing with an address',
      said: [
        'generate a new api key',
        'a subscription for the webhook was set up',
        'new session resource after a post',
        'issue an invoice and give its url',
        'share link generated for a document',
      ],
      rival: 200,
    },
    {
      when: 'the answer shall tell where the new thing is',
      said: [
        'return the location of the newly made resource',
        'send the url of the new item in the location header',
        'client needs the link to the thing it just made',
        'post worked and points to the new object',
      ],
    },
    {
      when: 'a batch of new items was stored at once and all of them worked',
      said: [
        'bulk import inserted all rows immediately',
        'several new records made by one post',
        'copy of an existing document made a second one',
      ],
    },
  ],
  sources: [rfc(9110, '15.3.2'), mdn(201)],
  reviewed: '2026-11-25',
};
