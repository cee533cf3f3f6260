import type { Script } from '../script.ts';

/** Writes something that happens on an evening into the script, starting at that second. */
export type Act = (script: Script, seconds: number) => void;
