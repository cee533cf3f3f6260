import type { Background } from '@/lib/app/background';
import type { Handlers } from '@/lib/messaging/server';
import { changeFilter } from '@/lib/settings/settings';

/** Returns the handler of each command. The handlers wait until the background is composed. */
export function handlersOf(ready: Promise<Background>): Handlers {
  /** Runs a command that returns nothing. */
  async function run(command: (background: Background) => Promise<void>): Promise<null> {
    await command(await ready);
    return null;
  }

  return {
    'auth/begin': ({ rights = 'viewer' }) => run((background) => background.signIn(rights)),
    'auth/signOut': () => run((background) => background.signOut()),
    'channels/suggest': async ({ query }) => (await ready).suggestChannels(query),
    'favorite/set': async ({ userName }) => (await ready).chooseFavorite(userName),
    'feed/seen': ({ upTo }) => run((background) => background.markSeen(upTo)),
    'feed/subsAndCheersOnly': async ({ isOn }) => {
      // The background follows changes of the settings by itself, also those of other machines.
      await changeFilter('feed', (now) => ({ ...now, subsAndCheersOnly: isOn }));
      return null;
    },
    'history/delete': () => run((background) => background.deleteHistory()),
    'history/startAnew': () => run((background) => background.startAnew()),
  };
}
