import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createRefusals } from './refusals';

describe('createRefusals', () => {
  it('keeps a refusal for half an hour, also in the next session', async () => {
    const clock = createFakeClock();
    const before = createRefusals(clock);
    before.add('channel.raid');
    await clock.advance(10 * MINUTE);
    const after = createRefusals(clock, before.until());
    expect(after.endsIn('channel.raid')).toBe(20 * MINUTE);
    expect(after.endsIn('channel.update')).toBe(0);
    await clock.advance(20 * MINUTE);
    expect(after.endsIn('channel.raid')).toBe(0);
  });

  it('drops a refusal that would last for hours because the clock was set back', () => {
    const clock = createFakeClock();
    const refusals = createRefusals(clock);
    refusals.add('channel.raid');
    clock.sleep(-3 * HOUR);
    expect(refusals.endsIn('channel.raid')).toBe(0);
    refusals.add('channel.raid');
    expect(refusals.endsIn('channel.raid')).toBe(30 * MINUTE);
  });
});
