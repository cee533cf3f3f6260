import { browser } from 'wxt/browser';

interface ShadowHost {
  /** What stands in the page. */
  host: HTMLElement;
  /** What the panel is rendered into. */
  container: HTMLElement;
}

/**
 * Makes the element that keeps the page's styles and keyboard shortcuts out of the panel.
 * WXT's `createShadowRootUi` does this too, but takes the panel away when the extension is updated,
 * which is when it has something to say, and brings along an eighth of what the panel may weigh.
 */
export async function createShadowHost(name: string): Promise<ShadowHost> {
  const host = document.createElement(name);
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = await loadStyles();
  const container = document.createElement('div');
  // Firefox ends this script together with the extension, and nothing could put the panel away then.
  // It also takes away the style sheet of the manifest, without which the panel is not to be seen.
  if (import.meta.env.FIREFOX) container.style.display = 'var(--streamer-event-panel, none)';
  shadow.append(style, container);
  for (const type of ['keydown', 'keyup', 'keypress']) {
    // Else Twitch's shortcuts fire at keys pressed in the panel.
    shadow.addEventListener(type, (event) => event.stopPropagation());
  }
  return { host, container };
}

async function loadStyles(): Promise<string> {
  // WXT's type of paths leaves out styles. The address is one that only this script is told.
  const path = '/content-scripts/twitch.css' as '/';
  const response = await fetch(browser.runtime.getURL(path));
  return await response.text();
}
