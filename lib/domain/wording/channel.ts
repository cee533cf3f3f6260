import { type ChannelPart, changedParts } from '../channel/channel-info';
import type { ChannelInfo, EventOf } from '../event/event';
import type { Message, MessageParam } from './message';
import type { MessageKey } from './message-key';

type Update = EventOf<'channel_update'>['detail'];

/**
 * Content labels by Twitch's names.
 * https://dev.twitch.tv/docs/api/reference/#get-content-classification-labels
 */
const LABELS: ReadonlyMap<string, MessageKey> = new Map([
  ['DebatedSocialIssuesAndPolitics', 'label.politics'],
  ['DrugsIntoxication', 'label.drugs'],
  ['Gambling', 'label.gambling'],
  ['MatureGame', 'label.mature_game'],
  ['ProfanityVulgarity', 'label.profanity'],
  ['SexualThemes', 'label.sexual_themes'],
  ['ViolentGraphic', 'label.violence'],
]);

function labelsOf({ labels }: ChannelInfo): MessageParam {
  if (labels.length === 0) return { message: 'label.none' };
  const list = [...new Set(labels)].toSorted().map((label): MessageParam => {
    const message = LABELS.get(label);
    return message === undefined ? label : { message };
  });
  return { list };
}

function titleOf({ title }: ChannelInfo): MessageParam {
  return title === '' ? { message: 'someone.no_title' } : title;
}

function categoryOf({ category }: ChannelInfo): MessageParam {
  return category === '' ? { message: 'someone.no_category' } : category;
}

/** Returns the part of a change that the message is about. The secondary message has the rest. */
function mainPartOf(parts: ReadonlySet<ChannelPart>): ChannelPart | 'title_and_category' | null {
  if (parts.has('title')) return parts.has('category') ? 'title_and_category' : 'title';
  const [first] = parts;
  return first ?? null;
}

/**
 * Describes a change of the channel. Without `before`, title and category both count as changed.
 */
export function describeUpdate({ before, after }: Update): Message {
  const main = before === null ? 'title_and_category' : mainPartOf(changedParts(before, after));
  const [title, category] = [titleOf(after), categoryOf(after)];
  switch (main) {
    case 'title_and_category':
      return { message: 'event.channel_update.all', params: { title, category } };
    case 'title':
      return { message: 'event.channel_update.title', params: { title } };
    case 'category':
      return { message: 'event.channel_update.category', params: { category } };
    case 'language':
      return { message: 'event.channel_update.language', params: { language: after.language } };
    case 'labels':
      return after.labels.length === 0
        ? { message: 'event.channel_update.unlabelled', params: {} }
        : { message: 'event.channel_update.labels', params: { labels: labelsOf(after) } };
    default:
      return { message: 'event.channel_update.settings', params: {} };
  }
}

function mainPartBefore(before: ChannelInfo, main: ReturnType<typeof mainPartOf>): Message[] {
  const [title, category] = [titleOf(before), categoryOf(before)];
  switch (main) {
    case 'title_and_category':
      return [{ message: 'more.title_and_category_before', params: { title, category } }];
    case 'title':
      return [{ message: 'more.title_before', params: { title } }];
    case 'category':
      return [{ message: 'more.category_before', params: { category } }];
    case 'language':
      return [{ message: 'more.language_before', params: { language: before.language } }];
    case 'labels':
      return [{ message: 'more.labels_before', params: { labels: labelsOf(before) } }];
    default:
      return [];
  }
}

function joined(first: Message, second: Message): Message {
  return { message: 'more.both', params: { first, second } };
}

/** Describes the state before a change, and the changed parts that the message leaves out. */
export function describePreviousInfo({ before, after }: Update): Message | null {
  if (before === null) return null;
  const parts = changedParts(before, after);
  const main = mainPartOf(parts);
  const lines = mainPartBefore(before, main);
  if (parts.has('language') && main !== 'language') {
    const params = { before: before.language, after: after.language };
    lines.push({ message: 'more.language_change', params });
  }
  if (parts.has('labels') && main !== 'labels') {
    const params = { before: labelsOf(before), after: labelsOf(after) };
    lines.push({ message: 'more.labels_change', params });
  }
  return lines.length === 0 ? null : lines.reduce(joined);
}
