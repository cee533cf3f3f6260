import { readFile } from 'node:fs/promises';

/** A request as Chromium put it on the wire. */
export interface WireRequest {
  host: string;
  /** Method, path with query, and protocol. */
  line: string;
  /** `name: value`, each. */
  headers: readonly string[];
  body: string;
}

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; source: { id: number }; params?: { bytes?: string } }[];
}

/** Arguments that let Chromium write down every byte it sends or gets, be it by whom it may. */
export function netLogArgs(file: string): string[] {
  return [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'];
}

// Nothing is sent on a socket before the answer is there, so each request begins a write of its own.
const REQUEST_LINE = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \/\S* HTTP\/1\.1\r\n/;

function parseRequest(text: string): WireRequest {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [line = '', ...headers] = head.split('\r\n');
  const host = headers.find((header) => /^host:/i.test(header))?.replace(/^host:\s*/i, '') ?? '';
  return { host, line, headers, body: rest.join('\r\n\r\n') };
}

/**
 * Every request that left the browser, of pages, workers and itself, in the order of their beginnings.
 * Read it when the browser is gone.
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
    // What a TLS socket encrypts is written down beside what it was.
    const key = `${source.id} ${type}`;
    const latest = latestOf.get(key);
    if (latest === undefined || REQUEST_LINE.test(text)) latestOf.set(key, texts.push(text) - 1);
    else texts[latest] += text;
  }
  return texts.map(parseRequest);
}
