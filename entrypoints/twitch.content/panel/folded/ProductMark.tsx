/** The product's icon, as in assets/icon.svg. Hidden from screen readers: the words beside it say more. */
export function ProductMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 128 128" aria-hidden="true">
      <linearGradient id="mark" x2="1" y2="1">
        <stop stop-color="#8b5cf6" />
        <stop offset="1" stop-color="#0ea5a4" />
      </linearGradient>
      <rect x="4" y="4" width="120" height="120" rx="28" fill="url(#mark)" />
      <path
        d="M36 40h0M62 40h30M36 66h0M62 66h20M36 91h0M62 91h10"
        stroke="#fff"
        stroke-width="16"
        stroke-linecap="round"
      />
    </svg>
  );
}
