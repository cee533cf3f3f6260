import { useNow } from '@/components/ui/hooks/use-now';
import { absoluteTime, relativeTime } from '@/lib/time';

interface RelativeTimeProps {
  /** Milliseconds since 1970. */
  time: number;
  /** A language tag, for example `en`. */
  language: string;
  /** Puts the text into a longer phrase. */
  phrase?: (text: string) => string;
  class?: string | undefined;
}

/** Shows how long ago something was, with the exact time as its tooltip. */
export function RelativeTime({ time, language, phrase, class: className }: RelativeTimeProps) {
  const text = relativeTime(time, useNow(), language);
  return (
    <time datetime={new Date(time).toISOString()} title={absoluteTime(time)} class={className}>
      {phrase === undefined ? text : phrase(text)}
    </time>
  );
}
