import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

/** A wildcard covers only one level, so the socket hosts need their own entries. */
const NAMES = [
  'twitch.tv',
  '*.twitch.tv',
  'eventsub.wss.twitch.tv',
  '*.eventsub.wss.twitch.tv',
  '*.jtvnw.net',
  'localhost',
];

/** Creates a self-signed certificate for all hosts of Twitch that the simulator replaces. */
export async function createCertificate(): Promise<Certificate> {
  const names = NAMES.map((value) => ({ type: 2 as const, value }));
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'twitch.tv' }], {
    // Fast to generate, and every browser supports it.
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [...names, { type: 7, ip: '127.0.0.1' }] }],
  });
  return { key, cert };
}
