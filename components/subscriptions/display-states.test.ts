import { describe, expect, it } from 'vitest';
import type { SubscriptionState } from '@/lib/domain/access/subscription-report';
import { aReportedSubscription } from '@/tests/support/builders/subscription-report';
import { withDisplayStates } from './display-states';

const LISTENING = { state: 'listening', problem: null } as const;

const chat = aReportedSubscription({ type: 'chat', kinds: ['sub', 'resub'] });

function displayStateNextToChat(
  state: SubscriptionState,
  kinds: ('sub' | 'follow')[],
): SubscriptionState | undefined {
  const [, displayed] = withDisplayStates(
    [chat, aReportedSubscription({ type: 'other', kinds, state })],
    LISTENING,
  );
  return displayed?.state;
}

describe('withDisplayStates', () => {
  it.each(['streamer_only', 'needs_moderator', 'favorite_only'] as const)(
    'does not show %s if another subscription reports all its events',
    (state) => {
      expect(displayStateNextToChat(state, ['sub'])).toBe('covered_by_other');
      expect(displayStateNextToChat(state, ['sub', 'follow'])).toBe(state);
    },
  );

  it('counts what is looked up as received', () => {
    const [, shown] = withDisplayStates(
      [
        aReportedSubscription({ kinds: ['sub'], taken: ['sub'], state: 'looked_up' }),
        aReportedSubscription({ kinds: ['sub'], state: 'favorite_only' }),
      ],
      LISTENING,
    );
    expect(shown?.state).toBe('covered_by_other');
  });

  it('does not count kinds that are not taken from a subscription', () => {
    const cheers = { type: 'chat', kinds: ['cheer'], taken: [] } as const;
    const bits = aReportedSubscription({ kinds: ['cheer'], state: 'streamer_only' });
    const [, shown] = withDisplayStates([aReportedSubscription(cheers), bits], LISTENING);
    expect(shown?.state).toBe('streamer_only');
  });

  it('keeps states that the user can change', () => {
    expect(displayStateNextToChat('needs_permission', ['sub'])).toBe('needs_permission');
    expect(displayStateNextToChat('revoked', ['sub'])).toBe('revoked');
  });

  it('shows active subscriptions as waiting while the connection is lost', () => {
    const [shown] = withDisplayStates([chat], { state: 'reconnecting', problem: null });
    expect(shown?.state).toBe('waiting');
  });
});
