import { createHash } from 'node:crypto';

/** Returns a form of a token that can be recognized but not used. */
export function hashToken(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
