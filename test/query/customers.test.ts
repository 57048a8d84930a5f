// Lines that ask for a text to a customer.
import { describe, expect, it } from 'vitest';
import { read } from '../../src/query/read.ts';
import { isLinear } from '../linear.ts';

describe('reading who wants a text for a customer', () => {
  it.each([
    ['reply 503 customer', { code: 503, voice: 'friendly' }],
    ['reply 503 customer formal', { code: 503, voice: 'formal' }],
    ['Reply 503 customers', { code: 503, voice: 'friendly' }],
    ['reply 503 to a customer', { code: 503, voice: 'friendly' }],
    ['reply 503', { code: 503, voice: 'friendly' }],
    ['formal reply for 403', { code: 403, voice: 'formal' }],
    ['write a friendly reply for 404', { code: 404, voice: 'friendly' }],
    ['give me a formal customer text for 429', { code: 429, voice: 'formal' }],
    ['reply 404.13 customer', { code: 404, sub: 13, voice: 'friendly' }],
    ['reply 404.99 customer', { code: 404, sub: 99, voice: 'friendly' }],
    ['reply 000 customer', { code: 0, voice: 'friendly' }],
    ['reply 999 customer', { code: 999, voice: 'friendly' }],
    ['reply 478 customer', { code: 478, voice: 'friendly' }],
    ['what do I tell the customer about 502', { code: 502, voice: 'friendly' }],
    ['what do I tell the customer about bad gateway', { code: 502, voice: 'friendly' }],
    ['what should we say to our users about a 503?', { code: 503, voice: 'friendly' }],
    ['how do I explain 429 to a customer', { code: 429, voice: 'friendly' }],
    ['explain a bad gateway to our customers', { code: 502, voice: 'friendly' }],
    ['customer text for 404', { code: 404, voice: 'friendly' }],
    ['customer text for 404 in a formal voice', { code: 404, voice: 'formal' }],
    ['text for a customer who met 500', { code: 500, voice: 'friendly' }],
  ])('%j', (line, wanted) => {
    expect(read(line)).toEqual({ kind: 'customer', ...wanted });
  });

  it.each([
    ['reply customer', { kind: 'none', lacksCode: 'customer' }],
    ['reply 700 customer', { kind: 'unassigned', code: 700, class: null }],
    ['401 vs 403', { kind: 'compare' }],
    ['503', { kind: 'status' }],
  ])('reads %j as %j', (line, wanted) => {
    expect(read(line)).toMatchObject(wanted);
  });

  it.each([
    'which code do I send to the user, 404 or 410',
    'which status code tells the customer that the shop is closed',
    'should I return 404 when the customer has no orders',
    'which code do I use to tell the customer about it, 404',
    'tell the customer about the 404 parcels in the yellow truck',
    'tell the customer it costs 404 euros',
    'we told 503 customers about it',
    'the customer sees a 502',
    'reply to my mail please',
  ])('leaves %j to others', (line) => {
    const reading = read(line);
    expect(reading.kind).not.toBe('customer');
    expect('lacksCode' in reading).toBe(false);
  });

  it.each(['explain a ', 'reply a ', 'customer ', 'tell the customer about '])(
    'takes no more than its share of work for many “%s”',
    (piece) => {
      expect(isLinear(read, piece.repeat(1_500))).toBe(true);
    },
  );
});
