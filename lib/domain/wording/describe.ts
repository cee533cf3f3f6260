import type { EventOf } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { FeedRow } from '../row/row';
import { COMMUNITY, tellFollows } from './community';
import { type Tellers, type Told, tier, viewer } from './message';
import { MODERATION } from './moderation';
import { tellOther, tellShared } from './other';
import { moreOf } from './secondary';
import { STREAM } from './stream';
import { SUPPORT } from './support';
import { TOGETHER } from './together';

const TELLERS: Tellers<EventKind> = {
  ...SUPPORT,
  ...COMMUNITY,
  ...STREAM,
  ...TOGETHER,
  ...MODERATION,
  shared_chat: tellShared,
  other: tellOther,
};

function tellEvent<Kind extends EventKind>(kind: Kind, event: EventOf<Kind>): Told {
  return TELLERS[kind](event);
}

/** The one sentence a row is told by. */
export function tell({ event, bomb, followers, isUndone }: FeedRow): Told {
  if (bomb !== null && event.event_type === 'gift') {
    // The header that names the size of this gift bomb has not come, and may never.
    return {
      message: 'event.community_gift.unsized',
      params: { viewer: viewer(event, 'someone.gifter'), tier: tier(event.detail.tier) },
    };
  }
  if (followers.length > 0) return tellFollows(event, followers);
  if (isUndone) return { message: 'event.channel_update.undone', params: {} };
  // The event's kind is its discriminant; TypeScript can't follow it through the table.
  return tellEvent(event.event_type, event as EventOf<typeof event.event_type>);
}

/** The smaller second sentence of a row, where there is something more to tell. */
export function tellMore({ event, bomb, followers }: FeedRow): Told | null {
  const count = followers.length;
  if (count > 1) return { message: 'more.followers', count, params: { followers: count } };
  if (bomb === null) return moreOf(event);
  const named = bomb.recipients.length;
  if (bomb.total === null) return { message: 'more.bomb.named', count: named, params: { named } };
  return { message: 'more.bomb.of_total', params: { named, total: bomb.total } };
}

/** What the viewer themself wrote with the event; empty for nothing. */
export function ownWords({ event }: FeedRow): string {
  return 'message' in event.detail ? event.detail.message : '';
}
