import { heardUntil } from '@/lib/db/attendance';
import type { Database } from '@/lib/db/database';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { type Problem, SOLVED_IN_OPTIONS } from '@/lib/domain/problem';
import { EMPTY_ROSTER, listedIn, type Roster } from '@/lib/domain/roster/roster';
import type { LastSignOut } from '@/lib/settings/last-sign-out';
import type { ConnectionReport } from './feed/connection-report';
import { entriesOf } from './feed/publication';
import type { Publisher } from './feed/publisher';
import type { Supervisor } from './listening/supervisor';

/** Dependencies of {@link createSignedOutState}. */
export interface SignedOutOptions {
  db: Database;
  listening: Pick<Supervisor, 'stop'>;
  report: Pick<ConnectionReport, 'connection' | 'connectionChanged' | 'reconcilingWorks'>;
  publisher: Pick<Publisher, 'update' | 'channelChanged'>;
  rosterOf(accountId: string): Promise<Roster>;
  lastSignOut: Pick<LastSignOut, 'getValue'>;
  /** Returns true if there is a Client ID to sign in with. */
  hasClientId(): Promise<boolean>;
}

/** The state in which no account is signed in. */
export interface SignedOutState {
  /**
   * Stops listening. `problem` is the error that led to the sign-out. If Twitch ended the sign-in,
   * the streamers and their rows stay on screen.
   */
  signedOut(problem: Problem | null): Promise<void>;
  /** Does the same and shows the last problem again. */
  stillSignedOut(): Promise<void>;
  /** Does the same without a problem that a change of the Client ID may have solved. */
  clientIdChanged(): Promise<void>;
}

/** Creates the state. Nothing happens before the first call. */
export function createSignedOutState(options: SignedOutOptions): SignedOutState {
  const { db, listening, report, publisher, rosterOf, lastSignOut, hasClientId } = options;

  /** Returns the streamers of an account whose sign-in Twitch has ended. */
  async function keptRoster(): Promise<Roster> {
    const ended = await lastSignOut.getValue();
    return ended?.by === 'twitch' ? await rosterOf(ended.accountId) : EMPTY_ROSTER;
  }

  /** Returns `no_client_id` while there is none, because no sign-in is possible then. */
  async function problemNow(problem: Problem | null): Promise<Problem | null> {
    if (!(await hasClientId())) return 'no_client_id';
    return problem === 'no_client_id' ? null : problem;
  }

  async function signedOut(problem: Problem | null): Promise<void> {
    const stopped = listening.stop('signed_out');
    const roster = await keptRoster();
    const { favorite } = roster;
    // Whether they are live is no longer known.
    for (const { id } of listedIn(roster)) publisher.channelChanged(id, NOTHING_KNOWN);
    publisher.update({
      account: null,
      streamers: entriesOf(roster),
      ...(favorite === null && { lastHeard: null }),
    });
    report.connectionChanged({ state: 'signed_out', problem: await problemNow(problem) });
    report.reconcilingWorks();
    if (favorite === null) return;
    await stopped;
    publisher.update({ lastHeard: await heardUntil(db, favorite.id) });
  }

  function lastProblem(): Problem | null {
    const { connection } = report;
    return connection.state === 'signed_out' ? connection.problem : null;
  }

  return {
    signedOut,
    stillSignedOut: async () => await signedOut(lastProblem()),
    clientIdChanged: async () => {
      const problem = lastProblem();
      await signedOut(problem !== null && SOLVED_IN_OPTIONS.has(problem) ? null : problem);
    },
  };
}
