import { act, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { App } from '@/entrypoints/welcome/App';
import { EMPTY_INDEX, type FeedIndex } from '@/lib/settings/feed';
import { feedIndexItem } from '@/lib/settings/feed-item';
import { aFeedIndex } from '../builders/feed';
import { fakeSend } from '../fakes/fake-send';

export const REDIRECT = 'https://abc.chromiumapp.org/';

/** The index of a user who is signed in and has picked nobody. */
export const NOBODY_PICKED = aFeedIndex({
  streamers: [],
  connection: { state: 'no_favorite' },
});

interface Setup {
  /** The fragment of the address. */
  fragment?: string;
  index?: FeedIndex;
  builtInClientId?: string;
  browserName?: 'chrome' | 'firefox';
  isPinned?: boolean;
  send?: ReturnType<typeof fakeSend>;
}

/** Renders the page for the first run. Resolves when it shows a step. */
export async function openWelcome(setup: Setup = {}) {
  const { index = EMPTY_INDEX, builtInClientId = 'built-in', send = fakeSend() } = setup;
  history.replaceState(null, '', `#${setup.fragment ?? ''}`);
  await feedIndexItem.setValue(index);
  render(
    <App
      send={send}
      builtInClientId={builtInClientId}
      redirectUrl={REDIRECT}
      browserName={setup.browserName ?? 'chrome'}
      readPinned={async () => setup.isPinned ?? false}
    />,
  );
  await screen.findByRole('heading', { level: 1 });
  return { send, user: userEvent.setup() };
}

/** The heading of the step that is shown. */
export const stepTitle = () => screen.getByRole('heading', { level: 1 });

export const publishIndex = (index: FeedIndex) => act(() => feedIndexItem.setValue(index));
