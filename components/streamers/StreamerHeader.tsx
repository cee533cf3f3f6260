import type { ComponentChildren } from 'preact';
import { LastHeard } from '@/components/favorite/LastHeard';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { watchStreamLink } from '@/components/favorite/watch-stream-link';
import { UntrustedText } from '@/components/text/UntrustedText';
import { LinkButton } from '@/components/ui/form/Button';
import { LiveBadge } from '@/components/ui/LiveBadge';
import { RelativeTime } from '@/components/ui/RelativeTime';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { sanitize } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import styles from './StreamerHeader.module.css';

interface StreamerHeaderProps {
  streamer: Streamer;
  channel: ChannelState;
  isSignedIn: boolean;
  /** Until when the extension listened, if Twitch has ended the sign-in; `null` if unknown. */
  lastHeard: number | null;
  /** True if there is nothing to watch, because Twitch no longer has the streamer. */
  isGone: boolean;
  /** The menu of the streamer. It has a row of its own while it is open. */
  menu?: ComponentChildren;
}

/** A streamer, with the state of the channel, a link to the stream and a menu. */
export function StreamerHeader(props: StreamerHeaderProps) {
  const { streamer, channel, isSignedIn, lastHeard, isGone, menu } = props;
  return (
    <header class={styles.header}>
      <StreamerAvatar name={streamer.name} url={streamer.avatarUrl} size={40} />
      <div class={styles.who}>
        <h1 class={styles.name} title={sanitize(streamer.name)}>
          <UntrustedText text={streamer.name} />
        </h1>
        {isSignedIn && <LiveStatus channel={channel} />}
        {lastHeard !== null && (
          <p class={styles.state}>
            <LastHeard time={lastHeard} />
          </p>
        )}
      </div>
      {!isGone && (
        <LinkButton look="primary" {...watchStreamLink(streamer, channel)}>
          {t('action.watch')}
        </LinkButton>
      )}
      {menu}
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
