import { listenToLayoutButtons } from './layout.ts';
import { followLinks, navigate } from './navigation.ts';
import { startRefreshing } from './refresh.ts';
import { restoreTheme, setTheme, toggleTheme } from './theme.ts';

declare global {
  interface Window {
    /** What tests do to the page; Twitch has nothing like it. */
    simulator: {
      /** Changes the page as Twitch does, without loading a document; resolves when it is there. */
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
