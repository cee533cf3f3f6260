import * as z from 'zod/mini';
import { count, list, maybeText, needed, text } from '@/lib/twitch/payload/fields';
import { type Mappers, mapper } from '../mapper';
import { receivedPhaseKeys } from './phase-keys';

const schema = z.object({
  id: needed.text,
  title: text,
  // The begin event has no users and points. The top predictors are not stored.
  outcomes: list(z.object({ id: text, title: text, users: count, channel_points: count })),
  status: maybeText,
  winning_outcome_id: maybeText,
});

/** Returns the status of an ended prediction without one: only a decided one has a winner. */
function statusOf(winnerId: string | null): string {
  return winnerId === null ? '' : 'resolved';
}

function phase(name: 'begin' | 'progress' | 'lock' | 'end') {
  return mapper(schema, ({ id: predictionId, title, ...event }) => ({
    kind: `prediction_${name}`,
    ...receivedPhaseKeys('prediction', predictionId, name),
    detail: {
      predictionId,
      title,
      outcomes: event.outcomes.map(({ channel_points: channelPoints, ...outcome }) => ({
        ...outcome,
        channelPoints,
      })),
      status: name === 'end' ? (event.status ?? statusOf(event.winning_outcome_id)) : null,
      winnerId: event.winning_outcome_id,
    },
  }));
}

/** Mappers of predictions. */
export const PREDICTION_MAPPERS: Mappers = {
  'channel.prediction.begin': phase('begin'),
  'channel.prediction.progress': phase('progress'),
  'channel.prediction.lock': phase('lock'),
  'channel.prediction.end': phase('end'),
};
