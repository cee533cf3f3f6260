import { useEffect, useState } from 'preact/hooks';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import type { Suggest } from '@/components/hooks/use-suggestions';
import { UntrustedText } from '@/components/text/UntrustedText';
import { Icon } from '@/components/ui/Icon';
import { check, plus } from '@/components/ui/icons';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamSummary, Suggestion } from '@/lib/domain/channel/suggestion';
import { sanitize } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import styles from './LiveChannels.module.css';
import type { Picks } from './use-picks';

interface LiveChannelsProps {
  /** Must stay the same function from render to render. */
  suggest: Suggest;
  picked: readonly Streamer[];
  picks: Pick<Picks, 'toggle' | 'busy'>;
}

/** The followed channels that are live, to pick from. Those that were found stay where they are. */
export function LiveChannels({ suggest, picked, picks }: LiveChannelsProps) {
  const [channels, setChannels] = useState<readonly Suggestion[]>();
  useEffect(() => {
    let isOutdated = false;
    void suggest('').then((reply) => {
      if (!isOutdated) setChannels(reply.ok ? reply.value : []);
    });
    return () => {
      isOutdated = true;
    };
  }, [suggest]);

  return (
    <section class={styles.section} aria-busy={channels === undefined}>
      <h2>{t('welcome.streamers.live')}</h2>
      {channels?.length === 0 && <p class="dim">{t('welcome.streamers.live_none')}</p>}
      {channels === undefined && <p class="dim">{t('feed.loading')}</p>}
      <ul class={styles.cards} aria-label={t('welcome.streamers.live')}>
        {channels?.map((channel) => (
          <li key={channel.id}>
            <LiveCard
              channel={channel}
              isPicked={picked.some(({ id }) => id === channel.id)}
              isBusy={picks.busy.has(channel.id)}
              onToggle={() => void picks.toggle(channel)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LiveCardProps {
  channel: Suggestion;
  isPicked: boolean;
  isBusy: boolean;
  onToggle: () => void;
}

function LiveCard({ channel, isPicked, isBusy, onToggle }: LiveCardProps) {
  const { name, avatarUrl, stream } = channel;
  return (
    <button
      type="button"
      class={styles.card}
      aria-pressed={isPicked}
      aria-busy={isBusy}
      aria-disabled={isBusy}
      onClick={isBusy ? undefined : onToggle}
    >
      <StreamerAvatar name={name} url={avatarUrl} size={40} />
      <span class={styles.words}>
        <UntrustedText class={styles.name} text={name} />{' '}
        {stream !== undefined && <About {...stream} />}
      </span>
      <span class={styles.mark}>
        <Icon of={isPicked ? check : plus} size={16} />
      </span>
    </button>
  );
}

function About({ title, category, viewers }: StreamSummary) {
  return (
    <>
      {title !== '' && (
        <>
          <span class={styles.title} dir="auto" title={sanitize(title)}>
            <UntrustedText text={title} />
          </span>{' '}
        </>
      )}
      <span class={styles.facts}>
        {category !== '' && (
          <>
            <UntrustedText text={category} />
            {' · '}
          </>
        )}
        <span>{t('welcome.streamers.viewers', { count: viewers }, viewers)}</span>
      </span>
    </>
  );
}
