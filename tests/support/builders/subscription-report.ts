import type {
  ReportedSubscription,
  SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import { START } from '../fakes/fake-clock';

/** Creates one entry of a subscription report. Without `fields`, it is listening. */
export function aReportedSubscription(
  fields: Partial<ReportedSubscription> = {},
): ReportedSubscription {
  const { type = 'channel.chat.notification', kinds = ['sub', 'resub'] } = fields;
  return {
    key: type,
    type,
    kinds,
    taken: fields.state === undefined || fields.state === 'listening' ? kinds : [],
    state: 'listening',
    since: START,
    reason: null,
    ...fields,
  };
}

/** Creates the subscription report of a plain viewer. */
export function aSubscriptionReport(fields: Partial<SubscriptionReport> = {}): SubscriptionReport {
  return {
    streamerId: '100',
    role: 'viewer',
    isRoleKnown: false,
    cost: 4,
    types: [
      aReportedSubscription({
        type: 'channel.follow',
        kinds: ['follow'],
        state: 'needs_moderator',
      }),
      aReportedSubscription(),
      aReportedSubscription({ type: 'channel.cheer', kinds: ['cheer'], state: 'streamer_only' }),
    ],
    ...fields,
  };
}
