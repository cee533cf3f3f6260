import { describe, expect, it } from 'vitest';
import type { Role, TypeState } from '@/lib/domain/receiving';
import { aReceivedType, aReceiving } from '@/tests/support/receiving';
import { offerFor } from './offer';

describe('offerFor', () => {
  it.each<[Role, TypeState, boolean, ReturnType<typeof offerFor>]>([
    ['viewer', 'needs_moderator', false, 'moderator'],
    ['moderator', 'listening', false, null],
    ['moderator', 'needs_permission', false, 'moderator'],
    ['streamer', 'needs_permission', true, 'streamer'],
    ['streamer', 'listening', true, null],
  ])('%s with a type that is %s, own channel %s: %s', (role, state, isOwnChannel, offer) => {
    const receiving = aReceiving({ role, types: [aReceivedType({ state })] });
    expect(offerFor(receiving, isOwnChannel)).toBe(offer);
  });
});
