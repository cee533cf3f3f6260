import { channelOf } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import { type Problem, SOLVED_IN_OPTIONS } from '@/lib/domain/problem';
import { type Roster, streamerOf } from '@/lib/domain/roster/roster';
import { EMPTY_FEED } from '@/lib/settings/feed';
import type { LastSignOut } from '@/lib/settings/last-sign-out';
import type { ConnectionReport } from './feed/connection-report';
import type { Publisher } from './feed/publisher';
import type { Supervisor } from './listening/supervisor';

/** Dependencies of {@link createSignedOutState}. */
export interface SignedOutOptions {
  db: Database;
  listening: Pick<Supervisor, 'stop'>;
  report: Pick<ConnectionReport, 'connection' | 'connectionChanged' | 'reconcilingWorks'>;
  publisher: Pick<Publisher, 'update'>;
  rosterOf(accountId: string): Promise<Roster>;
  lastSignOut: Pick<LastSignOut, 'getValue'>;
  /** Returns true if there is a Client ID to sign in with. */
  hasClientId(): Promise<boolean>;
}

/** The state in which no account is signed in. */
export interface SignedOutState {
  /**
   * Stops listening. `problem` is the error that led to the sign-out. If Twitch ended the sign-in,
   * the favorite and its rows stay on screen.
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

  /** Returns the favorite of an account whose sign-in Twitch has ended, or `null`. */
  async function keptFavorite(): Promise<Streamer | null> {
    const ended = await lastSignOut.getValue();
    if (ended?.by !== 'twitch') return null;
    const { favorite } = await rosterOf(ended.accountId);
    return favorite && streamerOf(favorite);
  }

  /** Returns `no_client_id` while there is none, because no sign-in is possible then. */
  async function problemNow(problem: Problem | null): Promise<Problem | null> {
    if (!(await hasClientId())) return 'no_client_id';
    return problem === 'no_client_id' ? null : problem;
  }

  async function signedOut(problem: Problem | null): Promise<void> {
    const stopped = listening.stop('signed_out');
    const favorite = await keptFavorite();
    // Whether the favorite is live is no longer known.
    const { account, channel, lastHeard } = EMPTY_FEED;
    publisher.update({ account, favorite, channel, ...(favorite === null && { lastHeard }) });
    report.connectionChanged({ state: 'signed_out', problem: await problemNow(problem) });
    report.reconcilingWorks();
    if (favorite === null) return;
    await stopped;
    publisher.update({ lastHeard: (await channelOf(db, favorite.id))?.heard_at ?? null });
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
