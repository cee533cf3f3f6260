import { html } from 'hono/html';
import type { Random } from '../core/random.ts';

export type Markup = ReturnType<typeof html>;

/** Puts anonymous boxes around a piece of markup. */
export type Wrap = (content: Markup) => Markup;

/**
 * Twitch's build puts one or two boxes with meaningless class names around nearly everything, and
 * other ones with every build: nothing may rely on a parent or on those names.
 */
export function createWrap(random: Random): Wrap {
  const once = (content: Markup) => {
    const [component, hash] = [random.opaque(6), random.opaque(6)];
    return html`<div class="Layout-sc-${component}-0 ${hash}">${content}</div>`;
  };
  return (content) => (random.chance(0.5) ? once(content) : once(once(content)));
}
