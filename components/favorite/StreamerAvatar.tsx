import { useState } from 'preact/hooks';
import { sanitize } from '@/lib/domain/untrusted-text';
import styles from './StreamerAvatar.module.css';

const TWITCH_IMAGE_HOST = 'https://static-cdn.jtvnw.net/';

interface StreamerAvatarProps {
  name: string;
  url: string;
  size: number;
}

/**
 * Shows the profile picture of a streamer, or the first letter of the name if there is none or it
 * does not load. Only pictures from Twitch's image host are loaded.
 */
export function StreamerAvatar({ name, url, size }: StreamerAvatarProps) {
  const [brokenUrl, setBrokenUrl] = useState<string>();
  const isShown = url.startsWith(TWITCH_IMAGE_HOST) && url !== brokenUrl;
  return (
    <span
      class={styles.avatar}
      style={{ '--size': `${size}px` }}
      translate={false}
      aria-hidden="true"
    >
      {isShown ? (
        <img
          class={styles.image}
          src={url}
          alt=""
          referrerpolicy="no-referrer"
          onError={() => setBrokenUrl(url)}
        />
      ) : (
        Array.from(sanitize(name).trim()).at(0)?.toUpperCase()
      )}
    </span>
  );
}
