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
  showsMoments: boolean;
  /** Absent where there are no rows to filter. */
  subsAndCheersOnly?: boolean | undefined;
}

interface PanelMenuProps extends MenuState {
  onStand: (stand: Stand) => void;
  onOpacity: (opacity: Opacity) => void;
  onMoments: (isOn: boolean) => void;
  onFilter: (subsAndCheersOnly: boolean) => void;
  onHistory: () => void;
  onSettings: () => void;
  isTrusted: (event: Event) => boolean;
}

interface Item {
  text: string;
  role: 'menuitem' | 'menuitemradio' | 'menuitemcheckbox';
  /** Absent for an action. */
  isChecked?: boolean;
  onChoose: () => void;
}

interface Group {
  title?: string;
  items: readonly Item[];
}

/** Returns a group of which one is chosen. */
function radios<Value>(
  title: string,
  chosen: Value,
  choose: (value: Value) => void,
  options: readonly (readonly [value: Value, text: string])[],
): Group {
  const items = options.map(([value, text]) => ({
    text,
    role: 'menuitemradio' as const,
    isChecked: value === chosen,
    onChoose: () => choose(value),
  }));
  return { title, items };
}

function checkbox(text: string, isChecked: boolean, change: (isOn: boolean) => void): Item {
  return { text, role: 'menuitemcheckbox', isChecked, onChoose: () => change(!isChecked) };
}

function groupsOf(props: PanelMenuProps): Group[] {
  const { stand, opacity, showsMoments, subsAndCheersOnly } = props;
  const filter = subsAndCheersOnly ?? null;
  return [
    radios(t('stand.title'), stand, props.onStand, [
      ['beside', t('stand.beside')],
      ['chat', t('stand.chat')],
      ['floating', t('stand.floating')],
      ['tab', t('stand.tab')],
    ]),
    radios(t('stand.opacity'), opacity, props.onOpacity, [
      [100, t('stand.solid')],
      [92, t('stand.hazy')],
      [85, t('stand.clear')],
    ]),
    {
      items: [
        ...(filter === null ? [] : [checkbox(t('panel.only'), filter, props.onFilter)]),
        checkbox(t('stand.fullscreen'), showsMoments, props.onMoments),
        { text: t('panel.history'), role: 'menuitem', onChoose: props.onHistory },
        { text: t('panel.settings'), role: 'menuitem', onChoose: props.onSettings },
      ],
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
