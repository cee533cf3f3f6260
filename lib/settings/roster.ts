import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import {
  DEFAULT_CHOICES,
  inOrder,
  type ListedStreamer,
  MAX_OTHERS,
  type Roster,
  type StreamerChoices,
  streamerOf,
} from '@/lib/domain/roster/roster';
import { systemClock } from '@/lib/time';
import {
  filtersSchema,
  notificationRulesSchema,
  off,
  recordingSchema,
} from './sync/choice-schemas';
import { createGatheredWrites, type GatheredWrites } from './sync/gathered-writes';
import { syncPace } from './sync/sync-pace';
import { writeSynced } from './sync/sync-problem';

const FAVORITE = 'favorite:';
const OTHER = 'other:';

const favoriteKey = (accountId: string) => `${FAVORITE}${accountId}`;
const otherKey = (accountId: string, streamerId: string) => `${OTHER}${accountId}:${streamerId}`;

/** A streamer as stored, perhaps by another version. Choices that were not made are left out. */
const listedSchema = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  avatarUrl: z.string(),
  addedAt: z.catch(z.number(), 0),
  choices: z.catch(
    z.object({
      recordsCheers: off,
      isMuted: off,
      recording: z.catch(z.nullable(recordingSchema), null),
      filters: z.catch(z.nullable(filtersSchema), null),
      notifications: z.catch(z.nullable(notificationRulesSchema), null),
    }),
    DEFAULT_CHOICES,
  ),
});

/** Values of `storage.sync` by key. */
type Items = Readonly<Record<string, unknown>>;

/** A roster that is about to change, and what is stored of it. */
interface StoredRoster {
  roster: Roster;
  stored: Items;
  /** Keys that are stored and belong to nobody in the roster. */
  leftOver: readonly string[];
}

/**
 * Returns the roster of a Twitch account. What another version has stored and cannot be read here
 * is left out, and so are more streamers than there may be, until there is room for them.
 */
export async function readRoster(accountId: string): Promise<Roster> {
  return parseRoster(accountId, await storage.snapshot('sync'));
}

/**
 * Changes the roster of a Twitch account. The browser syncs it to the user's other computers. Each
 * streamer is an item of its own, so that a change on another computer is overwritten only if it is
 * about the same one. Throws what `change` throws, `settings_limit`, `settings_full`, and the
 * errors of the browser's storage.
 */
export async function changeRoster(
  accountId: string,
  change: (now: Roster) => Roster,
): Promise<void> {
  let refused: { error: unknown } | null = null;
  await writesOf(accountId).change((now) => {
    refused = null;
    try {
      return { ...now, roster: change(now.roster) };
    } catch (error) {
      // Changes that are written together are stored even if this one is refused.
      refused = { error };
      return now;
    }
  });
  throwIfRefused(refused);
}

/** Returns true if a key of `storage.sync` belongs to the roster of an account. */
export function isRosterKey(key: string): boolean {
  return key.startsWith(FAVORITE) || key.startsWith(OTHER);
}

/** Calls `listener` whenever a roster may have changed. Returns a function that stops this. */
export function onRosterChange(listener: () => void): () => void {
  function changed(changes: Record<string, unknown>): void {
    if (Object.keys(changes).some(isRosterKey)) listener();
  }
  const { onChanged } = browser.storage.sync;
  onChanged.addListener(changed);
  return () => onChanged.removeListener(changed);
}

/** TypeScript does not see that the variable has changed in a callback. */
function throwIfRefused(refused: { error: unknown } | null): void {
  if (refused !== null) throw refused.error;
}

const writes = new Map<string, GatheredWrites<StoredRoster>>();

function writesOf(accountId: string): GatheredWrites<StoredRoster> {
  const known = writes.get(accountId);
  if (known !== undefined) return known;
  const created = createGatheredWrites<StoredRoster>({
    read: () => readStored(accountId),
    write: (changed) => storeDifference(accountId, changed),
    clock: systemClock,
    pace: syncPace,
  });
  writes.set(accountId, created);
  return created;
}

async function readStored(accountId: string): Promise<StoredRoster> {
  const area = await storage.snapshot('sync');
  const roster = parseRoster(accountId, area);
  const asOther = otherKey(accountId, roster.favorite?.id ?? '');
  return {
    roster,
    stored: itemsOf(accountId, roster),
    leftOver: Object.hasOwn(area, asOther) ? [asOther] : [],
  };
}

async function storeDifference(
  accountId: string,
  { roster, stored, leftOver }: StoredRoster,
): Promise<void> {
  const items = itemsOf(accountId, roster);
  const changed = Object.entries(items).filter(
    ([key, item]) => JSON.stringify(item) !== JSON.stringify(stored[key]),
  );
  const removed = [...Object.keys(stored), ...leftOver].filter((key) => !Object.hasOwn(items, key));
  await writeSynced(async () => {
    if (changed.length > 0) {
      await storage.setItems(changed.map(([key, value]) => ({ key: `sync:${key}`, value })));
    }
    // Last, so that nobody is lost if the worker ends in between.
    if (removed.length > 0) await storage.removeItems(removed.map((key) => `sync:${key}` as const));
  });
}

function parseRoster(accountId: string, area: Items): Roster {
  const favorite = parseListed(area[favoriteKey(accountId)]);
  const others = Object.entries(area).flatMap(([key, value]) => {
    const listed = key.startsWith(OTHER) ? parseListed(value) : null;
    if (listed === null || key !== otherKey(accountId, listed.id)) return [];
    return listed.id === favorite?.id ? [] : [listed];
  });
  return { favorite, others: inOrder(others).slice(0, MAX_OTHERS) };
}

function parseListed(value: unknown): ListedStreamer | null {
  const parsed = z.safeParse(listedSchema, value);
  return parsed.success ? parsed.data : null;
}

function itemsOf(accountId: string, { favorite, others }: Roster): Items {
  const items = others.map((other) => [otherKey(accountId, other.id), itemOf(other)]);
  if (favorite !== null) items.push([favoriteKey(accountId), itemOf(favorite)]);
  return Object.fromEntries(items);
}

function itemOf(listed: ListedStreamer): object {
  const { addedAt, choices } = listed;
  const made = Object.entries(choices).filter(
    ([name, value]) => value !== DEFAULT_CHOICES[name as keyof StreamerChoices],
  );
  const item = { ...streamerOf(listed), addedAt };
  return made.length === 0 ? item : { ...item, choices: Object.fromEntries(made) };
}
