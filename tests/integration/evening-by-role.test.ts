import { describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import { ROLES, type Role } from '@/lib/domain/access/subscription-report';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { isRecorded, type RecordingOptions } from '@/lib/domain/history/recording-options';
import { scopesFor } from '@/lib/twitch/auth/auth';
import { isFromPlannedSource, makePlan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { evening } from '@/tests/simulator/scenario/evening';
import { hear } from '@/tests/support/notification-event';

const ALL: RecordingOptions = { moderation: true, redemptions: true, shared_chat: true };
const SCOPES = SCOPE_SETS.flatMap((rights) => scopesFor({ rights, granted: [], recording: ALL }));

const told = evening(1).flatMap(({ step }) => (step.kind === 'event' ? [step.publication] : []));

/** How many events of each kind are taken of the evening, with every right and every switch on. */
function countsFor(role: Role): (kind: EventKind) => number {
  const plan = makePlan({
    streamerId: '100',
    viewerId: role === 'streamer' ? '100' : '200',
    role,
    scopes: SCOPES,
    isWanted: (kind) => isRecorded(kind, ALL),
  });
  const taken = told.flatMap(({ type, event }) => {
    const heard = hear(type, { ...event });
    return heard !== null && isFromPlannedSource(plan, heard) ? [heard.event_type] : [];
  });
  return (kind) => taken.filter((one) => one === kind).length;
}

const sent = (type: string) => told.filter((publication) => publication.type === type).length;

describe.each(ROLES)('an evening as a %s hears it', (role) => {
  const count = countsFor(role);

  it('has each act of moderators once', () => {
    const acts = ['timeout', 'user_messages_cleared'] as const;
    const removals = acts.map(count).toSorted((a, b) => a - b);
    expect(removals).toEqual([0, sent('channel.ban')]);
    expect(count('message_delete')).toBe(sent('channel.chat.message_delete'));
    expect(count('chat_settings')).toBe(sent('channel.chat_settings.update'));
    const isTeam = role !== 'viewer';
    expect(count('warning')).toBe(isTeam ? sent('channel.warning.send') : 0);
    expect(count('vip_add')).toBe(isTeam ? sent('channel.vip.add') : 0);
  });

  it('has each cheer and each power-up once', () => {
    expect(count('cheer')).toBe(sent('channel.cheer'));
    const inChat = told.filter(({ event }) => String(event.message_type).startsWith('power_ups_'));
    const own = role === 'streamer' ? sent('channel.custom_power_up_redemption.add') : 0;
    expect(count('power_up')).toBe(inChat.length + own);
  });

  it('has each redemption once, and only for the streamer', () => {
    const custom = sent('channel.channel_points_custom_reward_redemption.add');
    expect(custom).toBeGreaterThan(0);
    expect(count('redemption')).toBe(role === 'streamer' ? custom : 0);
  });
});
