import { createDatabase } from '@/lib/db/database';
import { BUILT_IN_CLIENT_ID } from '@/lib/env';
import { consoleLog } from '@/lib/log';
import { launchAuthFlow, launchUnseenAuthFlow, redirectUri } from '@/lib/platform/identity';
import { notificationDevice } from '@/lib/platform/notifications';
import { openOptions } from '@/lib/platform/own-pages';
import { showBadge } from '@/lib/platform/toolbar';
import { backoffStorage } from '@/lib/settings/background/stored-backoff';
import { systemClock } from '@/lib/time';
import { isTwitchReachable, revokeToken, validateToken } from '@/lib/twitch/auth/token';
import { createTwitchApi } from '@/lib/twitch/helix/api';
import type { Environment } from './compose';

/** Returns the environment of the installed extension: the browser, and Twitch itself. */
export function browserEnvironment(): Environment {
  return {
    createDatabase,
    clock: systemClock,
    log: consoleLog,
    random: () => Math.random(),
    randomState: () => crypto.randomUUID(),
    openSocket: (url) => new WebSocket(url),
    apiFor: createTwitchApi,
    idHost: {
      redirectUri,
      launchAuthFlow: (url) => launchAuthFlow(url, isTwitchReachable),
      launchUnseenAuthFlow,
      validate: validateToken,
      revoke: revokeToken,
    },
    builtInClientId: BUILT_IN_CLIENT_ID,
    backoff: backoffStorage,
    showBadge,
    notifications: notificationDevice,
    openOptions,
    // All contexts of the extension share these locks:
    // https://developer.mozilla.org/en-US/docs/Web/API/Web_Locks_API
    exclusively: async (run) => await navigator.locks.request('background', run),
  };
}
