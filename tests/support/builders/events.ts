import type { EventDetails, EventOf, StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { SECOND } from '@/lib/time';
import { START } from '../fakes/fake-clock';

let made = 0;

type Fields = Partial<Omit<StreamEvent, 'event_type' | 'detail'>>;

/** Returns an event of any kind with an id of its own. `fields` replace the default ones. */
export function anEvent<Kind extends EventKind>(
  kind: Kind,
  detail: EventDetails[Kind],
  fields: Fields = {},
): EventOf<Kind> {
  made += 1;
  const event = {
    id: `event-${made}`,
    streamer_id: '100',
    streamer_name: 'Demo_Streamer',
    event_type: kind,
    source_type: 'channel.chat.notification',
    viewer_id: '200',
    viewer_login: 'demo_viewer',
    viewer_name: 'Demo_Viewer',
    created_at: START,
    detail,
    ...fields,
  };
  // The parameters make kind and detail fit together, but TypeScript cannot follow that.
  return event as unknown as EventOf<Kind>;
}

export function aCheer(fields: Fields = {}, bits = 100): EventOf<'cheer'> {
  return anEvent('cheer', { bits, message: '' }, fields);
}

export function aSub(fields: Fields = {}): EventOf<'sub'> {
  const detail = { message: '', tier: '1000', isPrime: false, durationMonths: 1 };
  return anEvent('sub', detail, fields);
}

export function aRecipient(number: number) {
  return { id: `${700 + number}`, login: `recipient_${number}`, name: `Recipient_${number}` };
}

/** Returns a gift of the gift bomb `bomb` to recipient `number`. */
export function aGift(bomb: string, number: number, fields: Fields = {}): EventOf<'gift'> {
  const detail = {
    tier: '1000',
    durationMonths: 1,
    recipient: aRecipient(number),
    cumulativeTotal: null,
    communityGiftId: bomb,
  };
  return anEvent('gift', detail, { thread: `gift:${bomb}`, ...fields });
}

/** Returns the header of the gift bomb `bomb`. */
export function aBomb(bomb: string, total: number, fields: Fields = {}): EventOf<'community_gift'> {
  const detail = { tier: '1000', total, cumulativeTotal: null, communityGiftId: bomb };
  return anEvent('community_gift', detail, { thread: `gift:${bomb}`, ...fields });
}

/** Returns a follow by recipient `second`, that many seconds after the start. */
export function aFollow(second: number, fields: Fields = {}): EventOf<'follow'> {
  const { id, login, name } = aRecipient(second);
  const user = { viewer_id: id, viewer_login: login, viewer_name: name };
  return anEvent('follow', {}, { ...user, created_at: START + second * SECOND, ...fields });
}

/**
 * Returns a change of the title, that many seconds after the start. Each has a new title by
 * default.
 */
export function anUpdate(
  second: number,
  after = `Title ${second}`,
  before = 'Before',
): EventOf<'channel_update'> {
  const info = (title: string) => ({ title, category: 'Chess', language: 'en', labels: [] });
  const detail = { before: info(before), after: info(after) };
  const fields = { id: `update ${second}`, created_at: START + second * SECOND };
  return anEvent('channel_update', detail, fields);
}
