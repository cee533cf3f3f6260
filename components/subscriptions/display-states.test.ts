import { describe, expect, it } from 'vitest';
import type { SubscriptionState } from '@/lib/domain/access/subscription-report';
import { aReceivedType } from '@/tests/support/receiving';
import { withDisplayStates } from './display-states';

const LISTENING = { state: 'listening', problem: null } as const;

const chat = aReceivedType({ type: 'chat', kinds: ['sub', 'resub'] });

function shownBeside(
  state: SubscriptionState,
  kinds: ('sub' | 'follow')[],
): SubscriptionState | undefined {
  const [, shown] = withDisplayStates(
    [chat, aReceivedType({ type: 'other', kinds, state })],
    LISTENING,
  );
  return shown?.state;
}

describe('shownTypes', () => {
  it.each(['streamer_only', 'needs_moderator'] as const)(
    'calls nothing %s that is heard anyway',
    (state) => {
      expect(shownBeside(state, ['sub'])).toBe('covered_by_other');
      expect(shownBeside(state, ['sub', 'follow'])).toBe(state);
    },
  );

  it('calls nothing heard of which nothing is taken', () => {
    const cheers = { type: 'chat', kinds: ['cheer'], taken: [] } as const;
    const bits = aReceivedType({ kinds: ['cheer'], state: 'streamer_only' });
    const [, shown] = withDisplayStates([aReceivedType(cheers), bits], LISTENING);
    expect(shown?.state).toBe('streamer_only');
  });

  it('leaves what could be mended as it is', () => {
    expect(shownBeside('needs_permission', ['sub'])).toBe('needs_permission');
    expect(shownBeside('revoked', ['sub'])).toBe('revoked');
  });

  it('calls nothing heard while the connection is gone', () => {
    const [shown] = withDisplayStates([chat], { state: 'reconnecting', problem: null });
    expect(shown?.state).toBe('waiting');
  });
});
