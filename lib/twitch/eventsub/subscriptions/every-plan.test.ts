import { describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import { ROLES, type Role } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { isRecorded, type RecordingOptions } from '@/lib/domain/history/recording-options';
import { scopesFor } from '@/lib/twitch/auth/auth';
import { createRandom } from '@/tests/simulator/core/random';
import { CATALOG } from '../catalog/catalog';
import { makePlan, type PlannedSubscription } from './plan';

describe('every plan', () => {
  const EVERYTHING = { moderation: true, redemptions: true, shared_chat: true };
  const SWITCHES = [true, false].flatMap((moderation) =>
    [true, false].flatMap((redemptions) =>
      [true, false].map((shared_chat) => ({ moderation, redemptions, shared_chat })),
    ),
  );
  const cases = ROLES.flatMap((role) => SWITCHES.map((recording) => ({ role, recording })));
  const ALL_SCOPES = [...new Set(CATALOG.flatMap(({ scopes }) => scopes))];

  /** What may be granted: nothing, each right, everything, everything but one, and at random. */
  function grants(): string[][] {
    const random = createRandom(1);
    return [
      [],
      ALL_SCOPES,
      ...SCOPE_SETS.map((rights) => scopesFor({ rights, granted: [], recording: EVERYTHING })),
      ...ALL_SCOPES.map((left) => ALL_SCOPES.filter((scope) => scope !== left)),
      ...Array.from({ length: 40 }, () => ALL_SCOPES.filter(() => random.chance(0.5))),
    ];
  }

  const entryOf = ({ type, kinds: [first] }: PlannedSubscription) =>
    CATALOG.find((entry) => entry.type === type && entry.kinds.some((kind) => kind === first));

  function expectSound(role: Role, recording: RecordingOptions, scopes: string[]): void {
    const isWanted = (kind: EventKind) => isRecorded(kind, recording);
    const { subscriptions, types } = makePlan({
      streamerId: '100',
      viewerId: role === 'streamer' ? '100' : '200',
      role,
      scopes,
      isWanted,
    });
    expect(types).toHaveLength(CATALOG.length);
    expect(new Set(types.map(({ key }) => key)).size).toBe(CATALOG.length);
    const waiting = types.filter(({ state }) => state === 'waiting').map(({ key }) => key);
    expect(subscriptions.map(({ key }) => key).toSorted()).toEqual(waiting.toSorted());
    expect(subscriptions.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(5);
    const things = subscriptions.flatMap((planned) =>
      planned.kinds.map((kind) =>
        // Whatever has no kind of its own is told by one type alone.
        kind === 'other' ? planned.type : `${kind} ${entryOf(planned)?.part}`,
      ),
    );
    expect(new Set(things).size).toBe(things.length);
    const kinds = new Set(subscriptions.flatMap((planned) => planned.kinds));
    expect([...kinds].filter((kind) => !isWanted(kind))).toEqual([]);
    // A ban empties the chat of somebody's messages: one act, and one event.
    expect(kinds.has('ban') && kinds.has('user_messages_cleared')).toBe(false);
    for (const planned of subscriptions) {
      expect(planned.kinds).not.toEqual([]);
      expect(entryOf(planned)?.scopes.filter((scope) => !scopes.includes(scope))).toEqual([]);
    }
    const free = CATALOG.filter(
      (entry) =>
        ROLES.indexOf(entry.role) <= ROLES.indexOf(role) &&
        entry.scopes.length > 0 &&
        entry.scopes.every((scope) => scopes.includes(scope)),
    );
    const missed = free
      .flatMap((entry) => entry.kinds)
      .filter((kind) => isWanted(kind) && !kinds.has(kind));
    expect(missed.filter((kind) => kind !== 'user_messages_cleared')).toEqual([]);
  }

  it.each(cases)(
    'of a $role has one source for each thing, within the budget, and misses nothing: $recording',
    ({ role, recording }) => {
      expect.hasAssertions();
      for (const scopes of grants()) expectSound(role, recording, scopes);
    },
  );
});
