import { UntrustedText } from '@/components/text/UntrustedText';
import { LinkButton } from '@/components/ui/form/Button';
import { LiveBadge } from '@/components/ui/LiveBadge';
import { RelativeTime } from '@/components/ui/RelativeTime';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { sanitize } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import styles from './FavoriteHeader.module.css';
import { LastHeard } from './LastHeard';
import { StreamerAvatar } from './StreamerAvatar';
import { watchStreamLink } from './watch-stream-link';

interface FavoriteHeaderProps {
  favorite: Streamer;
  channel: ChannelState;
  isSignedIn: boolean;
  /** Until when the extension listened, if Twitch has ended the sign-in; `null` if unknown. */
  lastHeard: number | null;
  /** True if there is nothing to watch, because Twitch no longer has the streamer. */
  isGone: boolean;
}

/** The favorite streamer, with the state of the channel and a link to the stream. */
export function FavoriteHeader(props: FavoriteHeaderProps) {
  const { favorite, channel, isSignedIn, lastHeard, isGone } = props;
  return (
    <header class={styles.header}>
      <StreamerAvatar name={favorite.name} url={favorite.avatarUrl} size={40} />
      <div class={styles.who}>
        <h1 class={styles.name}>
          <UntrustedText text={favorite.name} />
        </h1>
        {isSignedIn && <LiveStatus channel={channel} />}
        {lastHeard !== null && (
          <p class={styles.state}>
            <LastHeard time={lastHeard} />
          </p>
        )}
      </div>
      {!isGone && (
        <LinkButton look="primary" {...watchStreamLink(favorite, channel)}>
          {t('action.watch')}
        </LinkButton>
      )}
      {channel.text !== null && channel.text.title !== '' && (
        <p class={styles.title} title={sanitize(channel.text.title)}>
          {channel.text.category !== '' && (
            <b class={styles.category}>
              <UntrustedText text={channel.text.category} />
            </b>
          )}
          <UntrustedText text={channel.text.title} />
        </p>
      )}
    </header>
  );
}

function LiveStatus({ channel: { live, recordingUrl } }: { channel: ChannelState }) {
  if (live === null) {
    return <p class={styles.state}>{t(recordingUrl ? 'channel.recording' : 'channel.offline')}</p>;
  }
  return (
    <p class={styles.state}>
      <LiveBadge>{t('channel.live')}</LiveBadge>
      <RelativeTime
        time={live.startedAt}
        language={t('app.language')}
        phrase={(time) => t('channel.started', { time })}
      />
    </p>
  );
}
