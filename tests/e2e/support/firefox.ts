import { resolve } from 'node:path';
import { type Firefox, launchFirefox } from '../../../tools/browser/firefox.ts';
import { type AdminClient, createAdminClient } from '../../simulator/admin-client.ts';
import { startSimulator } from '../../simulator/server.ts';

/** The unmodified store build. */
export const EXTENSION = resolve('.output/firefox-mv2');

/** The extension's id in the manifest. */
export const ADDON_ID = 'streamer-event-viewer@streamer-event-viewer.example';

const UUID = '5f0e2a3c-7c1d-4b52-9a3e-2f6d1c8b4a90';

/** The address that the extension's pages begin with. */
export const ORIGIN = `moz-extension://${UUID}`;

/** A Firefox with the extension, and a simulated Twitch for it. */
export interface FirefoxWorld {
  admin: AdminClient;
  browser: Firefox['browser'];
  close(): Promise<void>;
}

/** Starts the simulator and Firefox. */
export async function startFirefoxWorld(): Promise<FirefoxWorld> {
  const simulator = await startSimulator({ seed: 1 });
  const firefox = await launchFirefox({
    extension: EXTENSION,
    addonId: ADDON_ID,
    uuid: UUID,
    tlsPort: simulator.ports.tls,
  }).catch(async (error) => {
    await simulator.close();
    throw error;
  });
  return {
    admin: createAdminClient(simulator.ports.admin),
    browser: firefox.browser,
    close: async () => {
      await firefox.close();
      await simulator.close();
    },
  };
}
