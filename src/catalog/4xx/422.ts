import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const unprocessableContent: RegisteredStatus = {
  code: 422,
  name: 'Unprocessable Content',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'unprocessable entity',
    'unprocessable',
    'unprocessable request',
    'unprocessable payload',
    'unprocessable data',
    'unprocessible entity',
  ],
  meaning: 'The body is in the right format and parses, but what it says cannot be carried out.',
  use: [
    'The JSON is valid, but a field breaks a rule: too short, out of range, wrong kind of value.',
    'Fields contradict each other, such as an end date before the start date.',
    'The body refers to something that does not exist, such as an unknown product id.',
  ],
  avoid: [
    { text: 'The body does not parse, or a path or query parameter is wrong.', instead: [400] },
    { text: 'The format itself is not one you take.', instead: [415] },
    {
      text: 'The data is fine, but the current state of the resource is against it, such as a name already taken.',
      instead: [409],
    },
    { text: 'A condition such as If-Match is false.', instead: [412] },
    { text: 'Your code crashed on the data instead of checking it.', instead: [500] },
  ],
  received: [
    'Read the body: it usually lists the fields and what is wrong with each.',
    'Correct those fields and send the request again.',
    'If the data looks right, compare field names, types and formats with the API’s schema.',
  ],
  fault: 'client',
  provoke: [
    'Leave out a required field of an otherwise valid JSON body.',
    'Send a negative quantity or a date in the past.',
    'Send a start date after the end date.',
  ],
  check: [
    'Every wrong field is reported at once, with its name or a JSON pointer.',
    'Nothing was stored, not even the fields that were right.',
    'Broken JSON gives 400 and a wrong Content-Type 415, if the API tells them apart.',
    'The API uses either this code or 400 for validation, and the same one everywhere.',
  ],
  headers: [],
  body: {
    rule: 'expected',
    note: 'A list of what is wrong, field by field; without it the client cannot correct anything.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Correct the data first; the same body will be refused again.' },
  example: {
    request:
      'POST /bookings HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\nContent-Length: 56\n\n{ "room": 12, "from": "2027-03-08", "to": "2027-03-01" }',
    response:
      'HTTP/1.1 422 Unprocessable Content\nContent-Type: application/problem+json\n\n{ "title": "Invalid booking", "status": 422,\n  "errors": [{ "pointer": "#/to", "detail": "must be after from" }] }',
  },
  situations: [
    {
      when: 'the body parses but a field breaks a validation rule',
      said: [
        'validation failed',
        'validation error on a field',
        'the json is valid but the email has a wrong format',
        'form validation errors in a rest api',
        'password is too short on sign up',
        'age is negative',
        'phone number has too many digits',
        'field value is out of the allowed range',
        'the enum value is not one of the allowed options',
        'string is longer than the column allows',
        'data is well formed but semantically wrong',
        'syntax is right but the values are invalid',
        'model validation fails on save',
        'pydantic rejects the body',
        'rails record is invalid',
        'laravel validator fails on an ajax request',
      ],
      rival: 400,
    },
    {
      when: 'a required field is missing from a body that parses',
      said: [
        'a required field is missing in the json body',
        'mandatory property not sent',
        'name is blank',
        'the title can not be empty',
        'body is an empty object but fields are required',
      ],
      rival: 400,
    },
    {
      when: 'the values are fine one by one but make no sense together',
      said: [
        'end date is before start date',
        'the two passwords do not match',
        'discount is larger than the price',
        'fields contradict each other',
        'shipping country does not fit the postal code',
        'checkout date earlier than check-in date',
        'order total does not match the sum of its lines',
      ],
      rival: 400,
    },
    {
      when: 'the body refers to something that does not exist',
      said: [
        'foreign key in the body points to nothing',
        'post an order with a product id that does not exist',
        'category id in the json body is unknown',
        'referenced user in the payload does not exist',
        'the manager id given in the body is not a real employee',
      ],
      rival: 400,
    },
    {
      when: 'a business rule forbids what the body asks for',
      said: [
        'business rule violation',
        'business logic error with valid input',
        'the amount is above the transfer limit',
        'booking a date in the past',
        'coupon code has expired',
        'customer is under age for this product',
        'domain rule rejects a well formed command',
        'appointment is outside opening hours',
      ],
      rival: 409,
    },
    {
      when: 'the uploaded file has the right type but its content is no use',
      said: [
        'uploaded csv has the right columns but bad values',
        'the image is a valid png but too small in pixels',
        'imported spreadsheet has rows that make no sense',
        'file can be read but the data inside is wrong',
      ],
    },
  ],
  sources: [rfc(9110, '15.5.21'), mdn(422)],
  reviewed: '2026-11-25',
};
