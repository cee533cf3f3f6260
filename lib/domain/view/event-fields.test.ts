import { expect, it } from 'vitest';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { fieldsOf } from './event-fields';

const named = (event: Parameters<typeof fieldsOf>[0]) =>
  fieldsOf(event).map(({ name, value }) => [name, value]);

it('begins with the five fields of the log, and has everything else', () => {
  const at = Date.UTC(2026, 10, 23, 20, 35);
  const event = aCheer({ id: 'a', created_at: at, found_at: at + 1000, viewer_name: null }, 150);
  expect(named(event)).toEqual([
    ['id', 'a'],
    ['streamer_name', 'Demo_Streamer'],
    ['event_type', 'cheer'],
    ['viewer_name', null],
    ['created_at', '2026-11-23T20:35:00.000Z'],
    ['streamer_id', '100'],
    ['source_type', 'channel.chat.notification'],
    ['viewer_id', '200'],
    ['viewer_login', 'demo_viewer'],
    ['found_at', '2026-11-23T20:35:01.000Z'],
    ['detail.bits', 150],
    ['detail.message', ''],
  ]);
});

it('names what is nested by its path, and shows what is nested deeper as one text', () => {
  const detail = {
    message: '',
    noticeType: 'new',
    systemMessage: '',
    raw: { list: [{ '<b>': { deep: [1, '<img>'] } }], none: [] },
  };
  expect(named(anEvent('other', detail)).slice(-5)).toEqual([
    ['detail.message', ''],
    ['detail.noticeType', 'new'],
    ['detail.systemMessage', ''],
    ['detail.raw.list.0', '{"<b>":{"deep":[1,"<img>"]}}'],
    ['detail.raw.none', null],
  ]);
});
