import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { CHOICES } from '@/lib/domain/filter/filter';
import { NOTIFICATION_NAMES } from '@/lib/domain/notification/choices';
import { problemOf } from '@/lib/domain/problem';
import {
  type ListedStreamer,
  MAX_OTHERS,
  type Roster,
  withOther,
} from '@/lib/domain/roster/roster';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { changeRoster } from './roster';
import { storeSettings } from './settings';

const { sync } = browser.storage;

/** Chrome's limits: https://developer.chrome.com/docs/extensions/reference/api/storage */
const QUOTA = { bytes: 102_400, bytesPerItem: 8192, items: 512, writesPerMinute: 120 };

const LEAST = 999_999_999;
const fullFilter = {
  subsAndCheersOnly: true,
  hidden: CHOICES,
  least: { bits: LEAST, viewers: LEAST, months: LEAST, tier: 3, gifts: LEAST },
};

const fullNotifications = {
  choices: NOTIFICATION_NAMES,
  least: { viewers: LEAST, gifts: LEAST, bits: LEAST },
};

/** Creates a streamer with the longest names, and with every choice made. */
function largest(index: number): ListedStreamer {
  return {
    id: `${1_000_000_000 + index}`,
    login: `login_of_twenty_five_${index}`.padEnd(25, 'x'),
    // Three bytes each.
    name: 'デ'.repeat(25),
    avatarUrl: `https://static-cdn.jtvnw.net/jtv_user_pictures/${crypto.randomUUID()}-profile_image-300x300.jpeg`,
    addedAt: 1_799_999_999_999,
    choices: {
      recordsCheers: true,
      isMuted: true,
      recording: { moderation: false, redemptions: false, shared_chat: false },
      filters: { feed: fullFilter, badge: fullFilter },
      notifications: fullNotifications,
    },
  };
}

/** Returns the sizes of all stored items as Chrome counts them: the key and the JSON. */
async function storedSizes(): Promise<number[]> {
  const size = (text: string) => new TextEncoder().encode(text).length;
  const items = Object.entries(await sync.get());
  return items.map(([key, value]) => size(key) + size(JSON.stringify(value)));
}

beforeEach(async () => {
  const largestRoster: Roster = {
    favorite: largest(99),
    others: Array.from({ length: MAX_OTHERS }, (_, index) => largest(index)),
  };
  await storeSettings({ filters: { feed: fullFilter, badge: fullFilter } });
  await changeRoster('1000000000', () => largestRoster);
});

describe('the largest roster', () => {
  it('fits into the synced storage, and each streamer into an item', async () => {
    const sizes = await storedSizes();
    expect(sizes).toHaveLength(MAX_OTHERS + 2);
    expect(sizes.length).toBeLessThan(QUOTA.items / 2);
    expect(Math.max(...sizes)).toBeLessThan(QUOTA.bytesPerItem / 4);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThan(QUOTA.bytes);
  });

  it('is refused with its reason where it does not fit', async () => {
    vi.spyOn(sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    const change = changeRoster('201', (now) => withOther(now, DEMO_STREAMER, 1));
    expect(await change.then(() => 'stored', problemOf)).toBe('settings_full');
  });
});

it('takes few writes for quick changes, together with those of the settings', async () => {
  vi.useFakeTimers();
  const set = vi.spyOn(sync, 'set');
  const changes: Promise<void>[] = [];
  for (let index = 0; index < 600; index += 1) {
    const isMuted = index % 2 === 0;
    changes.push(
      changeRoster('1000000000', ({ favorite, others }) => ({
        favorite: favorite && { ...favorite, choices: { ...favorite.choices, isMuted } },
        others,
      })),
      storeSettings({ recording: { moderation: isMuted, redemptions: false, shared_chat: false } }),
    );
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(set.mock.calls.length).toBeLessThan(QUOTA.writesPerMinute);
  await vi.advanceTimersByTimeAsync(6000);
  await Promise.all(changes);
  vi.useRealTimers();
});
