import { applyLayout } from './layout.ts';

/** The parts that Twitch takes out of the page and puts back when the channel changes. */
const MAIN = '.root-scrollable__wrapper';
const RIGHT = '.right-column-slot';

let changes = 0;

/** Between 100 and 600 ms and never the same twice in a row, as a slow network would have it. */
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
  // Somebody has gone on to another page in the meantime.
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

/** Links inside the site change the page the same way; the back button too. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.origin !== location.origin) return;
    event.preventDefault();
    void navigate(link.pathname);
  });
  window.addEventListener('popstate', () => void show(location.pathname));
}
