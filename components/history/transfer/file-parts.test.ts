import { describe, expect, it } from 'vitest';
import { MAX_LINE_LENGTH, MAX_LINES } from '@/lib/domain/transfer/limits';
import { partsOf } from './file-parts';

const NEVER = new AbortController().signal;

async function read(...content: BlobPart[]) {
  const parts = [];
  for await (const part of partsOf(new Blob(content), NEVER)) parts.push(part);
  return parts;
}

const linesOf = async (...content: BlobPart[]) =>
  (await read(...content)).flatMap(({ lines }) => lines);

describe('a file', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\nb\n', ['a', 'b']],
    ['a\r\n\nb', ['a\r', '', 'b']],
    ['\uFEFFa\n', ['a']],
  ])('%j has its lines', async (text, lines) => {
    expect(await linesOf(text)).toEqual(lines);
  });

  it('is read part by part, each with the number of its first line', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `line ${index + 1} 東京🦊`);
    const parts = await read(lines.join('\n'));
    expect(parts.flatMap((part) => part.lines)).toEqual(lines);
    for (const {
      firstLine,
      lines: [first = ''],
      lines: { length },
    } of parts) {
      expect(first).toContain(`line ${firstLine} `);
      expect(length).toBeLessThanOrEqual(MAX_LINES);
    }
    const progress = parts.map((part) => part.read);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  it('is cut where a line is too long', async () => {
    const [line] = await linesOf(`${'x'.repeat(MAX_LINE_LENGTH + 50)}\n`);
    expect(line).toHaveLength(MAX_LINE_LENGTH + 1);
  });

  it('is not read on where a line has no end', async () => {
    const part = 'x'.repeat(1024 * 1024);
    await expect(read('a\n', part, part)).rejects.toMatchObject({
      fault: { line: 2, fault: 'too_long' },
    });
  });

  it.each([
    ['in the middle', ['a\n', new Uint8Array([0xff]), '\nc\n'], 2],
    ['at the end', ['a\nb\nü', new Uint8Array([0xc3])], 3],
  ])('says which line is no text: %s', async (_where, content, line) => {
    await expect(read(...content)).rejects.toMatchObject({ fault: { line, fault: 'not_text' } });
  });

  it('is not read on when the reading is cancelled', async () => {
    const { signal } = { signal: AbortSignal.abort() };
    await expect(partsOf(new Blob(['a']), signal).next()).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
