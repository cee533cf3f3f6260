import { useMenu } from '@/components/ui/hooks/use-menu';
import { jumpUrl } from '@/lib/domain/channel/recording';
import { canBeNotified } from '@/lib/domain/notification/notified-kinds';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { type RowActions, useRowActions } from '../row-actions';
import { FloatingItem, FloatingMenu } from './FloatingMenu';
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
  const { open, hide, onlyViewer, notify } = actions;
  const { viewerId } = row;
  return [
    ...(open === undefined ? [] : [{ text: t('drawer.open'), run: () => open(row.id) }]),
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
      {menu.isOpen && (
        <FloatingMenu menu={menu}>
          {items.map(({ text, href, run }) => (
            <FloatingItem
              key={text}
              text={text}
              href={href}
              onClick={(event) => {
                if (href === undefined && !actions.isTrusted(event)) return;
                menu.close();
                run?.();
              }}
            />
          ))}
        </FloatingMenu>
      )}
    </>
  );
}
