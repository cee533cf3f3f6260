import styles from 'virtual:panel-styles';

interface ShadowHost {
  /** The element in the page. */
  host: HTMLElement;
  /** The element inside the shadow root that the panel is rendered into. */
  container: HTMLElement;
}

/**
 * Creates a host element with a shadow root, which keeps the page's styles and keyboard shortcuts
 * out of the panel. WXT's `createShadowRootUi` removes the panel when the extension is updated, but
 * this is when the panel must ask for a reload. See docs/adr/0006-own-shadow-host.md.
 */
export function createShadowHost(name: string): ShadowHost {
  const host = document.createElement(name);
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = styles;
  const container = document.createElement('div');
  // Firefox ends this script together with the extension, so that nothing could remove the panel.
  // But Firefox also removes the style sheet of the manifest, and without it the panel is hidden.
  if (import.meta.env.FIREFOX) container.style.display = 'var(--streamer-event-panel, none)';
  shadow.append(style, container);
  for (const type of ['keydown', 'keyup', 'keypress']) {
    // Keeps keys pressed in the panel from triggering Twitch's shortcuts.
    shadow.addEventListener(type, (event) => event.stopPropagation());
  }
  return { host, container };
}
