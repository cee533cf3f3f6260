import { appendFileSync } from 'node:fs';

/** True for the long form, `npm run test:faults`. The short form is part of every test run. */
const IS_LONG = process.env['FAULTS'] === 'long';

/** The file that collects measurements in the long form. */
const FILE = process.env['FAULT_MEASUREMENTS'];

/** Returns how often a test repeats something: `long` times in the long form, else `short` times. */
export function repetitions({ long, short }: { long: number; short: number }): number {
  return IS_LONG ? long : short;
}

/** Stores what a test measured, for the table at the end of the long form. */
export function storeMeasurements(
  test: string,
  measurements: Readonly<Record<string, number>>,
): void {
  if (FILE === undefined) return;
  appendFileSync(FILE, `${JSON.stringify({ test, measurements })}\n`);
}
