import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Page } from '@playwright/test';
import { test as base, expect, type World } from '../../support/fixtures.ts';
import { listenTo, openPopup } from '../../support/steps.ts';

const OFFLINE = "Twitch can't be reached. Check your internet connection.";

/** A TCP proxy that a test can break. */
interface Proxy {
  port: number;
  /** Forwards connections to a port on this computer from now on. */
  forwardTo(port: number): void;
  /** Closes all connections, and answers new ones without TLS from now on. */
  breakTls(): void;
  /** The number of connections since TLS was broken. */
  readonly refused: number;
  close(): void;
}

async function startProxy(): Promise<Proxy> {
  const open = new Set<Socket>();
  let target = 0;
  let refused: number | null = null;
  const closeConnections = () => {
    for (const socket of open) socket.destroy();
  };
  const server: Server = createServer((client) => {
    open.add(client);
    client.on('error', () => client.destroy()).on('close', () => open.delete(client));
    if (refused !== null) {
      refused += 1;
      client.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      return;
    }
    const upstream = connect(target, '127.0.0.1');
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A listening TCP server has an address with a port.
    port: (server.address() as AddressInfo).port,
    forwardTo: (port) => {
      target = port;
      refused = null;
    },
    breakTls: () => {
      refused = 0;
      closeConnections();
    },
    get refused() {
      return refused ?? 0;
    },
    close: () => {
      closeConnections();
      server.close();
    },
  };
}

interface Network {
  /** Leads to EventSub's host. */
  eventsub: Proxy;
  /** Leads to all other hosts of Twitch. */
  others: Proxy;
  /** The arguments that the browser starts with. */
  args: string[];
}

/** Sets if the next browser that starts can resolve the host name of EventSub. */
function setResolvable({ eventsub, others, args }: Network, isResolvable: boolean): void {
  const eventsubHost = isResolvable ? `127.0.0.1:${eventsub.port}` : '~NOTFOUND';
  const otherHosts = `127.0.0.1:${others.port}`;
  const maps = [
    `*.wss.twitch.tv ${eventsubHost}`,
    `*.twitch.tv ${otherHosts}`,
    `*.jtvnw.net ${otherHosts}`,
    '* ~NOTFOUND',
  ];
  const rules = maps.map((map) => `MAP ${map}`).join(', ');
  // If an argument is passed twice, Chromium uses the last one.
  args.splice(0, args.length, `--host-resolver-rules=${rules}`);
}

const test = base.extend<{ network: Network }>({
  network: async ({}, use) => {
    const network = { eventsub: await startProxy(), others: await startProxy(), args: [] };
    setResolvable(network, true);
    await use(network);
    for (const proxy of [network.eventsub, network.others]) proxy.close();
  },
  start: async ({ network: { args } }, use) => await use({ otherExtensions: [], args }),
});

async function listenThrough({ eventsub, others }: Network, world: World): Promise<Page> {
  for (const proxy of [eventsub, others]) proxy.forwardTo(world.simulator.ports.tls);
  return await listenTo(world, 'demo_streamer');
}

test('a TLS failure shows a message and is retried until listening works again', async ({
  world,
  network,
}) => {
  const popup = await listenThrough(network, world);
  network.eventsub.breakTls();
  await expect(popup.getByRole('status')).toContainText(OFFLINE);
  await expect.poll(() => network.eventsub.refused).toBeGreaterThan(1);
  network.eventsub.forwardTo(world.simulator.ports.tls);
  await expect(popup.getByRole('status')).toHaveText('Listening for events', { timeout: 30_000 });
});

test('an unknown host name shows a message until the name is known again', async ({
  world,
  network,
}) => {
  await listenThrough(network, world);
  for (const isResolvable of [false, true]) {
    setResolvable(network, isResolvable);
    await world.restart();
    const popup = await openPopup(world);
    const status = isResolvable ? 'Listening for events' : OFFLINE;
    await expect(popup.getByRole('status')).toContainText(status);
  }
});
