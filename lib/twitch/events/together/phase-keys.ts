/**
 * Returns the parts that every phase of a hype train, poll, prediction, goal or charity campaign
 * has. The thread connects the phases to one row. The natural key keeps one event of each phase, so
 * a progress replaces the progress before it.
 */
export function phaseKeys(thing: string, id: string, phase: string) {
  const thread = `${thing}:${id}`;
  return { viewer: null, thread, naturalKey: `${thread}:${phase}` };
}
