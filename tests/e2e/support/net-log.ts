import { readFile } from 'node:fs/promises';

/** A request as Chromium sent it. */
export interface WireRequest {
  host: string;
  /** Method, path with query, and protocol. */
  line: string;
  /** Each as `name: value`. */
  headers: readonly string[];
  body: string;
}

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; source: { id: number }; params?: { bytes?: string } }[];
}

/** Returns arguments that make Chromium log every byte that it sends or receives. */
export function netLogArgs(file: string): string[] {
  return [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'];
}

// Chromium sends the next request on a socket only after the response, so no write contains two.
const REQUEST_LINE = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \/\S* HTTP\/1\.1\r\n/;

function parseRequest(text: string): WireRequest {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [line = '', ...headers] = head.split('\r\n');
  const host = headers.find((header) => /^host:/i.test(header))?.replace(/^host:\s*/i, '') ?? '';
  return { host, line, headers, body: rest.join('\r\n\r\n') };
}

/**
 * Returns every request of pages, workers and the browser itself, in the order in which they began.
 * The log is complete only after the browser is closed.
 */
export async function readRequests(file: string): Promise<WireRequest[]> {
  const { constants, events }: NetLog = JSON.parse(await readFile(file, 'utf8'));
  const sent = new Set(
    ['SSL_SOCKET_BYTES_SENT', 'SOCKET_BYTES_SENT'].map((name) => constants.logEventTypes[name]),
  );
  const texts: string[] = [];
  const latestOf = new Map<string, number>();
  for (const { type, source, params } of events) {
    if (!sent.has(type) || params?.bytes === undefined) continue;
    const text = Buffer.from(params.bytes, 'base64').toString('latin1');
    // A TLS socket logs the same bytes twice: in plain text and encrypted.
    const key = `${source.id} ${type}`;
    const latest = latestOf.get(key);
    if (latest === undefined || REQUEST_LINE.test(text)) latestOf.set(key, texts.push(text) - 1);
    else texts[latest] += text;
  }
  return texts.map(parseRequest);
}
