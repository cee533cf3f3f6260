import type { Connection } from '@/lib/domain/connection/connection';
import { createLookUps, type LookUpOptions, type LookUps } from './look-ups';

/** Looks up the other streamers while the connection listens. */
export interface ListeningLooks extends Pick<LookUps, 'stop' | 'check'> {
  connectionChanged(connection: Connection): void;
  /** Called when there are other streamers, or when something else has to be looked up. */
  streamersChanged(): void;
}

/** Creates the looks. None is taken before the connection listens. */
export function createListeningLooks(options: LookUpOptions): ListeningLooks {
  const lookUps = createLookUps(options);
  let isListening = false;

  return {
    stop: lookUps.stop,
    check: lookUps.check,
    streamersChanged: () => {
      if (isListening) lookUps.lookAtChange();
    },
    connectionChanged: ({ state }) => {
      isListening = state === 'listening';
      if (isListening) lookUps.look();
      else lookUps.stop();
    },
  };
}
