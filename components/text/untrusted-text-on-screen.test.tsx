import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { expect, it } from 'vitest';
import { AccountFooter } from '@/components/account/AccountFooter';
import { Counts } from '@/components/counts/Counts';
import { FavoriteHeader } from '@/components/favorite/FavoriteHeader';
import { SuggestedChannel } from '@/components/favorite/SuggestedChannel';
import { RecentEvents } from '@/components/feed/RecentEvents';
import { PanelHeader } from '@/entrypoints/twitch.content/panel/PanelHeader';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { sanitize } from '@/lib/domain/untrusted-text';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { fakeSend } from '@/tests/support/fake-send';
import { outline, PLAIN_TEXT, withPlainTextAs } from '@/tests/support/hostile';
import { setUpScreen } from '@/tests/support/screen';

setUpScreen();

/** Every part of a screen that shows who somebody is or what a channel says of itself. */
function parts(text: string): ComponentChildren {
  // Initials of names differ, so here somebody else's picture is there.
  const avatarUrl = 'https://static-cdn.jtvnw.net/a.png';
  const person = { id: '100', login: 'demo_streamer', name: text, avatarUrl };
  const live = { streamId: '1', startedAt: 0 };
  const channel = {
    live,
    recordingUrl: null,
    text: { title: text, category: text, language: 'en', labels: [text] },
  };
  const count = { streamerId: '100', streamerName: text, total: 0, byType: [] };
  return (
    <>
      <PanelHeader favorite={person} channel={channel} />
      <FavoriteHeader favorite={person} channel={channel} />
      <SuggestedChannel channel={{ ...person, isLive: true }} />
      <RecentEvents
        favorite={person}
        recent={{ rows: [], gaps: [], filter: DEFAULT_FILTER, newestSeq: 0 }}
        filterBar={null}
      />
      <Counts counts={[count]} favoriteId="100" />
      <AccountFooter
        account={person}
        signOut={() => fakeSend()('auth/signOut', {})}
        optionsUrl="ext:/"
      />
    </>
  );
}

function shown(text: string) {
  const { container, unmount } = render(parts(text));
  // Names that elements are given to refer to each other count up.
  for (const named of container.querySelectorAll('[id]')) named.removeAttribute('id');
  for (const named of container.querySelectorAll('[aria-labelledby]')) {
    named.removeAttribute('aria-labelledby');
  }
  const found = outline(container);
  unmount();
  return found;
}

it.each(Object.entries(HOSTILE_TEXTS))(
  'names and titles are text everywhere: %s',
  (_what, text) => {
    const expected = withPlainTextAs(shown(PLAIN_TEXT), sanitize(text));
    expect(shown(text)).toEqual(expected);
  },
);
