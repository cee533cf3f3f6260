import type { Fault, Faults, ImmediateFault } from '../core/faults.ts';
import { hits, isStanding } from '../core/faults.ts';
import type { Hub } from '../eventsub/hub.ts';
import type { Session } from '../eventsub/sessions/session.ts';
import type { Sessions } from '../eventsub/sessions/sessions.ts';
import type { Subscriptions } from '../eventsub/subscriptions.ts';
import type { Tokens } from '../world/tokens.ts';

/** The parts that faults act on. */
export interface FaultTargets {
  faults: Pick<Faults, 'add' | 'clear'>;
  hub: Pick<Hub, 'revoke'>;
  sessions: Pick<Sessions, 'all' | 'reconnect'>;
  subscriptions: Pick<Subscriptions, 'enabled'>;
  tokens: Pick<Tokens, 'disconnect' | 'expire'>;
  disconnectAll(): void;
}

type OfKind<K extends ImmediateFault['kind']> = Extract<ImmediateFault, { kind: K }>;
type Actions = {
  [K in ImmediateFault['kind']]: (fault: OfKind<K>, targets: FaultTargets) => void;
};

function openSessions({ sessions }: FaultTargets, id: string | undefined): Session[] {
  return sessions
    .all()
    .filter((session) => session.connection.isOpen() && (id === undefined || session.id === id));
}

/** Returns all sockets of the open sessions, including the old ones of moved sessions. */
function openSockets(targets: FaultTargets, id: string | undefined) {
  return openSessions(targets, id).flatMap(({ connection, outgoing }) => [connection, ...outgoing]);
}

const ACTIONS: Actions = {
  close({ code, session }, targets) {
    for (const socket of openSockets(targets, session)) socket.close(code);
  },
  cut({ session }, targets) {
    for (const socket of openSockets(targets, session)) socket.cut();
  },
  silence({ session }, targets) {
    for (const socket of openSockets(targets, session)) socket.silence();
  },
  reconnect({ session: id, url }, targets) {
    for (const session of openSessions(targets, id)) targets.sessions.reconnect(session, url);
  },
  revoke({ type, broadcaster, status }, { subscriptions, hub }) {
    const hit = { type, broadcaster };
    const revoked = subscriptions.enabled().filter((subscription) => hits(hit, subscription));
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

function act<K extends ImmediateFault['kind']>(fault: OfKind<K>, targets: FaultTargets): void {
  // Each kind has the matching action, but TypeScript cannot relate the two lookups.
  const action = ACTIONS[fault.kind] as (fault: OfKind<K>, targets: FaultTargets) => void;
  action(fault, targets);
}

/** Applies an immediate fault, or activates a standing fault until it is cleared. */
export function applyFault(fault: Fault, targets: FaultTargets): void {
  if (!isStanding(fault)) return act(fault, targets);
  targets.faults.add(fault);
  if (fault.kind === 'offline') targets.disconnectAll();
}
