import { withChoices } from '@/lib/domain/roster/roster';
import type { send } from '@/lib/messaging/client';
import type { CommandData, Reply } from '@/lib/messaging/protocol';
import { changeRoster } from '@/lib/settings/roster';
import { type FakeSend, fakeSend } from '../fakes/fake-send';

/** Creates a fake background that stores what the viewer 200 chooses for streamers. */
export function choosingBackground(): FakeSend {
  const background = fakeSend();
  const reply = async (...[name, data]: Parameters<typeof send>): Promise<Reply<unknown>> => {
    const answer = await background(name, data);
    if (name !== 'streamers/choose') return answer;
    // TypeScript does not relate the data to the name.
    const { streamerId, choices } = data as CommandData<'streamers/choose'>;
    await changeRoster('200', (now) => withChoices(now, streamerId, choices));
    return answer;
  };
  return Object.assign(reply as typeof send, { sent: background.sent });
}
