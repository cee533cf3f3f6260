import { listenToLayoutButtons } from './layout.ts';
import { followLinks, navigate } from './navigation.ts';
import { startRefreshing } from './refresh.ts';
import { restoreTheme, setTheme, toggleTheme } from './theme.ts';

declare global {
  interface Window {
    /** Functions for tests; the real Twitch does not have them. */
    simulator: {
      /** Changes the page like Twitch, without loading a document; resolves when it is shown. */
      navigate: typeof navigate;
      setTheme: typeof setTheme;
    };
  }
}

window.simulator = { navigate, setTheme };
restoreTheme();
listenToLayoutButtons();
followLinks();
startRefreshing();
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-simulator=toggle-theme]')) toggleTheme();
});
