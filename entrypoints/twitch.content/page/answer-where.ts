import { channelOfPath, type PageAnswer } from '@/lib/domain/channel/channel-page';
import { answerMessages } from '../page-messages';

/**
 * Tells the background and the extension's own pages, whenever they ask, which channel the page
 * belongs to and whether the user sees it. So nothing has to be reported while nobody wants to know.
 */
export function answerWhere(signal: AbortSignal): void {
  answerMessages(signal, {
    'page/where': (): PageAnswer => ({
      channel: channelOfPath(location.pathname),
      isVisible: document.visibilityState === 'visible',
    }),
  });
}
