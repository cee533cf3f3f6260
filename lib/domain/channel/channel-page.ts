import { parseLogin } from './login';

/** First path segments on www.twitch.tv that are Twitch's own pages, not channels. */
const OWN_PAGES: ReadonlySet<string> = new Set(
  (
    'activate annual-recap bits bits-checkout broadcast category checkout clip clips collections ' +
    'communities dashboard directory download downloads drops event events following friends ' +
    'inventory jobs login logout messages notifications p partner payments prime privacy products ' +
    'redeem search settings signup store streams subscriptions team teams turbo user users video ' +
    'videos wallet'
  ).split(' '),
);

/** Path segments that can precede the login, as in `/popout/moderator/<login>/chat`. */
const PREFIXES: ReadonlySet<string> = new Set(['embed', 'mod', 'moderator', 'popout', 'subs', 'u']);

/** What the script in a page of Twitch tells the background about the page. */
export interface PageAnswer {
  /** The login of the channel that the page belongs to; `null` if it belongs to none. */
  channel: string | null;
  /** True if the user sees it. */
  isVisible: boolean;
}

/** Returns the login of the channel that a path on www.twitch.tv belongs to, or `null`. */
export function channelOfPath(pathname: string): string | null {
  const segments = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const first = segments.find((segment) => !PREFIXES.has(segment));
  return first === undefined || OWN_PAGES.has(first) ? null : parseLogin(first);
}
