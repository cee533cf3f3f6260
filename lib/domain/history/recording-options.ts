import { type EventKind, KIND_GROUPS } from '../event/event-kind';

/** Groups of events that are recorded only if the user switches them on. */
export const RECORDING_OPTIONS = ['moderation', 'redemptions', 'shared_chat'] as const;

/** One of {@link RECORDING_OPTIONS}. */
export type RecordingOption = (typeof RECORDING_OPTIONS)[number];

/** The state of each recording option: true if it is on. */
export type RecordingOptions = Readonly<Record<RecordingOption, boolean>>;

/** The recording options of a user who has changed none. */
export const DEFAULT_RECORDING_OPTIONS: RecordingOptions = {
  moderation: false,
  redemptions: false,
  shared_chat: false,
};

/**
 * The kinds that each option records. They are off by default: moderation is sensitive, redemptions
 * can be very many, and events of other channels in a shared chat would count as the favorite's
 * own.
 */
const KINDS_OF_OPTION: Readonly<Record<RecordingOption, readonly EventKind[]>> = {
  moderation: KIND_GROUPS.moderation,
  redemptions: ['redemption'],
  shared_chat: ['shared_chat'],
};

/** Returns the option that records a kind of event; `null` for a kind that is always recorded. */
export function recordingOptionOf(kind: EventKind): RecordingOption | null {
  return RECORDING_OPTIONS.find((name) => KINDS_OF_OPTION[name].includes(kind)) ?? null;
}

/** Returns true if events of a kind are recorded. */
export function isRecorded(kind: EventKind, recording: RecordingOptions): boolean {
  const option = recordingOptionOf(kind);
  return option === null || recording[option];
}
