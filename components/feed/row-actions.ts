import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RowView } from '@/lib/domain/view/row-view';

/** What can be done with a row, as far as the screen of the list offers it. */
export interface RowActions {
  /** Shows the details of the row with this id. */
  open?: ((rowId: string) => void) | undefined;
  /** Hides the events like this one. Resolves once they are, or once it is clear that they are not. */
  hide?: ((row: RowView) => void) | undefined;
  /** Shows the events of this viewer only. Not offered for a row without a viewer. */
  onlyViewer?: ((viewerId: string) => void) | undefined;
  /** Switches on notifications of events like this one. Not offered for a kind that has none. */
  notify?: ((row: RowView) => void) | undefined;
  /** Returns true if an event comes from the user, and not from a script of the page. */
  isTrusted: (event: Event) => boolean;
}

const RowActionsContext = createContext<RowActions>({ isTrusted: () => true });

/** Provides the actions to the rows of a list. */
export const RowActionsProvider = RowActionsContext.Provider;

/** Returns what the screen of a list offers for its rows. */
export function useRowActions(): RowActions {
  return useContext(RowActionsContext);
}
