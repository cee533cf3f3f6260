import { channelOf } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { ShownNotification } from '@/lib/domain/notification/shown';
import type { StreamerNews } from '@/lib/domain/notification/told';
import type { FeedRow } from '@/lib/domain/row/row';
import { isolated } from '@/lib/domain/untrusted-text';
import { describeRow } from '@/lib/domain/wording/describe';
import { paramText, plainText, t } from '@/lib/i18n/text';

/** Returns a row in words; of a stream that begins also its title and category. */
export async function describeNews(row: FeedRow, db: Database): Promise<string> {
  const sentence = plainText(describeRow(row));
  if (row.event.event_type !== 'stream_online') return sentence;
  const channel = await channelOf(db, row.event.streamer_id);
  const { title = '', category = '' } = channel?.text ?? {};
  const list = [title, category].filter((text) => text !== '');
  return list.length === 0 ? sentence : `${sentence}\n${paramText({ list, join: 'dots' })}`;
}

/** Returns the notification about the news of a streamer. */
export function notificationOf(
  { name, login, avatarUrl }: Streamer,
  { lines, count }: Pick<StreamerNews, 'lines' | 'count'>,
): ShownNotification {
  const more = count - lines.length;
  const message = more > 0 ? [...lines, t('notification.more', { count: more }, more)] : lines;
  return {
    login,
    avatarUrl,
    title: count > 1 ? t('notification.several', { count, streamer: name }, count) : isolated(name),
    message: message.join('\n'),
  };
}
