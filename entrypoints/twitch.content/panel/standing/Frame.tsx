import type { ComponentChildren } from 'preact';
import { type Appearance, themeOn } from '@/lib/domain/view/appearance';
import type { Opacity } from '@/lib/settings/panel-choice';
import type { PageState } from '../../page/page-state';
import type { Slot } from '../../page/slots';
import styles from './Frame.module.css';

interface FrameProps {
  page: PageState;
  isOpen: boolean;
  /** Where the user drags the panel; `null` if it stands still. */
  dragged: Slot | null;
  opacity: Opacity | undefined;
  appearance: Appearance;
  children: ComponentChildren;
}

/** Puts the panel at its place in the window, in the theme of what is below it. */
export function Frame(props: FrameProps) {
  const { page, isOpen, dragged, opacity = 100, appearance, children } = props;
  const { placement, theme, isFullscreen } = page;
  const slot = dragged ?? slotIn(page, isOpen);
  // A light card on a video would blind, whatever the theme of the page.
  const isOverVideo = placement.isOverVideo[isOpen ? 'open' : 'folded'];
  // In a window without any room for a tab, nothing is shown.
  const isHidden = isFullscreen || slot.height === 0;
  return (
    <div
      class={styles.frame}
      data-theme={isOverVideo ? 'dark' : themeOn(theme, appearance)}
      data-text-size={appearance.textSize}
      hidden={isHidden}
      style={{
        '--right': `${slot.right}px`,
        '--top': `${slot.top}px`,
        '--width': `${slot.width}px`,
        '--height': `${slot.height}px`,
        '--opacity': isOverVideo && isOpen ? `${opacity}%` : undefined,
      }}
    >
      {children}
    </div>
  );
}

function slotIn({ placement }: PageState, isOpen: boolean): Slot {
  const { open, folded, forced } = placement;
  if (!isOpen) return folded;
  return open.height > 0 ? open : forced;
}
