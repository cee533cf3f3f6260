import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MessageText } from '@/components/text/MessageText';
import { Select } from '@/components/ui/form/Select';
import { Icon } from '@/components/ui/Icon';
import { x } from '@/components/ui/icons';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { NamedUser } from '@/lib/domain/event/user';
import { isolated } from '@/lib/domain/untrusted-text';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import styles from './HistoryHead.module.css';
import { HistoryNav } from './HistoryNav';

/** No streamer has this id. */
const ALL = '';

interface HistoryHeadProps {
  address: HistoryAddress;
  /** Everybody who can be chosen. */
  streamers: readonly Streamer[];
  /** The viewer of the address; `null` if the log does not know a name. */
  viewer: NamedUser | null;
  go: (change: Partial<HistoryAddress>) => void;
  /** At the end of the line of links. */
  children?: ComponentChildren;
}

/** The top of the history page: what is shown, and what else can be. */
export function HistoryHead({ address, streamers, viewer, go, children }: HistoryHeadProps) {
  const { streamerId, viewerId } = address;
  const isKnown = streamerId === null || streamers.some(({ id }) => id === streamerId);
  return (
    <header class={styles.head}>
      <div class={styles.line}>
        <div class={styles.title}>
          <p class={styles.product}>{t('app.name')}</p>
          <h1 class={styles.name}>{t('history.title')}</h1>
        </div>
        <Select
          label={t('for.streamer')}
          value={streamerId ?? ALL}
          options={[
            { value: ALL, text: t('for.all') },
            ...streamers.map(({ id, name }) => ({ value: id, text: isolated(name) })),
            // An address that was kept may name somebody of whom nothing is left.
            ...(isKnown ? [] : [{ value: streamerId, text: streamerId }]),
          ]}
          // A broadcast or an event belongs to one streamer.
          onChoose={(id) =>
            go({ streamerId: id === ALL ? null : id, broadcastId: null, eventId: null })
          }
        />
      </div>
      <div class={styles.line}>
        <HistoryNav address={address} go={go} />
        {children}
      </div>
      {address.view === 'feed' && <Shown viewerId={viewerId} viewer={viewer} go={go} />}
    </header>
  );
}

type ShownProps = Pick<HistoryHeadProps, 'viewer' | 'go'> & Pick<HistoryAddress, 'viewerId'>;

/** Says whose events are shown. */
function Shown({ viewerId, viewer, go }: ShownProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [focused, setFocused] = useState(viewerId);
  useEffect(() => {
    if (focused === viewerId) return;
    setFocused(viewerId);
    // The row or the button that led here is gone, and the focus must not go with it.
    heading.current?.focus();
  }, [focused, viewerId]);
  return (
    <div class={styles.shown} data-viewer={viewerId !== null}>
      <h2 ref={heading} class={styles.heading} tabIndex={-1}>
        {viewerId === null && t('history.all')}
        {viewerId !== null && viewer === null && t('history.of_unknown')}
        {viewerId !== null && viewer !== null && (
          <MessageText message={{ message: 'history.of_viewer', params: { viewer } }} />
        )}
      </h2>
      {viewerId !== null && (
        <button
          type="button"
          class={styles.chip}
          title={t('history.all_viewers')}
          onClick={() => go({ viewerId: null })}
        >
          {t('history.all_viewers')}
          <Icon of={x} size={14} />
        </button>
      )}
    </div>
  );
}
