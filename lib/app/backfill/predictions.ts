import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { phaseKeys } from '@/lib/twitch/events/together/phase-keys';
import type { PastPrediction } from '@/lib/twitch/helix/past-predictions';
import { type BackfillResult, backfilledEvent, NO_RESULT } from './backfilled-event';
import type { BackfillRequest } from './source';

/** Looks for predictions that began, were locked or ended. Throws a `HelixError`. */
export async function backfillPredictions({
  streamer,
  api,
  clock,
  since,
}: BackfillRequest): Promise<BackfillResult> {
  if (since === null) return NO_RESULT;
  const predictions = await api.predictions(streamer.id);
  const now = clock.now();
  const events = predictions.flatMap((one) => predictionEvents(streamer, one, since, now));
  return { events, state: {} };
}

/** What became of a prediction since then, as found `now`. */
export function predictionEvents(
  streamer: Streamer,
  { startedAt, lockedAt, endedAt, ...prediction }: PastPrediction,
  since: number,
  now: number,
): StreamEvent[] {
  const phases = [
    { phase: 'begin', at: startedAt },
    { phase: 'lock', at: lockedAt },
    { phase: 'end', at: endedAt },
  ] as const;
  return phases.flatMap(({ phase, at }) => {
    if (at === null || at < since) return [];
    const isEnd = phase === 'end';
    return backfilledEvent(streamer, now, {
      kind: `prediction_${phase}`,
      sourceType: `channel.prediction.${phase}`,
      ...phaseKeys('prediction', prediction.predictionId, phase),
      at,
      detail: {
        ...prediction,
        status: isEnd ? prediction.status : null,
        winnerId: isEnd ? prediction.winnerId : null,
      },
    });
  });
}
