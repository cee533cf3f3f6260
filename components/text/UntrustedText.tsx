import { harmless } from '@/lib/domain/untrusted-text';

interface ForeignProps {
  /** What somebody on Twitch wrote: a name, a title. */
  text: string;
  class?: string | undefined;
}

/** Somebody else's words among ours: only ever text, with a writing direction of its own. */
export function Foreign({ text, class: className }: ForeignProps) {
  return <bdi class={className}>{harmless(text)}</bdi>;
}
