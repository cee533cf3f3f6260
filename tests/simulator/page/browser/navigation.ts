import { applyLayout } from './layout.ts';

/** The parts of the page that Twitch replaces when the channel changes. */
const MAIN = '.root-scrollable__wrapper';
const RIGHT = '.right-column-slot';

let changes = 0;

/** Returns 100 to 600 ms, a different value each time, like a slow network. */
function nextDelayMs(): number {
  changes += 1;
  return 100 + ((changes * 170) % 500);
}

async function load(path: string): Promise<Document> {
  const response = await fetch(path);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function empty(selector: string): void {
  document.querySelector(selector)?.replaceChildren();
}

function fill(selector: string, next: Document): void {
  const content = next.querySelector(selector)?.childNodes ?? [];
  document.querySelector(selector)?.replaceChildren(...content);
}

async function show(path: string): Promise<void> {
  const change = changes;
  empty(MAIN);
  empty(RIGHT);
  const delay = new Promise((resolve) => setTimeout(resolve, nextDelayMs()));
  const [next] = await Promise.all([load(path), delay]);
  // The user has moved to another page in the meantime.
  if (changes !== change + 1) return;
  document.title = next.title;
  const pageName = next.querySelector('#root')?.getAttribute('data-a-page-loaded-name') ?? '';
  document.querySelector('#root')?.setAttribute('data-a-page-loaded-name', pageName);
  fill(MAIN, next);
  fill(RIGHT, next);
  applyLayout();
}

/** Changes the page without loading a document. */
export async function navigate(path: string): Promise<void> {
  history.pushState({}, '', path);
  await show(path);
}

/** Makes links inside the site and the back button change the page in the same way. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.hasAttribute('download') || link.origin !== location.origin) return;
    event.preventDefault();
    void navigate(link.pathname);
  });
  window.addEventListener('popstate', () => void show(location.pathname));
}
