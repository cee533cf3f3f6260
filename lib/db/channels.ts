import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { GapReason } from '@/lib/domain/history/gap';
import type { ChannelRecord, Database } from './database';

/** What is known of a streamer, or `null`. */
export async function channelOf(db: Database, streamerId: string): Promise<ChannelRecord | null> {
  return (await db.channels.get(streamerId)) ?? null;
}

/** Stores who a streamer is, and leaves what is known of their channel as it was. */
export async function storeStreamer(db: Database, streamer: Streamer): Promise<void> {
  await db.transaction('rw', db.channels, async () => {
    const known = await db.channels.get(streamer.id);
    await db.channels.put({ ...NOTHING_KNOWN, ...known, ...streamer });
  });
}

/** Stores what changed of a channel's state. */
export async function updateChannel(
  db: Database,
  streamerId: string,
  state: Partial<ChannelState>,
): Promise<void> {
  await db.channels.update(streamerId, state);
}

/** Notes when a streamer was last heard, and why no longer where that is on purpose. */
export async function noteHeard(
  db: Database,
  streamerId: string,
  heardAt: number,
  pausedFor: GapReason | null = null,
): Promise<void> {
  await db.channels
    .where('id')
    .equals(streamerId)
    .modify((channel) => {
      channel.heard_at = heardAt;
      if (pausedFor === null) delete channel.paused_for;
      else channel.paused_for = pausedFor;
    });
}

/** Notes that all that can be found of what was missed of a streamer has been found. */
export async function noteCaughtUp(db: Database, streamerId: string): Promise<void> {
  await db.channels
    .where('id')
    .equals(streamerId)
    .modify((channel) => {
      delete channel.missed_since;
    });
}
