import { ConnectionDot } from '@/components/feed/ConnectionDot';
import { Icon } from '@/components/ui/Icon';
import { chevronRight, zap } from '@/components/ui/icons';
import { formatNumber, t } from '@/lib/i18n/text';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import styles from './Panel.module.css';
import { PanelBody } from './PanelBody';
import type { PanelActions } from './panel-actions';
import type { PanelState } from './panel-state';
import type { useFolding } from './use-folding';

interface PanelProps extends PanelActions {
  feed: ShownFeed;
  state: PanelState;
  folding: ReturnType<typeof useFolding>;
}

/** The panel: a card next to the chat, or folded to a slim tab. One button folds and unfolds it. */
export function Panel({ feed, state, folding, ...actions }: PanelProps) {
  const { isOpen } = state;
  const { button, onToggle, onKeyDown } = folding;
  const label = isOpen ? t('panel.fold') : unfoldLabel(feed.unseen);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape comes from what is inside
    <section
      class={isOpen ? styles.open : styles.folded}
      role="region"
      aria-label={t('panel.region')}
      onKeyDown={onKeyDown}
    >
      <button
        ref={button}
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
