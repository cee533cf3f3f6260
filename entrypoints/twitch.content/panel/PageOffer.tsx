import { isStreamerGone } from '@/components/streamers/streamer-gone';
import { MessageText } from '@/components/text/MessageText';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import type { Message } from '@/lib/domain/wording/message';
import { t } from '@/lib/i18n/text';
import { type FeedIndex, favoriteOf, streamerOnPage } from '@/lib/settings/feed';
import styles from './PageOffer.module.css';
import type { PanelActions, PanelCommand } from './panel-actions';

interface PageOfferProps extends Pick<PanelActions, 'makeFavorite' | 'alsoListen' | 'undoAdd'> {
  index: FeedIndex;
  /** The login of the page's channel; `null` on other pages. */
  channel: string | null;
}

/** On the page of a streamer that is not in the list: a button to add it, and then one to undo. */
export function PageOffer({ index, channel, ...actions }: PageOfferProps) {
  const { added } = actions.undoAdd;
  const offer = channel === null ? null : offerOf(index, channel, actions);
  if (offer === null) return null;
  const { problem, isBusy, run } = offer.command;
  return (
    <div class={styles.foot} data-added={added !== null}>
      {/* Not a `status`: there is exactly one, with the state of the connection. */}
      <p aria-live="polite">
        {added !== null && (
          <MessageText message={{ message: 'panel.added', params: { name: added.name } }} />
        )}
      </p>
      {problem !== null && <Notice>{t(`problem.${problem}`)}</Notice>}
      {/* The same button for all: it keeps the focus when what it does has changed. */}
      <Button look="quiet" isBusy={isBusy} onClick={run}>
        <MessageText message={offer.text} />
      </Button>
    </div>
  );
}

function offerOf(
  index: FeedIndex,
  channel: string,
  { makeFavorite, alsoListen, undoAdd }: Omit<PageOfferProps, 'index' | 'channel'>,
): { command: PanelCommand; text: Message } | null {
  if (undoAdd.added !== null) {
    return { command: undoAdd, text: { message: 'action.undo', params: {} } };
  }
  const favorite = favoriteOf(index);
  const listed = streamerOnPage(index, channel);
  // Whoever has the name of a streamer that is gone is another one.
  const isListed = listed !== null && !isStreamerGone(index, listed);
  if (favorite === null || (listed === favorite && !isListed)) {
    return {
      command: makeFavorite,
      text: { message: 'action.make_favorite', params: { channel } },
    };
  }
  if (isListed) return null;
  return { command: alsoListen, text: { message: 'action.also_listen', params: { channel } } };
}
