import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { firefoxPath } from './find-browser.ts';

/** Options to start Firefox with. */
export interface FirefoxOptions {
  /** The folder of the built extension. */
  extension: string;
  /** The extension's id in the manifest. */
  addonId: string;
  /** The UUID in the addresses of the extension's pages, which Firefox otherwise chooses at random. */
  uuid: string;
  /** The port of the local server that replaces Twitch's hosts. */
  tlsPort: number;
  /** True to close the page that opens by itself after the installation. */
  closesWelcome: boolean;
  /** Further settings of the browser. */
  preferences?: Readonly<Record<string, unknown>>;
}

/** A running Firefox with the extension installed. */
export interface Firefox {
  browser: Browser;
  close(): Promise<void>;
}

const TWITCH = /^(?:[\w-]+\.)*(?:twitch\.tv|jtvnw\.net):443$/;

/** Starts a proxy that leads Twitch's hosts to a local server and refuses all others. */
async function startProxy(tlsPort: number): Promise<Server> {
  const proxy = createServer((_request, response) => {
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, client) => {
    if (!TWITCH.test(request.url ?? '')) {
      client.end('HTTP/1.1 502 Not here\r\n\r\n');
      return;
    }
    const server = connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    const end = () => {
      server.destroy();
      client.destroy();
    };
    server.on('error', end).on('close', end);
    client.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}

const POLL_MS = 50;
const OPENS_WITHIN_MS = 30_000;

/** Waits for the page of the first run, which opens by itself after an installation. */
export async function welcomePage(browser: Browser, uuid: string): Promise<Page> {
  const url = `moz-extension://${uuid}/welcome.html`;
  const deadline = Date.now() + OPENS_WITHIN_MS;
  while (Date.now() < deadline) {
    const page = (await browser.pages()).find((open) => open.url().startsWith(url));
    if (page !== undefined) return page;
    await wait(POLL_MS);
  }
  throw new Error('The page of the first run did not open.');
}

/** Starts Firefox with the extension. Twitch's hosts are a local server, and no other host exists. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { closesWelcome } = options;
  const proxy = await startProxy(options.tlsPort);
  // A listening TCP server has an address with a port.
  const { port } = proxy.address() as AddressInfo;
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    acceptInsecureCerts: true,
    // Allows tests to open the extension's own pages.
    // Pages are as large as the window, as for a user.
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1440', '--height=900'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [options.addonId]: options.uuid }),
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      ...options.preferences,
    },
  });
  await browser.installExtension(options.extension);
  if (closesWelcome) await (await welcomePage(browser, options.uuid)).close();
  return {
    browser,
    close: async () => {
      await browser.close();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
