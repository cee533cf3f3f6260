import { describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '@/lib/domain/access/scopes';
import type { Role } from '@/lib/domain/access/subscription-report';
import { scopesFor } from '@/lib/twitch/auth/requested-scopes';
import { aPlanRequest } from '@/tests/support/builders/plan-request';
import { CHAT_NOTICES, isFromPlannedSource, lookedUpParts, makePlan } from './plan';
import type { PlanRequest } from './plan-request';

const EVERYTHING = { moderation: true, redemptions: true, shared_chat: true };
const ALL_SCOPES = SCOPE_SETS.flatMap((scopeSet) =>
  scopesFor({ scopeSet, granted: [], recording: EVERYTHING }),
);
const WITH_EVERYTHING = { scopes: ALL_SCOPES, isWanted: () => true };

/** Plans for a streamer who is not the favorite. */
function planOf(role: Role, changes: Partial<PlanRequest> = {}) {
  return makePlan(aPlanRequest({ role, isFavorite: false, ...changes }));
}

function typesOf(role: Role, changes: Partial<PlanRequest> = {}): string[] {
  return planOf(role, changes).subscriptions.map(({ type }) => type);
}

function stateOf(type: string, role: Role, changes: Partial<PlanRequest> = {}) {
  return planOf(role, changes).types.find((entry) => entry.type === type)?.state;
}

const CHAT_MESSAGES = 'channel.chat.message';

describe('the plan of another streamer, for a viewer', () => {
  it.each<[string, Partial<PlanRequest>, string[]]>([
    ['only chat notices', {}, [CHAT_NOTICES]],
    ['chat for the cheers', { recordsCheers: true }, [CHAT_NOTICES, CHAT_MESSAGES]],
    ['no more chat, whatever is recorded', WITH_EVERYTHING, [CHAT_NOTICES]],
    [
      'cheers, and no more chat',
      { ...WITH_EVERYTHING, recordsCheers: true },
      [CHAT_NOTICES, CHAT_MESSAGES],
    ],
    ['nothing without access to chat', { scopes: [], recordsCheers: true }, []],
  ])('has %s', (_case, changes, expected) => {
    expect(typesOf('viewer', changes)).toEqual(expected);
  });

  it.each<[string, string, Partial<PlanRequest>]>([
    ['looked_up', 'stream.online', {}],
    ['looked_up', 'stream.offline', {}],
    ['looked_up', 'channel.update', {}],
    ['looked_up', 'stream.online', { scopes: [], maxSubscriptions: 0 }],
    ['favorite_only', 'channel.raid', {}],
    ['favorite_only', 'channel.shared_chat.begin', {}],
    ['favorite_only', 'channel.chat.clear', {}],
    ['favorite_only', 'channel.chat.clear', WITH_EVERYTHING],
    ['switched_off', CHAT_MESSAGES, {}],
    ['switched_off', CHAT_MESSAGES, WITH_EVERYTHING],
    ['needs_permission', CHAT_NOTICES, { scopes: [] }],
    ['needs_permission', CHAT_MESSAGES, { scopes: [], recordsCheers: true }],
    ['over_budget', CHAT_MESSAGES, { recordsCheers: true, maxSubscriptions: 1 }],
    ['needs_moderator', 'channel.follow', WITH_EVERYTHING],
    ['streamer_only', 'channel.poll.begin', WITH_EVERYTHING],
  ])('reports %s for %s', (state, type, changes) => {
    expect(stateOf(type, 'viewer', changes)).toBe(state);
  });

  it('reports incoming raids as covered by chat notices', () => {
    const states = planOf('viewer').types.filter(({ type }) => type === 'channel.raid');
    expect(states.map(({ state, taken }) => [state, taken])).toEqual([
      ['favorite_only', []],
      ['covered_by_other', []],
    ]);
  });

  it('takes events that are looked up, and nothing from other missing types', () => {
    const plan = planOf('viewer');
    const isTaken = (source_type: string, event_type: 'stream_online' | 'cheer' | 'raid_out') =>
      isFromPlannedSource(plan, { source_type, event_type });
    expect(isTaken('stream.online', 'stream_online')).toBe(true);
    expect(isTaken(CHAT_MESSAGES, 'cheer')).toBe(false);
    expect(isTaken('channel.raid', 'raid_out')).toBe(false);
  });
});

describe('the plan of another streamer, for a moderator', () => {
  const FOLLOWS = ['moderator:read:followers', 'user:read:chat'];

  it('adds what moderators receive, with the granted scopes', () => {
    expect(typesOf('moderator')).toEqual([CHAT_NOTICES]);
    expect(typesOf('moderator', { scopes: FOLLOWS })).toEqual([CHAT_NOTICES, 'channel.follow']);
  });

  it('adds moderation if it is recorded, as for the favorite', () => {
    expect(stateOf('channel.chat.clear', 'moderator')).toBe('switched_off');
    expect(stateOf('channel.chat.clear', 'moderator', { isWanted: () => true })).toBe('waiting');
    expect(typesOf('moderator', WITH_EVERYTHING)).toContain('channel.moderate');
  });

  it('has neither chat without the switch nor anything that costs', () => {
    const { subscriptions } = planOf('moderator', WITH_EVERYTHING);
    expect(subscriptions.map(({ type }) => type)).not.toContain(CHAT_MESSAGES);
    expect(subscriptions.every(({ cost }) => cost === 0)).toBe(true);
    expect(stateOf('channel.shared_chat.begin', 'moderator')).toBe('favorite_only');
  });
});

describe('the plan of another streamer, who is the viewer', () => {
  it('has the types that cost something elsewhere', () => {
    expect(typesOf('streamer')).toEqual([
      CHAT_NOTICES,
      'stream.online',
      'stream.offline',
      'channel.update',
      'channel.raid',
      'channel.shared_chat.begin',
      'channel.shared_chat.update',
      'channel.shared_chat.end',
    ]);
  });

  it('has cheers without the switch', () => {
    expect(typesOf('streamer', { scopes: ALL_SCOPES })).toContain('channel.bits.use');
    expect(stateOf(CHAT_MESSAGES, 'streamer', { scopes: ALL_SCOPES })).toBe('switched_off');
  });

  it.each<[number, string[]]>([
    [1, [CHAT_NOTICES]],
    [3, [CHAT_NOTICES, 'stream.online', 'stream.offline']],
    // There is room for one more, but shared chat needs three.
    [6, [CHAT_NOTICES, 'stream.online', 'stream.offline', 'channel.update', 'channel.raid']],
  ])('has the first ones if only %i are left', (maxSubscriptions, expected) => {
    expect(typesOf('streamer', { maxSubscriptions })).toEqual(expected);
  });
});

describe('lookedUpParts', () => {
  const BOTH = ['live', 'text'];

  it.each<[string, string[], Role, Partial<PlanRequest>]>([
    ['both for a viewer', BOTH, 'viewer', {}],
    ['both for a moderator', BOTH, 'moderator', {}],
    ['none for the streamer', [], 'streamer', {}],
    ['none for the favorite', [], 'viewer', { isFavorite: true }],
    ['what no subscription is left for', BOTH, 'streamer', { maxSubscriptions: 2 }],
    ['only the text', ['text'], 'streamer', { maxSubscriptions: 3 }],
  ])('returns %s', (_case, expected, role, changes) => {
    expect([...lookedUpParts(planOf(role, changes))]).toEqual(expected);
  });
});
