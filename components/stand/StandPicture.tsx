import type { Stand } from '@/lib/settings/panel-choice';
import styles from './StandPicture.module.css';

/** The place of the panel in the picture: x, y, width and height. */
const PLACES: Readonly<Record<Stand, readonly [number, number, number, number]>> = {
  beside: [98, 20, 34, 62],
  chat: [137, 14, 42, 28],
  floating: [44, 34, 40, 34],
  tab: [125, 20, 9, 16],
};

/** Where the lines of the chat are, and how long they are. */
const CHAT_LINES: readonly (readonly [y: number, length: number])[] = [
  [24, 26],
  [32, 20],
  [40, 28],
  [48, 16],
  [56, 26],
  [64, 22],
  [72, 28],
  [80, 18],
];

/** A small picture of a channel's page on Twitch, with the panel where it stands. */
export function StandPicture({ stand }: { stand: Stand }) {
  const [x, y, width, height] = PLACES[stand];
  return (
    <svg class={styles.picture} viewBox="0 0 180 104" aria-hidden="true">
      <rect class={styles.page} width="180" height="104" />
      <rect class={styles.bar} width="180" height="12" />
      <rect class={styles.video} x="14" y="18" width="118" height="66" rx="3" />
      <path class={styles.play} d="M67 43 L82 51 L67 59 Z" />
      <rect class={styles.line} x="14" y="90" width="60" height="4" rx="2" />
      <rect class={styles.line} x="14" y="97" width="36" height="3" rx="1.5" />
      <rect class={styles.bar} x="136" y="12" width="44" height="92" />
      {CHAT_LINES.map(([top, length]) => (
        <rect key={top} class={styles.line} x="141" y={top} width={length} height="3" rx="1.5" />
      ))}
      <rect class={styles.input} x="140" y="92" width="36" height="7" rx="2" />
      <g class={styles.panel}>
        <rect x={x} y={y} width={width} height={height} rx="3" />
        {stand !== 'tab' && <Rows x={x} y={y} width={width} height={height} />}
      </g>
    </svg>
  );
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The rows in the panel, as many as there is room for. */
function Rows({ x, y, width, height }: Place) {
  const count = Math.floor((height - 4) / 8);
  return Array.from({ length: count }, (_, row) => (
    // oxlint-disable-next-line react/no-array-index-key -- the rows never change their order
    <g key={row} class={styles.row}>
      <circle cx={x + 6} cy={y + 7 + row * 8} r="2" />
      <rect x={x + 11} y={y + 5.5 + row * 8} width={width - 16} height="3" rx="1.5" />
    </g>
  ));
}
