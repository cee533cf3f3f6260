import type { Channel } from '../world/channels.ts';
import type { ChatLine } from '../world/chat-log.ts';
import type { Vod } from '../world/vods.ts';
import type { Wrap } from './markup.ts';

/** The data of a page. */
export interface PageView {
  wrap: Wrap;
  /** Channels for the side navigation, live ones first. */
  neighbors: readonly Channel[];
  imageOf(login: string): string;
}

/** The data of a channel's page. */
export interface ChannelView extends PageView {
  channel: Channel;
  chat: readonly ChatLine[];
}

/** The data of the page of a recording. */
export interface VideoView extends PageView {
  channel: Channel;
  vod: Vod;
}

/** Returns the number of viewers as the page shows it. */
export function viewersText({ broadcast }: Channel): string {
  return broadcast ? broadcast.viewers.toLocaleString('en') : '';
}
