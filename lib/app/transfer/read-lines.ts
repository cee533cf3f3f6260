import type { StreamEvent } from '@/lib/domain/event/event';
import type { Gap } from '@/lib/domain/history/gap';
import type { LineFault } from '@/lib/domain/transfer/fault';
import { readLine } from './read-line';

/** Some lines of a file that follow on one another. */
export interface FilePart {
  /** The number of the first of the lines; the first of the file is 1. */
  firstLine: number;
  lines: readonly string[];
}

/** What they say. */
export interface ReadPart {
  gaps: Gap[];
  events: StreamEvent[];
}

/** Reads lines of a file. Returns the first fault if there is any: then nothing of it may be used. */
export function readLines({ firstLine, lines }: FilePart): ReadPart | LineFault {
  const part: ReadPart = { gaps: [], events: [] };
  for (const [index, text] of lines.entries()) {
    const number = firstLine + index;
    const line = readLine(text, { isFirst: number === 1 });
    if (line === null) continue;
    if ('fault' in line) return { line: number, ...line };
    if ('gap' in line) part.gaps.push(line.gap);
    else part.events.push(line.event);
  }
  return part;
}
