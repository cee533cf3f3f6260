import { useLayoutEffect, useRef } from 'preact/hooks';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { UntrustedText } from '@/components/text/UntrustedText';
import { Icon } from '@/components/ui/Icon';
import { InvisibleText } from '@/components/ui/InvisibleText';
import { star, x } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import type { IndexedStreamer } from '@/lib/settings/feed';
import styles from './PickedStreamers.module.css';
import type { Picks } from './use-picks';

interface PickedStreamersProps {
  streamers: readonly IndexedStreamer[];
  picks: Pick<Picks, 'remove' | 'makeFavorite' | 'busy'>;
  /** Called when the last one was removed with the keyboard: the focus needs another place. */
  onEmptied: () => void;
}

/** The streamers that were picked, each with a button to remove it. */
export function PickedStreamers({ streamers, picks, onEmptied }: PickedStreamersProps) {
  const list = useRef<HTMLUListElement>(null);
  /** The place of the button that had the focus last. */
  const focused = useRef<number | null>(null);

  // A button goes with its streamer, and its focus would go to the body.
  useLayoutEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? [];
    const next = buttons[Math.min(focused.current, buttons.length - 1)];
    if (next === undefined) onEmptied();
    else next.focus();
  }, [streamers, onEmptied]);

  return (
    <ul ref={list} class={styles.picked} aria-label={t('welcome.streamers.picked')}>
      {streamers.map((streamer, index) => (
        <li
          key={streamer.id}
          class={styles.chip}
          data-favorite={streamer.isFavorite}
          aria-busy={picks.busy.has(streamer.id)}
          onFocusCapture={() => {
            focused.current = index;
          }}
          onBlurCapture={(event) => {
            // Also comes when the button is removed, but then it is no longer in the list.
            if (list.current?.contains(event.currentTarget)) focused.current = null;
          }}
        >
          <StreamerAvatar name={streamer.name} url={streamer.avatarUrl} size={24} />
          <UntrustedText class={styles.name} text={streamer.name} />
          <Favorite streamer={streamer} makeFavorite={picks.makeFavorite} />
          <button
            type="button"
            class={styles.button}
            data-remove
            aria-label={t('welcome.streamers.remove', { name: streamer.name })}
            title={t('welcome.streamers.remove', { name: streamer.name })}
            onClick={() => void picks.remove(streamer)}
          >
            <Icon of={x} size={15} />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FavoriteProps extends Pick<Picks, 'makeFavorite'> {
  streamer: IndexedStreamer;
}

/** The star of the favorite, or the button that makes another one the favorite. */
function Favorite({ streamer, makeFavorite }: FavoriteProps) {
  if (streamer.isFavorite) {
    return (
      <span class={styles.favorite} title={t('welcome.streamers.favorite')}>
        <Icon of={star} size={14} />
        <InvisibleText>{t('welcome.streamers.favorite')}</InvisibleText>
      </span>
    );
  }
  const label = t('welcome.streamers.make_favorite', { name: streamer.name });
  return (
    <button
      type="button"
      class={styles.button}
      aria-label={label}
      title={label}
      onClick={() => void makeFavorite(streamer)}
    >
      <Icon of={star} size={14} />
    </button>
  );
}
