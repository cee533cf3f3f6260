import { describe, expect, it } from 'vitest';
import { HOUR, SECOND } from '@/lib/time';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createJoinPace } from './join-pace';

const NOTICES = 'channel.chat.notification';

function joinTwenty() {
  const clock = createFakeClock();
  const pace = createJoinPace(clock);
  for (let number = 0; number < 20; number += 1) {
    expect(pace.delayOf(NOTICES)).toBe(0);
    pace.requested(NOTICES);
  }
  return { clock, pace };
}

describe('createJoinPace', () => {
  it('lets twenty chats be joined at once, and the next one eleven seconds after the first', async () => {
    const { clock, pace } = joinTwenty();
    expect(pace.delayOf(NOTICES)).toBe(11 * SECOND);
    expect(pace.delayOf('channel.chat.message')).toBe(11 * SECOND);
    await clock.advance(10 * SECOND);
    expect(pace.delayOf(NOTICES)).toBe(SECOND);
    await clock.advance(SECOND);
    expect(pace.delayOf(NOTICES)).toBe(0);
  });

  it('does not delay types that join no chat', () => {
    const { pace } = joinTwenty();
    expect(pace.delayOf('stream.online')).toBe(0);
    expect(pace.delayOf('channel.chat_settings.update')).toBe(0);
  });

  it('waits for nothing after the clock was set back', () => {
    const { clock, pace } = joinTwenty();
    clock.sleep(-HOUR);
    expect(pace.delayOf(NOTICES)).toBe(0);
  });
});
