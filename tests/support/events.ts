import type { EventDetails, EventOf, StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { SECOND } from '@/lib/time';
import { START } from './fake-clock';

let made = 0;

type Fields = Partial<Omit<StreamEvent, 'event_type' | 'detail'>>;

/** An event of any kind; fields that are not given are plain, its id is its own. */
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
  // Kind and detail belong together by the parameters; TypeScript can't distribute that.
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

/** A gift of the gift bomb `bomb`, to its recipient `number`. */
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

/** The header of the gift bomb `bomb`. */
export function aBomb(bomb: string, total: number, fields: Fields = {}): EventOf<'community_gift'> {
  const detail = { tier: '1000', total, cumulativeTotal: null, communityGiftId: bomb };
  return anEvent('community_gift', detail, { thread: `gift:${bomb}`, ...fields });
}

/** A follow by recipient `second`, so many seconds after the start. */
export function aFollow(second: number, fields: Fields = {}): EventOf<'follow'> {
  const { id, login, name } = aRecipient(second);
  const who = { viewer_id: id, viewer_login: login, viewer_name: name };
  return anEvent('follow', {}, { ...who, created_at: START + second * SECOND, ...fields });
}

/** A change of the channel so many seconds after the start: to the title `after`, as a rule anew. */
export function anUpdate(
  second: number,
  after = `Title ${second}`,
  before = 'Before',
): EventOf<'channel_update'> {
  const text = (title: string) => ({ title, category: 'Chess', language: 'en', labels: [] });
  const detail = { before: text(before), after: text(after) };
  const fields = { id: `update ${second}`, created_at: START + second * SECOND };
  return anEvent('channel_update', detail, fields);
}
