import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { consoleLog } from '@/lib/log';
import { createServer } from '@/lib/messaging/server';
import { onNotificationClick } from '@/lib/platform/notifications';
import { openChannel } from '@/lib/platform/twitch-tabs';
import { clientIdItem } from '@/lib/settings/client-id';
import { isPanelAwaitedItem } from '@/lib/settings/panel-awaited';
import { isRosterKey } from '@/lib/settings/roster';
import { isSettingsKey } from '@/lib/settings/settings';
import { listenToBrowserCommands } from './browser-commands';
import { browserEnvironment } from './browser-environment';
import { compose } from './compose';
import { handlersOf } from './handlers';
import { ensureAlarm, startWatchdog, WATCHDOG } from './watchdog';
import { welcomeOnce } from './welcome';

export default defineBackground({
  type: 'module',
  main() {
    // A worker that was started by an event gets this event only if its listener is registered
    // synchronously. So all listeners are registered here, and wait until the background is ready:
    // https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events
    const ready = compose(browserEnvironment());
    const { id, getURL } = browser.runtime;
    const identity = { id, origin: getURL('/').replace(/\/$/, '') };
    const answer = createServer(handlersOf(ready), identity, consoleLog);

    // oxlint-disable-next-line typescript/no-misused-promises -- the promise becomes the reply
    browser.runtime.onMessage.addListener((message, sender) => answer(message, sender));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void ensureAlarm();
      if (reason === 'install') void welcomeOnce(consoleLog);
      // Firefox starts the content script in open pages by itself.
      const isOfThisExtension = reason === 'install' || reason === 'update';
      if (isOfThisExtension && import.meta.env.BROWSER !== 'firefox') {
        void isPanelAwaitedItem.setValue(true);
      }
    });
    listenToBrowserCommands();
    onNotificationClick((login) => void openChannel(login));
    browser.runtime.onStartup.addListener(() => void ensureAlarm());
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === WATCHDOG) void ready.then((background) => background.tick());
    });
    browser.storage.onChanged.addListener((changes, area) => {
      if (area !== 'sync') return;
      const keys = Object.keys(changes);
      if (!keys.some(isRosterKey) && !keys.some(isSettingsKey)) return;
      void ready.then((background) => background.settingsChanged());
    });
    clientIdItem.watch(() => void ready.then((background) => background.clientIdChanged()));
    globalThis.addEventListener('online', () => {
      void ready.then((background) => background.hurry());
    });

    startWatchdog();
    ready
      .then((background) => background.start())
      .catch((error) => consoleLog.warn('the background could not start', error));
  },
});
