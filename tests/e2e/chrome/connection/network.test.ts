import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { chooseFavorite, signIn } from '../../../../tools/browser/steps.ts';
import {
  test as base,
  expect,
  expectListening,
  openPopup,
  type World,
} from '../../support/fixtures.ts';

const OFFLINE = "Twitch can't be reached. Check your internet connection.";

/** A way to a server, which a test can break. */
interface Road {
  port: number;
  /** Leads there from now on. */
  leadTo(port: number): void;
  /** From now on whoever comes meets something that knows nothing of TLS; who is there is cut off. */
  breakTls(): void;
  /** How many have come since it was broken. */
  readonly turnedAway: number;
  close(): void;
}

async function openRoad(): Promise<Road> {
  const open = new Set<Socket>();
  let target = 0;
  let turnedAway: number | null = null;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const server: Server = createServer((client) => {
    open.add(client);
    client.on('error', () => client.destroy()).on('close', () => open.delete(client));
    if (turnedAway !== null) {
      turnedAway += 1;
      client.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      return;
    }
    const there = connect(target, '127.0.0.1');
    there.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => there.destroy());
    client.pipe(there).pipe(client);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    // A listening TCP server has an address with a port.
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      target = port;
      turnedAway = null;
    },
    breakTls: () => {
      turnedAway = 0;
      cut();
    },
    get turnedAway() {
      return turnedAway ?? 0;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}

interface Roads {
  /** To EventSub, and to everything else of Twitch's. */
  eventsub: Road;
  rest: Road;
  /** What the browser is started with. */
  args: string[];
}

/** Whether the name of EventSub is known to the next browser that is started. */
function makeKnown({ eventsub, rest, args }: Roads, isNameKnown: boolean): void {
  const there = isNameKnown ? `127.0.0.1:${eventsub.port}` : '~NOTFOUND';
  const other = `127.0.0.1:${rest.port}`;
  const maps = [`*.wss.twitch.tv ${there}`, `*.twitch.tv ${other}`, `*.jtvnw.net ${other}`];
  const rules = [...maps, '* ~NOTFOUND'].map((map) => `MAP ${map}`).join(', ');
  // Of a switch that is given twice, Chromium takes the last.
  args.splice(0, args.length, `--host-resolver-rules=${rules}`);
}

const test = base.extend<{ roads: Roads }>({
  roads: async ({}, use) => {
    const roads = { eventsub: await openRoad(), rest: await openRoad(), args: [] };
    makeKnown(roads, true);
    await use(roads);
    for (const road of [roads.eventsub, roads.rest]) road.close();
  },
  start: async ({ roads: { args } }, use) => await use({ neighbours: [], args }),
});

async function listen(world: World, { eventsub, rest }: Roads) {
  for (const road of [eventsub, rest]) road.leadTo(world.simulator.ports.tls);
  const popup = await openPopup(world);
  await signIn(world.browser.context, popup);
  await chooseFavorite(popup, 'demo_streamer');
  await expectListening(popup);
  return popup;
}

test('where TLS fails, it is said and tried again, and heard again once it works', async ({
  world,
  roads,
}) => {
  const popup = await listen(world, roads);
  roads.eventsub.breakTls();
  await expect(popup.getByRole('status')).toContainText(OFFLINE);
  await expect.poll(() => roads.eventsub.turnedAway).toBeGreaterThan(1);
  roads.eventsub.leadTo(world.simulator.ports.tls);
  await expect(popup.getByRole('status')).toHaveText('Listening for events', { timeout: 30_000 });
});

test('where Twitch’s name is not found, it is said, and heard again once it is', async ({
  world,
  roads,
}) => {
  await listen(world, roads);
  for (const isNameKnown of [false, true]) {
    makeKnown(roads, isNameKnown);
    const { page, origin } = await world.restart();
    await page.goto(`${origin}/popup.html`);
    const told = isNameKnown ? 'Listening for events' : OFFLINE;
    await expect(page.getByRole('status')).toContainText(told);
  }
});
