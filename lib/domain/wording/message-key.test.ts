import { describe, expectTypeOf, it } from 'vitest';
import type { Describers, Message } from './message';
import type { MessageKey } from './message-key';

// `tsc` checks these expectations; at run time they do nothing.
describe('MessageKey', () => {
  it('is a key of the catalog', () => {
    expectTypeOf<'event.follow'>().toExtend<MessageKey>();
    expectTypeOf<'event.no_such_event'>().not.toExtend<MessageKey>();
  });

  it('names a message with plural forms without its form', () => {
    expectTypeOf<'event.cheer'>().toExtend<MessageKey>();
    expectTypeOf<'event.cheer.one'>().not.toExtend<MessageKey>();
    expectTypeOf<'tier.one'>().toExtend<MessageKey>();
  });

  it('is the only kind of key that a describer may name', () => {
    type Described = { message: 'event.no_such_event'; params: Record<string, never> };
    expectTypeOf<Described>().not.toExtend<Message>();
    expectTypeOf<{ follow: () => Described }>().not.toExtend<Describers<'follow'>>();
  });
});
