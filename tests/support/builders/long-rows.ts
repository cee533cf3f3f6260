import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import type { Random } from '@/tests/simulator/core/random';
import { START } from '../fakes/fake-clock';
import { aBomb, aGift, anEvent } from './events';

const NOBODY = { viewer_id: null, viewer_login: null, viewer_name: null };

/** Returns a phase of a poll: each has one event, which a later report of it replaces. */
export function aPhase(
  poll: string,
  phase: 'begin' | 'progress' | 'end',
  fields: Partial<StreamEvent> = {},
): StreamEvent {
  const status = phase === 'end' ? 'completed' : null;
  const detail = { pollId: poll, title: 'Tea or coffee?', choices: [], status };
  const thread = `poll:${poll}`;
  const keys = { ...NOBODY, thread, natural_key: `${thread}:${phase}` };
  return { ...anEvent(`poll_${phase}`, detail, keys), ...fields } as StreamEvent;
}

/**
 * Returns rows that go on for minutes, hours or weeks, in order of time: gift bombs with late gifts, and
 * polls. Of some, a part is missing. Equal numbers return equal events.
 */
export function longRows(random: Random, count: number, minutes: number): StreamEvent[] {
  const rows = Array.from({ length: count }, (_, index) => {
    const start = random.integer(0, minutes);
    const length = random.pick([4, 50, 300, 25_000]);
    const name = `long-${index}`;
    const streamer_id = random.pick(['100', '101']);
    const fields = (part: number) => {
      const minute = part === 0 ? start : start + random.integer(0, length);
      return { id: `${name}-${part}`, streamer_id, created_at: START + minute * MINUTE };
    };
    const events = random.chance(0.5)
      ? [aBomb(name, 3, fields(0)), ...[1, 2, 3].map((part) => aGift(name, part, fields(part)))]
      : [
          aPhase(name, 'begin', fields(0)),
          ...[1, 2].map((part) => aPhase(name, 'progress', fields(part))),
          aPhase(name, 'end', fields(3)),
        ];
    return events.filter(() => random.chance(0.7));
  });
  return rows.flat().toSorted((a, b) => a.created_at - b.created_at);
}
