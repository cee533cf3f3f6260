import type { Away } from '@/lib/domain/view/away';
import { START } from '../fakes/fake-clock';

/** Returns a sum of what was missed. `fields` replace the default ones. */
export function anAway(fields: Partial<Away> = {}): Away {
  return {
    since: START,
    rows: 12,
    hasMore: false,
    counts: { subs: 12 },
    biggest: [],
    gaps: [],
    start: null,
    newestSeq: 12,
    ...fields,
  };
}
