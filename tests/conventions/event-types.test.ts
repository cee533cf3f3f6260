import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '@/lib/domain/event-kind';
import { MAPPED_TYPES } from '@/lib/twitch/events/to-event';
import { CATALOG } from '@/lib/twitch/eventsub/catalog';
import { EVENT_TYPES } from '../simulator/shapes/every-type.ts';

describe.each(CATALOG.map(({ type, kinds }) => ({ type, kinds })))('$type', ({ type, kinds }) => {
  it('is turned into an event', () => {
    expect(MAPPED_TYPES).toContain(type);
  });

  it('is sent by the simulator', () => {
    expect(EVENT_TYPES).toContain(type);
  });

  it('tells kinds that there are', () => {
    expect(kinds.length).toBeGreaterThan(0);
    expect(EVENT_KINDS).toEqual(expect.arrayContaining([...kinds]));
  });
});
