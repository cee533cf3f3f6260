import { currentAccount } from '@/lib/db/accounts';
import { channelsOf } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import { readRecordingRows } from '@/lib/db/feed/recording-rows';
import type { ChannelState } from '@/lib/domain/channel/channel';
import type { Recording } from '@/lib/domain/channel/recording';
import { problemOf } from '@/lib/domain/problem';
import type { ListSettings } from '@/lib/domain/roster/effective';
import { listedIn, type Roster } from '@/lib/domain/roster/roster';
import type { RecordingPage } from '@/lib/domain/view/recording-page';
import { type Clock, SECOND } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { VodOfUser } from '@/lib/twitch/helix/vods';
import type { AccountManager } from '../account/account-manager';

/** Dependencies of {@link createRecordingCommands}. */
export interface RecordingCommandsOptions {
  db: Database;
  apiFor(credentials: Credentials): Pick<TwitchApi, 'vod'>;
  account: Pick<AccountManager, 'tokenRefused'>;
  /** Returns the account whose streamers the screens show; `null` if there is none. */
  shownAccountId(): Promise<string | null>;
  rosterOf(accountId: string): Promise<Roster>;
  /** Returns what applies to the list of a streamer. */
  readListSettings(streamerId: string): Promise<ListSettings>;
  clock: Clock;
}

/** Commands for the pages of recordings. */
export interface RecordingCommands {
  /**
   * Returns the events around a second of a recording; `null` if it is of nobody in the list. Throws
   * a `ProblemError` if Twitch does not answer, and what IndexedDB throws.
   */
  readRecording(videoId: string, second: number): Promise<RecordingPage | null>;
}

/** What is known of a video, so that each part of it needs no request of its own. */
const MOST_REMEMBERED = 50;

/** Creates the commands. */
export function createRecordingCommands(options: RecordingCommandsOptions): RecordingCommands {
  const { db, shownAccountId, rosterOf, readListSettings, clock } = options;
  const ask = createVodMemory(options);

  /** Returns the recording and whose it is. Old ones are not stored, so Twitch is asked. */
  async function find(videoId: string): Promise<Found | null> {
    const accountId = await shownAccountId();
    if (accountId === null) return null;
    const ids = listedIn(await rosterOf(accountId)).map(({ id }) => id);
    if (ids.length === 0) return null;
    const channels = await channelsOf(db, ids);
    const stored = storedIn(channels, videoId);
    if (stored !== null) return stored;
    const vod = await ask(videoId);
    const channel = vod === null ? undefined : channels.get(vod.userId);
    return vod === null || channel === undefined ? null : foundOf(vod, channel);
  }

  return {
    readRecording: async (videoId, second) => {
      const found = await find(videoId);
      if (found === null) return null;
      const { feed: filter, moments } = await readListSettings(found.streamerId);
      const around = found.recording.startedAt + second * SECOND;
      return await readRecordingRows(db, { ...found, around, filter, moments, now: clock.now() });
    },
  };
}

interface Found {
  streamerId: string;
  recording: Recording;
}

function storedIn(channels: ReadonlyMap<string, ChannelState>, videoId: string): Found | null {
  for (const [streamerId, { recordings = [] }] of channels) {
    const recording = recordings.find(({ id }) => id === videoId);
    if (recording !== undefined) return { streamerId, recording };
  }
  return null;
}

function foundOf(vod: VodOfUser, { live }: ChannelState): Found {
  const { id, userId, streamId, startedAt, endsAt } = vod;
  const goesOn = streamId !== null && live?.streamId === streamId;
  return { streamerId: userId, recording: { id, startedAt, endsAt: goesOn ? null : endsAt } };
}

/** Returns a function that asks Twitch for a VOD, and remembers the answer. */
function createVodMemory({
  db,
  apiFor,
  account,
}: Pick<RecordingCommandsOptions, 'db' | 'apiFor' | 'account'>) {
  const known = new Map<string, VodOfUser | null>();

  return async (videoId: string): Promise<VodOfUser | null> => {
    const remembered = known.get(videoId);
    if (remembered !== undefined) return remembered;
    const current = await currentAccount(db);
    if (current === null) return null;
    try {
      const vod = await apiFor({ ...current, userId: current.id }).vod(videoId);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(videoId, vod);
      return vod;
    } catch (error) {
      if (problemOf(error) === 'not_signed_in') account.tokenRefused();
      throw error;
    }
  };
}
