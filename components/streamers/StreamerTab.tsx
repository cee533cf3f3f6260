import { useId } from 'preact/hooks';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { UntrustedText } from '@/components/text/UntrustedText';
import { Icon } from '@/components/ui/Icon';
import { InvisibleText } from '@/components/ui/InvisibleText';
import { bellOff, star, triangleAlert } from '@/components/ui/icons';
import { sanitize } from '@/lib/domain/untrusted-text';
import type { MessageParam } from '@/lib/domain/wording/message';
import { formatNumber, paramText, t } from '@/lib/i18n/text';
import type { IndexedStreamer } from '@/lib/settings/feed';
import styles from './StreamerTab.module.css';

/** More would not fit on the picture. */
const MAX_COUNT = 99;

interface StreamerTabProps {
  id: string;
  panelId: string;
  /** `null` for the tab of all streamers. */
  streamer: IndexedStreamer | null;
  unseen: number;
  isSelected: boolean;
  onSelect: () => void;
}

/** The tab of one streamer, or of all. Its name is the streamer's; all marks are its description. */
export function StreamerTab(props: StreamerTabProps) {
  const { id, panelId, streamer, unseen, isSelected, onSelect } = props;
  const descriptionId = useId();
  const description = streamer === null ? '' : describe(streamer, unseen);
  return (
    <button
      type="button"
      id={id}
      class={styles.tab}
      role="tab"
      aria-selected={isSelected}
      // Only the panel of the selected tab is in the document.
      aria-controls={isSelected ? panelId : undefined}
      aria-describedby={description === '' ? undefined : descriptionId}
      title={streamer === null ? undefined : sanitize(streamer.name)}
      tabIndex={isSelected ? 0 : -1}
      onClick={onSelect}
    >
      {streamer === null ? (
        <span class={styles.all}>{t('streamers.all')}</span>
      ) : (
        <Picture streamer={streamer} unseen={unseen} />
      )}
      <span id={descriptionId} hidden>
        {description}
      </span>
    </button>
  );
}

interface PictureProps {
  streamer: IndexedStreamer;
  unseen: number;
}

/** The picture of a streamer, with the marks in its corners. */
function Picture({ streamer, unseen }: PictureProps) {
  const { name, avatarUrl, isFavorite, live, isMuted, problem } = streamer;
  return (
    <span class={styles.picture}>
      {/* Others see the picture, and the name below the strip. */}
      <InvisibleText>
        <UntrustedText text={name} />
      </InvisibleText>
      <StreamerAvatar name={name} url={avatarUrl} size={32} />
      <span class={styles.marks} aria-hidden="true">
        {isFavorite && (
          <span class={styles.favorite}>
            <Icon of={star} size={11} />
          </span>
        )}
        {unseen > 0 && (
          <span class={styles.unseen} data-muted={isMuted}>
            {unseen > MAX_COUNT ? `${MAX_COUNT}+` : formatNumber(unseen)}
          </span>
        )}
        {problem !== null && (
          <span class={styles.problem}>
            <Icon of={triangleAlert} size={11} />
          </span>
        )}
        {problem === null && isMuted && (
          <span class={styles.muted}>
            <Icon of={bellOff} size={10} />
          </span>
        )}
        {live !== null && <span class={styles.live} />}
      </span>
    </span>
  );
}

/** Returns what the marks on the picture say. */
function describe({ isFavorite, live, isMuted, problem }: IndexedStreamer, unseen: number): string {
  const parts: MessageParam[] = [
    ...(isFavorite ? [{ message: 'streamers.favorite' } as const] : []),
    ...(live === null ? [] : [{ message: 'streamers.live' } as const]),
    ...(unseen === 0
      ? []
      : [{ message: 'streamers.unseen', params: { count: unseen }, count: unseen } as const]),
    ...(isMuted ? [{ message: 'streamers.muted' } as const] : []),
    ...(problem === null ? [] : [{ message: 'streamers.has_problem' } as const]),
  ];
  return paramText({ list: parts, join: 'dots' });
}
