import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { consoleLog } from '@/lib/log';
import { createServer } from '@/lib/messaging/server';
import { isFavoriteKey } from '@/lib/settings/favorite';
import { isSettingsKey } from '@/lib/settings/settings';
import { browserEnvironment } from './browser-environment';
import { compose } from './compose';
import { handlersOf } from './handlers';
import { keepWatch, startWatch, WATCHDOG } from './watchdog';

export default defineBackground({
  type: 'module',
  main() {
    // Browsers drop an event whose listener is not registered in the first turn of the worker. So
    // every listener is registered here, and waits until the background is composed. See
    // https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events
    const ready = compose(browserEnvironment());
    const { id, getURL } = browser.runtime;
    const identity = { id, origin: getURL('/').replace(/\/$/, '') };
    const answer = createServer(handlersOf(ready), identity, consoleLog);

    // oxlint-disable-next-line typescript/no-misused-promises -- the promise becomes the reply
    browser.runtime.onMessage.addListener((message, sender) => answer(message, sender));
    browser.runtime.onInstalled.addListener(() => void keepWatch());
    browser.runtime.onStartup.addListener(() => void keepWatch());
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === WATCHDOG) void ready.then((background) => background.tick());
    });
    browser.storage.onChanged.addListener((changes, area) => {
      if (area !== 'sync') return;
      const keys = Object.keys(changes);
      if (keys.some(isFavoriteKey)) void ready.then((background) => background.reconcile());
      if (keys.some(isSettingsKey)) void ready.then((background) => background.settingsChanged());
    });
    globalThis.addEventListener('online', () => {
      void ready.then((background) => background.hurry());
    });

    startWatch();
    ready
      .then((background) => background.start())
      .catch((error) => consoleLog.warn('the background could not start', error));
  },
});
