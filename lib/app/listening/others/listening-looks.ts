import type { Connection } from '@/lib/domain/connection/connection';
import { createLookUps, type LookUpOptions, type LookUps } from './look-ups';

/** Looks up the other streamers while the connection listens. */
export interface ListeningLooks extends Pick<LookUps, 'stop' | 'check'> {
  connectionChanged(connection: Connection): void;
  /** Called when there are other streamers, or when something else has to be looked up. */
  streamersChanged(): void;
}

/** Options of {@link createListeningLooks}. */
export interface ListeningLookOptions extends LookUpOptions {
  /** Looks up the recordings of those for whom it is time. */
  checkRecordings(): void;
}

/** Creates the looks. None is taken before the connection listens. */
export function createListeningLooks(options: ListeningLookOptions): ListeningLooks {
  const lookUps = createLookUps(options);
  let isListening = false;

  return {
    stop: lookUps.stop,
    check: () => {
      lookUps.check();
      if (isListening) options.checkRecordings();
    },
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
