import { act, cleanup } from '@testing-library/preact';
import { afterEach, beforeEach } from 'vitest';
import { installEnglish } from '../english';
import { installIntersections } from '../fakes/fake-intersections';
import { fakePermissions } from '../fakes/fake-permissions';

/**
 * Prepares tests that render: loads the English texts, forbids notifications, puts everything on
 * screen and lets menus open before each test, and cleans up after it.
 */
export function setUpScreen(): void {
  beforeEach(installEnglish);
  beforeEach(() => void fakePermissions());
  beforeEach(installIntersections);
  beforeEach(() => {
    // happy-dom has no top layer, where menus open.
    HTMLElement.prototype.showPopover = () => undefined;
  });
  afterEach(cleanup);
}

/** Unfolds everything that is folded, as a click on each summary does. */
export async function unfoldAll(container: Element): Promise<void> {
  await act(() => {
    for (const details of container.querySelectorAll('details')) details.open = true;
  });
}
