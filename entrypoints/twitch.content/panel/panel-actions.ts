import type { Streamer } from '@/lib/domain/channel/channel';
import type { Problem } from '@/lib/domain/problem';

/** A command behind a button of the panel. */
export interface PanelCommand {
  isBusy: boolean;
  problem: Problem | null;
  run: (event: Event) => void;
}

/** The actions of the panel's buttons. */
export interface PanelActions {
  signIn: PanelCommand;
  /** Makes the streamer of the current page the favorite. */
  makeFavorite: PanelCommand;
  /** Adds the streamer of the current page to the list. */
  alsoListen: PanelCommand;
  /** Removes the streamer that was just added; `null` if there is none. */
  undoAdd: PanelCommand & { added: Streamer | null };
  /** Shows the page that leads through the set-up. */
  setUp: PanelCommand;
  onReload: (event: Event) => void;
}
