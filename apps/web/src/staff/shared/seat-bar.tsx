/** How much of something is taken, drawn beside words that say the same: hidden from assistive technology. */
export function SeatBar({ taken, of }: { taken: number; of: number }) {
  const share = of > 0 ? Math.min(1, taken / of) : 0;
  return (
    <svg
      className={share === 1 ? 'seat-bar full' : 'seat-bar'}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width="100" height="6" className="seat-bar-ground" />
      <rect width={Math.round(share * 100)} height="6" className="seat-bar-taken" />
    </svg>
  );
}
