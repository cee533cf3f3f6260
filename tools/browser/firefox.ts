import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type Browser, launch } from 'puppeteer-core';
import { firefoxPath } from './find-browser.ts';

/** What Firefox is started with. */
export interface FirefoxOptions {
  /** The built extension. */
  extension: string;
  /** Its id in the manifest, and the UUID that its pages get. */
  addonId: string;
  uuid: string;
  /** Port of the local server that stands in for Twitch's hosts. */
  tlsPort: number;
}

/** A Firefox with the extension in it. */
export interface Firefox {
  browser: Browser;
  close(): Promise<void>;
}

const TWITCH = /^(?:[\w-]+\.)*(?:twitch\.tv|jtvnw\.net):443$/;

/** A proxy for which Twitch's hosts are one local server and the rest of the world is not there. */
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
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return proxy;
}

/** Starts a real Firefox with the extension in it, whose Twitch is a local server. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const proxy = await startProxy(options.tlsPort);
  // A listening TCP server has an address with a port.
  const { port } = proxy.address() as AddressInfo;
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    acceptInsecureCerts: true,
    // Lets a page go to an address of the extension's.
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
