import { type EventKind, KIND_GROUPS } from '../event/event-kind';

/** What the user can have recorded beyond what everybody gets. */
export const RECORDING_OPTIONS = ['moderation', 'redemptions', 'shared_chat'] as const;

/** One of {@link RECORDING_OPTIONS}. */
export type RecordingOption = (typeof RECORDING_OPTIONS)[number];

/** Which of the switches are on. */
export type RecordingOptions = Readonly<Record<RecordingOption, boolean>>;

/** What is recorded when the user has chosen nothing else. */
export const DEFAULT_RECORDING_OPTIONS: RecordingOptions = {
  moderation: false,
  redemptions: false,
  shared_chat: false,
};

/**
 * Kinds that are recorded only for those who ask for them, by the switch that asks: what moderators
 * do is nobody else's business, redemptions are many, and what happened in another channel of a
 * shared chat would be counted as the favorite's own.
 */
const SWITCHED: Readonly<Record<RecordingOption, readonly EventKind[]>> = {
  moderation: KIND_GROUPS.moderation,
  redemptions: ['redemption'],
  shared_chat: ['shared_chat'],
};

/** The switch that events of a kind are recorded by; `null` for what is recorded always. */
export function recordingOptionOf(kind: EventKind): RecordingOption | null {
  return RECORDING_OPTIONS.find((name) => SWITCHED[name].includes(kind)) ?? null;
}

/** Whether events of a kind are recorded. */
export function isRecorded(kind: EventKind, recording: RecordingOptions): boolean {
  const asking = recordingOptionOf(kind);
  return asking === null || recording[asking];
}
