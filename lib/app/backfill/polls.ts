import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { phaseKeys } from '@/lib/twitch/events/together/phase-keys';
import type { PastPoll } from '@/lib/twitch/helix/past-polls';
import { type BackfillResult, backfilledEvent, NO_RESULT } from './backfilled-event';
import type { BackfillRequest } from './source';

/** Looks for polls that began or ended. Throws a `HelixError`. */
export async function backfillPolls({
  streamer,
  api,
  clock,
  since,
}: BackfillRequest): Promise<BackfillResult> {
  if (since === null) return NO_RESULT;
  const polls = await api.polls(streamer.id);
  const now = clock.now();
  return { events: polls.flatMap((poll) => pollEvents(streamer, poll, since, now)), state: {} };
}

/** What became of a poll since then, as found `now`. */
export function pollEvents(
  streamer: Streamer,
  { startedAt, endedAt, ...poll }: PastPoll,
  since: number,
  now: number,
): StreamEvent[] {
  const phases = [
    { phase: 'begin', at: startedAt },
    { phase: 'end', at: endedAt },
  ] as const;
  return phases.flatMap(({ phase, at }) => {
    if (at === null || at < since) return [];
    return backfilledEvent(streamer, now, {
      kind: `poll_${phase}`,
      sourceType: `channel.poll.${phase}`,
      ...phaseKeys('poll', poll.pollId, phase),
      at,
      detail: { ...poll, status: phase === 'end' ? poll.status : null },
    });
  });
}
