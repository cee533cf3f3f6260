import type { Page } from '@playwright/test';
import { addGap, replaceDatabase, setQuota } from '../../tests/e2e/support/database.ts';
import { sendResubs } from '../../tests/e2e/support/events.ts';
import { listenToSeveral } from '../../tests/e2e/support/several.ts';
import {
  closePopup,
  listenTo,
  openPopup,
  setUpExtension,
  setUpSignedIn,
} from '../../tests/e2e/support/steps.ts';
import { SEVERAL } from '../../tests/simulator/scenario/several.ts';
import { OTHER_STREAMER, STREAMER } from '../../tests/simulator/world/people/accounts.ts';
import { tellEvening } from './history.ts';
import { pauseWorker } from './pause-worker.ts';
import { HISTORY, OPTIONS, type ScreenName } from './screens.ts';
import type { Stage } from './world.ts';

/** What the extension can be in. To add a state, add a line to {@link STATES}. */

export interface State {
  name: string;
  /** Brings a new user's extension into the state. */
  prepare(stage: Stage): Promise<void>;
  /** The screens that look different in it. */
  screens: readonly ScreenName[];
  /** True if the extension's storage must have a quota. */
  hasQuota?: boolean;
}

const STORAGE_IS_FULL_WITHIN_MS = 60_000;
const ASK_AGAIN_MS = 1000;

/** Waits for a text in the popup, in the first tab. */
async function untilPopupSays(stage: Stage, text: string): Promise<void> {
  const popup = await openPopup(stage);
  await popup.getByText(text).first().waitFor();
}

/** The favorite is live for two hours, and has had events all the time. */
async function beLive(stage: Stage): Promise<Page> {
  const popup = await listenTo(stage, STREAMER.login);
  await tellEvening(stage, { streamer: STREAMER, seed: 7, minutes: [0, 131], endedMinutesAgo: 0 });
  await popup.getByRole('listitem').first().waitFor();
  return popup;
}

async function beLiveWithOthers(stage: Stage): Promise<void> {
  await stage.admin.setLive({ streamer: OTHER_STREAMER.id, live: true });
  const popup = await listenToSeveral(stage, SEVERAL);
  for (const [index, streamer] of SEVERAL.entries()) {
    const minutes = [0, 31 - index] as const;
    await tellEvening(stage, { streamer, seed: 7 + index, minutes, endedMinutesAgo: index * 6 });
  }
  await popup.getByRole('listitem').first().waitFor();
}

async function loseConnection(stage: Stage): Promise<void> {
  await beLive(stage);
  // Not `offline`: pages of Twitch must still open, to show the panel in them.
  await stage.admin.fault({ kind: 'http', path: '/ws', status: 503 });
  await stage.admin.fault({ kind: 'http', path: '/helix/*', status: 503 });
  await stage.admin.fault({ kind: 'cut' });
  await untilPopupSays(stage, 'Connection lost');
}

async function fillStorage(stage: Stage): Promise<void> {
  const popup = await beLive(stage);
  await setQuota(stage, 1);
  const deadline = Date.now() + STORAGE_IS_FULL_WITHIN_MS;
  const full = popup.getByText('no room left').first();
  while (!(await full.isVisible())) {
    if (Date.now() > deadline) throw new Error('The storage did not fill.');
    await sendResubs(stage.admin, 1);
    await full.waitFor({ timeout: ASK_AGAIN_MS }).catch(() => undefined);
  }
}

async function damageDatabase(stage: Stage): Promise<void> {
  await beLive(stage);
  // Ten times the version of the extension, and then some: nothing of it is what it should be.
  await replaceDatabase(stage, 40);
  await untilPopupSays(stage, "can't be opened");
}

async function endSignIn(stage: Stage): Promise<void> {
  await beLive(stage);
  await stage.admin.fault({ kind: 'expire' });
  await stage.admin.fault({ kind: 'revoke', status: 'authorization_revoked' });
  await untilPopupSays(stage, 'no longer valid');
}

/** The user has not looked for two hours, in some minutes of which nobody listened. */
async function beAway(stage: Stage): Promise<void> {
  await listenTo(stage, STREAMER.login);
  await closePopup(stage);
  await tellEvening(stage, { streamer: STREAMER, seed: 7, minutes: [0, 131], endedMinutesAgo: 0 });
  await addGap(stage, STREAMER.id, [50, 41]);
  const { page, origin } = stage.browser;
  await page.goto(`${origin}/manifest.json`);
  // Only a user who has much to see is told of it.
  await page.waitForFunction(
    `chrome.storage.local.get('feed:unseen').then((items) => items['feed:unseen']['100'] === 100)`,
  );
  await untilPopupSays(stage, 'While you were away');
}

/** Makes what the background published two minutes older: then screens no longer believe it. */
async function outdate({ browser: { page } }: Stage): Promise<void> {
  await page.evaluate(`chrome.storage.local.get('feed').then(({ feed }) =>
    chrome.storage.local.set({ feed: { ...feed, publishedAt: feed.publishedAt - 120_000 } }))`);
  await page.getByText('does not respond').first().waitFor();
}

const BOTH = ['popup', 'panel'] as const;

/** What leads nowhere without any event is left out. */
const EMPTY_HISTORY = [
  'history',
  'history-broadcasts',
  'history-people',
  'history-statistics',
] as const;

export const STATES: readonly State[] = [
  {
    name: 'new',
    prepare: async (stage) => void (await openPopup(stage)),
    screens: [...BOTH, ...EMPTY_HISTORY, 'welcome', 'options-application'],
  },
  {
    name: 'never-signed-in',
    prepare: async (stage) => void (await setUpExtension(stage)),
    screens: [...BOTH, 'welcome', 'options-account'],
  },
  {
    name: 'no-streamer',
    prepare: async (stage) => void (await setUpSignedIn(stage)),
    screens: [...BOTH, 'welcome', 'options-streamers'],
  },
  {
    name: 'quiet',
    prepare: async (stage) => void (await listenTo(stage, STREAMER.login)),
    screens: ['popup', 'popup-add', 'panel', 'panel-elsewhere'],
  },
  {
    name: 'live-busy',
    prepare: async (stage) => void (await beLive(stage)),
    screens: [...BOTH, 'sidepanel', ...HISTORY, ...OPTIONS],
  },
  {
    name: 'several',
    prepare: beLiveWithOthers,
    screens: ['popup', 'popup-all', 'panel', 'panel-elsewhere', ...HISTORY, 'options-streamers'],
  },
  { name: 'away', prepare: beAway, screens: BOTH },
  { name: 'connection-lost', prepare: loseConnection, screens: BOTH },
  {
    name: 'storage-full',
    prepare: fillStorage,
    screens: [...BOTH, 'options-storage'],
    hasQuota: true,
  },
  {
    name: 'database-broken',
    prepare: damageDatabase,
    screens: [...BOTH, 'history', 'options-storage'],
  },
  { name: 'revoked', prepare: endSignIn, screens: [...BOTH, 'options-account'] },
  {
    name: 'worker-dead',
    prepare: async (stage) => {
      await beLive(stage);
      await pauseWorker(stage);
      await outdate(stage);
    },
    screens: BOTH,
  },
];
