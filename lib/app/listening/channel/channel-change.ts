import type { ChannelState } from '@/lib/domain/channel/channel';
import { isLiveBroadcast } from '@/lib/domain/event/broadcast';
import type { StreamEvent } from '@/lib/domain/event/event';

/** Returns what an event changes in the state of its channel. */
export function channelChangeOf(event: StreamEvent): Partial<ChannelState> {
  switch (event.event_type) {
    case 'stream_online':
      if (!isLiveBroadcast(event.detail)) return {};
      return { live: { streamId: event.detail.streamId, startedAt: event.detail.startedAt } };
    case 'stream_offline':
      return { live: null };
    case 'channel_update':
      return { text: event.detail.after };
    default:
      return {};
  }
}
