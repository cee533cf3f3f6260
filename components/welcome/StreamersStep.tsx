import { useCallback, useRef } from 'preact/hooks';
import { StreamerForm } from '@/components/streamers/StreamerForm';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { IndexedStreamer } from '@/lib/settings/feed';
import { LiveChannels } from './LiveChannels';
import { PickedStreamers } from './PickedStreamers';
import styles from './StreamersStep.module.css';
import { usePicks } from './use-picks';

interface StreamersStepProps {
  streamers: readonly IndexedStreamer[];
  send: typeof send;
  onContinue: () => void;
}

/** The step in which the user picks streamers: among the followed channels that are live, or any. */
export function StreamersStep({ streamers, send, onContinue }: StreamersStepProps) {
  const picks = usePicks(streamers, send);
  const search = useRef<HTMLElement>(null);
  const suggest = useCallback((query: string) => send('channels/suggest', { query }), [send]);
  return (
    <>
      <p class="lead">{t('welcome.streamers.why')}</p>
      <LiveChannels suggest={suggest} picked={streamers} picks={picks} />
      <section ref={search} class={styles.section}>
        <h2>{t('welcome.streamers.search')}</h2>
        <StreamerForm
          label={t('streamers.label')}
          action={t('action.add')}
          current=""
          submit={picks.pick}
          suggest={suggest}
          isOffered={({ id }) => streamers.every((streamer) => streamer.id !== id)}
        />
      </section>
      {picks.problem !== null && <Notice>{t(`problem.${picks.problem}`)}</Notice>}
      <section class={styles.section}>
        <h2>{t('welcome.streamers.picked')}</h2>
        {streamers.length === 0 && <p class="dim">{t('welcome.streamers.none')}</p>}
        <PickedStreamers
          streamers={streamers}
          picks={picks}
          onEmptied={() => search.current?.querySelector('input')?.focus()}
        />
      </section>
      {streamers.length > 0 && (
        <div class="actions">
          <Button look="primary" onClick={onContinue}>
            {t('welcome.continue')}
          </Button>
        </div>
      )}
    </>
  );
}
