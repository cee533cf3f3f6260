import * as z from 'zod/mini';
import { createChannelRows } from './channel-rows.ts';
import { channel, channelInHelix, count, type StoreEvent, secondsBetween, text } from './record.ts';

const predictor = z.object({
  user_id: text,
  user_login: text,
  user_name: text,
  channel_points_used: count,
  channel_points_won: z._default(z.nullable(z.int()), null),
});

const schema = z.object({
  id: text,
  ...channel,
  title: text,
  outcomes: z.array(
    z.object({
      id: text,
      title: text,
      color: text,
      users: count,
      channel_points: count,
      top_predictors: z._default(z.nullable(z.array(predictor)), null),
    }),
  ),
  started_at: text,
  locks_at: z.optional(text),
  locked_at: z.optional(text),
  ended_at: z.optional(text),
  status: z.optional(text),
  winning_outcome_id: z.nullish(text),
});

type Prediction = z.infer<typeof schema>;

function statusOf({ status, locked_at }: Prediction): string {
  return status?.toUpperCase() ?? (locked_at === undefined ? 'ACTIVE' : 'LOCKED');
}

function predictionRow(event: Prediction) {
  const { id, title, started_at, ended_at, locks_at, locked_at } = event;
  return {
    id,
    ...channelInHelix(event),
    title,
    winning_outcome_id: event.winning_outcome_id || null,
    outcomes: event.outcomes.map((outcome) => ({
      ...outcome,
      color: outcome.color.toUpperCase(),
    })),
    prediction_window: secondsBetween(started_at, locks_at ?? locked_at ?? started_at),
    status: statusOf(event),
    created_at: started_at,
    ended_at: ended_at ?? null,
    locked_at: locked_at ?? null,
  };
}

type Row = ReturnType<typeof predictionRow>;

/** Returns the stage of a prediction; a stored prediction never returns to an earlier stage. */
function stageOf({ ended_at, locked_at }: Row): number {
  if (ended_at !== null) return 2;
  return locked_at === null ? 0 : 1;
}

/** Stores the predictions of each channel. */
export function createPredictions() {
  const rows = createChannelRows<Row>();

  const store: StoreEvent = (_type, event) => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) return false;
    const row = predictionRow(parsed.data);
    const known = rows.get(row.broadcaster_id, row.id);
    if (known && stageOf(known) > stageOf(row)) return true;
    rows.put(row.broadcaster_id, row.id, {
      ...row,
      prediction_window: known?.prediction_window ?? row.prediction_window,
      locked_at: row.locked_at ?? known?.locked_at ?? null,
    });
    return true;
  };

  return { store, ofChannel: rows.ofChannel };
}
