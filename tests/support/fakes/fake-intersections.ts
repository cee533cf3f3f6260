import { act } from '@testing-library/preact';
import { vi } from 'vitest';

type Report = (entries: IntersectionObserverEntry[]) => void;

/** The elements of each observer. */
const observed = new Map<Report, Set<Element>>();
let isOnScreen: (element: Element) => boolean = () => true;

function report(to: Report, elements: readonly Element[]): void {
  const entries = elements.map((target) => {
    const isIntersecting = isOnScreen(target);
    const intersectionRatio = isIntersecting ? 1 : 0;
    const intersectionRect = { height: 40 * intersectionRatio };
    return { target, isIntersecting, intersectionRatio, intersectionRect };
  });
  // Only what the product reads.
  to(entries as unknown as IntersectionObserverEntry[]);
}

class FakeIntersectionObserver {
  readonly #report: Report;
  constructor(to: Report) {
    this.#report = to;
    observed.set(to, new Set());
  }
  observe(element: Element): void {
    const elements = observed.get(this.#report);
    if (elements === undefined || elements.has(element)) return;
    elements.add(element);
    report(this.#report, [element]);
  }
  disconnect(): void {
    observed.delete(this.#report);
  }
}

/** Makes all elements be on screen, which nothing is laid out on. */
export function installIntersections(): void {
  observed.clear();
  isOnScreen = () => true;
  vi.stubGlobal('IntersectionObserver', FakeIntersectionObserver);
}

/** Scrolls to where only these elements are on screen. */
export async function putOnScreen(isShown: (element: Element) => boolean): Promise<void> {
  isOnScreen = isShown;
  await act(() => {
    for (const [to, elements] of observed) report(to, [...elements]);
  });
}
