import { describe, expect, it } from 'vitest';
import type {
  Role,
  SubscriptionReport,
  SubscriptionState,
} from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { RecordingOption } from '@/lib/domain/history/recording-options';
import { aReceivedType, aReceiving } from '@/tests/support/receiving';
import { scopesToOffer, scopesToOfferForOption } from './offered-scopes';

function withType(
  kinds: EventKind[],
  state: SubscriptionState,
  more: Partial<SubscriptionReport> = {},
): SubscriptionReport {
  return aReceiving({ types: [aReceivedType({ kinds, state })], ...more });
}

describe('offerFor', () => {
  it.each<[Role, SubscriptionState, boolean, ReturnType<typeof scopesToOffer>]>([
    ['viewer', 'needs_moderator', false, null],
    ['moderator', 'listening', false, null],
    ['moderator', 'needs_permission', false, 'moderator'],
    ['streamer', 'needs_permission', true, 'streamer'],
    ['streamer', 'listening', true, null],
  ])('%s with a type that is %s, own channel %s: %s', (role, state, isOwnChannel, offer) => {
    const receiving = withType(['sub'], state, { role, isRoleKnown: true });
    expect(scopesToOffer(receiving, isOwnChannel)).toBe(offer);
  });

  it('lets a viewer find out whether they are more', () => {
    expect(scopesToOffer(withType(['follow'], 'needs_moderator'), false)).toBe('moderator');
  });

  it.each<[Role, boolean]>([
    ['moderator', false],
    ['streamer', true],
  ])('leaves to its switch what moderation needs (%s)', (role, isOwnChannel) => {
    const receiving = withType(['ban', 'timeout'], 'needs_permission', { role, isRoleKnown: true });
    expect(scopesToOffer(receiving, isOwnChannel)).toBeNull();
  });
});

describe('offerForSwitch', () => {
  it.each<
    [RecordingOption, EventKind, SubscriptionState, ReturnType<typeof scopesToOfferForOption>]
  >([
    ['moderation', 'ban', 'needs_permission', 'moderation'],
    ['moderation', 'ban', 'listening', null],
    ['moderation', 'ban', 'needs_moderator', null],
    ['moderation', 'redemption', 'needs_permission', null],
    ['redemptions', 'redemption', 'needs_permission', 'redemptions'],
    ['redemptions', 'redemption', 'streamer_only', null],
    ['redemptions', 'sub', 'needs_permission', null],
    ['shared_chat', 'sub', 'needs_permission', null],
  ])('%s, with %s that is %s: %s', (name, kind, state, offer) => {
    expect(scopesToOfferForOption(name, withType([kind], state))).toBe(offer);
  });
});
