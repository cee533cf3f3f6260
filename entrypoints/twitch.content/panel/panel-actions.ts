import type { Streamer } from '@/lib/domain/channel/channel';
import type { Problem } from '@/lib/domain/problem';
import type { send } from '@/lib/messaging/client';

/** A command behind a button of the panel. */
export interface PanelCommand {
  isBusy: boolean;
  problem: Problem | null;
  run: (event: Event) => void;
}

/** What the list of the open panel needs. */
export interface PanelListProps {
  send: typeof send;
  /** Returns true if an event comes from the user, and not from a script of the page. */
  isTrusted: (event: Event) => boolean;
  /** True while the user can see the panel. */
  isShown: boolean;
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
  /** Shows where the options have what a sign-in is missing. */
  toOptions: PanelCommand;
  onReload: (event: Event) => void;
}
