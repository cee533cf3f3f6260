import { channelOfPath, type PageAnswer } from '@/lib/domain/channel/channel-page';

/**
 * Tells the background, whenever it asks, which channel the page belongs to and whether the user sees
 * it. So nothing has to be reported while nobody wants to know.
 */
export function whereIsPage(): PageAnswer {
  return {
    channel: channelOfPath(location.pathname),
    isVisible: document.visibilityState === 'visible',
  };
}
