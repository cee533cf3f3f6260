/**
 * What ties a phase of something that goes on for a while to its others. Each phase is told once,
 * whoever reports it: progress in place of the progress before.
 */
export function phaseKeys(thing: string, id: string, phase: string) {
  const thread = `${thing}:${id}`;
  return { viewer: null, thread, naturalKey: `${thread}:${phase}` };
}
