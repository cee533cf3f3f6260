import type { Faults } from '../core/faults.ts';
import type { Publication } from '../core/publication.ts';
import type { Frames } from './frames.ts';
import { matches } from './matching.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

/** Sends events and raw frames to the sockets. */
export interface Delivery {
  /** Sends the event to every subscription that matches; returns the ids of the messages. */
  publish(publication: Publication): string[];
  /** Sends a raw text to every open socket; returns the number of sockets. */
  broadcast(text: string): number;
}

/** Dependencies of createDelivery. */
export interface DeliveryOptions {
  faults: Pick<Faults, 'take'>;
  frames: Pick<Frames, 'messageId' | 'notification'>;
  sessions: Pick<Sessions, 'all' | 'byId'>;
  subscriptions: Pick<Subscriptions, 'enabled'>;
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { faults, frames, sessions, subscriptions } = options;

  function notify(subscription: Subscription, publication: Publication): string[] {
    const connection = sessions.byId(subscription.sessionId)?.connection;
    const id = publication.message_id ?? frames.messageId();
    const message = { id, timestamp: publication.message_timestamp };
    const copies = faults.take('duplicate') ? 2 : 1;
    const text = frames.notification(subscription, publication.event, message);
    const isSent = Array.from({ length: copies }, () => connection?.send(text)).includes(true);
    return isSent ? [id] : [];
  }

  return {
    publish: (publication) =>
      subscriptions
        .enabled()
        .filter(
          ({ type, version }) =>
            type === publication.type && version === (publication.version ?? version),
        )
        .filter(({ type, condition }) => matches(type, condition, publication))
        .flatMap((subscription) => notify(subscription, publication)),

    broadcast: (text) =>
      sessions
        .all()
        .flatMap(({ connection, outgoing }) => [connection, ...outgoing])
        .map((connection) => connection.send(text))
        .filter(Boolean).length,
  };
}
