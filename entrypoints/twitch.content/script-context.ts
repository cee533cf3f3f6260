import { browser } from 'wxt/browser';

/** What the script needs to know of its own end. */
export interface ScriptContext {
  /** Aborts when a newer script has taken over. */
  readonly signal: AbortSignal;
  /** Calls `end` once, when a newer script has taken over. */
  onInvalidated(end: () => void): void;
}

/**
 * What WXT passes to the panel's script, in place of its own class. See tools/panel-build.ts and
 * docs/adr/0017-own-context-of-the-panel.md.
 *
 * A script that starts ends the one before it in the same page: Firefox starts one in open pages
 * after an update, and a developer who builds the extension again does so in Chrome.
 */
export class ContentScriptContext implements ScriptContext {
  readonly #ending = new AbortController();

  constructor(name: string) {
    // The id, so that neither another extension nor a build that is not from the store ends this one.
    // It is read now: after an update, the older script has none, but it listens to it still.
    const started = `${browser.runtime?.id}:${name}:started`;
    // First to the older script, then to the newer ones: it must not end itself.
    document.dispatchEvent(new CustomEvent(started));
    document.addEventListener(started, () => this.#ending.abort(), { once: true });
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  onInvalidated(end: () => void): void {
    this.signal.addEventListener('abort', end);
  }
}
