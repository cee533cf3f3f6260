import { createRandom, type Random } from '../../simulator/core/random.ts';
import { type ChatMessageOptions, chatMessage } from '../../simulator/shapes/chat/chat-message.ts';
import {
  emoteFragment,
  mentionFragment,
  textFragment,
} from '../../simulator/shapes/chat/message-body.ts';
import { AUDIENCE } from '../../simulator/world/people/audience.ts';
import { CHATTER, CHEER_MESSAGES } from '../../simulator/world/people/lines.ts';

/** A frame of chat, ready to be sent. */
export interface ChatFrame {
  /** The id of the message, which the stored event has, too. */
  id: string;
  isCheer: boolean;
  text: string;
}

const TYPE = 'channel.chat.message';
const BADGES = [{ set_id: 'subscriber', id: '12', info: '14' }];
const EMOTE = emoteFragment('Kappa', '25');

/** Returns an ordinary message: plain, with an emote, with a mention, or a reply. */
function ordinary(random: Random): ChatMessageOptions {
  const words = random.pick(CHATTER);
  const form = random.next();
  if (form < 0.6) return { message: words };
  if (form < 0.8) return { message: [textFragment(`${words} `), EMOTE, textFragment(' '), EMOTE] };
  const author = random.pick(AUDIENCE);
  if (form < 0.9) return { message: [mentionFragment(author), textFragment(` ${words}`)] };
  return { message: words, replyTo: { id: random.uuid(), text: random.pick(CHATTER), author } };
}

function frameText(id: string, event: object, created_at: string): string {
  const subscription = {
    id: 'f1d6f0b0-7c3a-4c2e-9a44-51cb0d0b3a11',
    status: 'enabled',
    type: TYPE,
    version: '1',
    cost: 0,
    condition: { broadcaster_user_id: '100', user_id: '200' },
    transport: { method: 'websocket', session_id: 'AgoQ0123456789abcdef0123456789abcdef' },
    created_at,
  };
  return JSON.stringify({
    metadata: {
      message_id: id,
      message_type: 'notification',
      message_timestamp: created_at,
      subscription_type: TYPE,
      subscription_version: '1',
    },
    payload: { subscription, event },
  });
}

/** Returns so many frames of a chat in which every hundredth message is a cheer. */
export function chatFrames(count: number, seed: number): ChatFrame[] {
  const random = createRandom(seed);
  const now = new Date().toISOString();
  return Array.from({ length: count }, (_, index) => {
    const isCheer = index % 100 === 50;
    const options = isCheer
      ? { bits: random.pick([1, 100, 500, 1_000]), message: random.pick(CHEER_MESSAGES) }
      : ordinary(random);
    const badges = random.chance(0.5) ? BADGES : [];
    const event = chatMessage({
      ...options,
      badges,
      chatter: random.pick(AUDIENCE),
      message_id: random.uuid(),
    });
    const id = random.uuid();
    return { id, isCheer, text: frameText(id, event, now) };
  });
}
