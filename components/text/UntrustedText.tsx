import { sanitize } from '@/lib/domain/untrusted-text';

interface ForeignProps {
  /** What somebody on Twitch wrote: a name, a title. */
  text: string;
  class?: string | undefined;
}

/** Somebody else's words among ours: only ever text, with a writing direction of its own. */
export function UntrustedText({ text, class: className }: ForeignProps) {
  return <bdi class={className}>{sanitize(text)}</bdi>;
}
