import { describe, expect, it } from 'vitest';
import { isRecordedByDefault } from '@/lib/domain/event-kind';
import type { Role, TypeState } from '@/lib/domain/receiving';
import { SCOPES_FOR } from '../auth';
import { CATALOG } from './catalog';
import { isTakenFrom, makePlan, type PlanFor } from './plan';

function planOf(role: Role, changes: Partial<PlanFor> = {}) {
  return makePlan({
    streamerId: '100',
    viewerId: role === 'streamer' ? '100' : '200',
    role,
    scopes: SCOPES_FOR[role],
    isWanted: isRecordedByDefault,
    ...changes,
  });
}

function typesIn(state: TypeState, plan = planOf('viewer')): string[] {
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
    const plan = planOf('moderator', { scopes: SCOPES_FOR.viewer });
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
    expect(isTakenFrom(plan, cheer('channel.bits.use'))).toBe(true);
    expect(isTakenFrom(plan, cheer('channel.chat.message'))).toBe(false);
    expect(typesIn('told_by_another', plan)).toContain('channel.subscribe');
  });
});

describe('every plan', () => {
  const roles = ['viewer', 'moderator', 'streamer'] as const;
  const rights = roles.flatMap((role) => roles.map((granted) => ({ role, granted })));

  it.each(rights)('of a $role with the rights of a $granted has one source a kind', (who) => {
    const { subscriptions, types } = planOf(who.role, { scopes: SCOPES_FOR[who.granted] });
    const kinds = subscriptions.flatMap((planned) => planned.kinds);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(types).toHaveLength(CATALOG.length);
    expect(subscriptions.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(5);
  });

  it('takes what nobody has heard of from wherever it comes', () => {
    const other = { event_type: 'other' as const, source_type: 'channel.brand_new' };
    expect(isTakenFrom(planOf('viewer'), other)).toBe(true);
  });
});
