import { useCommand } from '@/components/hooks/use-command';
import type { send } from '@/lib/messaging/client';
import type { PanelActions } from './panel-actions';
import type { useAdded } from './use-added';

interface ActionsOptions {
  /** The login of the page's channel; `null` on other pages. */
  channel: string | null;
  send: typeof send;
  adding: ReturnType<typeof useAdded>;
  isTrusted: (event: Event) => boolean;
  reload: () => void;
}

/** Returns the actions of the panel's buttons. Only the user can press them. */
export function usePanelActions(options: ActionsOptions): PanelActions {
  const { channel, send: sendCommand, isTrusted, reload } = options;
  const { added, add, undo } = options.adding;
  const signIn = useCommand(() => sendCommand('auth/begin', {}));
  const setUp = useCommand(() => sendCommand('welcome/open', {}));
  // A link would not work: browsers open no page of an extension from a web page.
  const toOptions = useCommand(() => sendCommand('options/open', { section: 'application' }));
  const setFavorite = useCommand((userName: string) => sendCommand('favorite/set', { userName }));

  // A script of the page can reach into the open shadow root and click there.
  // https://developer.mozilla.org/en-US/docs/Web/API/Event/isTrusted
  const byUser = (act: () => void) => (event: Event) => {
    if (isTrusted(event)) act();
  };
  return {
    signIn: { ...signIn, run: byUser(() => void signIn.run()) },
    setUp: { ...setUp, run: byUser(() => void setUp.run()) },
    toOptions: { ...toOptions, run: byUser(() => void toOptions.run()) },
    makeFavorite: {
      ...setFavorite,
      run: byUser(() => channel !== null && void setFavorite.run(channel)),
    },
    alsoListen: { ...add, run: byUser(() => channel !== null && void add.run(channel)) },
    undoAdd: { ...undo, added, run: byUser(() => added !== null && void undo.run(added.id)) },
    onReload: byUser(reload),
  };
}
