import { useMenu } from '@/components/ui/hooks/use-menu';
import { Icon } from '@/components/ui/Icon';
import { check, ellipsis } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import type { Opacity, Stand } from '@/lib/settings/panel-choice';
import { MenuSheet } from './MenuSheet';
import styles from './PanelMenu.module.css';

/** What the menu shows as chosen. */
export interface MenuState {
  stand: Stand;
  opacity: Opacity;
  /** Absent where there are no rows to filter. */
  subsAndCheersOnly?: boolean | undefined;
}

interface PanelMenuProps extends MenuState {
  onStand: (stand: Stand) => void;
  onOpacity: (opacity: Opacity) => void;
  onFilter: (subsAndCheersOnly: boolean) => void;
  onSettings: () => void;
  isTrusted: (event: Event) => boolean;
}

interface Item {
  text: string;
  /** Absent for an action. */
  isChecked?: boolean;
  role: 'menuitem' | 'menuitemradio' | 'menuitemcheckbox';
  onChoose: () => void;
}

interface Group {
  /** The name of a group of which one is chosen. */
  title?: string;
  items: readonly Item[];
}

function groupsOf(props: PanelMenuProps): Group[] {
  const { stand, opacity, subsAndCheersOnly, onStand, onOpacity, onFilter, onSettings } = props;
  const standItem = (value: Stand, text: string): Item => ({
    text,
    role: 'menuitemradio',
    isChecked: stand === value,
    onChoose: () => onStand(value),
  });
  const opacityItem = (value: Opacity, text: string): Item => ({
    text,
    role: 'menuitemradio',
    isChecked: opacity === value,
    onChoose: () => onOpacity(value),
  });
  const filter: Item[] =
    subsAndCheersOnly === undefined
      ? []
      : [
          {
            text: t('panel.only'),
            role: 'menuitemcheckbox',
            isChecked: subsAndCheersOnly,
            onChoose: () => onFilter(!subsAndCheersOnly),
          },
        ];
  return [
    {
      title: t('stand.title'),
      items: [
        standItem('beside', t('stand.beside')),
        standItem('chat', t('stand.chat')),
        standItem('floating', t('stand.floating')),
        standItem('tab', t('stand.tab')),
      ],
    },
    {
      title: t('stand.opacity'),
      items: [
        opacityItem(100, t('stand.solid')),
        opacityItem(92, t('stand.hazy')),
        opacityItem(85, t('stand.clear')),
      ],
    },
    {
      items: [...filter, { text: t('panel.settings'), role: 'menuitem', onChoose: onSettings }],
    },
  ];
}

/** The button and the menu of the panel: where it stands, what it shows, and the settings. */
export function PanelMenu(props: PanelMenuProps) {
  const groups = groupsOf(props);
  const menu = useMenu(groups.flatMap(({ items }) => items.map(({ text }) => text)));
  const { isTrusted } = props;
  const label = t('panel.menu');
  return (
    <>
      <button
        type="button"
        class={styles.button}
        aria-label={label}
        title={label}
        {...menu.button}
        onClick={(event) => {
          if (isTrusted(event)) menu.button.onClick();
        }}
      >
        <Icon of={ellipsis} size={18} />
      </button>
      {menu.isOpen && (
        <MenuSheet menu={menu.menu} button={menu.button.ref}>
          {groups.map((group) => (
            <MenuGroup
              key={group.title ?? ''}
              {...group}
              onChoose={(item, event) => {
                if (!isTrusted(event)) return;
                if (item.role !== 'menuitemcheckbox') menu.close();
                item.onChoose();
              }}
            />
          ))}
        </MenuSheet>
      )}
    </>
  );
}

interface MenuGroupProps extends Group {
  onChoose: (item: Item, event: Event) => void;
}

function MenuGroup({ title, items, onChoose }: MenuGroupProps) {
  return (
    <div class={styles.group} role="group" aria-label={title}>
      {title !== undefined && (
        <p class={styles.title} aria-hidden="true">
          {title}
        </p>
      )}
      {items.map((item) => (
        <button
          key={item.text}
          type="button"
          class={styles.item}
          role={item.role}
          aria-checked={item.isChecked}
          tabIndex={-1}
          onClick={(event) => onChoose(item, event)}
        >
          <span class={styles.mark}>
            {item.isChecked === true && <Icon of={check} size={14} />}
          </span>
          {item.text}
        </button>
      ))}
    </div>
  );
}
