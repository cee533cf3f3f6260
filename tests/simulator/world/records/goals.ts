import * as z from 'zod/mini';
import { createChannelRows } from './channel-rows.ts';
import { channel, channelInHelix, type StoreEvent, text } from './record.ts';

const schema = z.object({
  id: text,
  ...channel,
  type: text,
  description: text,
  current_amount: z.int(),
  target_amount: z.int(),
  started_at: text,
});

function goalRow(event: z.infer<typeof schema>) {
  const { id, type, description, current_amount, target_amount, started_at } = event;
  return {
    id,
    ...channelInHelix(event),
    // Helix and EventSub have different names for this type.
    type: type === 'follow' ? 'follower' : type,
    description,
    current_amount,
    target_amount,
    created_at: started_at,
  };
}

/** Stores the running goals of each channel; Helix does not list ended ones. */
export function createGoals() {
  const rows = createChannelRows<ReturnType<typeof goalRow>>();

  const store: StoreEvent = (type, event) => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) return false;
    const row = goalRow(parsed.data);
    if (type.endsWith('.end')) rows.remove(row.broadcaster_id, row.id);
    else rows.put(row.broadcaster_id, row.id, row);
    return true;
  };

  return { store, ofChannel: rows.ofChannel };
}
