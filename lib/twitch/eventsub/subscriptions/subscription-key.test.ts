import { describe, expect, it } from 'vitest';
import { RAID_IN_CONDITION, RAID_OUT_CONDITION } from '@/tests/support/builders/frames';
import { endedBy, isSameSubscription, subscriptionKey } from './subscription-key';

describe('subscriptionKey', () => {
  it('does not depend on the order of the condition', () => {
    const condition = { broadcaster_user_id: '100', user_id: '200' };
    const reversed = { user_id: '200', broadcaster_user_id: '100' };
    expect(subscriptionKey({ type: 'channel.chat.message', condition })).toBe(
      subscriptionKey({ type: 'channel.chat.message', condition: reversed }),
    );
  });

  it('differs by type, by field and by value', () => {
    const keys = [
      { type: 'channel.raid', condition: { from_broadcaster_user_id: '100' } },
      { type: 'channel.raid', condition: { from_broadcaster_user_id: '101' } },
      { type: 'channel.raid', condition: { to_broadcaster_user_id: '100' } },
      { type: 'stream.online', condition: { to_broadcaster_user_id: '100' } },
      { type: 'stream.online', condition: {} },
      { type: 'stream.online', condition: { a: '1', b: '2' } },
      { type: 'stream.online', condition: { a: '1&b=2' } },
    ].map(subscriptionKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

const raidOut = { type: 'channel.raid', condition: { from_broadcaster_user_id: '100' } };
const raidIn = { type: 'channel.raid', condition: { to_broadcaster_user_id: '100' } };

describe('isSameSubscription', () => {
  it('accepts fields that were not requested', () => {
    const existing = { type: 'channel.raid', condition: RAID_OUT_CONDITION };
    expect(isSameSubscription(raidOut, existing)).toBe(true);
    expect(isSameSubscription(raidIn, existing)).toBe(false);
  });

  it.each([
    ['another type', { ...raidOut, type: 'stream.online' }],
    ['another value', { ...raidOut, condition: { from_broadcaster_user_id: '101' } }],
    ['no condition', { ...raidOut, condition: {} }],
  ])('is false for %s', (_difference, existing) => {
    expect(isSameSubscription(raidOut, existing)).toBe(false);
  });
});

describe('endedBy', () => {
  const online = { type: 'stream.online', condition: { broadcaster_user_id: '100' } };
  const plan = [online, raidOut, raidIn];

  it.each([
    [RAID_OUT_CONDITION, [raidOut]],
    [RAID_IN_CONDITION, [raidIn]],
    // Nothing fits: all of the type.
    [{}, [raidOut, raidIn]],
    [{ broadcaster_user_id: '100' }, [raidOut, raidIn]],
  ])('finds what a revocation with the condition %o ended', (condition, ended) => {
    expect(endedBy({ type: 'channel.raid', condition }, plan)).toEqual(ended);
  });

  it('finds nothing for a type that is not planned', () => {
    expect(endedBy({ type: 'channel.brand_new', condition: {} }, plan)).toEqual([]);
  });
});
