import { channelsOf, updateMomentSizes } from '@/lib/db/channels';
import type { ChannelRecord, Database } from '@/lib/db/database';
import { newestEventSizes } from '@/lib/db/history/event-sizes';
import type { MomentSizes } from '@/lib/domain/view/emphasis';
import type { MomentSettings } from '@/lib/domain/view/moments';
import { SIZED_KINDS, topSize } from '@/lib/domain/view/own-sizes';
import type { Log } from '@/lib/log';
import { type Clock, DAY, isRecent } from '@/lib/time';

/** Dependencies of {@link createMomentSizesJob}. */
export interface MomentSizesJobOptions {
  db: Database;
  /** Returns the ids of the listed streamers. */
  streamerIds(): readonly string[];
  readMoments(): Promise<MomentSettings>;
  /** Called with a streamer whose moments are others now. */
  changed(streamerIds: readonly string[]): void;
  clock: Clock;
  log: Log;
}

/** Finds out how large the largest events of a channel are. */
export interface MomentSizesJob {
  /**
   * Looks at the history of one streamer who is due, each of them once a day, while the user wants
   * the largest events of a channel to be its moments. Never throws.
   */
  refreshNext(): Promise<void>;
}

const DAYS = 30;
/** Of each kind, at most so many events are looked at. */
const MAX_EVENTS = 2000;

/** Creates the job. It reads nothing before the first call. */
export function createMomentSizesJob(options: MomentSizesJobOptions): MomentSizesJob {
  const { db, streamerIds, readMoments, changed, clock, log } = options;

  async function nextDue(): Promise<ChannelRecord | undefined> {
    const channels = await channelsOf(db, streamerIds());
    const now = clock.now();
    return [...channels.values()].find(
      ({ moment_sizes_at: at }) => at === undefined || !isRecent(at, DAY, now),
    );
  }

  return {
    refreshNext: async () => {
      try {
        if (!(await readMoments()).isByChannel) return;
        const channel = await nextDue();
        if (channel === undefined) return;
        const now = clock.now();
        const sizes = await ownSizes(db, channel.id, now - DAYS * DAY);
        await updateMomentSizes(db, channel.id, sizes, now);
        if (!isSame(sizes, channel.moment_sizes ?? {})) changed([channel.id]);
      } catch (error) {
        log.warn('the sizes of moments could not be found out', error);
      }
    },
  };
}

const NAMES = Object.keys(SIZED_KINDS) as (keyof MomentSizes)[];

async function ownSizes(
  db: Database,
  streamerId: string,
  from: number,
): Promise<Partial<MomentSizes>> {
  const own: Partial<MomentSizes> = {};
  for (const name of NAMES) {
    const query = { streamerId, kinds: SIZED_KINDS[name], from, limit: MAX_EVENTS };
    const top = topSize(await newestEventSizes(db, query));
    if (top !== undefined) own[name] = top;
  }
  return own;
}

function isSame(a: Partial<MomentSizes>, b: Partial<MomentSizes>): boolean {
  return NAMES.every((name) => a[name] === b[name]);
}
