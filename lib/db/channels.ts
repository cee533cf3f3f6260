import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { MomentSizes } from '@/lib/domain/view/emphasis';
import type { ChannelRecord, Database } from './database';

/** Returns the record of a streamer, or `null`. */
export async function channelOf(db: Database, streamerId: string): Promise<ChannelRecord | null> {
  return (await db.channels.get(streamerId)) ?? null;
}

/** Returns the records of these streamers by id, as far as there are any. */
export async function channelsOf(
  db: Database,
  streamerIds: readonly string[],
): Promise<Map<string, ChannelRecord>> {
  const records = await db.channels.bulkGet([...streamerIds]);
  return new Map(records.flatMap((record) => (record === undefined ? [] : [[record.id, record]])));
}

/**
 * Stores the names and picture of a streamer, and keeps the state of the channel. Returns the
 * record.
 */
export async function storeStreamer(db: Database, streamer: Streamer): Promise<ChannelRecord> {
  return await putStreamer(db, streamer, { is_gone: false });
}

/** Stores that Twitch has no user with the id of this streamer any more. */
export async function markGone(db: Database, streamer: Streamer): Promise<void> {
  await putStreamer(db, streamer, { is_gone: true, live: null });
}

async function putStreamer(
  db: Database,
  streamer: Streamer,
  { is_gone, ...change }: Pick<ChannelRecord, 'is_gone'> & Partial<ChannelState>,
): Promise<ChannelRecord> {
  return await db.transaction('rw', db.channels, async () => {
    const known = await db.channels.get(streamer.id);
    const record: ChannelRecord = { ...NOTHING_KNOWN, ...known, ...streamer, ...change };
    if (is_gone === true) record.is_gone = true;
    else delete record.is_gone;
    await db.channels.put(record);
    return record;
  });
}

/** Stores the changed parts of the state of a channel. Does nothing for an unknown streamer. */
export async function updateChannel(
  db: Database,
  streamerId: string,
  state: Partial<ChannelState>,
): Promise<void> {
  await db.channels.update(streamerId, state);
}

/** Stores that the backfill of a streamer is done: nothing more can be found about the gaps. */
export async function markBackfilled(db: Database, streamerId: string): Promise<void> {
  await db.channels
    .where('id')
    .equals(streamerId)
    .modify((channel) => {
      delete channel.missed_since;
    });
}

/** Stores how large the largest events of a channel are, as found out at `now`. */
export async function updateMomentSizes(
  db: Database,
  streamerId: string,
  sizes: Partial<MomentSizes>,
  now: number,
): Promise<void> {
  await db.channels.update(streamerId, { moment_sizes: sizes, moment_sizes_at: now });
}
