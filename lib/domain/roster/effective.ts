import type { Filters } from '../filter/filter';
import type { RecordingOptions } from '../history/recording-options';
import type { NotificationRules, NotificationSettings } from '../notification/choices';
import type { MomentSettings } from '../view/moments';
import { listedBy, type Roster } from './roster';

/** Returns the filters that apply to a streamer: its own, or else those for all. */
export function effectiveFilters(
  roster: Roster,
  settings: { filters: Filters },
  streamerId: string,
): Filters {
  return listedBy(roster, streamerId)?.choices.filters ?? settings.filters;
}

/** What the list of a streamer shows, and how. */
export interface ListSettings extends Filters {
  moments: MomentSettings;
}

/** Returns what applies to the list of a streamer. */
export function effectiveListSettings(
  roster: Roster,
  settings: { filters: Filters; moments: MomentSettings },
  streamerId: string,
): ListSettings {
  return { ...effectiveFilters(roster, settings, streamerId), moments: settings.moments };
}

/**
 * Returns of which events of a streamer the user is notified: by its own rules, or else by those for
 * all. Returns `null` for none, and for somebody who is not listed.
 */
export function effectiveNotifications(
  roster: Roster,
  settings: NotificationSettings,
  streamerId: string,
): NotificationRules | null {
  const listed = listedBy(roster, streamerId);
  return settings.isOn && listed !== null ? (listed.choices.notifications ?? settings) : null;
}

/** Returns the recording options that apply to a streamer: its own, or else those for all. */
export function effectiveRecording(
  roster: Roster,
  settings: { recording: RecordingOptions },
  streamerId: string,
): RecordingOptions {
  return listedBy(roster, streamerId)?.choices.recording ?? settings.recording;
}
