import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { FloatingBox } from '@/lib/settings/panel-choice';
import { type Area, boxOf, wantedRect } from '../../page/floating';
import { type Placement, rectIn } from '../../page/placement';
import type { Slot } from '../../page/slots';

interface FloatingOptions {
  placement: Placement;
  /** What is stored for this layout. */
  stored: FloatingBox | undefined;
  /** Stores where the panel is wanted; `undefined` for its first place. */
  store: (box: FloatingBox | undefined) => void;
  isTrusted: (event: Event) => boolean;
}

/** What a drag or a key changes. */
type Change = 'place' | 'size';

/** How far an arrow key moves the panel, or an edge of it. */
const STEP = 16;

const ARROWS: Partial<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

function changed(rect: DOMRect, change: Change, [x, y]: readonly [x: number, y: number]): DOMRect {
  const { left, top, width, height } = rect;
  return change === 'place'
    ? new DOMRect(left + x, top + y, width, height)
    : new DOMRect(left, top, width + x, height + y);
}

/**
 * Lets the user move and resize the floating panel, with the pointer and with keys. While it is
 * dragged, it follows the pointer over everything. Then it goes to the nearest place that is free.
 */
export function useFloating({ placement, stored, store, isTrusted }: FloatingOptions) {
  const { area, open } = placement;
  const [draft, setDraft] = useState<DOMRect | null>(null);
  const dragRef = useRef<{ change: Change; from: DOMRect; x: number; y: number } | null>(null);
  const shown = rectIn({ width: area.windowWidth }, open);

  function onPointerDown(change: Change, event: TargetedPointerEvent<HTMLElement>): void {
    if (!isTrusted(event) || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragRef.current = { change, from: shown, x: event.clientX, y: event.clientY };
  }
  function onPointerMove(event: PointerEvent): void {
    const drag = dragRef.current;
    if (drag === null || !isTrusted(event)) return;
    const by = [event.clientX - drag.x, event.clientY - drag.y] as const;
    setDraft(wantedRect(boxOf(changed(drag.from, drag.change, by), area), area));
  }
  function onPointerEnd(event: PointerEvent): void {
    if (draft !== null && event.type === 'pointerup' && isTrusted(event)) store(boxOf(draft, area));
    dragRef.current = null;
    setDraft(null);
  }
  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !isTrusted(event)) return;
    const step = ARROWS[event.key];
    if (step === undefined && event.key !== 'Home') return;
    event.preventDefault();
    if (step === undefined) {
      store(undefined);
      return;
    }
    // From where it is wanted, not from where it is: so it passes what is in the way.
    const from = stored === undefined ? shown : wantedRect(stored, area);
    store(boxOf(changed(from, event.shiftKey ? 'size' : 'place', step), area));
  }

  const pointer = (change: Change) => ({
    onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => onPointerDown(change, event),
    onPointerMove,
    onPointerUp: onPointerEnd,
    onPointerCancel: onPointerEnd,
  });
  return {
    slot: draft === null ? null : slotOf(draft, area),
    handle: { ...pointer('place'), onKeyDown },
    corner: pointer('size'),
  };
}

function slotOf(rect: DOMRect, area: Area): Slot {
  const { top, width, height } = rect;
  return { right: area.windowWidth - rect.right, top, width, height };
}
