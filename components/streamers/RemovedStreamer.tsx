import { useCommand } from '@/components/hooks/use-command';
import { MessageText } from '@/components/text/MessageText';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import type { Streamer } from '@/lib/domain/channel/channel';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import styles from './RemovedStreamer.module.css';

interface RemovedStreamerProps {
  /** The streamer that was removed last; `null` if none can be brought back. */
  removed: Streamer | null;
  undo: (removed: Streamer) => Promise<Reply<null>>;
}

/** Says that a streamer was removed, with a button to bring it back. Read out by screen readers. */
export function RemovedStreamer({ removed, undo }: RemovedStreamerProps) {
  const undoing = useCommand(undo);
  return (
    // Not a `status`: there is exactly one, with the state of the connection.
    <div aria-live="polite">
      {removed !== null && (
        <div class={styles.removed}>
          <p class={styles.text}>
            <MessageText
              message={{ message: 'streamers.removed', params: { name: removed.name } }}
            />
          </p>
          <Button isBusy={undoing.isBusy} onClick={() => void undoing.run(removed)}>
            {t('action.undo')}
          </Button>
          {undoing.problem !== null && <Notice>{t(`problem.${undoing.problem}`)}</Notice>}
        </div>
      )}
    </div>
  );
}
