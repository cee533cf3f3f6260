import type { Environment } from '@/entrypoints/background/compose';

/** A toolbar button that remembers what it shows. */
export interface FakeToolbar extends Pick<Environment, 'showBadge'> {
  /** Text of the badge, and title of the button. */
  readonly shown: { text: string; title: string };
}

export function createFakeToolbar(): FakeToolbar {
  let shown = { text: '', title: '' };
  return {
    get shown() {
      return shown;
    },
    showBadge: async ({ text }, title) => {
      shown = { text, title };
    },
  };
}
