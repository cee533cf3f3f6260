// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { SUBSCRIPTION_TYPES } from '../eventsub/catalog.ts';
import type { EventShape } from '../shapes/event-shape.ts';
import { evening } from './evening.ts';
import type { ScheduledStep } from './schedule.ts';

interface PublicEvent {
  atSeconds: number;
  type: string;
  event: EventShape;
}

const PUBLIC_TYPES: ReadonlySet<string> = new Set(
  SUBSCRIPTION_TYPES.filter(({ audience }) => audience === 'anyone' || audience === 'reader').map(
    ({ type }) => type,
  ),
);

/** Returns the events for a plain viewer without ordinary chat. */
function publicEventsOf(schedule: readonly ScheduledStep[]): PublicEvent[] {
  return schedule.flatMap(({ atSeconds, step }) => {
    if (step.kind !== 'event') return [];
    const { type, event } = step.publication;
    if (!PUBLIC_TYPES.has(type)) return [];
    const isPlain = event.cheer === null && event.message_type === 'text';
    if (type === 'channel.chat.message' && isPlain) return [];
    return [{ atSeconds, type, event }];
  });
}

function eventsOf(schedule: readonly ScheduledStep[], type: string): EventShape[] {
  return schedule.flatMap(({ step }) =>
    step.kind === 'event' && step.publication.type === type ? [step.publication.event] : [],
  );
}

function giftsOf(events: readonly PublicEvent[], id: unknown): PublicEvent[] {
  return events.filter(({ event }) => {
    const gift = event.sub_gift as { community_gift_id?: unknown } | null | undefined;
    return gift?.community_gift_id === id;
  });
}

describe('an evening', () => {
  it('is equal for equal seeds, and different for different seeds', () => {
    expect(evening(4)).toEqual(evening(4));
    expect(evening(4)).not.toEqual(evening(5));
  });

  it.each([1, 2, 3, 4, 5])('with seed %i contains all important events in order', (seed) => {
    const schedule = evening(seed);
    const events = publicEventsOf(schedule);
    const notices = new Set(events.map(({ event }) => event.notice_type));
    for (const notice of ['sub', 'resub', 'sub_gift', 'community_sub_gift', 'raid']) {
      expect(notices).toContain(notice);
    }
    for (const notice of ['announcement', 'watch_streak', 'charity_donation', 'bits_badge_tier']) {
      expect(notices).toContain(notice);
    }
    const times = schedule.map(({ atSeconds }) => atSeconds);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(schedule[0]?.step.kind).toBe('online');
    expect(schedule.at(-1)?.step.kind).toBe('offline');
    expect(times.at(-1)).toBe(3 * 60 * 60);
    const chat = eventsOf(schedule, 'channel.chat.message');
    expect(chat.length).toBeGreaterThan(events.length);
  });

  it('has a gift bomb for twenty different users, with some gifts before its header', () => {
    const events = publicEventsOf(evening(1));
    const header = events.find(({ event }) => {
      const bomb = event.community_sub_gift as { total: number } | null | undefined;
      return bomb?.total === 20;
    });
    const bomb = header?.event.community_sub_gift as { id: string } | undefined;
    const gifts = giftsOf(events, bomb?.id);
    const recipients = gifts.map(
      ({ event }) => (event.sub_gift as { recipient_user_id: string }).recipient_user_id,
    );
    expect(new Set(recipients).size).toBe(20);
    expect(recipients).not.toContain(header?.event.chatter_user_id);
    const earlier = gifts.filter(({ atSeconds }) => atSeconds < (header?.atSeconds ?? 0));
    expect(earlier.length).toBeGreaterThanOrEqual(2);
  });

  it('fills a panel soon: 14 rows and a gift bomb within 15 seconds at speed 120', () => {
    const soon = publicEventsOf(evening(9)).filter(({ atSeconds }) => atSeconds <= 15 * 120);
    const ofBombs = soon.filter(({ event }) => {
      const gift = event.sub_gift as { community_gift_id: string | null } | null | undefined;
      return typeof gift?.community_gift_id === 'string';
    });
    const rows = soon.length - ofBombs.length;
    expect(ofBombs.length).toBeGreaterThanOrEqual(20);
    expect(rows).toBeGreaterThanOrEqual(14);
  });
});
