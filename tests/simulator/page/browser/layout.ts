/** The state of the page's buttons; it survives a change of the channel. */
const buttonState = { isCollapsed: false, isTheatre: false };

/** The inner column while it is removed from the document. */
let removedColumn: { column: Element; parent: Element } | undefined;

const WITH_CHAT = ['channel-root__main', 'channel-root__player', 'channel-root__info'];

function markRightColumn(rightColumn: Element, isCollapsed: boolean): void {
  const target = isCollapsed ? 'right-column-chat-bar-collapsed' : 'right-column-chat-bar';
  rightColumn.classList.toggle('right-column--collapsed', isCollapsed);
  rightColumn.setAttribute('data-a-target', target);
  const button = rightColumn.querySelector('.right-column__toggle-visibility button');
  button?.setAttribute('aria-label', isCollapsed ? 'Expand Chat' : 'Collapse Chat');
}

function markChannel(isCollapsed: boolean): void {
  for (const name of WITH_CHAT) {
    const element = document.querySelector(`.${name}, .${name}--with-chat`);
    element?.classList.add(name);
    element?.classList.toggle(`${name}--with-chat`, !isCollapsed);
  }
}

function takeOutColumn(rightColumn: Element): void {
  const column = rightColumn.querySelector('.channel-root__right-column');
  if (!column?.parentElement) return;
  removedColumn = { column, parent: column.parentElement };
  column.remove();
}

function putBackColumn(): void {
  // After a change of the channel, the new page has its own column.
  if (removedColumn?.parent.isConnected) removedColumn.parent.append(removedColumn.column);
  removedColumn = undefined;
}

function applyCollapse(): void {
  const rightColumn = document.querySelector('.right-column');
  if (!rightColumn) return;
  markRightColumn(rightColumn, buttonState.isCollapsed);
  markChannel(buttonState.isCollapsed);
  if (buttonState.isCollapsed) takeOutColumn(rightColumn);
  else putBackColumn();
}

function applyTheatre(): void {
  const { isTheatre } = buttonState;
  document.querySelector('.right-column')?.classList.toggle('right-column--theatre', isTheatre);
  document.querySelector('.right-column')?.classList.toggle('right-column--beside', !isTheatre);
  document
    .querySelector('.persistent-player')
    ?.classList.toggle('persistent-player--theatre', isTheatre);
}

/** Applies the state of the buttons to the page; call it after a part of the page was replaced. */
export function applyLayout(): void {
  applyCollapse();
  applyTheatre();
}

function toggleFullscreen(): void {
  const player = document.querySelector('.persistent-player');
  if (document.fullscreenElement) void document.exitFullscreen();
  else void player?.requestFullscreen();
}

const ACTIONS: readonly (readonly [selector: string, act: () => void])[] = [
  [
    '[data-a-target=right-column__toggle-collapse-btn]',
    () => {
      buttonState.isCollapsed = !buttonState.isCollapsed;
      applyCollapse();
    },
  ],
  [
    '[data-a-target=player-theatre-mode-button]',
    () => {
      buttonState.isTheatre = !buttonState.isTheatre;
      applyTheatre();
    },
  ],
  ['[data-a-target=player-fullscreen-button]', toggleFullscreen],
];

/** Listens to the buttons' clicks on the document, because the buttons are replaced. */
export function listenToLayoutButtons(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    for (const [selector, act] of ACTIONS) if (target.closest(selector)) act();
  });
}
