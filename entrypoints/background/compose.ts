import { type SignInOptions, signIn } from '@/lib/app/account/sign-in';
import { type Background, createBackground } from '@/lib/app/background';
import { createConnectionJournal } from '@/lib/app/diagnostics/connection-journal';
import { createPublisher } from '@/lib/app/feed/publisher';
import { startListener } from '@/lib/app/listening/listener';
import { type AccountRecord, createDatabase } from '@/lib/db/database';
import { type Badge, badgeOf } from '@/lib/domain/view/badge';
import { BUILT_IN_CLIENT_ID } from '@/lib/env';
import { t } from '@/lib/i18n/text';
import { consoleLog } from '@/lib/log';
import { launchAuthFlow, launchUnseenAuthFlow, redirectUri } from '@/lib/platform/identity';
import { showBadge } from '@/lib/platform/toolbar';
import { backoffStorage } from '@/lib/settings/backoff';
import { favoriteOf, storeFavorite } from '@/lib/settings/favorite';
import { EMPTY_FEED, type Feed, feedItem } from '@/lib/settings/feed';
import { clientIdItem, seenItem } from '@/lib/settings/items';
import { journalItem } from '@/lib/settings/journal';
import { readFilters, readSettings } from '@/lib/settings/settings';
import { systemClock } from '@/lib/time';
import { isTwitchReachable, revokeToken, validateToken } from '@/lib/twitch/auth/token';
import { createTwitchApi } from '@/lib/twitch/helix/api';

/** Puts the background together from the browser's own parts. */
export async function composeBackground(): Promise<Background> {
  const db = createDatabase();
  const tools = {
    db,
    clock: systemClock,
    log: consoleLog,
    random: () => Math.random(),
    openSocket: (url: string) => new WebSocket(url),
    apiFor: createTwitchApi,
    backoff: backoffStorage,
  };
  const publisher = createPublisher({
    ...tools,
    initial: { ...EMPTY_FEED, ...(await feedItem.getValue()) },
    readSeen: () => seenItem.getValue(),
    readFilters,
    show,
  });
  return createBackground({
    ...tools,
    publisher,
    startListener: (who, events) => startListener(who, tools, events),
    readRecording: async () => (await readSettings()).recording,
    signIn: async (scopes) =>
      await askTwitch({
        scopes,
        clientId: (await clientIdItem.getValue()) || BUILT_IN_CLIENT_ID,
        launchAuthFlow: (url) => launchAuthFlow(url, isTwitchReachable),
      }),
    renew: async ({ scopes, clientId }) =>
      await askTwitch({ scopes, clientId, launchAuthFlow: launchUnseenAuthFlow }),
    validate: validateToken,
    revoke: revokeToken,
    favoriteOf,
    storeFavorite,
    readSeen: () => seenItem.getValue(),
    storeSeen: (seq) => seenItem.setValue(seq),
    journal: createConnectionJournal({
      ...tools,
      initial: await journalItem.getValue(),
      write: (journal) => journalItem.setValue(journal),
    }),
    readRetention: async () => (await readSettings()).retention,
    exclusively: async (run) => await navigator.locks.request('background', run),
  });
}

async function askTwitch(
  request: Pick<SignInOptions, 'scopes' | 'clientId' | 'launchAuthFlow'>,
): Promise<AccountRecord> {
  return await signIn({
    ...request,
    redirectUri: redirectUri(),
    validate: validateToken,
    apiFor: createTwitchApi,
    randomState: () => crypto.randomUUID(),
    clock: systemClock,
  });
}

async function show(feed: Feed): Promise<void> {
  const badge = badgeOf(feed.connection, feed.unseen);
  await Promise.all([feedItem.setValue(feed), showBadge(badge, titleOf(badge, feed.unseen))]);
}

function titleOf({ title }: Badge, unseen: number): string {
  return title === 'unseen' ? t('badge.unseen', { count: unseen }, unseen) : t(`badge.${title}`);
}
