import { storage } from 'wxt/utils/storage';
import type { Seen, SeenPart } from '@/lib/domain/history/seen';

/** The seen watermark: arrival number (`seq`) of the newest event that the user has seen. */
export const seenItem = storage.defineItem<number>('local:seen', { fallback: 0 });

/** The watermarks of single streamers, by id. */
const seenOfItem = storage.defineItem<Record<string, number>>('local:seenOf', { fallback: {} });

/** The parts of lists above the watermark that were on screen. */
export const seenPartsItem = storage.defineItem<SeenPart[]>('local:seenParts', { fallback: [] });

/** Reads what the user has seen. */
export async function readSeen(): Promise<Seen> {
  const [upTo, of, parts] = await Promise.all([
    seenItem.getValue(),
    seenOfItem.getValue(),
    seenPartsItem.getValue(),
  ]);
  return { upTo, of, parts };
}

/** Stores what the user has seen, in one write. */
export async function storeSeen({ upTo, of, parts }: Seen): Promise<void> {
  await storage.setItems([
    { item: seenItem, value: upTo },
    { item: seenOfItem, value: { ...of } },
    { item: seenPartsItem, value: [...parts] },
  ]);
}
