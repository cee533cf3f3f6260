import { useEffect, useRef, useState } from 'preact/hooks';
import {
  HISTORY_VIEWS,
  type HistoryAddress,
  WHOLE_HISTORY,
} from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import { HistoryLink } from './HistoryLink';
import styles from './HistoryNav.module.css';
import type { GoTo } from './view-props';

interface HistoryNavProps {
  address: HistoryAddress;
  go: GoTo;
}

/** The links to the views of the history. They keep whose events are shown, and from when. */
export function HistoryNav({ address, go }: HistoryNavProps) {
  const { view: current, streamerId, from, until } = address;
  const nav = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(current);
  useEffect(() => {
    if (shown === current) return;
    setShown(current);
    // What led here may be gone with its view, and the focus must not go with it.
    if (document.activeElement !== document.body) return;
    nav.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [shown, current]);
  return (
    <nav ref={nav} class={styles.nav} aria-label={t('history.views')}>
      {HISTORY_VIEWS.map((view) => (
        <HistoryLink
          key={view}
          class={styles.link}
          aria-current={view === address.view ? 'page' : undefined}
          address={WHOLE_HISTORY}
          change={{ view, streamerId, from, until }}
          go={(change) => go({ ...WHOLE_HISTORY, ...change })}
        >
          {t(`history.view.${view}`)}
        </HistoryLink>
      ))}
    </nav>
  );
}
