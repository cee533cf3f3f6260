import type { Environment } from '@/entrypoints/background/compose';

/** A fake toolbar button. */
export interface FakeToolbar extends Pick<Environment, 'showBadge'> {
  /** The text of the badge and the title of the button that are shown now. */
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
