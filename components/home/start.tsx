import { render } from 'preact';
import { browser } from 'wxt/browser';
import { followAppearance } from '@/components/appearance/follow-appearance';
import { surviveTranslation } from '@/components/ui/survive-translation';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './frame.css';
import './home.css';
import { createDatabase } from '@/lib/db/database';
import { send, wake } from '@/lib/messaging/client';
import { App } from './App';
import { pageActionsOf, type View } from './page-actions';

/** Shows the streamers and their events on this page: popup, side panel, window or tab. */
export function startHome(view: View): void {
  void wake();
  followAppearance();
  document.documentElement.dataset['view'] = view;
  const root = document.getElementById('app');
  if (root === null) return;
  render(
    <App
      db={createDatabase()}
      send={send}
      optionsUrl={browser.runtime.getURL('/options.html')}
      page={pageActionsOf(view)}
    />,
    root,
  );
  surviveTranslation(root);
}
