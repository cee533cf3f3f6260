import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { WebSocketServer } from 'ws';
import { launchChromium } from '../../../tools/browser/chromium.ts';
import { withEmptyExtension } from './empty-extension.ts';

/** Pages that do nothing but to add a list item for each message of a WebSocket. */
export interface BarePages {
  open(count: number): Promise<Page[]>;
  /** Sends a message to all open pages. */
  send(id: string): void;
}

const BARE_PAGE = `<!doctype html><ol></ol><script>
const list = document.querySelector('ol');
new WebSocket('ws://' + location.host).addEventListener('message', ({ data }) => {
  const { id, sentAt } = JSON.parse(data);
  const item = document.createElement('li');
  item.dataset.eventId = id;
  const time = document.createElement('time');
  time.dateTime = sentAt;
  time.textContent = sentAt;
  item.append(id, ' ', time);
  list.append(item);
});
</script>`;

/** Any host that the browser takes from the local server. No policy forces it to use TLS. */
const ADDRESS = 'http://bare.jtvnw.net/';

function pagesOf(context: BrowserContext, sockets: WebSocketServer): BarePages {
  return {
    open: async (count) => {
      const opened: Page[] = [];
      for (let index = 0; index < count; index += 1) {
        const connected = new Promise((resolve) => sockets.once('connection', resolve));
        const page = await context.newPage();
        await page.goto(ADDRESS);
        await connected;
        opened.push(page);
      }
      return opened;
    },
    send: (id) => {
      const text = JSON.stringify({ id, sentAt: new Date().toISOString() });
      for (const socket of sockets.clients) socket.send(text);
    },
  };
}

/** Serves the bare pages, starts a browser of its own for them, and closes both afterwards. */
export async function withBarePages<Result>(
  run: (pages: BarePages) => Promise<Result>,
): Promise<Result> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(BARE_PAGE);
  });
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const profile = await mkdtemp(join(tmpdir(), 'streamer-event-viewer-bench-'));
  try {
    return await withEmptyExtension(async ({ folder }) => {
      const options = { extension: folder, profile, tlsPort: port, isHeadless: true };
      const context = await launchChromium(options);
      try {
        return await run(pagesOf(context, sockets));
      } finally {
        await context.close();
      }
    });
  } finally {
    sockets.close();
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true });
  }
}
