import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { channelUrl } from '@/lib/domain/channel/channel-page';
import { t } from '@/lib/i18n/text';

/** Where "Watch stream" leads: to the channel, or while nothing is on to its latest recording. */
export function watchStreamLink({ login }: Streamer, { recordingUrl }: ChannelState) {
  return recordingUrl
    ? { href: recordingUrl, title: t('channel.recording') }
    : { href: channelUrl(login) };
}
