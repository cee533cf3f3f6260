import { useState } from 'preact/hooks';
import { sanitize } from '@/lib/domain/untrusted-text';
import styles from './StreamerAvatar.module.css';

const TWITCH_IMAGES = 'https://static-cdn.jtvnw.net/';

interface StreamerAvatarProps {
  name: string;
  url: string;
  size: number;
}

/** A Twitch user's picture, or the first letter of the name where there is none to be had. */
export function StreamerAvatar({ name, url, size }: StreamerAvatarProps) {
  const [brokenUrl, setBrokenUrl] = useState<string>();
  const isShown = url.startsWith(TWITCH_IMAGES) && url !== brokenUrl;
  return (
    <span class={styles.avatar} style={{ '--size': `${size}px` }} aria-hidden="true">
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
