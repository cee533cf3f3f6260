import type { IconNode } from 'lucide';
import { h } from 'preact';

interface IconProps {
  /** An icon of `icons.ts`. */
  of: IconNode;
  size: number;
  class?: string | undefined;
}

/** A decorative icon, hidden from screen readers: a text or a button's name says the same. */
export function Icon({ of, size, class: className }: IconProps) {
  return (
    <svg
      class={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
