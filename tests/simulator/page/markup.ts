import { html } from 'hono/html';
import type { Random } from '../core/random.ts';

export type Markup = ReturnType<typeof html>;

/** Puts boxes without meaning around a piece of markup. */
export type Wrap = (content: Markup) => Markup;

/**
 * Creates the function that wraps markup. Twitch's build puts one or two boxes around most elements
 * and changes their class names with every build, so the extension must not rely on a parent or on
 * these names.
 */
export function createWrap(random: Random): Wrap {
  const once = (content: Markup) => {
    const [component, hash] = [random.opaque(6), random.opaque(6)];
    return html`<div class="Layout-sc-${component}-0 ${hash}">${content}</div>`;
  };
  return (content) => (random.chance(0.5) ? once(content) : once(once(content)));
}
