import { SetUpStep } from '@/components/account/SetUpStep';
import { FavoriteForm } from '@/components/favorite/FavoriteForm';
import { PopupFeed } from '@/components/feed/PopupFeed';
import { FilterBar } from '@/components/filters/FilterBar';
import type { Suggest } from '@/components/hooks/use-suggestions';
import { useSyncedChoices } from '@/components/hooks/use-synced-choices';
import { AllHeader } from '@/components/streamers/AllHeader';
import { StreamerHead } from '@/components/streamers/StreamerHead';
import { StreamerMenu } from '@/components/streamers/StreamerMenu';
import type { ShownTab } from '@/components/streamers/use-shown-tab';
import type { Database } from '@/lib/db/database';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import type { Problem } from '@/lib/domain/problem';
import { setUpStepOf } from '@/lib/domain/set-up';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { type FeedIndex, favoriteOf, type IndexedStreamer, type Unseen } from '@/lib/settings/feed';

interface TabPanelProps {
  index: FeedIndex;
  unseen: Unseen;
  shown: ShownTab;
  suggest: Suggest;
  /** Called after the favorite has changed. */
  onChanged: () => void;
  /** Called after a streamer was removed from the list. */
  onRemoved: (streamer: IndexedStreamer) => void;
  db: Database;
  openProblem: Problem | null;
  send: typeof send;
  optionsUrl: string;
}

/** The content of the selected tab. */
export function TabPanel(props: TabPanelProps) {
  const { shown } = props;
  if (shown.streamer !== null) return <OfStreamer key={shown.streamer.id} {...props} {...shown} />;
  if (props.index.streamers.length > 0) return <OfAll {...props} />;
  return <Favorite {...props} />;
}

function OfStreamer(props: TabPanelProps & Extract<ShownTab, { feed: unknown }>) {
  const { index, unseen, streamer, feed, onChanged, onRemoved, openProblem, ...rest } = props;
  const { account, streamers } = index;
  const filter = feed.filter ?? DEFAULT_FILTER;
  const menu = account !== null && (
    <StreamerMenu
      accountId={account.id}
      streamer={streamer}
      send={rest.send}
      onFavorite={onChanged}
      onRemoved={() => onRemoved(streamer)}
    />
  );
  return (
    <>
      <StreamerHead index={index} streamer={streamer} feed={feed} menu={menu} />
      {streamer.isFavorite && <Favorite {...props} />}
      {openProblem === null && (
        <PopupFeed
          {...rest}
          streamer={streamer}
          streamers={streamers}
          filter={filter}
          filterOf={() => filter}
          published={feed.rows.length > 0 ? { ...feed, filter } : null}
          unseen={unseen[streamer.id] ?? 0}
          bar={<Bar {...rest} filter={filter} streamerId={streamer.id} />}
        />
      )}
    </>
  );
}

function OfAll(props: TabPanelProps) {
  const { index, unseen, openProblem, ...rest } = props;
  const choices = useSyncedChoices(index.account?.id ?? '');
  return (
    <>
      <div class="all">
        <AllHeader streamers={index.streamers} isSignedIn={index.account !== null} />
      </div>
      <Favorite {...props} />
      {openProblem === null && choices !== undefined && (
        <PopupFeed
          {...rest}
          streamer={null}
          streamers={index.streamers}
          filter={choices.filter}
          filterOf={choices.filterOf}
          published={null}
          unseen={Object.values(unseen).reduce((sum, count) => sum + count, 0)}
          bar={<Bar {...rest} filter={choices.filter} />}
        />
      )}
    </>
  );
}

interface BarProps extends Pick<TabPanelProps, 'send' | 'optionsUrl'> {
  filter: Filter;
  /** The streamer of the list; absent in the list over everybody. */
  streamerId?: string;
}

function Bar({ filter, send, optionsUrl, streamerId }: BarProps) {
  const of = streamerId === undefined ? {} : { streamerId };
  return (
    <FilterBar
      filter={filter}
      setSubsAndCheersOnly={(isOn) => send('feed/subsAndCheersOnly', { isOn, ...of })}
      optionsUrl={optionsUrl}
    />
  );
}

/** The form to choose the favorite, while someone is signed in. */
function Favorite({ index, suggest, send, onChanged }: TabPanelProps) {
  const favorite = favoriteOf(index);
  if (index.account === null) return null;
  return (
    <div class="favorite">
      {setUpStepOf(index) === 2 && <SetUpStep step={2} />}
      {favorite === null && <p class="ask">{t('favorite.none')}</p>}
      <FavoriteForm
        favorite={favorite}
        setFavorite={async (userName) => {
          const reply = await send('favorite/set', { userName });
          if (reply.ok) onChanged();
          return reply;
        }}
        suggest={suggest}
      />
    </div>
  );
}
