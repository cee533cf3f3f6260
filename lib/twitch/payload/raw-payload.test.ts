import { expect, it } from 'vitest';
import { hear } from '@/tests/support/notification-event';

const rawOf = (type: string, event: object) => {
  const heard = hear(type, event);
  if (heard?.event_type !== 'other') throw new Error(`Became ${heard?.event_type}.`);
  return heard.detail.raw;
};

const notice = {
  broadcaster_user_id: '100',
  broadcaster_user_name: 'Demo_Streamer',
  notice_type: 'brand_new',
};

it.each([
  ['channel.brand_new', {}],
  ['channel.chat.notification', notice],
])('what nobody has heard of is kept as it came (%s)', (type, event) => {
  expect(rawOf(type, event)).toEqual(event);
});

it.each([
  ['channel.brand_new', {}],
  ['channel.chat.notification', notice],
])('of a payload without end only its length is kept (%s)', (type, event) => {
  const long = { ...event, junk: 'x'.repeat(30_000) };
  expect(rawOf(type, long)).toEqual({ left_out: JSON.stringify(long).length });
});
