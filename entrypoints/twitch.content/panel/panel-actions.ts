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
  onReload: (event: Event) => void;
}
