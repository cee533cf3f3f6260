import { MessageText } from '@/components/text/MessageText';
import type { Streamer } from '@/lib/domain/channel/channel';
import { t } from '@/lib/i18n/text';

interface NothingRecordedProps {
  /** Whose events are asked for; `null` for everybody's. */
  streamerId: string | null;
  streamers: readonly Streamer[];
}

/** Says that the log has no events, of a streamer or at all. */
export function NothingRecorded({ streamerId, streamers }: NothingRecordedProps) {
  const streamer = streamers.find(({ id }) => id === streamerId);
  if (streamer === undefined) return t('history.empty');
  return (
    <MessageText
      message={{ message: 'history.empty_streamer', params: { streamer: streamer.name } }}
    />
  );
}
