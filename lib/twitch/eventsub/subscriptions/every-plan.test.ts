import { describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import { ROLES, type Role } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { isRecorded, type RecordingOptions } from '@/lib/domain/history/recording-options';
import { scopesFor } from '@/lib/twitch/auth/requested-scopes';
import { createRandom } from '@/tests/simulator/core/random';
import { aPlanRequest } from '@/tests/support/builders/plan-request';
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

  /** No scope, each scope set, all scopes, all but one, and random ones. */
  function grantedScopes(): string[][] {
    const random = createRandom(1);
    return [
      [],
      ALL_SCOPES,
      ...SCOPE_SETS.map((scopeSet) =>
        scopesFor({ scopeSet: scopeSet, granted: [], recording: EVERYTHING }),
      ),
      ...ALL_SCOPES.map((missing) => ALL_SCOPES.filter((scope) => scope !== missing)),
      ...Array.from({ length: 40 }, () => ALL_SCOPES.filter(() => random.chance(0.5))),
    ];
  }

  const entryOf = ({ type, kinds: [first] }: PlannedSubscription) =>
    CATALOG.find((entry) => entry.type === type && entry.kinds.some((kind) => kind === first));

  function expectSound(role: Role, recording: RecordingOptions, scopes: string[]): void {
    const isWanted = (kind: EventKind) => isRecorded(kind, recording);
    const { subscriptions, types } = makePlan(aPlanRequest({ role, scopes, isWanted }));
    expect(types).toHaveLength(CATALOG.length);
    expect(new Set(types.map(({ key }) => key)).size).toBe(CATALOG.length);
    const waiting = types.filter(({ state }) => state === 'waiting').map(({ key }) => key);
    expect(subscriptions.map(({ key }) => key).toSorted()).toEqual(waiting.toSorted());
    expect(subscriptions.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(5);
    const topics = subscriptions.flatMap((planned) =>
      planned.kinds.map((kind) =>
        // Events of kind `other` differ by type.
        kind === 'other' ? planned.type : `${kind} ${entryOf(planned)?.part}`,
      ),
    );
    expect(new Set(topics).size).toBe(topics.length);
    const kinds = new Set(subscriptions.flatMap((planned) => planned.kinds));
    expect([...kinds].filter((kind) => !isWanted(kind))).toEqual([]);
    // A ban also clears the user's messages: one act, so one event.
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
    'has one type for each kind, within the budget, and misses nothing for a $role: $recording',
    ({ role, recording }) => {
      expect.hasAssertions();
      for (const scopes of grantedScopes()) expectSound(role, recording, scopes);
    },
  );
});
