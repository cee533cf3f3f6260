import type { ComponentChildren } from 'preact';
import { ConnectionDot } from '@/components/feed/ConnectionDot';
import { Icon } from '@/components/ui/Icon';
import { chevronRight, zap } from '@/components/ui/icons';
import { formatNumber, t } from '@/lib/i18n/text';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import styles from './Panel.module.css';
import { PanelBody } from './PanelBody';
import { ProductMark } from './ProductMark';
import type { PanelActions } from './panel-actions';
import type { PanelState } from './panel-state';
import type { useFolding } from './use-folding';

interface PanelProps extends PanelActions {
  feed: ShownFeed;
  state: PanelState;
  /** The events of the recording on the page; `null` on other pages. */
  recording: ComponentChildren;
  folding: ReturnType<typeof useFolding>;
}

/** The panel: a card next to the chat, or folded to a slim tab. One button folds and unfolds it. */
export function Panel({ feed, state, recording, folding, ...actions }: PanelProps) {
  const { isOpen } = state;
  const { button, onToggle, onKeyDown } = folding;
  const label = isOpen ? t('panel.fold') : unfoldLabel(state, feed.unseen);
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
        {isOpen ? <Icon of={chevronRight} size={18} /> : <Tab feed={feed} state={state} />}
      </button>
      {isOpen && <PanelBody feed={feed} state={state} recording={recording} {...actions} />}
    </section>
  );
}

function unfoldLabel({ isSetUp }: PanelState, unseen: number): string {
  if (isSetUp) return t('panel.set_up_why');
  return unseen > 0 ? t('panel.unseen', { count: unseen }, unseen) : t('panel.unfold');
}

/** The tab until the panel is set up: who it is and what to do, over no part of the video. */
function SetUpTab() {
  return (
    <>
      <ProductMark size={20} />
      <span class={styles.words}>{t('panel.set_up')}</span>
    </>
  );
}

const MAX_COUNT = 99;

function Tab({ feed, state }: Pick<PanelProps, 'feed' | 'state'>) {
  if (state.isSetUp) return <SetUpTab />;
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
