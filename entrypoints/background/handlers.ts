import type { Background } from '@/lib/app/background';
import type { Handlers } from '@/lib/messaging/server';
import { showHistory } from '@/lib/platform/own-page';
import { openOptions } from '@/lib/platform/own-pages';
import { showWelcome } from './welcome';

/** Returns the handler of each command. The handlers wait until the background is ready. */
export function handlersOf(ready: Promise<Background>): Handlers {
  /** Runs a command that returns nothing. */
  async function run(command: (background: Background) => Promise<void>): Promise<null> {
    await command(await ready);
    return null;
  }

  return {
    'auth/begin': ({ rights: scopeSet = 'viewer' }) =>
      run((background) => background.signIn(scopeSet)),
    'auth/signOut': () => run((background) => background.signOut()),
    'account/scopes': async () => await (await ready).grantedScopes(),
    'channels/suggest': async ({ query }) => (await ready).suggestChannels(query),
    'channels/viewers': async () => (await ready).countViewers(),
    'connection/retry': () => run((background) => background.retry()),
    'favorite/set': async ({ userName }) => (await ready).chooseFavorite(userName),
    'feed/away': async ({ streamerId }) => (await ready).readMissed(streamerId),
    'feed/hideKind': ({ kind, streamerId, isHidden }) =>
      run((background) => background.hideKind(kind, isHidden, streamerId)),
    'feed/page': async ({ streamerId, before, limit }) =>
      (await ready).readOlder(streamerId, before, limit),
    'feed/seen': (report) => run((background) => background.markSeen(report)),
    'feed/subsAndCheersOnly': ({ isOn, streamerId }) =>
      run((background) => background.showSubsAndCheersOnly(isOn, streamerId)),
    'feed/undoSeen': async () => (await ready).undoSeen(),
    'notifications/choose': async (wish) => (await ready).notifyOf(wish),
    // Works also when the background cannot start: some of what helps then is in the options.
    'options/open': async ({ section }) => {
      await openOptions(section);
      return null;
    },
    'recordings/events': async ({ videoId, second }) =>
      (await ready).readRecording(videoId, second),
    'streamers/add': async ({ userName }) => (await ready).addStreamer(userName),
    'streamers/choose': ({ streamerId, choices }) =>
      run((background) => background.chooseFor(streamerId, choices)),
    'streamers/remove': ({ streamerId }) =>
      run((background) => background.removeStreamer(streamerId)),
    'streamers/undoAdd': ({ streamerId }) => run((background) => background.undoAdd(streamerId)),
    'streamers/undoRemove': ({ streamerId }) =>
      run((background) => background.undoRemove(streamerId)),
    'history/delete': () => run((background) => background.deleteHistory()),
    'history/delete-events': async ({ ids }) => (await ready).deleteEvents(ids),
    'history/delete-part': async ({ scope, after }) => (await ready).deletePart(scope, after),
    'history/import': async (part) => (await ready).importFile(part),
    'history/import-check': async (part) => (await ready).checkFile(part),
    // Does not wait for the background: the page says by itself what it cannot read.
    'history/open': async ({ viewerId }) => {
      await showHistory(viewerId);
      return null;
    },
    'history/startAnew': () => run((background) => background.recreateDatabase()),
    // Does not wait for the background: the page works without a database, too.
    'welcome/open': async () => {
      await showWelcome();
      return null;
    },
  };
}
