import type { Background } from '@/lib/app/background';
import type { Handlers } from '@/lib/messaging/server';
import { changeFilter } from '@/lib/settings/settings';

/** The use case behind every command; all wait for the background to be put together. */
export function handlersOf(ready: Promise<Background>): Handlers {
  return {
    'auth/begin': async ({ rights = 'viewer' }) => {
      await (await ready).signIn(rights);
      return null;
    },
    'auth/signOut': async () => {
      await (await ready).signOut();
      return null;
    },
    'channels/suggest': async ({ query }) => (await ready).suggestChannels(query),
    'favorite/set': async ({ userName }) => (await ready).chooseFavorite(userName),
    'feed/seen': async ({ upTo }) => {
      await (await ready).markSeen(upTo);
      return null;
    },
    // What changes in the settings, here or on another machine, reaches the background by itself.
    'feed/subsAndCheersOnly': async ({ isOn }) => {
      await changeFilter('feed', (now) => ({ ...now, subsAndCheersOnly: isOn }));
      return null;
    },
    'history/delete': async () => {
      await (await ready).deleteHistory();
      return null;
    },
    'history/startAnew': async () => {
      await (await ready).startAnew();
      return null;
    },
  };
}
