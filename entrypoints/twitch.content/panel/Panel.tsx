import type { ComponentChildren, ComponentProps } from 'preact';
import { ConnectionDot } from '@/components/feed/ConnectionDot';
import { Icon } from '@/components/ui/Icon';
import { minus, zap } from '@/components/ui/icons';
import { plainText, t } from '@/lib/i18n/text';
import type { Stand } from '@/lib/settings/panel-choice';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import { ProductMark } from './folded/ProductMark';
import { Strip } from './folded/Strip';
import { UnseenCount } from './folded/UnseenCount';
import { PanelMenu } from './menu/PanelMenu';
import styles from './Panel.module.css';
import { PanelBody } from './PanelBody';
import type { PanelActions, PanelListProps } from './panel-actions';
import type { PanelState } from './panel-state';
import { FloatingHandle } from './standing/FloatingHandle';
import type { useFloating } from './standing/use-floating';
import type { useFolding } from './use-folding';

interface PanelProps extends PanelActions {
  feed: ShownFeed;
  state: PanelState;
  list: PanelListProps;
  stand: Stand;
  /** The events of the recording on the page; `null` on other pages. */
  recording: ComponentChildren;
  folding: ReturnType<typeof useFolding>;
  floating: ReturnType<typeof useFloating>;
  menu: ComponentProps<typeof PanelMenu>;
}

/**
 * The panel: a card, or folded to a slim tab or to a line on the chat. One button folds and unfolds
 * it.
 */
export function Panel(props: PanelProps) {
  const { feed, state, stand, recording, folding, floating, menu, ...actions } = props;
  const { isOpen } = state;
  const { button, onToggle, onKeyDown } = folding;
  const isFloating = isOpen && stand === 'floating';
  const label = isOpen ? t('panel.fold') : unfoldLabel({ feed, state, stand });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape comes from what is inside
    <section
      class={isOpen ? styles.open : styles.folded}
      role="region"
      aria-label={t('panel.region')}
      data-stand={stand}
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
        {isOpen ? (
          <Icon of={minus} size={18} />
        ) : (
          <Folded feed={feed} state={state} stand={stand} />
        )}
      </button>
      {isFloating && <FloatingHandle {...floating.handle} />}
      {/* Without the extension, nothing can be stored. */}
      {isOpen && !state.isOrphaned && <PanelMenu {...menu} />}
      {isOpen && <PanelBody feed={feed} state={state} recording={recording} {...actions} />}
      {isFloating && <div class={styles.corner} {...floating.corner} />}
    </section>
  );
}

type FoldedProps = Pick<PanelProps, 'feed' | 'state' | 'stand'>;

function unfoldLabel({ feed, state, stand }: FoldedProps): string {
  if (state.isSetUp) return t('panel.set_up_why');
  const { unseen, rows } = feed;
  const unfold = unseen > 0 ? t('panel.unseen', { count: unseen }, unseen) : t('panel.unfold');
  const [latest] = rows;
  if (stand !== 'chat' || latest === undefined) return unfold;
  return t('panel.strip', { unfold, event: plainText(latest.message) });
}

function Folded({ feed, state, stand }: FoldedProps) {
  if (state.isSetUp) {
    return (
      // Who it is and what to do, over no part of the video.
      <>
        <ProductMark size={20} />
        <span class={styles.words}>{t('panel.set_up')}</span>
      </>
    );
  }
  if (stand === 'chat') return <Strip feed={feed} />;
  return (
    <>
      <Icon of={zap} size={16} />
      <UnseenCount unseen={feed.unseen} />
      <ConnectionDot connection={feed.connection} />
    </>
  );
}
