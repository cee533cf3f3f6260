import { watchStreamLink } from '@/components/favorite/watch-stream-link';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { EventList } from '@/components/feed/EventList';
import { MessageText } from '@/components/text/MessageText';
import { Button } from '@/components/ui/form/Button';
import { Icon } from '@/components/ui/Icon';
import { arrowUpRight } from '@/components/ui/icons';
import { Notice } from '@/components/ui/Notice';
import { isFavoriteGone } from '@/lib/domain/connection/connection';
import { t } from '@/lib/i18n/text';
import { favoriteOf } from '@/lib/settings/feed';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import styles from './PanelBody.module.css';
import { PanelHeader } from './PanelHeader';
import type { PanelActions } from './panel-actions';
import type { PanelState } from './panel-state';
import { ChooseFavorite, Orphaned, SignedOut } from './SetUp';

interface PanelBodyProps extends PanelActions {
  feed: ShownFeed;
  state: PanelState;
}

/** The content of the open panel. */
export function PanelBody(props: PanelBodyProps) {
  const { feed } = props;
  return (
    // Dimmed: everything that is left of a sign-in that Twitch has ended.
    <div class={styles.body} data-dimmed={feed.account === null}>
      <div class={styles.head}>
        <PanelHeader {...feed} />
        {!props.state.isOrphaned && <ConnectionStatus connection={feed.connection} />}
        <WatchLink feed={feed} state={props.state} />
      </div>
      <Content {...props} />
    </div>
  );
}

function Content({ feed, state, signIn, makeFavorite, onReload }: PanelBodyProps) {
  const isUnreachable = [signIn.problem, makeFavorite.problem].includes('unreachable');
  if (state.isOrphaned || isUnreachable) return <Orphaned onReload={onReload} />;
  if (feed.account === null) {
    const { connection } = feed;
    const lastProblem = connection.state === 'signed_out' ? connection.problem : null;
    return (
      <>
        <SignedOut signIn={signIn} lastProblem={lastProblem} hasEnded={feed.streamer !== null} />
        <Rows feed={feed} />
      </>
    );
  }
  if (feed.streamer === null) {
    return <ChooseFavorite channel={state.channel} makeFavorite={makeFavorite} />;
  }
  return (
    <>
      <Rows feed={feed} />
      <MakeFavorite
        // Whoever has the name of a favorite that is gone is another streamer.
        favoriteLogin={isFavoriteGone(feed.connection) ? null : (favoriteOf(feed)?.login ?? null)}
        state={state}
        makeFavorite={makeFavorite}
      />
    </>
  );
}

function Rows({ feed: { streamer, rows, gaps, isFiltered } }: { feed: ShownFeed }) {
  if (streamer === null) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keyboard users must be able to scroll it
    <div class={styles.rows} role="group" aria-label={t('feed.list')} tabIndex={0}>
      <EventList key={streamer.id} rows={rows} gaps={gaps} />
      {isFiltered && <p class={styles.note}>{t('feed.filtered')}</p>}
      {!isFiltered && rows.length === 0 && <p class={styles.empty}>{t('feed.empty')}</p>}
    </div>
  );
}

/** The link to the stream of the streamer, except on its own page. */
function WatchLink({ feed, state }: Pick<PanelBodyProps, 'feed' | 'state'>) {
  const { streamer, channel, connection } = feed;
  if (streamer === null || state.channel === streamer.login) return null;
  if (isFavoriteGone(connection)) return null;
  return (
    <a
      class={styles.link}
      {...watchStreamLink(streamer, channel)}
      target="_blank"
      rel="noopener noreferrer"
    >
      {t('action.watch')}
      <Icon of={arrowUpRight} size={13} />
    </a>
  );
}

interface MakeFavoriteProps extends Pick<PanelActions, 'makeFavorite'> {
  favoriteLogin: string | null;
  state: PanelState;
}

/** On another channel's page: a button that makes its streamer the favorite. */
function MakeFavorite({ favoriteLogin, state: { channel }, makeFavorite }: MakeFavoriteProps) {
  if (channel === null || channel === favoriteLogin) return null;
  return (
    <div class={styles.foot}>
      {makeFavorite.problem !== null && <Notice>{t(`problem.${makeFavorite.problem}`)}</Notice>}
      <Button look="quiet" isBusy={makeFavorite.isBusy} onClick={makeFavorite.run}>
        <MessageText message={{ message: 'action.make_favorite', params: { channel } }} />
      </Button>
    </div>
  );
}
