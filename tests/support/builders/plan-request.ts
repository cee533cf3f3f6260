import { DEFAULT_RECORDING_OPTIONS, isRecorded } from '@/lib/domain/history/recording-options';
import type { PlanRequest } from '@/lib/twitch/eventsub/subscriptions/plan-request';
import { MAX_SUBSCRIPTIONS } from '@/lib/twitch/eventsub/subscriptions/roster-plan';

/** Creates the request for the plan of a favorite, for a viewer who has changed no setting. */
export function aPlanRequest(changes: Partial<PlanRequest> = {}): PlanRequest {
  return {
    streamerId: '100',
    viewerId: changes.role === 'streamer' ? '100' : '200',
    role: 'viewer',
    scopes: ['user:read:chat'],
    isFavorite: true,
    recordsCheers: false,
    maxSubscriptions: MAX_SUBSCRIPTIONS,
    isWanted: (kind) => isRecorded(kind, DEFAULT_RECORDING_OPTIONS),
    ...changes,
  };
}
