/** A time, from its first moment up to the first moment after it, in milliseconds since 1970. */
export interface Span {
  from: number;
  until: number;
}

/** How much of a time was listened to, in milliseconds. */
export interface Listened {
  total: number;
  listened: number;
}

/**
 * Returns the parts of a time in which nobody listened, oldest first. Gaps that overlap or touch
 * become one part; what lies outside of the time is left out.
 */
export function missedParts({ from, until }: Span, gaps: readonly Span[]): Span[] {
  const parts: Span[] = [];
  for (const gap of gaps.toSorted((a, b) => a.from - b.from)) {
    const part = { from: Math.max(gap.from, from), until: Math.min(gap.until, until) };
    const last = parts.at(-1);
    if (part.from >= part.until) continue;
    if (last !== undefined && part.from <= last.until)
      last.until = Math.max(last.until, part.until);
    else parts.push(part);
  }
  return parts;
}

/** Returns how much of a time was listened to; `gaps` are those of one streamer, in any order. */
export function listenedIn(span: Span, gaps: readonly Span[]): Listened {
  const total = Math.max(0, span.until - span.from);
  const missed = missedParts(span, gaps).reduce((sum, { from, until }) => sum + until - from, 0);
  return { total, listened: total - missed };
}

/**
 * Returns the share of several times that was listened to, from 0 to 1; `null` if they take no time.
 * A long time counts for more than a short one.
 */
export function listenedShare(times: readonly Listened[]): number | null {
  const sum = (pick: (time: Listened) => number) =>
    times.reduce((all, time) => all + pick(time), 0);
  const total = sum((time) => time.total);
  return total > 0 ? sum(({ listened }) => listened) / total : null;
}

/**
 * Returns a share in whole percent. Only all of it is 100, and only nothing is 0: a figure must not
 * hide a gap.
 */
export function wholePercent(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
