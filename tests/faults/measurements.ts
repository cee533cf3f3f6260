import { appendFileSync } from 'node:fs';

/** Whether this is the long form, `npm run test:faults`. The short one is part of every test run. */
const IS_LONG = process.env['FAULTS'] === 'long';

/** Where the long form gathers what was measured; any runner of tests may add to it. */
const FILE = process.env['FAULT_FIGURES'];

/** How much of something a test does. */
export function howMany(long: number, short: number): number {
  return IS_LONG ? long : short;
}

/** Notes what a test measured, for the table that the long form ends with. */
export function note(test: string, figures: Readonly<Record<string, number>>): void {
  if (FILE === undefined) return;
  appendFileSync(FILE, `${JSON.stringify({ test, figures })}\n`);
}
