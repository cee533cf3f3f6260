import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { channelUrl } from '@/lib/domain/channel/channel-url';
import { t } from '@/lib/i18n/text';

/** Returns the props of the "Watch stream" link: the channel, or its latest VOD while offline. */
export function watchStreamLink({ login }: Streamer, { recordingUrl }: ChannelState) {
  return recordingUrl
    ? { href: recordingUrl, title: t('channel.recording') }
    : { href: channelUrl(login) };
}
