import type { Timers } from '../../core/timers.ts';
import type { Timings } from '../../core/timings.ts';
import type { Subscriptions } from '../subscriptions.ts';
import { statusAfterClose } from './close-codes.ts';
import type { Connection, Ending } from './connection.ts';
import type { Session } from './session.ts';

/** Dependencies of createSessionEnd. */
export interface SessionEndOptions {
  timers: Pick<Timers, 'after'>;
  timings: Pick<Timings, 'deadSessionMs' | 'firstSubscriptionMs'>;
  subscriptions: Pick<Subscriptions, 'disable' | 'enabledOfSession'>;
}

const UNUSED = 4003;

/** Ends sessions: unused ones, and those whose socket has ended. */
export function createSessionEnd({ timers, timings, subscriptions }: SessionEndOptions) {
  function finish(session: Session, status: string): void {
    session.state = 'ended';
    session.cancelUnused?.();
    for (const subscription of subscriptions.enabledOfSession(session.id)) {
      subscriptions.disable(subscription, status);
    }
  }

  return {
    watchUse(session: Session): void {
      session.cancelUnused?.();
      session.cancelUnused = null;
      const isUsed = subscriptions.enabledOfSession(session.id).length > 0;
      if (session.state === 'ended' || isUsed) return;
      session.cancelUnused = timers.after(timings.firstSubscriptionMs, () =>
        session.connection.close(UNUSED),
      );
    },

    connectionEnded(session: Session, connection: Connection, ending: Ending): void {
      session.outgoing.delete(connection);
      if (connection !== session.connection || session.state === 'ended') return;
      session.closeCode = ending.code;
      if (ending.by !== 'lost') return finish(session, statusAfterClose(ending));
      session.state = 'lost';
      timers.after(timings.deadSessionMs, () => finish(session, statusAfterClose(ending)));
    },
  };
}
