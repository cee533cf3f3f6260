import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type Browser, launch } from 'puppeteer-core';
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

/** Starts Firefox with the extension. Twitch's hosts are a local server, and no other host exists. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
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
    },
  });
  await browser.installExtension(options.extension);
  return {
    browser,
    close: async () => {
      await browser.close();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
