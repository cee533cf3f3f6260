import { sanitize } from '@/lib/domain/untrusted-text';

interface UntrustedTextProps {
  /** What somebody on Twitch wrote: a name, a title. */
  text: string;
  class?: string | undefined;
}

/** Somebody else's words among ours: only ever text, with a writing direction of its own. */
export function UntrustedText({ text, class: className }: UntrustedTextProps) {
  return <bdi class={className}>{sanitize(text)}</bdi>;
}
