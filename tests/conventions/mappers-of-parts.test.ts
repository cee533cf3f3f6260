import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { MAPPED_TYPES } from '@/lib/twitch/events/to-event';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { variants } from '@/tests/simulator/shapes/every-type';
import { eventOf } from '@/tests/support/running/notification-event';

/** The fields that say what happened, or how much of it. Without one, an event becomes `other`. */
const NEEDED: readonly RegExp[] = [
  // What happened.
  /^channel\.chat\.notification notice_type$/,
  /^channel\.moderate action$/,
  /^channel\.bits\.use type$/,
  // A chat message is recorded only for these, and another type reports a highlighted message.
  /^channel\.chat\.message (?:message_type|cheer|source_broadcaster_user_id)$/,
  /^channel\.channel_points_automatic_reward_redemption\.add reward(?:\.type)?$/,
  /^channel\.subscribe is_gift$/,
  /^channel\.chat\.notification source_broadcaster_user_id$/,
  // How long.
  /^channel\.ban (?:ends_at|is_permanent)$/,
  // How much.
  / (?:.+\.)?(?:tier|sub_tier|sub_plan|bits|total|streak_count|months)$/,
  /amount(?:\.value|\.currency)?$/,
  /^channel\.chat\.notification (?:sub|resub|sub_gift|community_sub_gift|bits_badge_tier)$/,
  /^channel\.chat\.notification (?:prime_paid_upgrade|charity_donation|watch_streak|modiversary)$/,
  // Which broadcast, hype train, poll, prediction, goal or campaign.
  /^stream\.online id$/,
  /^channel\.(?:hype_train|poll|prediction|goal|charity_campaign)\.\w+ id$/,
  // Who.
  /^channel\.shared_chat\.\w+ participants$/,
  /^channel\.raid \w+_broadcaster_user_id$/,
];

/** Returns the paths of all keys of an event. A path through a list is about all its objects. */
function pathsOf(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(pathsOf))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    key,
    ...pathsOf(inner).map((path) => `${key}.${path}`),
  ]);
}

/** Returns the changes of a payload that change the kind of its event, except of needed fields. */
function lossesOf(type: string): string[] {
  return variants(type).flatMap(({ name, event: payload }) => {
    const before = eventOf(type, payload);
    if (before === null || before.event_type === 'other') return [];
    return pathsOf(payload)
      .filter((path) => !NEEDED.some((needed) => needed.test(`${type} ${path}`)))
      .flatMap((path) =>
        [
          ['without', withoutKeys(payload, path)] as const,
          ['with null', withNull(payload, path)] as const,
          ['with an unknown value', withUnknown(payload, path)] as const,
        ]
          .filter(([, changed]) => eventOf(type, changed)?.event_type !== before.event_type)
          .map(([how]) => `${name} ${how} ${path}`),
      );
  });
}

/** Returns a copy of the event with a value of a type that no field has. */
function withUnknown(payload: object, path: string): object {
  const marked = withNull(payload as Record<string, unknown>, path);
  const keys = path.split('.');
  const set = (owner: unknown, [key = '', ...rest]: string[]): void => {
    if (typeof owner !== 'object' || owner === null) return;
    if (Array.isArray(owner)) {
      for (const inner of owner) set(inner, [key, ...rest]);
      return;
    }
    const fields = owner as Record<string, unknown>;
    if (rest.length === 0) fields[key] = [[1]];
    else set(fields[key], rest);
  };
  set(marked, keys);
  return marked;
}

describe('a part of a payload that is not needed', () => {
  it.each(MAPPED_TYPES)('may be missing, null or unreadable in %s', (type) => {
    expect(lossesOf(type)).toEqual([]);
  });

  it('does not change who acted: the other names are kept', () => {
    const [plain] = variants('channel.cheer');
    const event: StreamEvent | null = eventOf(
      'channel.cheer',
      withoutKeys(plain?.event ?? {}, 'user_id'),
    );
    expect(event).toMatchObject({ event_type: 'cheer', viewer_id: null });
    expect(event?.viewer_login).not.toBeNull();
  });
});
