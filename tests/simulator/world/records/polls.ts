import * as z from 'zod/mini';
import { createChannelRows } from './channel-rows.ts';
import { channel, channelInHelix, count, type StoreEvent, secondsBetween, text } from './record.ts';

const schema = z.object({
  id: text,
  ...channel,
  title: text,
  choices: z.array(z.object({ id: text, title: text, votes: count, channel_points_votes: count })),
  channel_points_voting: z.object({ is_enabled: z.boolean(), amount_per_vote: z.int() }),
  started_at: text,
  ends_at: z.optional(text),
  ended_at: z.optional(text),
  status: z.optional(text),
});

function pollRow(event: z.infer<typeof schema>) {
  const { id, title, started_at, ended_at, channel_points_voting: points } = event;
  return {
    id,
    ...channelInHelix(event),
    title,
    choices: event.choices.map((choice) => ({ ...choice, bits_votes: 0 })),
    bits_voting_enabled: false,
    bits_per_vote: 0,
    channel_points_voting_enabled: points.is_enabled,
    channel_points_per_vote: points.amount_per_vote,
    status: event.status?.toUpperCase() ?? 'ACTIVE',
    duration: secondsBetween(started_at, event.ends_at ?? ended_at ?? started_at),
    started_at,
    ended_at: ended_at ?? null,
  };
}

/** Stores the polls of each channel; an ended poll ignores late events. */
export function createPolls() {
  const rows = createChannelRows<ReturnType<typeof pollRow>>();

  const store: StoreEvent = (_type, event) => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) return false;
    const row = pollRow(parsed.data);
    const known = rows.get(row.broadcaster_id, row.id);
    if (known?.ended_at && row.ended_at === null) return true;
    const duration = known?.duration ?? row.duration;
    rows.put(row.broadcaster_id, row.id, { ...row, duration });
    return true;
  };

  return { store, ofChannel: rows.ofChannel };
}
