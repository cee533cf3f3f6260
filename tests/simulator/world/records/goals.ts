import * as z from 'zod/mini';
import { channel, channelInHelix, type Note, text } from './record.ts';
import { createShelf } from './shelf.ts';

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
    // Helix and EventSub do not agree on this one's name.
    type: type === 'follow' ? 'follower' : type,
    description,
    current_amount,
    target_amount,
    created_at: started_at,
  };
}

/** The goals of each channel that are not over: Helix keeps no others. */
export function createGoals() {
  const shelf = createShelf<ReturnType<typeof goalRow>>();

  const note: Note = (type, event) => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) return false;
    const row = goalRow(parsed.data);
    if (type.endsWith('.end')) shelf.remove(row.broadcaster_id, row.id);
    else shelf.put(row.broadcaster_id, row.id, row);
    return true;
  };

  return { note, of: shelf.of };
}
