import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import { effectiveRecording } from '@/lib/domain/roster/effective';
import { listedIn, type Roster, streamerOf } from '@/lib/domain/roster/roster';
import type { StreamerTarget } from './listening/streamer-plan';

/** What {@link targetsOf} needs besides the roster. */
interface TargetOptions {
  /** What to record of streamers without a choice of their own. */
  recording: RecordingOptions;
  /** The ids of streamers that Twitch no longer has. */
  gone: ReadonlySet<string>;
}

/** Returns the streamers of a roster to listen to: the favorite first, and nobody who is gone. */
export function targetsOf(roster: Roster, { recording, gone }: TargetOptions): StreamerTarget[] {
  return listedIn(roster)
    .filter(({ id }) => !gone.has(id))
    .map((listed) => {
      const isFavorite = listed.id === roster.favorite?.id;
      return {
        streamer: streamerOf(listed),
        isFavorite,
        // Everything is recorded of the favorite; the choice is about the others.
        recordsCheers: isFavorite || listed.choices.recordsCheers,
        recordingOptions: effectiveRecording(roster, { recording }, listed.id),
      };
    });
}
