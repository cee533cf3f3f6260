import { useEffect, useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { type Clock, MINUTE, systemClock } from '@/lib/time';
import styles from './MarkAll.module.css';

interface MarkAllProps {
  /** True if any row is unseen, on screen or not. */
  hasUnseen: boolean;
  markAll: () => Promise<Reply<unknown>>;
  /** Takes the mark back. Replies false if it is too late. */
  undo: () => Promise<Reply<boolean>>;
  clock?: Clock;
}

/** How long the background can take the mark back. */
const UNDO_MS = 5 * MINUTE;

/** `undone`: the button stays, because the focus is on it. */
type Phase = 'idle' | 'marked' | 'undone' | 'too_late';

/** A button that marks everything as seen, and then takes that back. */
export function MarkAll({ hasUnseen, markAll, undo, clock = systemClock }: MarkAllProps) {
  const [phase, setPhase] = useState<Phase>('idle');
  const marking = useCommand(markAll);
  const undoing = useCommand(undo);
  const isMarked = phase === 'marked';
  useEffect(
    () => (isMarked ? clock.after(UNDO_MS, () => setPhase('idle')) : undefined),
    [isMarked, clock],
  );
  if (phase === 'idle' && !hasUnseen) return null;

  async function click(): Promise<void> {
    if (!isMarked) {
      if ((await marking.run()).ok) setPhase('marked');
      return;
    }
    const reply = await undoing.run();
    if (reply.ok) setPhase(reply.value ? 'undone' : 'too_late');
  }

  const { isBusy, problem } = isMarked ? undoing : marking;
  return (
    <div class={styles.bar} data-late={phase === 'idle'}>
      {/* Not a `status`: there is exactly one, with the state of the connection. */}
      <p class={styles.text} aria-live="polite">
        {isMarked && t('away.marked')}
        {phase === 'too_late' && t('away.too_late')}
      </p>
      {/* The same button for both: it keeps the focus when what it does has changed. */}
      <Button look="quiet" isBusy={isBusy} onClick={() => void click()}>
        {t(isMarked ? 'action.undo' : 'action.mark_seen')}
      </Button>
      {problem !== null && <Notice>{t(`problem.${problem}`)}</Notice>}
    </div>
  );
}
