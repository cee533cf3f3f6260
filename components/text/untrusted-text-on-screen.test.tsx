import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { expect, it } from 'vitest';
import { StreamerTable, TypeTable } from '@/components/counts/CountTables';
import { SuggestedChannel } from '@/components/favorite/SuggestedChannel';
import { RecentEvents } from '@/components/feed/RecentEvents';
import { AllHeader } from '@/components/streamers/AllHeader';
import { RemovedStreamer } from '@/components/streamers/RemovedStreamer';
import { StreamerHeader } from '@/components/streamers/StreamerHeader';
import { StreamerTabs } from '@/components/streamers/StreamerTabs';
import { SubscriptionTable } from '@/components/subscriptions/SubscriptionTable';
import { PanelHeader } from '@/entrypoints/twitch.content/panel/PanelHeader';
import { ChooseFavorite } from '@/entrypoints/twitch.content/panel/SetUp';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { sanitize } from '@/lib/domain/untrusted-text';
import { HOSTILE_TEXTS } from '@/tests/fixtures/hostile-text';
import { anIndexedStreamer } from '@/tests/support/builders/feed';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import {
  outline,
  PLAIN_TEXT,
  withoutIsolates,
  withPlainTextAs,
} from '@/tests/support/hostile-text';
import { setUpScreen } from '@/tests/support/screens/screen';

setUpScreen();

/** Every component that shows a user's name or a channel's own texts. */
function components(text: string): ComponentChildren {
  // With a picture: without one, the initials of the names would differ.
  const avatarUrl = 'https://static-cdn.jtvnw.net/a.png';
  const user = { id: '100', login: 'demo_streamer', name: text, avatarUrl };
  const live = { streamId: '1', startedAt: 0 };
  const channel = {
    live,
    recordingUrl: null,
    text: { title: text, category: text, language: 'en', labels: [text] },
  };
  const listed = anIndexedStreamer(user);
  const count = {
    streamerId: '100',
    streamerName: text,
    total: 1,
    byType: [{ type: 'sub', count: 1 }],
  } as const;
  return (
    <>
      <PanelHeader streamer={listed} channel={channel} lastHeard={null} />
      <StreamerHeader
        streamer={user}
        channel={channel}
        viewers={null}
        isSignedIn
        lastHeard={null}
        isGone={false}
        watch={() => undefined}
      />
      <StreamerTabs
        streamers={[listed]}
        unseen={{}}
        selected={null}
        onSelect={() => undefined}
        isFocusAwaited={false}
        onFocused={() => undefined}
        panelId="panel"
      />
      <AllHeader streamers={[{ ...listed, live }]} isSignedIn />
      <RemovedStreamer
        removed={user}
        undo={() => fakeSend()('streamers/undoRemove', { streamerId: '100' })}
      />
      <SuggestedChannel channel={{ ...user, isLive: true }} />
      <RecentEvents
        streamer={user}
        streamers={[user]}
        published={null}
        allSince={null}
        recent={{ rows: [], gaps: [], filter: DEFAULT_FILTER, newestSeq: 0, hasOlder: false }}
        unseen={0}
        loadOlder={async () => null}
        markSeen={async () => ({ ok: true, value: null })}
        top={null}
        isPaused={false}
        bar={null}
        onlyViewer={() => undefined}
        send={fakeSend()}
      />
      <ChooseFavorite
        channel={text}
        makeFavorite={{ isBusy: false, problem: null, run: () => undefined }}
        setUp={{ isBusy: false, problem: null, run: () => undefined }}
      />
      <SubscriptionTable
        caption={{ message: 'receiving.table', params: { streamer: text } }}
        subscriptions={[]}
      />
      <StreamerTable counts={[count]} />
      <TypeTable counts={[count]} />
    </>
  );
}

function outlineWith(text: string) {
  const { container, unmount } = render(components(text));
  // These ids are numbered and differ from render to render.
  for (const element of container.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const element of container.querySelectorAll('[aria-labelledby]')) {
    element.removeAttribute('aria-labelledby');
  }
  const rendered = outline(container);
  unmount();
  return rendered;
}

it.each(Object.entries(HOSTILE_TEXTS))(
  'shows names and titles as text in every component: %s',
  (_name, text) => {
    const expected = withPlainTextAs(outlineWith(PLAIN_TEXT), sanitize(text));
    expect(withoutIsolates(outlineWith(text))).toEqual(expected);
  },
);

it('keeps names and titles from being translated in every component', () => {
  const { container } = render(components(PLAIN_TEXT));
  const texts = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const translated: (string | undefined)[] = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    // The element of UntrustedText. Its `translate` is a property that happy-dom does not have.
    if (!data.includes(PLAIN_TEXT) || parentElement?.closest('bdi')) continue;
    translated.push(parentElement?.outerHTML);
  }
  expect(translated).toEqual([]);
});
