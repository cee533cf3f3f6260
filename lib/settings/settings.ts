import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { DEFAULT_FILTER, type Filter, type Filters } from '@/lib/domain/filter/filter';
import {
  DEFAULT_RECORDING_OPTIONS,
  type RecordingOption,
  type RecordingOptions,
} from '@/lib/domain/history/recording-options';
import { DEFAULT_RETENTION, type Retention } from '@/lib/domain/history/retention';
import {
  DEFAULT_NOTIFICATIONS,
  type NotificationSettings,
} from '@/lib/domain/notification/choices';
import { type Appearance, DEFAULT_APPEARANCE } from '@/lib/domain/view/appearance';
import { DEFAULT_MOMENTS, type MomentSettings } from '@/lib/domain/view/moments';
import { systemClock } from '@/lib/time';
import {
  appearanceSchema,
  filtersSchema,
  momentsSchema,
  notificationsSchema,
  off,
  recordingSchema,
} from './sync/choice-schemas';
import { createGatheredWrites } from './sync/gathered-writes';
import { syncPace } from './sync/sync-pace';
import { writeSynced } from './sync/sync-problem';

/** The settings of the user. The browser syncs them to the user's other computers. */
export interface Settings {
  /** The kinds of events to record beyond the default ones. */
  recording: RecordingOptions;
  /** The recorded events that the lists and the badge hide. */
  filters: Filters;
  retention: Retention;
  moments: MomentSettings;
  appearance: Appearance;
  notifications: NotificationSettings;
}

/** A limit of the retention. If it cannot be read, there is no limit, so nothing is deleted. */
const limit = z.catch(z.nullable(z.number().check(z.positive())), null);

// If one setting cannot be read, perhaps because another version wrote it, the others still can.
const schema = z.object({
  recording: z.catch(recordingSchema, DEFAULT_RECORDING_OPTIONS),
  retention: z._default(
    z.catch(z.object({ days: limit, events: limit, makeRoom: off }), {
      days: null,
      events: null,
      makeRoom: false,
    }),
    DEFAULT_RETENTION,
  ),
  filters: z.catch(filtersSchema, {
    feed: DEFAULT_FILTER,
    badge: DEFAULT_FILTER,
  }),
  moments: z.catch(momentsSchema, DEFAULT_MOMENTS),
  appearance: z.catch(appearanceSchema, DEFAULT_APPEARANCE),
  notifications: z.catch(notificationsSchema, DEFAULT_NOTIFICATIONS),
});

const KEY = 'settings';

/** The settings as stored, perhaps by another version. {@link parseSettings} reads them. */
export const settingsItem = storage.defineItem<unknown>(`sync:${KEY}`, { fallback: {} });

/**
 * Returns the settings for a stored value. Parts that cannot be read get their defaults, except for
 * the retention: it gets no limit, so nothing is deleted.
 */
export function parseSettings(stored: unknown): Settings {
  return schema.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** Returns the current settings. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await settingsItem.getValue());
}

/** Returns the current filters. */
export async function readFilters(): Promise<Filters> {
  return (await readSettings()).filters;
}

const writes = createGatheredWrites<Settings>({
  read: readSettings,
  write: (settings) => writeSynced(() => settingsItem.setValue(settings)),
  clock: systemClock,
  pace: syncPace,
});

// Does nothing in the background worker, which has no window that could be closed.
globalThis.addEventListener?.('pagehide', writes.flush);

/** Returns stored settings with the changes of this context that are not stored yet. */
export const withUnsavedSettings = writes.withUnsaved;

/** Calls `listener` whenever the unsaved changes change. Returns a function that stops this. */
export const onUnsavedSettings = writes.onUnsaved;

/**
 * Changes some settings. `change` receives the current settings. Changes of one context are
 * gathered, so that none undoes another and the browser's limit of writes is not reached. Throws
 * `settings_limit`, `settings_full`, and the errors of the browser's storage.
 */
async function changeSettings(change: (now: Settings) => Partial<Settings>): Promise<void> {
  await writes.change((now) => ({ ...now, ...change(now) }));
}

/** Stores some settings and keeps the others. Throws the errors of the browser's storage. */
export async function storeSettings(change: Partial<Settings>): Promise<void> {
  await changeSettings(() => change);
}

/** Switches one recording option on or off. Throws the errors of the browser's storage. */
export async function changeRecording(name: RecordingOption, isOn: boolean): Promise<void> {
  await changeSettings(({ recording }) => ({ recording: { ...recording, [name]: isOn } }));
}

/** Changes what a moment is. Throws the errors of the browser's storage. */
export async function changeMoments(
  change: (now: MomentSettings) => MomentSettings,
): Promise<void> {
  await changeSettings(({ moments }) => ({ moments: change(moments) }));
}

/** Changes a part of the appearance. Throws the errors of the browser's storage. */
export async function changeAppearance(change: Partial<Appearance>): Promise<void> {
  await changeSettings(({ appearance }) => ({ appearance: { ...appearance, ...change } }));
}

/** The filters by name. */
export type Filtered = keyof Filters;

/** Changes one filter and keeps the other. Throws the errors of the browser's storage. */
export async function changeFilter(
  filtered: Filtered,
  change: (now: Filter) => Filter,
): Promise<void> {
  await changeSettings(({ filters }) => ({
    filters: { ...filters, [filtered]: change(filters[filtered]) },
  }));
}

/** Changes of what the user is notified. Throws the errors of the browser's storage. */
export async function changeNotifications(
  change: (now: NotificationSettings) => Partial<NotificationSettings>,
): Promise<void> {
  await changeSettings(({ notifications }) => ({
    notifications: { ...notifications, ...change(notifications) },
  }));
}

/** Returns true if a key of `storage.sync` holds the settings. */
export function isSettingsKey(key: string): boolean {
  return key === KEY;
}
