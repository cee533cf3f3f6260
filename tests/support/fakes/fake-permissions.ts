import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The optional permissions of the fake browser. */
export interface FakePermissions {
  /** How often the user was asked. */
  readonly asked: number;
  /** What the user answers. */
  answer: boolean;
  /** Allows or forbids notifications, as in the browser's own settings. */
  set(isAllowed: boolean): void;
}

/** Adds permissions to the fake browser. Notifications are not allowed at first. */
export function fakePermissions(): FakePermissions {
  let isAllowed = false;
  let asked = 0;
  const listeners = new Set<() => void>();
  const changes = {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  };
  const fake: FakePermissions = {
    get asked() {
      return asked;
    },
    answer: true,
    set: (next) => {
      isAllowed = next;
      for (const listener of listeners) listener();
    },
  };
  // Only what is used, so the types of the browser do not fit.
  Object.assign(fakeBrowser.permissions, {
    contains: async () => isAllowed,
    request: async () => {
      asked += 1;
      if (fake.answer) fake.set(true);
      return fake.answer;
    },
    onAdded: changes,
    onRemoved: changes,
  });
  return fake;
}
