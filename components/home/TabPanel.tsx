import { useState } from 'preact/hooks';
import { SetUpStep } from '@/components/account/SetUpStep';
import { FavoriteForm } from '@/components/favorite/FavoriteForm';
import { PopupFeed } from '@/components/feed/PopupFeed';
import { ChipBar } from '@/components/filters/ChipBar';
import type { Suggest } from '@/components/hooks/use-suggestions';
import { useSyncedChoices } from '@/components/hooks/use-synced-choices';
import { AllHeader } from '@/components/streamers/AllHeader';
import { StreamerHead } from '@/components/streamers/StreamerHead';
import { StreamerMenu } from '@/components/streamers/StreamerMenu';
import type { ShownTab } from '@/components/streamers/use-shown-tab';
import type { Database } from '@/lib/db/database';
import { type Chip, withChip } from '@/lib/domain/filter/chips';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import type { Problem } from '@/lib/domain/problem';
import { setUpStepOf } from '@/lib/domain/set-up';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { type FeedIndex, favoriteOf, type IndexedStreamer, type Unseen } from '@/lib/settings/feed';
import type { PageActions } from './page-actions';

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
  page: PageActions;
}

/** What all lists show for a moment. Not stored. */
interface QuickFilter {
  chip: Chip;
  setChip: (chip: Chip) => void;
}

/** The content of the selected tab. */
export function TabPanel(props: TabPanelProps) {
  const { shown } = props;
  const [chip, setChip] = useState<Chip>('all');
  const quick = { chip, setChip };
  if (shown.streamer !== null) {
    return <OfStreamer key={shown.streamer.id} {...props} {...shown} {...quick} />;
  }
  if (props.index.streamers.length > 0) return <OfAll {...props} {...quick} />;
  return <Favorite {...props} />;
}

interface BarProps extends QuickFilter, Pick<TabPanelProps, 'send' | 'optionsUrl'> {
  filter: Filter;
  /** The streamer of the list; absent in the list over everybody. */
  streamerId?: string;
}

function Bar({ chip, setChip, filter, send, optionsUrl, streamerId }: BarProps) {
  const of = streamerId === undefined ? {} : { streamerId };
  return (
    <ChipBar
      chip={chip}
      onChoose={setChip}
      filter={filter}
      setSubsAndCheersOnly={(isOn) => send('feed/subsAndCheersOnly', { isOn, ...of })}
      optionsUrl={optionsUrl}
    />
  );
}

type OfStreamerProps = TabPanelProps & QuickFilter & Extract<ShownTab, { feed: unknown }>;

function OfStreamer(props: OfStreamerProps) {
  const { index, unseen, streamer, feed, onChanged, onRemoved, openProblem, chip, ...rest } = props;
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
      <StreamerHead
        index={index}
        streamer={streamer}
        feed={feed}
        menu={menu}
        watch={rest.page.watch}
        send={rest.send}
      />
      {streamer.isFavorite && <Favorite {...props} />}
      {openProblem === null && (
        <PopupFeed
          {...rest}
          streamer={streamer}
          streamers={streamers}
          filter={withChip(filter, chip)}
          filterOf={() => withChip(filter, chip)}
          published={chip === 'all' && feed.rows.length > 0 ? { ...feed, filter } : null}
          bar={<Bar {...rest} chip={chip} filter={filter} streamerId={streamer.id} />}
          isQuick={chip !== 'all'}
          unseen={unseen[streamer.id] ?? 0}
        />
      )}
    </>
  );
}

function OfAll(props: TabPanelProps & QuickFilter) {
  const { index, unseen, openProblem, chip, ...rest } = props;
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
          filter={withChip(choices.filter, chip)}
          filterOf={(id) => withChip(choices.filterOf(id), chip)}
          published={null}
          bar={<Bar {...rest} chip={chip} filter={choices.filter} />}
          isQuick={chip !== 'all'}
          unseen={Object.values(unseen).reduce((sum, count) => sum + count, 0)}
        />
      )}
    </>
  );
}

/** The form to choose the favorite, while someone is signed in. */
function Favorite({ index, suggest, send, onChanged }: TabPanelProps) {
  const favorite = favoriteOf(index);
  if (index.account === null) return null;
  return (
    <div class="favorite" data-chosen={favorite !== null}>
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
