import { sanitize } from '@/lib/domain/untrusted-text';

interface UntrustedTextProps {
  /** A text that someone on Twitch wrote, such as a name or a title. */
  text: string;
  class?: string | undefined;
}

/**
 * Shows an untrusted text: sanitized, never as markup or in translation, and with its own writing
 * direction, which `<bdi>` keeps from changing the text around it.
 */
export function UntrustedText({ text, class: className }: UntrustedTextProps) {
  return (
    <bdi class={className} translate={false}>
      {sanitize(text)}
    </bdi>
  );
}
