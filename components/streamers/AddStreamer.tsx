import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Suggest } from '@/components/hooks/use-suggestions';
import { Icon } from '@/components/ui/Icon';
import { x } from '@/components/ui/icons';
import type { Streamer } from '@/lib/domain/channel/channel';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import type { Clock } from '@/lib/time';
import styles from './AddStreamer.module.css';
import { StreamerForm } from './StreamerForm';

interface AddStreamerProps {
  /** The streamers that are listed already. They are not suggested. */
  listed: readonly Streamer[];
  add: (userName: string) => Promise<Reply<Streamer>>;
  onAdded: (streamer: Streamer) => void;
  onClose: () => void;
  suggest: Suggest;
  /** Another number each time the user asks for the form: then its box gets the focus. */
  request: number;
  clock?: Clock;
}

/** The form to add a streamer. Suggests followed channels that are live before anything is typed. */
export function AddStreamer(props: AddStreamerProps) {
  const { listed, add, onAdded, onClose, request, ...rest } = props;
  const form = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [request]);

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    // The browser closes the popup on an Escape that is not prevented.
    event.preventDefault();
    onClose();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of what is inside
    <div ref={form} class={styles.add} onKeyDown={onKeyDown}>
      <StreamerForm
        {...rest}
        label={t('streamers.label')}
        action={t('action.add')}
        current=""
        submit={add}
        onDone={onAdded}
        suggestsAtOnce
        isOffered={({ id }) => listed.every((streamer) => streamer.id !== id)}
      />
      <button
        type="button"
        class={styles.close}
        aria-label={t('streamers.close')}
        title={t('streamers.close')}
        onClick={onClose}
      >
        <Icon of={x} size={16} />
      </button>
    </div>
  );
}
