import { sanitize } from '@/lib/domain/untrusted-text';
import styles from './UntrustedText.module.css';

interface UntrustedTextProps {
  /** A text that someone on Twitch wrote, such as a name or a title. */
  text: string;
  class?: string | undefined;
  /** Set for a text of one direction, such as a login. */
  dir?: 'ltr' | undefined;
  /** Where the text leads, in a tab of its own. */
  href?: string | null;
}

/**
 * Shows an untrusted text: sanitized, never as markup or in translation, and with its own writing
 * direction, which `<bdi>` keeps from changing the text around it.
 */
export function UntrustedText({ text, class: className, dir, href = null }: UntrustedTextProps) {
  const clean = sanitize(text);
  return (
    <bdi class={className} dir={dir} translate={false}>
      {href === null ? (
        clean
      ) : (
        <a class={styles.link} href={href} target="_blank" rel="noopener noreferrer">
          {clean}
        </a>
      )}
    </bdi>
  );
}
