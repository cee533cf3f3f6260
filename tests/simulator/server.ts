import { createAdminApp } from './admin/app.ts';
import { type Clock, systemClock } from './core/clock.ts';
import { createRandom } from './core/random.ts';
import { type Timings, TWITCH_TIMINGS } from './core/timings.ts';
import { helixRoutes } from './helix/routes.ts';
import { type Certificate, createCertificate } from './http/certificate.ts';
import { type Listener, startListener } from './http/listener.ts';
import { createPublicApp } from './http/public-app.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { pageRoutes } from './page/routes.ts';
import { createSimulation, type Simulation } from './simulation.ts';
import type { Token } from './world/tokens.ts';

export interface Ports {
  tls: number;
  plain: number;
  admin: number;
}

/** Options of startSimulator. */
export interface SimulatorOptions {
  /**
   * Equal seeds produce equal ids. Restart with another seed if the browser profile has stored
   * events of an earlier run.
   */
  seed?: number;
  ports?: Partial<Ports>;
  timings?: Partial<Timings>;
  clock?: Clock;
  /** Tokens that an earlier simulator with another seed has issued, for a browser that has them stored. */
  issued?: readonly Token[];
}

/** A running simulator. */
export interface Simulator {
  ports: Ports;
  /**
   * Sends a raw text to the open socket of a session. For floods, because it is much faster than
   * the admin port. Returns false if there is no such socket.
   */
  send(sessionId: string, text: string): boolean;
  /** Returns the valid tokens. */
  issued(): Token[];
  /** Closes all sockets and ports and stops all timers. */
  close(): Promise<void>;
}

interface PublicOptions {
  simulation: Simulation;
  /** With a certificate, the port uses TLS. */
  certificate?: Certificate;
  port: number | undefined;
}

async function startPublic({ simulation, certificate, port }: PublicOptions): Promise<Listener> {
  const { faults, traffic, shutdown, gateway } = simulation;
  const app = createPublicApp({
    faults,
    traffic,
    shutdown,
    helix: helixRoutes(simulation),
    oauth: oauthRoutes(simulation),
    pages: pageRoutes(simulation),
  });
  const isSecure = certificate !== undefined;
  const listener = await startListener({
    port,
    ...(certificate ? { certificate } : {}),
    fetch: (request) => app.fetch(request),
    isReachable: () => faults.peek('offline') === undefined,
    onUpgrade: (request, socket, head) => gateway.upgrade(request, socket, head, isSecure),
  });
  simulation.onDisconnect(listener.disconnectAll);
  return listener;
}

/** Starts the simulator on loopback; ports that are not given are chosen freely. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const {
    ports = {},
    clock = systemClock,
    issued = [],
    seed = crypto.getRandomValues(new Uint32Array(1))[0],
  } = options;
  const simulation = createSimulation({
    clock,
    random: createRandom(seed ?? 0),
    timings: { ...TWITCH_TIMINGS, ...options.timings },
    issued,
  });
  const certificate = await createCertificate();
  const tls = await startPublic({ simulation, certificate, port: ports.tls });
  const plain = await startPublic({ simulation, port: ports.plain });
  const adminApp = createAdminApp(simulation);
  const admin = await startListener({
    fetch: (request) => adminApp.fetch(request),
    port: ports.admin,
  });

  return {
    ports: { tls: tls.port, plain: plain.port, admin: admin.port },
    send: (sessionId, text) => simulation.sessions.byId(sessionId)?.connection.send(text) ?? false,
    issued: simulation.tokens.valid,
    async close() {
      simulation.close();
      await Promise.all([tls, plain, admin].map((listener) => listener.close()));
    },
  };
}
