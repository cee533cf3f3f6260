import type { Channel } from '../world/channels.ts';
import type { ChatLine } from '../world/chat-log.ts';
import type { Wrap } from './markup.ts';

/** All that a page shows. */
export interface PageView {
  wrap: Wrap;
  /** Channels for the side navigation, those that are live first. */
  neighbours: readonly Channel[];
  imageOf(login: string): string;
}

export interface ChannelView extends PageView {
  channel: Channel;
  chat: readonly ChatLine[];
}

/** A number of viewers as the page writes it. */
export function viewersText({ broadcast }: Channel): string {
  return broadcast ? broadcast.viewers.toLocaleString('en') : '';
}
