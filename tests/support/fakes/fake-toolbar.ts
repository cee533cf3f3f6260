import type { Environment } from '@/entrypoints/background/compose';

/** A fake toolbar button. */
export interface FakeToolbar extends Pick<Environment, 'showBadge'> {
  /** The text of the badge and the title of the button that are shown now. */
  readonly shown: { text: string; title: string };
  /** How often it was changed, or shown again as it was. */
  readonly changes: number;
}

export function createFakeToolbar(): FakeToolbar {
  let shown = { text: '', title: '' };
  let changes = 0;
  return {
    get shown() {
      return shown;
    },
    get changes() {
      return changes;
    },
    showBadge: async ({ text }, title) => {
      shown = { text, title };
      changes += 1;
    },
  };
}
