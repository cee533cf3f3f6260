import { type Appearance, appearanceAttributes } from '@/lib/domain/view/appearance';
import { type FeedIndex, readableIndex } from '@/lib/settings/feed';
import { feedIndexItem } from '@/lib/settings/feed-item';

/** Where a page keeps what it looks like, for its next start: no other store is read at once. */
const KEPT = 'appearance';

/** Makes this page look as the user wants, now and after every change. Call it once. */
export function followAppearance(): void {
  showAttributes(readKept());
  let isOutdated = false;
  feedIndexItem.watch((index) => {
    isOutdated = true;
    show(index);
  });
  feedIndexItem.getValue().then(
    (index) => {
      if (!isOutdated) show(index);
    },
    // If it cannot be read, the page stays as it is.
    () => undefined,
  );
}

function show(index: FeedIndex | null): void {
  showAppearance(readableIndex(index ?? {}).appearance);
}

/** Makes this page look like this at once. */
export function showAppearance(appearance: Appearance): void {
  const attributes = appearanceAttributes(appearance);
  showAttributes(attributes);
  keep(attributes);
}

const ATTRIBUTES = ['data-text-size', 'data-theme'] as const;

type Attributes = Partial<Record<(typeof ATTRIBUTES)[number], string>>;

function showAttributes(attributes: Attributes): void {
  for (const name of ATTRIBUTES) {
    const value = attributes[name];
    if (value === undefined) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
}

function keep(attributes: Attributes): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(attributes));
  } catch {
    // Without room for it, the page looks like this a moment later.
  }
}

function readKept(): Attributes {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
