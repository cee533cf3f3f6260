import type { Page } from '@playwright/test';
import type { Simulator } from '../../simulator/server.ts';
import { CHAT_SCOPE, CLIENT_ID, createHarness } from '../../simulator/testing/harness.ts';

/** A subscription as Create EventSub Subscription takes it. */
export interface BareSubscription {
  type: string;
  version: string;
  condition: Record<string, string>;
}

/** Headers of Helix requests for an account that has nothing to do with the extension. */
export async function bareHeaders(simulator: Simulator): Promise<Record<string, string>> {
  const { token } = await createHarness(simulator).signIn({ scopes: CHAT_SCOPE });
  return {
    Authorization: `Bearer ${token}`,
    'Client-Id': CLIENT_ID,
    'Content-Type': 'application/json',
  };
}

/**
 * Opens a socket on a page of the extension, creates the subscriptions one after another, and closes
 * the socket. Returns the milliseconds from opening to the last answer.
 */
export async function connectBare(
  page: Page,
  headers: Record<string, string>,
  subscriptions: readonly BareSubscription[],
): Promise<number> {
  return await page.evaluate(
    async ([all, requestHeaders]) => {
      const start = performance.now();
      const socket = new WebSocket('wss://eventsub.wss.twitch.tv/ws');
      const welcome = await new Promise<string>((resolve) => {
        socket.addEventListener('message', ({ data }) => resolve(data), { once: true });
      });
      const transport = { method: 'websocket', session_id: JSON.parse(welcome).payload.session.id };
      for (const subscription of all) {
        const response = await fetch('https://api.twitch.tv/helix/eventsub/subscriptions', {
          method: 'POST',
          headers: requestHeaders,
          body: JSON.stringify({ ...subscription, transport }),
        });
        await response.json();
        if (!response.ok) throw new Error(`${subscription.type}: ${response.status}`);
      }
      const ms = performance.now() - start;
      socket.close();
      return ms;
    },
    [subscriptions, headers] as const,
  );
}
