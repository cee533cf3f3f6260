import type { ComponentChildren } from 'preact';
import { LastHeard } from '@/components/favorite/LastHeard';
import { watchStreamLink } from '@/components/favorite/watch-stream-link';
import { UntrustedText } from '@/components/text/UntrustedText';
import { LinkButton } from '@/components/ui/form/Button';
import { useNow } from '@/components/ui/hooks/use-now';
import { LiveBadge } from '@/components/ui/LiveBadge';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { sanitize } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import { absoluteTime, MINUTE } from '@/lib/time';
import styles from './StreamerHeader.module.css';
import { Viewers } from './Viewers';

interface StreamerHeaderProps {
  streamer: Streamer;
  channel: ChannelState;
  /** The number of viewers; `null` if it is not known. */
  viewers: number | null;
  isSignedIn: boolean;
  /** Until when the extension listened, if Twitch has ended the sign-in; `null` if unknown. */
  lastHeard: number | null;
  /** True if there is nothing to watch, because Twitch no longer has the streamer. */
  isGone: boolean;
  /** The menu of the streamer. */
  menu?: ComponentChildren;
  /** Opens the stream, if the link is clicked without a key that says where. */
  watch: (url: string) => void;
}

/** A streamer, with the state of the channel, a link to the stream and a menu. */
export function StreamerHeader(props: StreamerHeaderProps) {
  const { streamer, channel, viewers, isSignedIn, lastHeard, isGone, menu, watch } = props;
  const link = watchStreamLink(streamer, channel);
  return (
    <header class={styles.header}>
      <div class={styles.who}>
        <h1 class={styles.name} title={sanitize(streamer.name)}>
          <UntrustedText text={streamer.name} />
        </h1>
        {isSignedIn && <LiveStatus channel={channel} viewers={viewers} />}
        {lastHeard !== null && (
          <p class={styles.state}>
            <LastHeard time={lastHeard} />
          </p>
        )}
      </div>
      {!isGone && (
        <LinkButton
          look="primary"
          {...link}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            watch(link.href);
          }}
        >
          {t('action.watch')}
        </LinkButton>
      )}
      {menu}
      <ChannelText text={channel.text} />
    </header>
  );
}

/** Returns false if a key or another button says where the link opens. */
function isPlainClick({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Title and category, in one line. */
function ChannelText({ text }: Pick<ChannelState, 'text'>) {
  if (text === null || text.title === '') return null;
  const parts = [text.title, text.category].filter((part) => part !== '');
  return (
    <p class={styles.text} title={parts.map(sanitize).join(' · ')}>
      <UntrustedText text={text.title} />
      {text.category !== '' && (
        <b class={styles.category}>
          <UntrustedText text={text.category} />
        </b>
      )}
    </p>
  );
}

function LiveStatus({ channel, viewers }: Pick<StreamerHeaderProps, 'channel' | 'viewers'>) {
  const { live, recordingUrl } = channel;
  if (live === null) {
    return (
      <p class={styles.state}>
        <span class={styles.offline}>
          {t(recordingUrl ? 'channel.recording' : 'channel.offline')}
        </span>
      </p>
    );
  }
  return (
    <p class={styles.state}>
      <LiveBadge>{t('channel.live')}</LiveBadge>
      <LiveFor since={live.startedAt} />
      {viewers !== null && <Viewers count={viewers} />}
    </p>
  );
}

/** How long a broadcast has been running, in hours and minutes. The tooltip says since when. */
function LiveFor({ since }: { since: number }) {
  const minutes = Math.max(0, Math.floor((useNow() - since) / MINUTE));
  return (
    <time datetime={`PT${minutes}M`} title={absoluteTime(since)}>
      {`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`}
    </time>
  );
}
