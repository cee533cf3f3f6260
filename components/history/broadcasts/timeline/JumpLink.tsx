import { Icon } from '@/components/ui/Icon';
import { circlePlay } from '@/components/ui/icons';
import { jumpTo, jumpUrl, type Recording } from '@/lib/domain/channel/recording';
import { t } from '@/lib/i18n/text';
import { clockText } from '../start-text';
import styles from './Timeline.module.css';

interface JumpLinkProps {
  recordings: readonly Recording[];
  /** Milliseconds since 1970. */
  time: number;
}

/** Leads to a moment of the recording, if there is one. */
export function JumpLink({ recordings, time }: JumpLinkProps) {
  const jump = jumpTo(recordings, time);
  if (jump === null) return null;
  return (
    <a
      class={styles.link}
      href={jumpUrl(jump)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('broadcasts.watch_from', { time: clockText(time) })}
    >
      <Icon of={circlePlay} size={15} />
      {t('broadcasts.watch')}
    </a>
  );
}
