import type { Problem } from '@/lib/domain/problem';

/** A command as one button of the panel sends it. */
export interface PanelCommand {
  isBusy: boolean;
  problem: Problem | null;
  run: (event: Event) => void;
}

/** What the panel's buttons do. */
export interface PanelActions {
  signIn: PanelCommand;
  /** Makes the streamer whose page this is the favorite. */
  makeFavorite: PanelCommand;
  onReload: (event: Event) => void;
}
