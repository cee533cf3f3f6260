import type { AccountRecord } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import { START } from '../fakes/fake-clock';

/** Creates the account of a viewer who signed in at the start of the fake clock. */
export function anAccount(fields: Partial<AccountRecord> = {}): AccountRecord {
  return {
    id: '200',
    login: 'demo_viewer',
    name: 'Demo_Viewer',
    avatarUrl: 'https://static-cdn.jtvnw.net/viewer.png',
    clientId: 'client',
    token: 'token-200',
    scopes: ['user:read:chat', 'user:read:follows'],
    expiresAt: null,
    validatedAt: START,
    ...fields,
  };
}

export const DEMO_STREAMER: Streamer = {
  id: '100',
  login: 'demo_streamer',
  name: 'Demo_Streamer',
  avatarUrl: 'https://static-cdn.jtvnw.net/demo.png',
};

export const OTHER_STREAMER: Streamer = {
  id: '101',
  login: 'other_streamer',
  name: 'Other_Streamer',
  avatarUrl: 'https://static-cdn.jtvnw.net/other.png',
};
