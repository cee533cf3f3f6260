import { options } from 'preact';

/**
 * Keeps what Preact renders in `root` up to date while the browser or an extension translates the
 * page. They put texts into elements of their own, after which Preact would change texts that are no
 * longer on screen, and would fail to insert elements before them. So before every rendering,
 * `root` gets back what Preact has put into it; translators then translate the new texts, too.
 * See https://github.com/facebook/react/issues/11538. Call it once, after the first rendering.
 */
export function surviveTranslation(root: Node): void {
  const byOthers: MutationRecord[] = [];
  const observer = new MutationObserver((records) => byOthers.push(...records));
  const schedule = options.debounceRendering ?? queueMicrotask;
  options.debounceRendering = (renderAll) =>
    schedule(() => {
      byOthers.push(...observer.takeRecords());
      for (const record of byOthers.splice(0).toReversed()) undo(record);
      try {
        renderAll();
      } finally {
        // Everything since the line above is Preact's own work, and stays.
        observer.takeRecords();
      }
    });
  observer.observe(root, { childList: true, subtree: true });
}

function undo({ target, addedNodes, removedNodes, nextSibling }: MutationRecord): void {
  for (const node of addedNodes) {
    if (node.parentNode === target) target.removeChild(node);
  }
  const next = nextSibling?.parentNode === target ? nextSibling : null;
  for (const node of removedNodes) target.insertBefore(node, next);
}
