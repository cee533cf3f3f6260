import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '@/lib/domain/connection/connection';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';
import { QUICK_CHIPS } from '@/lib/domain/filter/chips';
import { CHOICES, SIZES } from '@/lib/domain/filter/filter';
import { GAP_REASONS } from '@/lib/domain/history/gap';
import { MARK_KINDS } from '@/lib/domain/history/timeline';
import { LARGEST } from '@/lib/domain/log-index/largest';
import { NOTIFIED_SIZES } from '@/lib/domain/notification/choices';
import { PROBLEMS } from '@/lib/domain/problem';
import { FAMILIES } from '@/lib/domain/statistics/family';
import { FAULTS } from '@/lib/domain/transfer/fault';
import { AWAY_COUNTS } from '@/lib/domain/view/away';
import type { Badge } from '@/lib/domain/view/badge';
import { HISTORY_VIEWS } from '@/lib/domain/view/history-address';
import { QUICK_RANGES } from '@/lib/domain/view/history-dates';
import { describeRow, describeSecondary } from '@/lib/domain/wording/describe';
import type { Message } from '@/lib/domain/wording/message';
import { everyRow } from '@/tests/support/builders/rows';
import { english } from '@/tests/support/english';

const STATES: Record<ConnectionState, true> = {
  signed_out: true,
  no_favorite: true,
  connecting: true,
  listening: true,
  reconnecting: true,
  problem: true,
};

const BADGES: Record<Badge['title'], true> = {
  signed_out: true,
  no_favorite: true,
  disconnected: true,
  problem: true,
  not_recording: true,
  unseen: true,
  nothing_new: true,
};

/** Keys that the code builds from a name of the domain. */
const FROM_NAMES = [
  ...PROBLEMS.map((problem) => `problem.${problem}`),
  ...EVENT_KINDS.map((kind) => `kind.${kind}`),
  ...GAP_REASONS.map((reason) => `gap.${reason}`),
  ...FAULTS.map((fault) => `transfer.fault.${fault}`),
  ...Object.keys(STATES).map((state) => `connection.${state}`),
  ...Object.keys(BADGES).map((title) => `badge.${title}`),
  ...AWAY_COUNTS.map((count) => `away.${count}`),
  ...CHOICES.map((choice) => `filter.choice.${choice}`),
  ...NOTIFIED_SIZES.flatMap((size) => [
    `options.notifications.least.${size}`,
    `notification.chosen_from.${size}`,
  ]),
  ...FAMILIES.flatMap((family) => [`statistics.family.${family}`, `broadcasts.family.${family}`]),
  ...MARK_KINDS.map((kind) => `broadcasts.mark.${kind}`),
  ...HISTORY_VIEWS.map((view) => `history.view.${view}`),
  ...LARGEST.map((name) => `statistics.record.${name}`),
  ...['day', 'week', 'month'].map((unit) => `statistics.each.${unit}`),
  ...QUICK_CHIPS.map((chip) => `popup.chip.${chip}`),
  ...QUICK_RANGES.map((range) => `log_filter.range.${range}`),
  ...SIZES.flatMap((size) => [`filter.size.${size}`, `filter.note.${size}`]),
];

const PLURAL_FORM = /\.(?:one|few|many|other)$/;

/** The keys as the code uses them: for plural forms, the key without the form. */
const keys = new Set(
  [...english.keys()].map((key) => {
    const base = key.replace(PLURAL_FORM, '');
    return english.has(`${base}.one`) && english.has(`${base}.other`) ? base : key;
  }),
);

function placeholders(key: string): string[] {
  const template = english.get(key) ?? english.get(`${key}.other`) ?? '';
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).toSorted();
}

/** Returns a message and the messages in its placeholders. */
function withInner(message: Message): Message[] {
  const inner = Object.values(message.params)
    .flatMap((param) => (typeof param === 'object' && 'list' in param ? param.list : param))
    .filter((param): param is Message => typeof param === 'object' && 'params' in param);
  return [message, ...inner.flatMap(withInner)];
}

async function sources(): Promise<string> {
  const texts: string[] = [];
  for await (const file of glob('{components,entrypoints,lib}/**/*.{ts,tsx}')) {
    if (!file.includes('.test.')) texts.push(readFileSync(file, 'utf8'));
  }
  return texts.join('\n');
}

describe('the English catalog', () => {
  it('has a text for every name of the domain', () => {
    expect(FROM_NAMES.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('has no unused texts', async () => {
    const code = await sources();
    // The browser shows these, from the manifest.
    const known = new Set([...FROM_NAMES, 'app.description', 'history.open', 'panel.toggle']);
    const unused = [...keys].filter((key) => !known.has(key) && !code.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  it('has both forms of every English plural', () => {
    const incomplete = [...english.keys()].filter(
      (key) =>
        key.endsWith('.one') && key !== 'tier.one' && !english.has(key.replace('.one', '.other')),
    );
    expect(incomplete).toEqual([]);
  });

  it('has the same placeholders in both forms of a plural', () => {
    const different = [...keys].filter(
      (key) =>
        english.has(`${key}.one`) &&
        String(placeholders(`${key}.one`)) !== String(placeholders(`${key}.other`)),
    );
    expect(different).toEqual([]);
  });

  const messages = everyRow()
    .flatMap((row) => [describeRow(row), describeSecondary(row)])
    .flatMap((message) => (message === null ? [] : withInner(message)));

  it.each(messages)('fills in every placeholder of $message', ({ message, params, count }) => {
    expect(keys).toContain(message);
    expect(placeholders(message)).toEqual(Object.keys(params).toSorted());
    expect(english.has(`${message}.other`)).toBe(count !== undefined);
  });

  it('has no text about events that no event uses', () => {
    const used = new Set<string>(messages.map(({ message }) => message));
    const unused = [...keys].filter((key) => /^(?:event|more)\./.test(key) && !used.has(key));
    expect(unused).toEqual([]);
  });
});
