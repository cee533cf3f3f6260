import type { EventOf } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { FeedRow } from '../row/row';
import { COMMUNITY_DESCRIBERS, describeFollows } from './community';
import { type Describers, type Message, tierParam, viewerParam } from './message';
import { MODERATION_DESCRIBERS } from './moderation';
import { describeOther, describeSharedChat } from './other';
import { describeRecipients } from './recipients';
import { secondaryOf } from './secondary';
import { STREAM_DESCRIBERS } from './stream';
import { SUPPORT_DESCRIBERS } from './support';
import { TOGETHER_DESCRIBERS } from './together';

const DESCRIBERS: Describers<EventKind> = {
  ...SUPPORT_DESCRIBERS,
  ...COMMUNITY_DESCRIBERS,
  ...STREAM_DESCRIBERS,
  ...TOGETHER_DESCRIBERS,
  ...MODERATION_DESCRIBERS,
  shared_chat: describeSharedChat,
  other: describeOther,
};

function describeEvent<Kind extends EventKind>(kind: Kind, event: EventOf<Kind>): Message {
  return DESCRIBERS[kind](event);
}

/** Describes a row in one message. */
export function describeRow({ event, bomb, followers, isUndone }: FeedRow): Message {
  if (bomb !== null && event.event_type === 'gift') {
    // The header, which has the size of the gift bomb, has not arrived and may never arrive.
    return {
      message: 'event.community_gift.uncounted',
      params: { viewer: viewerParam(event, 'someone.gifter'), tier: tierParam(event.detail.tier) },
    };
  }
  if (followers.length > 0) return describeFollows(event, followers);
  if ('notice' in event.detail && event.detail.notice?.systemMessage) {
    return { message: 'event.other.said', params: { text: event.detail.notice.systemMessage } };
  }
  if (isUndone) return { message: 'event.channel_update.undone', params: {} };
  // The kind is the discriminant of the event, but TypeScript cannot follow it through the table.
  return describeEvent(event.event_type, event as EventOf<typeof event.event_type>);
}

/** Describes the details of a row in a secondary message; `null` if there is nothing to add. */
export function describeSecondary({ event, bomb, followers }: FeedRow): Message | null {
  const count = followers.length;
  if (count > 1) return { message: 'more.followers', count, params: { followers: count } };
  if (bomb === null) return secondaryOf(event);
  return describeRecipients(bomb);
}

/** Returns the text that the viewer wrote; may be empty. */
export function userMessageOf({ event }: FeedRow): string {
  return 'message' in event.detail ? event.detail.message : '';
}
