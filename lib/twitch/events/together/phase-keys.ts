/**
 * Returns the parts that every phase of a hype train, poll, prediction, goal or charity campaign
 * has. The thread connects the phases to one row. The natural key keeps one event of each phase, so
 * a progress replaces the progress before it.
 */
export function phaseKeys(thing: string, id: string, phase: string) {
  const thread = `${thing}:${id}`;
  return { viewer: null, thread, naturalKey: `${thread}:${phase}` };
}

/** Returns the same parts for an id that Twitch may leave empty; then no event belongs to it. */
export function receivedPhaseKeys(thing: string, id: string, phase: string) {
  return id === '' ? { viewer: null } : phaseKeys(thing, id, phase);
}
