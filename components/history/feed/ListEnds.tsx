import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { OlderButton } from '@/components/feed/list/OlderButton';
import { Button } from '@/components/ui/form/Button';
import { t } from '@/lib/i18n/text';
import { absoluteTime } from '@/lib/time';
import styles from './ListEnds.module.css';
import type { Loading } from './use-history-rows';
import { useNear } from './use-near';

interface OlderEndProps {
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
  hasOlder: boolean;
  /** False while rows above are still missing: what is near now will not be when they are there. */
  isRendered: boolean;
  /** The id of the last row; `undefined` if there is none. */
  lastId: string | undefined;
  state: Loading;
  /** How far back was looked without finding enough; `null` if there is no need to look on. */
  stoppedAt: number | null;
  /** Called when the end is soon on screen. */
  onNear: () => void;
  onClick: () => void;
}

/** The lower end of the rows: older ones come when it is near, or if the user asks for them. */
export function OlderEnd(props: OlderEndProps) {
  const { scroller, hasOlder, isRendered, lastId, state, stoppedAt, onNear, onClick } = props;
  const place = useRef<HTMLDivElement>(null);
  useNear(place, {
    root: scroller,
    // What takes long is read only if the user asks for it.
    isOn: hasOlder && isRendered && state === 'idle' && stoppedAt === null,
    key: lastId,
    onNear: () => {
      // The focus must not be carried away from somebody who is at the button.
      if (place.current?.matches(':focus-within') !== true) onNear();
    },
  });
  if (!hasOlder) return lastId === undefined ? null : <p class={styles.end}>{t('history.end')}</p>;
  return (
    <div ref={place}>
      {stoppedAt !== null && (
        <p class={styles.end} role="status">
          {t('log_filter.stopped', { time: absoluteTime(stoppedAt) })}
        </p>
      )}
      <OlderButton state={state} onClick={onClick} />
    </div>
  );
}

/** The upper end of rows that are not the newest. */
export function NewerEnd({ state, onClick }: { state: Loading; onClick: () => void }) {
  return (
    <div class={styles.newer}>
      <Button look="quiet" isBusy={state === 'loading'} onClick={onClick}>
        {t('history.show_newer')}
      </Button>
      {state === 'failed' && <p role="alert">{t('history.newer_failed')}</p>}
    </div>
  );
}
