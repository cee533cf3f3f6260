import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '@/lib/domain/connection/connection';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';
import { CHOICES, SIZES } from '@/lib/domain/filter/filter';
import { GAP_REASONS } from '@/lib/domain/history/gap';
import { PROBLEMS } from '@/lib/domain/problem';
import type { Badge } from '@/lib/domain/view/badge';
import { describeRow, describeSecondary } from '@/lib/domain/wording/describe';
import type { Message } from '@/lib/domain/wording/message';
import { english } from '@/tests/support/english';
import { everyRow } from '@/tests/support/rows';

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
  unseen: true,
  nothing_new: true,
};

/** Keys that the product puts together from a name of the domain. */
const FROM_NAMES = [
  ...PROBLEMS.map((problem) => `problem.${problem}`),
  ...EVENT_KINDS.map((kind) => `kind.${kind}`),
  ...GAP_REASONS.map((reason) => `gap.${reason}`),
  ...Object.keys(STATES).map((state) => `connection.${state}`),
  ...Object.keys(BADGES).map((title) => `badge.${title}`),
  ...CHOICES.map((choice) => `filter.choice.${choice}`),
  ...SIZES.flatMap((size) => [`filter.size.${size}`, `filter.note.${size}`]),
];

const PLURAL_FORM = /\.(?:one|few|many|other)$/;

/** The keys as they are asked for: a plural by its base. */
const asked = new Set(
  [...english.keys()].map((key) => {
    const base = key.replace(PLURAL_FORM, '');
    return english.has(`${base}.one`) && english.has(`${base}.other`) ? base : key;
  }),
);

function placeholders(key: string): string[] {
  const template = english.get(key) ?? english.get(`${key}.other`) ?? '';
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).toSorted();
}

/** A sentence and those that stand in its placeholders. */
function withInner(told: Message): Message[] {
  const inner = Object.values(told.params).filter(
    (param): param is Message => typeof param === 'object' && 'params' in param,
  );
  return [told, ...inner.flatMap(withInner)];
}

async function sources(): Promise<string> {
  const texts: string[] = [];
  for await (const file of glob('{components,entrypoints,lib}/**/*.{ts,tsx}')) {
    if (!file.includes('.test.')) texts.push(readFileSync(file, 'utf8'));
  }
  return texts.join('\n');
}

describe('the English catalog', () => {
  it('has words for everything with a name of its own in the domain', () => {
    expect(FROM_NAMES.filter((key) => !asked.has(key))).toEqual([]);
  });

  it('has nothing that no screen shows', async () => {
    const code = await sources();
    // The name and the description are shown by the browser, from the manifest.
    const known = new Set([...FROM_NAMES, 'app.description']);
    const unused = [...asked].filter((key) => !known.has(key) && !code.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  it('has both forms of every English plural', () => {
    const halves = [...english.keys()].filter(
      (key) =>
        key.endsWith('.one') && key !== 'tier.one' && !english.has(key.replace('.one', '.other')),
    );
    expect(halves).toEqual([]);
  });

  it('gives both forms of a plural the same placeholders', () => {
    const uneven = [...asked].filter(
      (key) =>
        english.has(`${key}.one`) &&
        String(placeholders(`${key}.one`)) !== String(placeholders(`${key}.other`)),
    );
    expect(uneven).toEqual([]);
  });

  const sentences = everyRow()
    .flatMap((row) => [describeRow(row), describeSecondary(row)])
    .flatMap((told) => (told === null ? [] : withInner(told)));

  it.each(sentences)('fills every placeholder of $message', ({ message, params, count }) => {
    expect(asked).toContain(message);
    expect(placeholders(message)).toEqual(Object.keys(params).toSorted());
    expect(english.has(`${message}.other`)).toBe(count !== undefined);
  });

  it('is told from in every sentence about an event', () => {
    const heard = new Set<string>(sentences.map(({ message }) => message));
    const silent = [...asked].filter((key) => /^(?:event|more)\./.test(key) && !heard.has(key));
    expect(silent).toEqual([]);
  });
});
