import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { Section } from '@/components/settings/navigation/Section';
import { RemovedStreamer } from '@/components/streamers/RemovedStreamer';
import { StreamerForm } from '@/components/streamers/StreamerForm';
import { t } from '@/lib/i18n/text';
import type { send as Send } from '@/lib/messaging/client';
import type { FeedIndex, IndexedStreamer } from '@/lib/settings/feed';
import { StreamerItem } from './StreamerItem';
import styles from './StreamersSection.module.css';

/** The section with the list of streamers: the favorite and the others. */
export function StreamersSection({ send }: { send: typeof Send }) {
  const index = useFeedIndex();
  return (
    <Section id="streamers">
      <div class="card">
        <p>{t('options.streamers.why')}</p>
        {index === undefined ? <p>{t('feed.loading')}</p> : <Streamers index={index} send={send} />}
      </div>
    </Section>
  );
}

function Streamers({ index, send }: { index: FeedIndex; send: typeof Send }) {
  const { account, streamers } = index;
  const [removed, setRemoved] = useState<IndexedStreamer | null>(null);
  const suggest = useCallback((query: string) => send('channels/suggest', { query }), [send]);
  const { undo, item, restored } = useMovedFocus(streamers, removed);

  return (
    <>
      {account === null ? (
        <p>
          {t('options.streamers.signed_out')} <a href="#account">{t('options.nav.account')}</a>
        </p>
      ) : (
        <StreamerForm
          label={t('streamers.label')}
          action={t('action.add')}
          current=""
          submit={(userName) => send('streamers/add', { userName })}
          onDone={() => setRemoved(null)}
          suggest={suggest}
          isOffered={({ id }) => streamers.every((streamer) => streamer.id !== id)}
        />
      )}
      <div ref={undo}>
        <RemovedStreamer
          removed={account && removed}
          undo={async ({ id }) => {
            const reply = await send('streamers/undoRemove', { streamerId: id });
            if (!reply.ok) return reply;
            restored(id);
            setRemoved(null);
            return reply;
          }}
        />
      </div>
      {streamers.length > 0 && (
        <ul class={styles.list} aria-label={t('options.nav.streamers')} ref={item}>
          {streamers.map((streamer) => (
            <StreamerItem
              key={streamer.id}
              streamer={streamer}
              accountId={account?.id ?? null}
              send={send}
              onFavorite={() => setRemoved(null)}
              onRemoved={() => setRemoved(streamer)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

/**
 * Who is removed takes the focus along, and so does the button that brings them back: the focus goes
 * to that button, and back to the menu of the streamer.
 */
function useMovedFocus(streamers: readonly IndexedStreamer[], removed: IndexedStreamer | null) {
  const undo = useRef<HTMLDivElement>(null);
  const item = useRef<HTMLUListElement>(null);
  const restoredIdRef = useRef<string | null>(null);
  useEffect(() => {
    if (removed !== null) undo.current?.querySelector('button')?.focus();
  }, [removed]);
  useEffect(() => {
    const menu = item.current?.querySelector<HTMLElement>(
      `[data-streamer-id="${restoredIdRef.current}"] button`,
    );
    if (!menu) return;
    restoredIdRef.current = null;
    menu.focus();
  }, [streamers, removed]);
  const restored = useCallback((id: string) => {
    restoredIdRef.current = id;
  }, []);
  return { undo, item, restored };
}
