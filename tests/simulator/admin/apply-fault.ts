import type { Fault, ImmediateFault } from '../core/faults.ts';
import { isStanding } from '../core/faults.ts';
import type { Session } from '../eventsub/sessions.ts';
import type { Simulation } from '../simulation.ts';

type OfKind<K extends ImmediateFault['kind']> = Extract<ImmediateFault, { kind: K }>;
type Actions = {
  [K in ImmediateFault['kind']]: (fault: OfKind<K>, simulation: Simulation) => void;
};

function openSessions({ sessions }: Simulation, id: string | undefined): Session[] {
  return sessions
    .all()
    .filter((session) => session.connection.isOpen() && (id === undefined || session.id === id));
}

/** Every socket of the sessions, those that a session has just moved away from included. */
function openSockets(simulation: Simulation, id: string | undefined) {
  return openSessions(simulation, id).flatMap(({ connection, outgoing }) => [
    connection,
    ...outgoing,
  ]);
}

const ACTIONS: Actions = {
  close({ code, session }, simulation) {
    for (const socket of openSockets(simulation, session)) socket.close(code);
  },
  cut({ session }, simulation) {
    for (const socket of openSockets(simulation, session)) socket.cut();
  },
  silence({ session }, simulation) {
    for (const socket of openSockets(simulation, session)) socket.silence();
  },
  reconnect({ session: id, url }, simulation) {
    for (const session of openSessions(simulation, id)) simulation.sessions.reconnect(session, url);
  },
  revoke({ type, status }, { subscriptions, hub }) {
    const revoked = subscriptions
      .enabled()
      .filter((one) => type === undefined || one.type === type);
    hub.revoke(revoked, status);
  },
  expire({ user_id, seconds }, { tokens }) {
    tokens.expire(user_id, seconds * 1_000);
  },
  disconnect_app({ user_id }, { tokens, subscriptions, hub }) {
    const affects = (userId: string) => user_id === undefined || userId === user_id;
    tokens.disconnect(user_id);
    const orphans = subscriptions.enabled().filter(({ userId }) => affects(userId));
    hub.revoke(orphans, 'authorization_revoked');
  },
  clear(_fault, { faults }) {
    faults.clear();
  },
};

function act<K extends ImmediateFault['kind']>(fault: OfKind<K>, simulation: Simulation): void {
  // The table has the right action for every kind, but TypeScript can't relate the two lookups.
  const action = ACTIONS[fault.kind] as (fault: OfKind<K>, simulation: Simulation) => void;
  action(fault, simulation);
}

/** Lets something go wrong: at once, or from now on until it is cleared. */
export function applyFault(fault: Fault, simulation: Simulation): void {
  if (!isStanding(fault)) return act(fault, simulation);
  simulation.faults.add(fault);
  if (fault.kind === 'offline') simulation.disconnectAll();
}
