const MIDDLE = { x: 120, y: 112 };

// A snail from the middle outwards, clockwise, as the arrondissements of Paris are numbered. Steps of equal length along
// the curve keep the same air between neighbours.
const marks = Array.from({ length: 20 }, (_, index) => {
  const turn = Math.sqrt(9.5 * (index + 1)) - 2.6;
  const reach = 7.6 * (turn + 2.6);
  return {
    number: index + 1,
    x: MIDDLE.x + Math.cos(turn) * reach * 0.98,
    y: MIDDLE.y + Math.sin(turn) * reach * 0.88,
    radius: 6 + index * 0.34,
    fill: ['var(--spiral-warm)', 'var(--spiral-green)', 'var(--spiral-sun)'][index % 3],
    isLeaf: index % 2 === 0,
    angle: (turn * 180) / Math.PI + 40,
  };
});

/** Twenty leaves and lights in a snail: one for each arrondissement. Decoration only. */
export function Spiral({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 240 224" className={className} aria-hidden="true" focusable="false">
      {marks.map(({ number, x, y, radius, fill, isLeaf, angle }) => (
        <g
          key={number}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(0)})`}
          fill={fill}
        >
          {isLeaf ? <path d={leaf(radius * 1.25)} /> : <circle r={radius * 0.8} />}
        </g>
      ))}
    </svg>
  );
}

/** A leaf with its point at the lower left and its tip at the upper right, within a square of twice the radius. */
function leaf(radius: number): string {
  const [r, bend] = [radius.toFixed(1), (radius * 0.35).toFixed(1)];
  return `M-${r} ${r}C-${r} -${bend} -${bend} -${r} ${r} -${r}C${r} ${bend} ${bend} ${r} -${r} ${r}Z`;
}
