/** Samples of one byte each second, the fewest that Chromium plays. */
const RATE = 3_000;
const HEADER_LENGTH = 44;
/** Players ask for the rest when they need it. */
const MOST_BYTES = 1_000_000;

/** Returns the header of a WAV file: http://soundfile.sapp.org/doc/WaveFormat/ */
function headerOf(samples: number): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH);
  header.write('RIFF', 0);
  header.writeUInt32LE(HEADER_LENGTH - 8 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return header;
}

/** Answers a request for a part of a recording in which nothing is seen or heard. */
export function silence(durationMs: number, range = 'bytes=0-'): Response {
  const samples = Math.max(1, Math.round(durationMs / 1_000)) * RATE;
  const length = HEADER_LENGTH + samples;
  const [, first = '0', last] = /^bytes=(\d+)-(\d*)/.exec(range) ?? [];
  const start = Math.min(Number(first), length - 1);
  const wanted = last ? Number(last) + 1 : length;
  const end = Math.min(wanted, start + MOST_BYTES, length);
  const body = Buffer.alloc(end - start, 0x80);
  headerOf(samples).copy(body, 0, Math.min(start, HEADER_LENGTH), Math.min(end, HEADER_LENGTH));
  return new Response(body, {
    status: 206,
    headers: {
      'Content-Type': 'audio/wav',
      'Accept-Ranges': 'bytes',
      'Content-Range': `bytes ${start}-${end - 1}/${length}`,
    },
  });
}
