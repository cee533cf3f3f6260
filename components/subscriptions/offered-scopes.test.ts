import { describe, expect, it } from 'vitest';
import type {
  Role,
  SubscriptionReport,
  SubscriptionState,
} from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { RecordingOption } from '@/lib/domain/history/recording-options';
import {
  aReportedSubscription,
  aSubscriptionReport,
} from '@/tests/support/builders/subscription-report';
import { scopesToOffer, scopesToOfferForOption } from './offered-scopes';

function withType(
  kinds: EventKind[],
  state: SubscriptionState,
  fields: Partial<SubscriptionReport> = {},
): SubscriptionReport {
  return aSubscriptionReport({ types: [aReportedSubscription({ kinds, state })], ...fields });
}

describe('scopesToOffer', () => {
  it.each<[Role, SubscriptionState, boolean, ReturnType<typeof scopesToOffer>]>([
    ['viewer', 'needs_moderator', false, null],
    ['moderator', 'listening', false, null],
    ['moderator', 'needs_permission', false, 'moderator'],
    ['streamer', 'needs_permission', true, 'streamer'],
    ['streamer', 'listening', true, null],
  ])(
    'returns for a %s with a type that is %s (own channel: %s): %s',
    (role, state, isOwnChannel, offer) => {
      const report = withType(['sub'], state, { role, isRoleKnown: true });
      expect(scopesToOffer(report, isOwnChannel)).toBe(offer);
    },
  );

  it('offers the moderator scopes to a viewer whose role is unknown', () => {
    expect(scopesToOffer(withType(['follow'], 'needs_moderator'), false)).toBe('moderator');
  });

  it.each<[Role, boolean]>([
    ['moderator', false],
    ['streamer', true],
  ])('does not offer the scopes that a recording option offers (%s)', (role, isOwnChannel) => {
    const report = withType(['ban', 'timeout'], 'needs_permission', { role, isRoleKnown: true });
    expect(scopesToOffer(report, isOwnChannel)).toBeNull();
  });
});

describe('scopesToOfferForOption', () => {
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
  ])('returns for the option %s with %s that is %s: %s', (option, kind, state, offer) => {
    expect(scopesToOfferForOption(option, withType([kind], state))).toBe(offer);
  });
});
