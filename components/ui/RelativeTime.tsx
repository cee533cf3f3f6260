import { useNow } from '@/components/ui/hooks/use-now';
import { absoluteTime, relativeTime } from '@/lib/time';

interface RelativeTimeProps {
  /** Milliseconds since 1970. */
  time: number;
  /** Language of the words. */
  language: string;
  /** Puts the words into a phrase. */
  phrase?: (words: string) => string;
  class?: string | undefined;
}

/** How long ago something was; the tooltip tells the exact time. */
export function RelativeTime({ time, language, phrase, class: className }: RelativeTimeProps) {
  const words = relativeTime(time, useNow(), language);
  return (
    <time datetime={new Date(time).toISOString()} title={absoluteTime(time)} class={className}>
      {phrase === undefined ? words : phrase(words)}
    </time>
  );
}
