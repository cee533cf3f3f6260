import { describe, expect, it } from 'vitest';
import { SCOPE_SETS, type ScopeSet } from '@/lib/domain/access/scopes';
import type { Role, SubscriptionState } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import {
  DEFAULT_RECORDING_OPTIONS,
  isRecorded,
  type RecordingOption,
} from '@/lib/domain/history/recording-options';
import { scopesFor } from '@/lib/twitch/auth/requested-scopes';
import { aPlanRequest } from '@/tests/support/builders/plan-request';
import { CHAT_NOTICES, isFromPlannedSource, makePlan } from './plan';
import type { PlanRequest } from './plan-request';

/** Returns the scopes of a scope set. */
function scopesOf(scopeSet: ScopeSet): string[] {
  return scopesFor({
    scopeSet: scopeSet,
    granted: [],
    recording: { ...DEFAULT_RECORDING_OPTIONS, moderation: true },
  });
}

function planOf(role: Role, changes: Partial<PlanRequest> = {}) {
  return makePlan(aPlanRequest({ role, scopes: scopesOf(role), ...changes }));
}

function typesIn(state: SubscriptionState, plan = planOf('viewer')): string[] {
  return plan.types.filter((type) => type.state === state).map(({ type }) => type);
}

describe('the plan of a viewer', () => {
  const { subscriptions } = planOf('viewer');

  it('starts with the free types, chat notices first', () => {
    expect(subscriptions[0]).toMatchObject({ type: 'channel.chat.notification', cost: 0 });
    const costs = subscriptions.map(({ cost }) => cost);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });

  it('requests chat with the viewer’s id, and everything else with the streamer’s id only', () => {
    const requested = subscriptions.map(({ type, version, condition }) => [
      type,
      version,
      condition,
    ]);
    expect(requested).toEqual([
      ['channel.chat.notification', '1', { broadcaster_user_id: '100', user_id: '200' }],
      ['channel.chat.message', '1', { broadcaster_user_id: '100', user_id: '200' }],
      ['stream.online', '1', { broadcaster_user_id: '100' }],
      ['stream.offline', '1', { broadcaster_user_id: '100' }],
      ['channel.update', '2', { broadcaster_user_id: '100' }],
      ['channel.raid', '1', { from_broadcaster_user_id: '100' }],
    ]);
  });

  it('marks the types for moderators and for the streamer', () => {
    expect(typesIn('needs_moderator')).toContain('channel.follow');
    expect(typesIn('streamer_only')).toContain('channel.hype_train.begin');
  });

  it('requests all types of shared chat or none', () => {
    expect(typesIn('over_budget')).toEqual([
      'channel.shared_chat.begin',
      'channel.shared_chat.update',
      'channel.shared_chat.end',
    ]);
  });
});

describe('the plan of a moderator', () => {
  it('adds follows and shoutouts, with the moderator’s id', () => {
    const follow = planOf('moderator').subscriptions.find(({ type }) => type === 'channel.follow');
    expect(follow).toMatchObject({
      version: '2',
      condition: { broadcaster_user_id: '100', moderator_user_id: '200' },
      cost: 0,
    });
  });

  it('marks types whose scopes are not granted', () => {
    const plan = planOf('moderator', { scopes: scopesOf('viewer') });
    expect(typesIn('needs_permission', plan)).toContain('channel.follow');
  });
});

describe('the plan of the streamer', () => {
  const plan = planOf('streamer');

  it('requests everything that is recorded by default, at no cost', () => {
    expect(plan.subscriptions.map(({ cost }) => cost)).not.toContain(1);
    expect(typesIn('streamer_only', plan)).toEqual([]);
    expect(typesIn('over_budget', plan)).toEqual([]);
  });

  it('takes cheers from `channel.bits.use`, not from chat', () => {
    const cheer = (source_type: string) => ({ event_type: 'cheer' as const, source_type });
    expect(isFromPlannedSource(plan, cheer('channel.bits.use'))).toBe(true);
    expect(isFromPlannedSource(plan, cheer('channel.chat.message'))).toBe(false);
    expect(typesIn('covered_by_other', plan)).toContain('channel.subscribe');
  });
});

describe('the plan with recording options', () => {
  const ALL_SCOPES = SCOPE_SETS.flatMap(scopesOf);

  /** Returns the types that an option adds to the plan. */
  function addedBy(name: RecordingOption, role: Role, scopes: readonly string[]): string[] {
    const recording = { ...DEFAULT_RECORDING_OPTIONS, [name]: true };
    const isWanted = (kind: EventKind) => isRecorded(kind, recording);
    const before = new Set(planOf(role, { scopes }).subscriptions.map(({ type }) => type));
    const { subscriptions } = planOf(role, { scopes, isWanted });
    return subscriptions.map(({ type }) => type).filter((type) => !before.has(type));
  }

  const IN_CHAT = [
    'channel.chat.clear',
    'channel.chat.clear_user_messages',
    'channel.chat.message_delete',
    'channel.chat_settings.update',
  ];
  const FOR_MODERATORS = [
    'channel.unban_request.create',
    'channel.unban_request.resolve',
    'channel.moderate',
    'channel.warning.acknowledge',
    'channel.shield_mode.begin',
    'channel.shield_mode.end',
    'channel.suspicious_user.update',
    'channel.suspicious_user.message',
  ];
  const REDEMPTIONS = [
    'channel.channel_points_custom_reward_redemption.add',
    'channel.channel_points_automatic_reward_redemption.add',
  ];

  interface Added {
    name: RecordingOption;
    role: Role;
    granted: 'all' | ScopeSet;
    types: string[];
  }

  it.each<Added>([
    { name: 'moderation', role: 'viewer', granted: 'all', types: IN_CHAT },
    { name: 'moderation', role: 'moderator', granted: 'moderator', types: IN_CHAT },
    { name: 'moderation', role: 'moderator', granted: 'all', types: FOR_MODERATORS },
    { name: 'moderation', role: 'streamer', granted: 'streamer', types: IN_CHAT },
    { name: 'moderation', role: 'streamer', granted: 'moderation', types: FOR_MODERATORS },
    { name: 'moderation', role: 'streamer', granted: 'all', types: FOR_MODERATORS },
    { name: 'redemptions', role: 'viewer', granted: 'all', types: [] },
    { name: 'redemptions', role: 'moderator', granted: 'all', types: [] },
    { name: 'redemptions', role: 'streamer', granted: 'all', types: REDEMPTIONS },
    { name: 'redemptions', role: 'streamer', granted: 'redemptions', types: REDEMPTIONS },
    { name: 'shared_chat', role: 'viewer', granted: 'all', types: [] },
  ])('adds types for $name for a $role with these scopes: $granted', (added) => {
    const { name, role, granted, types } = added;
    const scopes = granted === 'all' ? ALL_SCOPES : scopesOf(granted);
    expect(addedBy(name, role, scopes)).toEqual(types);
  });

  it('takes events of shared chats from chat notices only if they are recorded', () => {
    const event = { event_type: 'shared_chat', source_type: CHAT_NOTICES } as const;
    expect(isFromPlannedSource(planOf('viewer'), event)).toBe(false);
    expect(isFromPlannedSource(planOf('viewer', { isWanted: () => true }), event)).toBe(true);
  });

  it('requests incoming raids only without access to chat', () => {
    const raidIn = { type: 'channel.raid', condition: { to_broadcaster_user_id: '100' }, cost: 1 };
    expect(planOf('viewer').subscriptions).not.toContainEqual(expect.objectContaining(raidIn));
    expect(planOf('viewer', { scopes: [] }).subscriptions).toContainEqual(
      expect.objectContaining(raidIn),
    );
  });
});

it('isFromPlannedSource accepts an unknown type', () => {
  const other = { event_type: 'other' as const, source_type: 'channel.brand_new' };
  expect(isFromPlannedSource(planOf('viewer'), other)).toBe(true);
});
