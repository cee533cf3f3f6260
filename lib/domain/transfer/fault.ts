/** Why a line of a file cannot be read. The catalog has a sentence for each. */
export const FAULTS = [
  'not_text',
  'too_long',
  'not_json',
  'wrong_format',
  'newer_version',
  'unknown_kind',
  'wrong_field',
] as const;

/** A line that breaks a file, so that nothing of the file is taken over. */
export interface LineFault {
  /** The first line is 1. */
  line: number;
  fault: (typeof FAULTS)[number];
  /** The wrong part of the line, such as `detail.bits`; `null` if it is the line as a whole. */
  field: string | null;
}
