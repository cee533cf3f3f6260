import { sanitize } from '@/lib/domain/untrusted-text';

interface UntrustedTextProps {
  /** A text that someone on Twitch wrote, such as a name or a title. */
  text: string;
  class?: string | undefined;
  /** Set for a text of one direction, such as a login. */
  dir?: 'ltr' | undefined;
}

/**
 * Shows an untrusted text: sanitized, never as markup or in translation, and with its own writing
 * direction, which `<bdi>` keeps from changing the text around it.
 */
export function UntrustedText({ text, class: className, dir }: UntrustedTextProps) {
  return (
    <bdi class={className} dir={dir} translate={false}>
      {sanitize(text)}
    </bdi>
  );
}
