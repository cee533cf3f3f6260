import type { PageLayout, PanelChoice, Stand } from '@/lib/settings/panel-choice';
import { besideSlot, hasRoomBeside, lastResort, tabSlot } from './beside';
import { type Area, boxOf, floatingArea, floatingSlot } from './floating';
import { type Layout, layoutOf, overlap, type PageView } from './layout';
import { chatSlots } from './on-chat';
import type { Slot } from './slots';

/** What the user has chosen about the place. */
export type WantedPlace = Pick<PanelChoice, 'stand' | 'floating'>;

/** The position of the panel, in pixels: distances from the edges of the window. */
export interface Placement {
  layout: PageLayout;
  /** How the panel stands. Without a chat to stand on, it stands beside the edge of the window. */
  stand: Stand;
  /** Its height is the maximum; 0 if the panel fits nowhere, and stays folded. */
  open: Slot;
  folded: Slot;
  /** Where the panel lies over something, and is shown only because the user asked for it. */
  forced: Slot;
  /** True if the open panel leaves two thirds of the video free. Else it opens on request only. */
  hasRoom: boolean;
  /** True if the video is there, and was scrolled away: then the panel over it is in the way. */
  isAway: boolean;
  /** True if the open panel, or the folded one, is over the video. */
  isOverVideo: { open: boolean; folded: boolean };
  /** Where the panel may float. */
  area: Area;
}

/** Returns where the panel covers none of Twitch's controls, and as the user wants it if possible. */
export function placementIn(view: PageView, wanted: WantedPlace = {}): Placement {
  const layout = layoutOf(view);
  const { stand, open, folded, hasRoom } = standIn(view, layout, wanted);
  return {
    layout: layout.kind,
    stand,
    open,
    folded,
    forced: lastResort(view, layout),
    hasRoom,
    isAway: stand !== 'chat' && isAway(layout),
    isOverVideo: {
      open: overlap(rectIn(view, open), layout.player) > 0,
      folded: overlap(rectIn(view, folded), layout.player) > 0,
    },
    area: floatingArea(view, layout),
  };
}

type Standing = Pick<Placement, 'stand' | 'open' | 'folded' | 'hasRoom'>;

function standIn(view: PageView, layout: Layout, { stand, floating }: WantedPlace): Standing {
  const chosen = stand?.[layout.kind] ?? 'beside';
  const onChat = chosen === 'chat' ? chatSlots(view, layout) : null;
  if (onChat !== null) {
    // What the chat hides is behind it in the chat, too.
    return { stand: 'chat', open: onChat.open, folded: onChat.strip, hasRoom: true };
  }
  const beside = besideSlot(view, layout);
  const folded = tabSlot(view, layout);
  if (chosen !== 'floating') {
    const hasRoom = hasRoomBeside(view, layout);
    return { stand: chosen === 'tab' ? 'tab' : 'beside', open: beside, folded, hasRoom };
  }
  const box = floating?.[layout.kind] ?? boxOf(rectIn(view, beside), floatingArea(view, layout));
  const open = floatingSlot(view, layout, box);
  return { stand: 'floating', open, folded, hasRoom: true };
}

function isAway({ player, top, bottom }: Layout): boolean {
  return player !== null && (player.bottom <= top || player.top >= bottom);
}

/** Returns the position of a slot in the window. */
export function rectIn(
  view: Pick<PageView, 'width'>,
  { right, top, width, height }: Slot,
): DOMRect {
  return new DOMRect(view.width - right - width, top, width, height);
}
