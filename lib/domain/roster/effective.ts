import type { Filters } from '../filter/filter';
import type { RecordingOptions } from '../history/recording-options';
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

/** Returns the recording options that apply to a streamer: its own, or else those for all. */
export function effectiveRecording(
  roster: Roster,
  settings: { recording: RecordingOptions },
  streamerId: string,
): RecordingOptions {
  return listedBy(roster, streamerId)?.choices.recording ?? settings.recording;
}
