import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import '@/components/ui/tokens.css';
import './host.css';
import { t } from '@/lib/i18n/text';
import { send, wake } from '@/lib/messaging/client';
import { App } from './App';
import { watchPage } from './page/page-state';
import { createShadowHost } from './shadow-host';

export default defineContentScript({
  matches: ['https://www.twitch.tv/*'],
  cssInjectionMode: 'ui',
  async main(ctx) {
    void wake();
    // Read while the browser still answers, to be said when it no longer does.
    for (const key of ['panel.left_behind', 'action.reload'] as const) t(key);
    const { host, container } = await createShadowHost('streamer-event-panel');
    if (ctx.isInvalid) return;
    render(
      <App
        send={send}
        watch={(onChange) => watchPage(ctx, isOrphaned, onChange)}
        reload={() => location.reload()}
      />,
      container,
    );
    keepInPage(ctx, host);
    ctx.onInvalidated(() => {
      // A newer script of this extension has taken over.
      if (isOrphaned()) return;
      render(null, container);
      host.remove();
    });
  },
});

/** Whether the extension was updated or removed, and this script left behind in the page. */
function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}

/**
 * Puts the panel at the end of the document, outside of everything that Twitch's own page changes
 * take away and build again, and puts it back should another script sweep it out.
 */
function keepInPage(ctx: ContentScriptContext, host: HTMLElement): void {
  const root = document.documentElement;
  // An update ends the script before this one, in Firefox without a word, and leaves its panel behind.
  document.querySelector(host.localName)?.remove();
  root.append(host);
  const observer = new MutationObserver(() => {
    if (!host.isConnected) root.append(host);
  });
  // Only what is directly below <html>: that hardly ever changes.
  observer.observe(root, { childList: true });
  ctx.onInvalidated(() => observer.disconnect());
}
