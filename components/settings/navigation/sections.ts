import type { IconNode } from 'lucide';
import {
  activity,
  bell,
  circleDot,
  circleUser,
  database,
  keyRound,
  list,
  panelRight,
  radio,
  users,
} from '@/components/ui/icons';
import type { MessageKey } from '@/lib/domain/wording/message-key';

/** The sections of the options, in the order of their navigation. Links lead to them by these ids. */
export const SECTIONS = [
  'account',
  'streamers',
  'notifications',
  'lists',
  'panel',
  'recording',
  'storage',
  'receiving',
  'application',
  'diagnostics',
] as const;

/** One of {@link SECTIONS}. */
export type SectionId = (typeof SECTIONS)[number];

/** The name and the icon of each section. */
export const SECTION_LOOKS: Readonly<Record<SectionId, { title: MessageKey; icon: IconNode }>> = {
  account: { title: 'options.nav.account', icon: circleUser },
  streamers: { title: 'options.nav.streamers', icon: users },
  notifications: { title: 'options.notifications.title', icon: bell },
  lists: { title: 'options.nav.lists', icon: list },
  panel: { title: 'options.nav.panel', icon: panelRight },
  recording: { title: 'options.nav.recording', icon: circleDot },
  storage: { title: 'options.nav.storage', icon: database },
  receiving: { title: 'receiving.title', icon: radio },
  application: { title: 'options.client.title', icon: keyRound },
  diagnostics: { title: 'options.diagnostics.title', icon: activity },
};

/** Parts of sections that links lead to by their ids. */
const PARTS: ReadonlyMap<string, SectionId> = new Map([
  ['moments', 'lists'],
  ['filters', 'lists'],
  ['appearance', 'panel'],
  ['reset', 'storage'],
]);

/** What sections were called when all of them were on one page. */
const EARLIER: ReadonlyMap<string, SectionId> = new Map([['history', 'storage']]);

const isSection = (id: string): id is SectionId => SECTIONS.some((section) => section === id);

/** Returns the section that a hash such as `#filters` leads to; `null` if it leads nowhere. */
export function sectionOf(hash: string): SectionId | null {
  const id = hash.slice(1);
  return isSection(id) ? id : (PARTS.get(id) ?? EARLIER.get(id) ?? null);
}

/** Returns true if a hash leads to a part of a section. */
export function isPart(hash: string): boolean {
  return PARTS.has(hash.slice(1));
}
