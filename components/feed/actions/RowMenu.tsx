import { useLayoutEffect } from 'preact/hooks';
import { useMenu } from '@/components/ui/hooks/use-menu';
import { jumpUrl } from '@/lib/domain/channel/recording';
import { canBeNotified } from '@/lib/domain/notification/notified-kinds';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { type RowActions, useRowActions } from '../row-actions';
import { place } from './place';
import styles from './RowMenu.module.css';

interface Item {
  text: string;
  /** The address that the item opens in a new tab, in place of an action. */
  href?: string;
  run?: () => void;
}

interface RowMenuProps {
  row: RowView;
  onCopy: () => void;
}

function itemsOf({ row, onCopy }: RowMenuProps, actions: RowActions): Item[] {
  const { hide, onlyViewer, notify } = actions;
  const { viewerId } = row;
  return [
    ...(row.jump === null ? [] : [{ text: t('row.jump'), href: jumpUrl(row.jump) }]),
    { text: t('row.copy'), run: onCopy },
    ...(onlyViewer === undefined || viewerId === null
      ? []
      : [{ text: t('row.only_viewer'), run: () => onlyViewer(viewerId) }]),
    ...(hide === undefined ? [] : [{ text: t('row.hide'), run: () => hide(row) }]),
    ...(notify === undefined || !canBeNotified(row.kind)
      ? []
      : [{ text: t('row.notify'), run: () => notify(row) }]),
  ];
}

/** The button that opens everything that can be done with a row. */
export function RowMenu(props: RowMenuProps) {
  const actions = useRowActions();
  const items = itemsOf(props, actions);
  const menu = useMenu(items.map(({ text }) => text));
  return (
    <>
      <button
        type="button"
        class={styles.button}
        aria-label={t('row.more')}
        title={t('row.more')}
        {...menu.button}
        onClick={(event) => {
          // The key that opens a row comes as a click of ours. A menu by itself does nothing.
          event.stopPropagation();
          menu.button.onClick();
        }}
      />
      {menu.isOpen && <Sheet items={items} menu={menu} isTrusted={actions.isTrusted} />}
    </>
  );
}

interface SheetProps {
  items: readonly Item[];
  menu: ReturnType<typeof useMenu>;
  isTrusted: (event: Event) => boolean;
}

/** The open menu, in the top layer: neither the list nor the panel cuts it off. */
function Sheet({ items, menu, isTrusted }: SheetProps) {
  const { ref } = menu.menu;
  const button = menu.button.ref;
  const { close } = menu;
  useLayoutEffect(() => {
    if (ref.current === null || button.current === null) return undefined;
    ref.current.showPopover();
    place(ref.current, button.current);
    // The list moves below the menu.
    const root = button.current.getRootNode();
    root.addEventListener('scroll', close, { capture: true, once: true });
    return () => root.removeEventListener('scroll', close, { capture: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, []);
  return (
    <div class={styles.sheet} popover="manual" {...menu.menu}>
      {items.map(({ text, href, run }) =>
        href === undefined ? (
          <button
            key={text}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={styles.item}
            onClick={(event) => {
              if (!isTrusted(event)) return;
              close();
              run?.();
            }}
          >
            {text}
          </button>
        ) : (
          <a
            key={text}
            role="menuitem"
            tabIndex={-1}
            class={styles.item}
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            onClick={close}
          >
            {text}
          </a>
        ),
      )}
    </div>
  );
}
