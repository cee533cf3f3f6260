import { expect, it } from 'vitest';
import { hear } from '@/tests/support/notification-event';

const rawOf = (type: string, event: object) => {
  const mapped = hear(type, event);
  if (mapped?.event_type !== 'other') throw new Error(`Became ${mapped?.event_type}.`);
  return mapped.detail.raw;
};

const notice = {
  broadcaster_user_id: '100',
  broadcaster_user_name: 'Demo_Streamer',
  notice_type: 'brand_new',
};

it.each([
  ['channel.brand_new', {}],
  ['channel.chat.notification', notice],
])('stores an unknown payload unchanged (%s)', (type, event) => {
  expect(rawOf(type, event)).toEqual(event);
});

it.each([
  ['channel.brand_new', {}],
  ['channel.chat.notification', notice],
])('stores only the length of a payload that is too long (%s)', (type, event) => {
  const long = { ...event, junk: 'x'.repeat(30_000) };
  expect(rawOf(type, long)).toEqual({ left_out: JSON.stringify(long).length });
});
