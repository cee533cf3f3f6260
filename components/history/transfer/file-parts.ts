import type { LineFault } from '@/lib/domain/transfer/fault';
import { MAX_LINE_LENGTH, MAX_LINES } from '@/lib/domain/transfer/limits';

/** Lines of a file that follow on one another, and how much of the file is read with them. */
export interface FilePart {
  firstLine: number;
  lines: string[];
  /** From 0 to 1. */
  read: number;
}

/** The bytes that are read at once. */
const CHUNK = 256 * 1024;

/** No line that may be read has more bytes. */
const MAX_LINE_BYTES = 4 * MAX_LINE_LENGTH;

const NEW_LINE = 0x0a;

/** Says which line of a file cannot be read. */
export class FileError extends Error {
  readonly fault: LineFault;

  constructor(fault: LineFault) {
    super(fault.fault);
    this.fault = fault;
  }
}

/**
 * Reads a file of text some lines at a time, so that one of any length needs the same memory. Ends with
 * an error as soon as the signal does. Throws a `FileError` for a line that is no text in UTF-8, or too
 * long.
 */
export async function* partsOf(file: Blob, signal: AbortSignal): AsyncGenerator<FilePart> {
  let rest = new Uint8Array();
  let firstLine = 1;
  for (let offset = 0; offset < file.size; offset += CHUNK) {
    signal.throwIfAborted();
    const chunk = new Uint8Array(await file.slice(offset, offset + CHUNK).arrayBuffer());
    const isLast = offset + CHUNK >= file.size;
    const end = isLast ? chunk.length : chunk.lastIndexOf(NEW_LINE) + 1;
    const complete = joined(rest, chunk.subarray(0, end));
    rest = end === 0 ? joined(rest, chunk) : chunk.subarray(end);
    if (end === 0) {
      if (rest.length > MAX_LINE_BYTES) {
        throw new FileError({ line: firstLine, fault: 'too_long', field: null });
      }
      continue;
    }
    const lines = linesIn(complete, firstLine);
    const read = Math.min(1, (offset + CHUNK) / file.size);
    for (let start = 0; start < lines.length; start += MAX_LINES) {
      yield { firstLine: firstLine + start, lines: lines.slice(start, start + MAX_LINES), read };
    }
    firstLine += lines.length;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Returns the lines, each cut to a length from which one sees that it is too long. */
function linesIn(bytes: Uint8Array, firstLine: number): string[] {
  const text = decoded(bytes);
  if (text === null) throw new FileError(faultIn(bytes, firstLine));
  const lines = text.split('\n');
  // What ends with a line feed has nothing after it.
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.slice(0, MAX_LINE_LENGTH + 1));
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Finds the line that is no text. */
function faultIn(bytes: Uint8Array, firstLine: number): LineFault {
  let line = firstLine;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(NEW_LINE, start);
    const isText = decoded(bytes.subarray(start, end === -1 ? bytes.length : end)) !== null;
    if (!isText || end === -1) return { line, fault: 'not_text', field: null };
    line += 1;
    start = end + 1;
  }
}
