import { createAdminApp } from './admin/app.ts';
import { type Clock, systemClock } from './core/clock.ts';
import { createRandom } from './core/random.ts';
import { type Timings, TWITCH_TIMINGS } from './core/timings.ts';
import { type Certificate, createCertificate } from './http/certificate.ts';
import { type Listener, startListener } from './http/listener.ts';
import { createPublicApp } from './http/public-app.ts';
import { createSimulation, type Simulation } from './simulation.ts';

export interface Ports {
  tls: number;
  plain: number;
  admin: number;
}

export interface SimulatorOptions {
  /** Equal seeds give equal ids, so restart with another one beside a profile that remembers. */
  seed?: number;
  ports?: Partial<Ports>;
  timings?: Partial<Timings>;
  clock?: Clock;
}

/** A running stand-in for Twitch. */
export interface Simulator {
  ports: Ports;
  /** Closes every socket and port and stops every timer. */
  close(): Promise<void>;
}

interface PublicOptions {
  simulation: Simulation;
  /** With one the port speaks TLS. */
  certificate?: Certificate;
  port: number | undefined;
}

async function startPublic({ simulation, certificate, port }: PublicOptions): Promise<Listener> {
  const app = createPublicApp(simulation);
  const isSecure = certificate !== undefined;
  const listener = await startListener({
    port,
    ...(certificate ? { certificate } : {}),
    fetch: (request) => app.fetch(request),
    isReachable: () => simulation.faults.peek('offline') === undefined,
    onUpgrade: (request, socket, head) =>
      simulation.gateway.upgrade(request, socket, head, isSecure),
  });
  simulation.onDisconnect(listener.disconnectAll);
  return listener;
}

/** Starts the simulator on loopback; a port that is not given is any free one. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const {
    ports = {},
    clock = systemClock,
    seed = crypto.getRandomValues(new Uint32Array(1))[0],
  } = options;
  const simulation = createSimulation({
    clock,
    random: createRandom(seed ?? 0),
    timings: { ...TWITCH_TIMINGS, ...options.timings },
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
    async close() {
      simulation.close();
      await Promise.all([tls, plain, admin].map((listener) => listener.close()));
    },
  };
}
