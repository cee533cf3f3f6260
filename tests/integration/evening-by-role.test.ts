import { describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import { ROLES, type Role } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { isRecorded, type RecordingOptions } from '@/lib/domain/history/recording-options';
import { scopesFor } from '@/lib/twitch/auth/requested-scopes';
import { isFromPlannedSource, makePlan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { evening } from '@/tests/simulator/scenario/evening';
import { aPlanRequest } from '@/tests/support/builders/plan-request';
import { eventOf } from '@/tests/support/running/notification-event';

const ALL: RecordingOptions = { moderation: true, redemptions: true, shared_chat: true };
const SCOPES = SCOPE_SETS.flatMap((scopeSet) =>
  scopesFor({ scopeSet: scopeSet, granted: [], recording: ALL }),
);

const publications = evening(1).flatMap(({ step }) =>
  step.kind === 'event' ? [step.publication] : [],
);

/** Counts the events that are recorded by kind, with all scopes and all recording options. */
function countsFor(role: Role): (kind: EventKind) => number {
  const plan = makePlan(
    aPlanRequest({ role, scopes: SCOPES, isWanted: (kind) => isRecorded(kind, ALL) }),
  );
  const recorded = publications.flatMap(({ type, event }) => {
    const mapped = eventOf(type, { ...event });
    return mapped !== null && isFromPlannedSource(plan, mapped) ? [mapped.event_type] : [];
  });
  return (kind) => recorded.filter((recordedKind) => recordedKind === kind).length;
}

const sent = (type: string) =>
  publications.filter((publication) => publication.type === type).length;

describe.each(ROLES)('an evening recorded as a %s', (role) => {
  const count = countsFor(role);

  it('has each action of moderators once', () => {
    const removalKinds = ['timeout', 'user_messages_cleared'] as const;
    const removals = removalKinds.map(count).toSorted((a, b) => a - b);
    expect(removals).toEqual([0, sent('channel.ban')]);
    expect(count('message_delete')).toBe(sent('channel.chat.message_delete'));
    expect(count('chat_settings')).toBe(sent('channel.chat_settings.update'));
    const isTeam = role !== 'viewer';
    expect(count('warning')).toBe(isTeam ? sent('channel.warning.send') : 0);
    expect(count('vip_add')).toBe(isTeam ? sent('channel.vip.add') : 0);
  });

  it('has each cheer and each power-up once', () => {
    expect(count('cheer')).toBe(sent('channel.cheer'));
    const inChat = publications.filter(({ event }) =>
      String(event.message_type).startsWith('power_ups_'),
    );
    const fromPoints = role === 'streamer' ? sent('channel.custom_power_up_redemption.add') : 0;
    expect(count('power_up')).toBe(inChat.length + fromPoints);
  });

  it('has each redemption once, and only for the streamer', () => {
    const custom = sent('channel.channel_points_custom_reward_redemption.add');
    expect(custom).toBeGreaterThan(0);
    expect(count('redemption')).toBe(role === 'streamer' ? custom : 0);
  });
});
