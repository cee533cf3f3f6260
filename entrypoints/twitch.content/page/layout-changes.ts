import { SECOND } from '@/lib/time';

/** Changes of the layout come in bursts, such as a transition of half a second. */
const BURST_MS = 150;
/** After a change, the page may still fill what it has added. */
const SETTLED_MS = SECOND;
/** While parts are missing, the page may be loading: changes are many, and anywhere. */
const SEARCH_MS = SECOND;

/** Follows the parts of the page that the placement of the panel depends on. */
export interface LayoutChanges {
  /** Follows these parts from now on, and looks for more unless the page is complete. */
  follow(parts: ReadonlySet<Element>, isComplete: boolean): void;
}

const CHAT = '[role="log"], .chat-shell, .video-chat';

/** Returns true for the chat and everything in it. */
export function isInChat(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(CHAT) !== null;
}

/** Returns `<html>` and all other elements that contain a part. */
function ancestorsOf(parts: ReadonlySet<Element>): Set<Element> {
  const ancestors = new Set<Element>([document.documentElement]);
  for (const part of parts) {
    let element = part.parentElement;
    while (element !== null && !ancestors.has(element)) {
      ancestors.add(element);
      element = element.parentElement;
    }
  }
  return ancestors;
}

/** Calls `onChange` some time after {@link soon} was called, and again when all has settled. */
function createDelay(signal: AbortSignal, onChange: () => void) {
  let next: ReturnType<typeof setTimeout> | undefined;
  let last: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => {
    clearTimeout(next);
    clearTimeout(last);
  });
  return function soon(delayMs: number): void {
    next ??= setTimeout(() => {
      next = undefined;
      clearTimeout(last);
      last = setTimeout(onChange, SETTLED_MS);
      onChange();
    }, delayMs);
  };
}

/**
 * Calls `onChange` after a part has changed its size or its classes, or the page has replaced it.
 * What happens inside the parts is not observed: a busy chat changes a hundred times a second.
 */
export function watchLayout(signal: AbortSignal, onChange: () => void): LayoutChanges {
  const soon = createDelay(signal, onChange);
  const sizes = new ResizeObserver(() => soon(BURST_MS));
  const changes = new MutationObserver(() => soon(BURST_MS));
  const additions = new MutationObserver((records) => {
    if (!records.every(({ target }) => isInChat(target))) soon(SEARCH_MS);
  });
  const observers = [sizes, changes, additions];
  let followed: ReadonlySet<Element> | undefined;
  /** Stays when parts are gone: the page may put their successors there. */
  let containers = new Set<Element>();

  function stop(): void {
    for (const observer of observers) observer.disconnect();
  }
  signal.addEventListener('abort', stop);

  return {
    follow(parts, isComplete) {
      if (followed?.symmetricDifference(parts).size === 0) return;
      stop();
      followed = parts;
      const classes = { attributes: true, attributeFilter: ['class'] };
      for (const part of parts) {
        sizes.observe(part);
        changes.observe(part, classes);
      }
      containers = ancestorsOf(parts).union(containers);
      for (const container of containers) {
        if (container.isConnected) changes.observe(container, { ...classes, childList: true });
        else containers.delete(container);
      }
      if (!isComplete) additions.observe(document.body, { childList: true, subtree: true });
    },
  };
}
