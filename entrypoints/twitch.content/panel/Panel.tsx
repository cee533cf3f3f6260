import { ConnectionDot } from '@/components/feed/ConnectionDot';
import { Icon } from '@/components/ui/Icon';
import { chevronRight, zap } from '@/components/ui/icons';
import { formatNumber, t } from '@/lib/i18n/text';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import styles from './Panel.module.css';
import { PanelBody } from './PanelBody';
import type { PanelActions } from './panel-actions';
import type { PanelState } from './panel-state';

interface PanelProps extends PanelActions {
  feed: ShownFeed;
  state: PanelState;
  onToggle: (event: Event) => void;
}

/** The panel: a card next to the chat, or folded to a slim tab. One button folds and unfolds it. */
export function Panel({ feed, state, onToggle, ...actions }: PanelProps) {
  const { isOpen } = state;
  const label = isOpen ? t('panel.fold') : unfoldLabel(feed.unseen);
  return (
    <section
      class={isOpen ? styles.open : styles.folded}
      role="region"
      aria-label={t('panel.region')}
    >
      <button
        type="button"
        class={styles.toggle}
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={onToggle}
      >
        {isOpen ? <Icon of={chevronRight} size={18} /> : <FoldedTab feed={feed} />}
      </button>
      {isOpen && <PanelBody feed={feed} state={state} {...actions} />}
    </section>
  );
}

function unfoldLabel(unseen: number): string {
  return unseen > 0 ? t('panel.unseen', { count: unseen }, unseen) : t('panel.unfold');
}

const MAX_COUNT = 99;

function FoldedTab({ feed }: { feed: ShownFeed }) {
  return (
    <>
      <Icon of={zap} size={16} />
      {feed.unseen > 0 && (
        <span class={styles.unseen}>
          {feed.unseen > MAX_COUNT ? `${MAX_COUNT}+` : formatNumber(feed.unseen)}
        </span>
      )}
      <ConnectionDot connection={feed.connection} />
    </>
  );
}
