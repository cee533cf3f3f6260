import { HttpStatusCodeError } from '@twurple/api-call';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { HelixError, toHelixError } from './helix-error';

function answered(status: number, body: string): HttpStatusCodeError {
  return new HttpStatusCodeError(status, 'Refused', 'users', 'GET', body, true);
}

describe('toHelixError', () => {
  it.each([
    [400, 'unknown'],
    [401, 'not_signed_in'],
    [403, 'missing_scope'],
    [404, 'unknown'],
    [429, 'rate_limited'],
    [500, 'twitch_down'],
    [503, 'twitch_down'],
  ])('turns a %i into %s', (status, problem) => {
    const error = toHelixError(answered(status, '{"message":"because"}'));
    expect(error).toMatchObject({ status, problem, reason: 'because' });
  });

  it.each([
    ['JSON without a message', '{"error":"x"}', '{"error":"x"}'],
    ['no JSON', '<html>', '<html>'],
    ['no text', '', ''],
  ])('uses a body with %s as the reason', (_case, body, reason) => {
    expect(toHelixError(answered(500, body)).reason).toBe(reason);
  });

  it.each([
    ['its id', '{"message":"subscription already exists","id":"f1"}', 'f1'],
    ['no id', '{"message":"subscription already exists"}', null],
    ['an empty id', '{"message":"subscription already exists","id":""}', null],
    ['an id of another type', '{"message":"subscription already exists","id":7}', null],
  ])('reads what exists already from a 409 with %s', (_case, body, existingId) => {
    const error = toHelixError(answered(409, body));
    expect(error).toMatchObject({ reason: 'subscription already exists', existingId });
  });

  it('reads no id from other statuses', () => {
    expect(toHelixError(answered(400, '{"message":"no","id":"f1"}')).existingId).toBeNull();
  });

  it.each([
    new TypeError('Failed to fetch'),
    new DOMException('timed out', 'TimeoutError'),
    'gone',
  ])('turns %s into offline', (cause) => {
    expect(toHelixError(cause)).toMatchObject({ status: null, problem: 'offline', cause });
  });

  it.each([new SyntaxError('Unexpected token <'), z.safeParse(z.string(), 7).error])(
    'turns an unreadable answer into twitch_down: %#',
    (cause) => {
      expect(toHelixError(cause)).toMatchObject({ status: null, problem: 'twitch_down', cause });
    },
  );

  it('returns a HelixError unchanged', () => {
    const error = new HelixError(409, 'exists', null);
    expect(toHelixError(error)).toBe(error);
  });
});
