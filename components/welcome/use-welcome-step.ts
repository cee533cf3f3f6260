import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  isStepDone,
  type SetUp,
  shownStep,
  stepAfter,
  type WelcomeStep,
} from '@/lib/domain/welcome-steps';

/** The step that the page shows. */
interface ShownStep {
  shown: WelcomeStep;
  /** The heading of the step: it gets the focus when another step is shown. */
  heading: RefObject<HTMLHeadingElement | null>;
  go: (step: WelcomeStep) => void;
}

/**
 * Returns the step that the fragment of the address names, as far as it can be taken. The address
 * follows, so that the browser's back button and a reload lead to the same step. Once the Client ID
 * is entered or somebody has signed in, here or elsewhere, the next step is shown.
 */
export function useWelcomeStep(setUp: SetUp): ShownStep {
  const [fragment, setFragment] = useState(location.hash);
  const heading = useRef<HTMLHeadingElement>(null);
  const beforeRef = useRef<{ shown: WelcomeStep; isDone: boolean }>(undefined);
  const shown = shownStep(fragment, setUp);
  const isDone = isStepDone(shown, setUp);
  const next = stepAfter(shown, setUp);

  function go(step: WelcomeStep): void {
    location.assign(`#${step}`);
    setFragment(`#${step}`);
  }

  useEffect(() => {
    const onHashChange = () => setFragment(location.hash);
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);

  useEffect(() => {
    if (location.hash === `#${shown}`) return;
    // Not a step of the user's, so the back button does not lead here again.
    history.replaceState(null, '', `#${shown}`);
    setFragment(`#${shown}`);
  }, [shown]);

  useLayoutEffect(() => {
    const last = beforeRef.current;
    beforeRef.current = { shown, isDone };
    if (last === undefined) return;
    if (last.shown !== shown) {
      heading.current?.focus();
      scrollTo({ top: 0 });
      // Whoever picks streamers may want to pick more.
    } else if (isDone && !last.isDone && shown !== 'streamers') go(next);
  }, [shown, isDone, next]);

  return { shown, heading, go };
}
