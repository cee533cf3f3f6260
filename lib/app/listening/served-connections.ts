import type { Problem } from '@/lib/domain/problem';
import type { SessionState } from '@/lib/twitch/eventsub/session/session';
import {
  isComplete,
  isHopeless,
  problemOfSubscriptions,
  type StandingOf,
} from '@/lib/twitch/eventsub/subscriptions/standing';
import type { ConnectionStage } from './connection-status';
import type { ServedStreamer } from './served-streamers';

/**
 * Tells each streamer that a connection serves whether it is connected. With many streamers, Twitch
 * answers for the last of them half a minute after it did for the first.
 */
export interface ServedConnections {
  /** Called when other streamers are served. Those who stay connected are told nothing. */
  servedChanged(): void;
  sessionChanged(state: SessionState): void;
  subscriptionsChanged(standingOf: StandingOf): void;
}

/** What a streamer was told last. */
interface Told {
  state: 'waiting' | 'connected' | 'refused';
  problem: Problem | null;
}

const NOTHING: Told = { state: 'waiting', problem: null };

/**
 * Creates it. `served` returns the streamers, the most important first: `stageChanged` reports the
 * stage of the connection as it is for the first of them.
 */
export function createServedConnections(
  served: () => readonly ServedStreamer[],
  stageChanged: (stage: ConnectionStage) => void,
): ServedConnections {
  /** `null` while there is no session. */
  let standingOf: StandingOf | null = null;
  let told = new Map<string, Told>();

  const stage = createStage(stageChanged);

  function update(): void {
    if (standingOf === null) return;
    const before = told;
    told = new Map();
    for (const streamer of served()) {
      const { streamerId } = streamer;
      told.set(streamerId, next(streamer, before.get(streamerId) ?? NOTHING, standingOf));
    }
    stage.report([...told.values()]);
    for (const { streamerId, receiver } of served()) {
      const now = told.get(streamerId);
      if (now !== undefined) tell(receiver, before.get(streamerId) ?? NOTHING, now);
    }
  }

  function disconnect(): void {
    standingOf = null;
    told = new Map([...told].map(([id, { problem }]) => [id, { state: 'waiting', problem }]));
    for (const { receiver } of served()) receiver.disconnected();
  }

  return {
    servedChanged: update,
    sessionChanged: (state) => {
      // Whether anything is received, only the subscriptions show.
      if (state.state === 'listening') return;
      stage.replace(state);
      if (state.state !== 'subscribing') disconnect();
    },
    subscriptionsChanged: (changed) => {
      standingOf = changed;
      update();
    },
  };
}

/** Returns what a streamer has to be told. One who is connected stays it while a new type is requested. */
function next({ subscriptions }: ServedStreamer, before: Told, standingOf: StandingOf): Told {
  const problem = problemOfSubscriptions(subscriptions, standingOf);
  if (isComplete(subscriptions, standingOf)) return { state: 'connected', problem };
  if (isHopeless(subscriptions, standingOf)) return { state: 'refused', problem };
  return { state: before.state, problem };
}

function tell(receiver: ServedStreamer['receiver'], before: Told, now: Told): void {
  if (now.state !== before.state && now.state === 'connected') receiver.connected();
  if (now.state !== before.state && now.state === 'refused') receiver.refused();
  if (now.problem !== before.problem) receiver.problemChanged(now.problem);
}

/** Reports the stage of a connection whenever it changes. */
function createStage(changed: (stage: ConnectionStage) => void) {
  let last: ConnectionStage | null = null;
  return {
    replace: (stage: ConnectionStage): void => {
      last = stage;
      changed(stage);
    },
    report: (told: readonly Told[]): void => {
      const stage = stageOf(told);
      if (stage === null || isSameStage(stage, last)) return;
      last = stage;
      changed(stage);
    },
  };
}

/** Returns the stage of a session by what its streamers are told, the most important one first. */
function stageOf(told: readonly Told[]): ConnectionStage | null {
  const [first] = told;
  if (first === undefined) return null;
  const isAnyConnected = told.some(({ state }) => state === 'connected');
  return first.state !== 'waiting' && isAnyConnected
    ? { state: 'listening', problem: first.problem }
    : { state: 'subscribing' };
}

function isSameStage(stage: ConnectionStage, last: ConnectionStage | null): boolean {
  if (stage.state !== last?.state) return false;
  return !('problem' in stage) || !('problem' in last) || stage.problem === last.problem;
}
