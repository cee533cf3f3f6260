import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import {
  DEFAULT_FILTER,
  FILTER_CHOICES,
  type Filter,
  type FilterChoice,
} from '@/lib/domain/filter/filter';
import {
  DEFAULT_RECORDING_OPTIONS,
  type RecordingOption,
  type RecordingOptions,
} from '@/lib/domain/history/recording-options';
import { DEFAULT_RETENTION, type Retention } from '@/lib/domain/history/retention';

/** What the user has chosen, on every machine of theirs. */
export interface Settings {
  /** What is recorded beyond what everybody gets. */
  recording: RecordingOptions;
  /** What the lists and the badge leave out of what is recorded. */
  filters: { feed: Filter; badge: Filter };
  retention: Retention;
}

const off = z.catch(z.boolean(), false);
const size = z.catch(z.number().check(z.nonnegative()), 0);

/** How long events are kept. What can't be read deletes nothing. */
const limit = z.catch(z.nullable(z.number().check(z.positive())), null);

const isChoice = (name: string): name is FilterChoice => Object.hasOwn(FILTER_CHOICES, name);

const filterSchema = z.catch(
  z.object({
    subsAndCheersOnly: off,
    hidden: z.catch(
      z.pipe(
        z.array(z.string()),
        z.transform((names) => names.filter(isChoice)),
      ),
      [],
    ),
    least: z.catch(
      z.object({ bits: size, viewers: size, months: size, tier: size, gifts: size }),
      DEFAULT_FILTER.least,
    ),
  }),
  { ...DEFAULT_FILTER, hidden: [] },
);

// A choice that can't be read, perhaps of another version's, must not cost the others.
const schema = z.object({
  recording: z.catch(
    z.object({ moderation: off, redemptions: off, shared_chat: off }),
    DEFAULT_RECORDING_OPTIONS,
  ),
  retention: z._default(
    z.catch(z.object({ days: limit, events: limit, makeRoom: off }), {
      days: null,
      events: null,
      makeRoom: false,
    }),
    DEFAULT_RETENTION,
  ),
  filters: z.catch(z.object({ feed: filterSchema, badge: filterSchema }), {
    feed: { ...DEFAULT_FILTER, hidden: [] },
    badge: { ...DEFAULT_FILTER, hidden: [] },
  }),
});

const KEY = 'settings';

/** The settings as stored, perhaps by another version; {@link parseSettings} makes sense of them. */
export const settingsItem = storage.defineItem<unknown>(`sync:${KEY}`, { fallback: {} });

/** Makes settings of whatever was stored: what can't be read is as nobody ever chose it. */
export function parseSettings(stored: unknown): Settings {
  return schema.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** The settings now. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await settingsItem.getValue());
}

/** The filters now. */
export async function readFilters(): Promise<Settings['filters']> {
  return (await readSettings()).filters;
}

let lastChange: Promise<unknown> = Promise.resolve();

/**
 * Changes some settings and leaves the others as they are; `change` is given the settings now. Changes
 * of one page wait for each other, so that none undoes another. Throws what the browser throws.
 */
async function changeSettings(change: (now: Settings) => Partial<Settings>): Promise<void> {
  const changed = lastChange.then(async () => {
    const now = await readSettings();
    await settingsItem.setValue({ ...now, ...change(now) });
  });
  lastChange = changed.catch(() => undefined);
  await changed;
}

/** Changes some settings and leaves the others as they are. Throws what the browser throws. */
export async function storeSettings(change: Partial<Settings>): Promise<void> {
  await changeSettings(() => change);
}

/** Switches one thing that is recorded on or off. Throws what the browser throws. */
export async function changeRecording(name: RecordingOption, isOn: boolean): Promise<void> {
  await changeSettings(({ recording }) => ({ recording: { ...recording, [name]: isOn } }));
}

/** What has a filter of its own. */
export type Filtered = keyof Settings['filters'];

/** Changes one filter and leaves the others as they are. Throws what the browser throws. */
export async function changeFilter(
  filtered: Filtered,
  change: (now: Filter) => Filter,
): Promise<void> {
  await changeSettings(({ filters }) => ({
    filters: { ...filters, [filtered]: change(filters[filtered]) },
  }));
}

/** Whether a key of `storage.sync` holds the settings. */
export function isSettingsKey(key: string): boolean {
  return key === KEY;
}
