import type { Background } from '@/lib/app/background';
import type { Handlers } from '@/lib/messaging/server';

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
    'channels/suggest': async ({ query }) => (await ready).suggestChannels(query),
    'favorite/set': async ({ userName }) => (await ready).chooseFavorite(userName),
    'feed/hideKind': ({ kind, streamerId, isHidden }) =>
      run((background) => background.hideKind(kind, isHidden, streamerId)),
    'feed/page': async ({ streamerId, before }) => (await ready).readOlder(streamerId, before),
    'feed/seen': (report) => run((background) => background.markSeen(report)),
    'feed/subsAndCheersOnly': ({ isOn, streamerId }) =>
      run((background) => background.showSubsAndCheersOnly(isOn, streamerId)),
    'streamers/add': async ({ userName }) => (await ready).addStreamer(userName),
    'streamers/choose': ({ streamerId, choices }) =>
      run((background) => background.chooseFor(streamerId, choices)),
    'streamers/remove': ({ streamerId }) =>
      run((background) => background.removeStreamer(streamerId)),
    'streamers/undoAdd': ({ streamerId }) => run((background) => background.undoAdd(streamerId)),
    'streamers/undoRemove': ({ streamerId }) =>
      run((background) => background.undoRemove(streamerId)),
    'history/delete': () => run((background) => background.deleteHistory()),
    'history/startAnew': () => run((background) => background.recreateDatabase()),
  };
}
