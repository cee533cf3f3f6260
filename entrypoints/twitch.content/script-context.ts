import { browser } from 'wxt/browser';

/**
 * What WXT passes to the panel's script, in place of its own class, which can do more and takes
 * another 1.5 kB, compressed, of every page of Twitch. See tools/panel-build.ts.
 *
 * A script that starts ends the one before it in the same page, such as after the developer has
 * built the extension again.
 */
export class ContentScriptContext {
  readonly #ending = new AbortController();

  constructor(name: string) {
    const started = `${browser.runtime?.id}:${name}:started`;
    document.dispatchEvent(new CustomEvent(started));
    document.addEventListener(started, () => this.#ending.abort(), { once: true });
  }

  /** Aborts when a newer script has taken over. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Calls `end` once, when a newer script has taken over. */
  onInvalidated(end: () => void): void {
    this.signal.addEventListener('abort', end);
  }
}
