import type { EventOf } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { FeedRow } from '../row/row';
import { COMMUNITY_DESCRIBERS, describeFollows } from './community';
import { type Describers, type Message, tierParam, viewerParam } from './message';
import { MODERATION_DESCRIBERS } from './moderation';
import { describeOther, describeSharedChat } from './other';
import { secondaryOf } from './secondary';
import { STREAM_DESCRIBERS } from './stream';
import { SUPPORT_DESCRIBERS } from './support';
import { TOGETHER_DESCRIBERS } from './together';

const TELLERS: Describers<EventKind> = {
  ...SUPPORT_DESCRIBERS,
  ...COMMUNITY_DESCRIBERS,
  ...STREAM_DESCRIBERS,
  ...TOGETHER_DESCRIBERS,
  ...MODERATION_DESCRIBERS,
  shared_chat: describeSharedChat,
  other: describeOther,
};

function tellEvent<Kind extends EventKind>(kind: Kind, event: EventOf<Kind>): Message {
  return TELLERS[kind](event);
}

/** The one sentence a row is told by. */
export function describeRow({ event, bomb, followers, isUndone }: FeedRow): Message {
  if (bomb !== null && event.event_type === 'gift') {
    // The header that names the size of this gift bomb has not come, and may never.
    return {
      message: 'event.community_gift.unsized',
      params: { viewer: viewerParam(event, 'someone.gifter'), tier: tierParam(event.detail.tier) },
    };
  }
  if (followers.length > 0) return describeFollows(event, followers);
  if (isUndone) return { message: 'event.channel_update.undone', params: {} };
  // The event's kind is its discriminant; TypeScript can't follow it through the table.
  return tellEvent(event.event_type, event as EventOf<typeof event.event_type>);
}

/** The smaller second sentence of a row, where there is something more to tell. */
export function describeSecondary({ event, bomb, followers }: FeedRow): Message | null {
  const count = followers.length;
  if (count > 1) return { message: 'more.followers', count, params: { followers: count } };
  if (bomb === null) return secondaryOf(event);
  const named = bomb.recipients.length;
  if (bomb.total === null) return { message: 'more.bomb.named', count: named, params: { named } };
  return { message: 'more.bomb.of_total', params: { named, total: bomb.total } };
}

/** What the viewer themself wrote with the event; empty for nothing. */
export function userMessageOf({ event }: FeedRow): string {
  return 'message' in event.detail ? event.detail.message : '';
}
