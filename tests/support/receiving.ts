import type {
  ReportedSubscription,
  SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import { START } from './fake-clock';

/** A type that is listened to, with what differs. Its key is its type unless it is given. */
export function aReceivedType(other: Partial<ReportedSubscription> = {}): ReportedSubscription {
  const { type = 'channel.chat.notification', kinds = ['sub', 'resub'] } = other;
  return {
    key: type,
    type,
    kinds,
    taken: other.state === undefined || other.state === 'listening' ? kinds : [],
    state: 'listening',
    since: START,
    reason: null,
    ...other,
  };
}

/** What a plain viewer of the favorite in tests receives, with what differs. */
export function aReceiving(other: Partial<SubscriptionReport> = {}): SubscriptionReport {
  return {
    streamerId: '100',
    role: 'viewer',
    isRoleKnown: false,
    cost: 4,
    types: [
      aReceivedType({ type: 'channel.follow', kinds: ['follow'], state: 'needs_moderator' }),
      aReceivedType(),
      aReceivedType({ type: 'channel.cheer', kinds: ['cheer'], state: 'streamer_only' }),
    ],
    ...other,
  };
}
