import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { surviveTranslation } from '@/components/ui/survive-translation';
import '@/components/ui/tokens.css';
import './host.css';
import { send, wake } from '@/lib/messaging/client';
import { App } from './App';
import { watchPage } from './page/page-state';
import { whenVisible } from './page/when-visible';
import { whereIsPage } from './page/where-is-page';
import { answerMessages } from './page-messages';
import { bringPanelTexts } from './panel-texts';
import type { ScriptContext } from './script-context';
import { createShadowHost } from './shadow-host';

export default defineContentScript({
  matches: ['https://www.twitch.tv/*'],
  // The script brings its styles along, see tools/panel-build.ts.
  cssInjectionMode: 'manual',
  main(ctx: ScriptContext) {
    whenVisible(ctx.signal, () => showPanel(ctx));
  },
});

function showPanel(ctx: ScriptContext): void {
  bringPanelTexts();
  const { host, container } = createShadowHost('streamer-event-panel');
  render(
    <App
      send={send}
      watchPage={(signal, wantedPlace, onChange) =>
        watchPage(signal, { isOrphaned, wantedPlace }, onChange)
      }
      reload={() => location.reload()}
      answer={answerMessages}
    />,
    container,
  );
  surviveTranslation(container);
  answerMessages(ctx.signal, { 'page/where': whereIsPage });
  keepInPage(ctx, host);
  // The browser may have ended the background. Then a visit to Twitch is a good time to restart it.
  void wake();
  // A newer script has taken over. Without one, an orphaned panel stays and asks the user to reload.
  ctx.onInvalidated(() => {
    render(null, container);
    host.remove();
  });
}

/** Returns true if the extension was updated or removed while this script stays in the page. */
function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}

/**
 * Appends the panel to `<html>`, outside of everything that Twitch replaces on navigation, and
 * appends it again if another script removes it.
 */
function keepInPage(ctx: ScriptContext, host: HTMLElement): void {
  const root = document.documentElement;
  // After an update, the panel of the previous script may still be there. Firefox ends a script
  // without calling its handlers.
  document.querySelector(host.localName)?.remove();
  root.append(host);
  const observer = new MutationObserver(() => {
    if (!host.isConnected) root.append(host);
  });
  // Watches only the direct children of <html>, which rarely change.
  observer.observe(root, { childList: true });
  ctx.onInvalidated(() => observer.disconnect());
}
