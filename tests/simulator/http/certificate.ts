import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

/** A wildcard covers one level only, so the socket hosts need names of their own. */
const NAMES = [
  'twitch.tv',
  '*.twitch.tv',
  'eventsub.wss.twitch.tv',
  '*.eventsub.wss.twitch.tv',
  '*.jtvnw.net',
  'localhost',
];

/** A self-signed certificate for all the hosts that the simulator stands in for. */
export async function createCertificate(): Promise<Certificate> {
  const names = NAMES.map((value) => ({ type: 2 as const, value }));
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'twitch.tv' }], {
    // Quick to make, and every browser takes it.
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [...names, { type: 7, ip: '127.0.0.1' }] }],
  });
  return { key, cert };
}
