import { describe, expect, it } from 'vitest';
import { SCOPE_SETS, type ScopeSet } from '@/lib/domain/access/scopes';
import type { Role, SubscriptionState } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import {
  DEFAULT_RECORDING_OPTIONS,
  isRecorded,
  type RecordingOption,
} from '@/lib/domain/history/recording-options';
import { scopesFor } from '@/lib/twitch/auth/auth';
import { CHAT_NOTICES, isFromPlannedSource, makePlan, type PlanRequest } from './plan';

/** All that a right is made of. */
function scopesOf(rights: ScopeSet): string[] {
  return scopesFor({
    rights,
    granted: [],
    recording: { ...DEFAULT_RECORDING_OPTIONS, moderation: true },
  });
}

function planOf(role: Role, changes: Partial<PlanRequest> = {}) {
  return makePlan({
    streamerId: '100',
    viewerId: role === 'streamer' ? '100' : '200',
    role,
    scopes: scopesOf(role),
    isWanted: (kind) => isRecorded(kind, DEFAULT_RECORDING_OPTIONS),
    ...changes,
  });
}

function typesIn(state: SubscriptionState, plan = planOf('viewer')): string[] {
  return plan.types.filter((type) => type.state === state).map(({ type }) => type);
}

describe('the plan of a plain viewer', () => {
  const { subscriptions } = planOf('viewer');

  it('begins with what costs nothing, chat notices first', () => {
    expect(subscriptions[0]).toMatchObject({ type: 'channel.chat.notification', cost: 0 });
    const costs = subscriptions.map(({ cost }) => cost);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });

  it('asks for chat as the viewer, and for the rest of the streamer alone', () => {
    const asked = subscriptions.map(({ type, version, condition }) => [type, version, condition]);
    expect(asked).toEqual([
      ['channel.chat.notification', '1', { broadcaster_user_id: '100', user_id: '200' }],
      ['channel.chat.message', '1', { broadcaster_user_id: '100', user_id: '200' }],
      ['stream.online', '1', { broadcaster_user_id: '100' }],
      ['stream.offline', '1', { broadcaster_user_id: '100' }],
      ['channel.update', '2', { broadcaster_user_id: '100' }],
      ['channel.raid', '1', { from_broadcaster_user_id: '100' }],
    ]);
  });

  it('says what only moderators and the streamer are told', () => {
    expect(typesIn('needs_moderator')).toContain('channel.follow');
    expect(typesIn('streamer_only')).toContain('channel.hype_train.begin');
  });

  it('takes shared chat whole or not at all', () => {
    expect(typesIn('over_budget')).toEqual([
      'channel.shared_chat.begin',
      'channel.shared_chat.update',
      'channel.shared_chat.end',
    ]);
  });
});

describe('the plan of a moderator', () => {
  it('adds follows and shoutouts, asked for as the moderator', () => {
    const follow = planOf('moderator').subscriptions.find(({ type }) => type === 'channel.follow');
    expect(follow).toMatchObject({
      version: '2',
      condition: { broadcaster_user_id: '100', moderator_user_id: '200' },
      cost: 0,
    });
  });

  it('says what waits for a right that was not granted', () => {
    const plan = planOf('moderator', { scopes: scopesOf('viewer') });
    expect(typesIn('needs_permission', plan)).toContain('channel.follow');
  });
});

describe('the plan of the streamer', () => {
  const plan = planOf('streamer');

  it('hears everything that is recorded by default, and pays nothing', () => {
    expect(plan.subscriptions.map(({ cost }) => cost)).not.toContain(1);
    expect(typesIn('streamer_only', plan)).toEqual([]);
    expect(typesIn('over_budget', plan)).toEqual([]);
  });

  it('takes cheers from the bits they cost, and leaves those of chat', () => {
    const cheer = (source_type: string) => ({ event_type: 'cheer' as const, source_type });
    expect(isFromPlannedSource(plan, cheer('channel.bits.use'))).toBe(true);
    expect(isFromPlannedSource(plan, cheer('channel.chat.message'))).toBe(false);
    expect(typesIn('covered_by_other', plan)).toContain('channel.subscribe');
  });
});

describe('what is switched on', () => {
  const ALL_RIGHTS = SCOPE_SETS.flatMap((rights) => scopesOf(rights));

  /** The types that a switch adds, by the state they are in with it. */
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
    /** What is granted. */
    rights: 'all' | ScopeSet;
    types: string[];
  }

  it.each<Added>([
    { name: 'moderation', role: 'viewer', rights: 'all', types: IN_CHAT },
    { name: 'moderation', role: 'moderator', rights: 'moderator', types: IN_CHAT },
    { name: 'moderation', role: 'moderator', rights: 'all', types: FOR_MODERATORS },
    { name: 'moderation', role: 'streamer', rights: 'streamer', types: IN_CHAT },
    { name: 'moderation', role: 'streamer', rights: 'moderation', types: FOR_MODERATORS },
    { name: 'moderation', role: 'streamer', rights: 'all', types: FOR_MODERATORS },
    { name: 'redemptions', role: 'viewer', rights: 'all', types: [] },
    { name: 'redemptions', role: 'moderator', rights: 'all', types: [] },
    { name: 'redemptions', role: 'streamer', rights: 'all', types: REDEMPTIONS },
    { name: 'redemptions', role: 'streamer', rights: 'redemptions', types: REDEMPTIONS },
    { name: 'shared_chat', role: 'viewer', rights: 'all', types: [] },
  ])('$name adds the right types for a $role with the rights: $rights', (added) => {
    const { name, role, rights, types } = added;
    const scopes = rights === 'all' ? ALL_RIGHTS : scopesOf(rights);
    expect(addedBy(name, role, scopes)).toEqual(types);
  });

  it('has chat notices tell of shared chats only when they are wanted', () => {
    const event = { event_type: 'shared_chat', source_type: CHAT_NOTICES } as const;
    expect(isFromPlannedSource(planOf('viewer'), event)).toBe(false);
    expect(isFromPlannedSource(planOf('viewer', { isWanted: () => true }), event)).toBe(true);
  });

  it('asks for incoming raids where chat may not be read, and only there', () => {
    const raidIn = { type: 'channel.raid', condition: { to_broadcaster_user_id: '100' }, cost: 1 };
    expect(planOf('viewer').subscriptions).not.toContainEqual(expect.objectContaining(raidIn));
    expect(planOf('viewer', { scopes: [] }).subscriptions).toContainEqual(
      expect.objectContaining(raidIn),
    );
  });
});

it('what nobody has heard of is taken from wherever it comes', () => {
  const other = { event_type: 'other' as const, source_type: 'channel.brand_new' };
  expect(isFromPlannedSource(planOf('viewer'), other)).toBe(true);
});
