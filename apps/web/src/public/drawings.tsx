const arrondissements = Array.from({ length: 20 }, (_, index) => {
  // A snail from the middle outwards, clockwise, as the arrondissements of Paris are numbered.
  const turn = 0.62 * Math.sqrt(index * 6.6) * 1.72 - 1.1;
  const reach = 8 + 20.5 * Math.sqrt(index);
  return {
    x: 120 + Math.cos(turn) * reach * 1.12,
    y: 112 + Math.sin(turn) * reach * 0.94,
    radius: 8.5 + index * 0.42,
    fill: index % 3 === 0 ? 'var(--solidarity)' : index % 3 === 1 ? 'var(--climate)' : 'var(--sun)',
    leaf: index % 2 === 0,
    angle: (turn * 180) / Math.PI,
  };
});

/** Twenty leaves and lights in a snail: one for each arrondissement. Decoration only. */
export function Spiral({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 240 224" className={className} aria-hidden="true" focusable="false">
      {arrondissements.map(({ x, y, radius, fill, leaf, angle }) => (
        <g
          key={`${x}`}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(0)})`}
          fill={fill}
        >
          {leaf ? (
            <path
              d={`M${-radius} ${radius}C${-radius} ${-radius * 0.4} ${-radius * 0.4} ${-radius} ${radius} ${-radius}C${radius} ${radius * 0.4} ${radius * 0.4} ${radius} ${-radius} ${radius}Z`}
            />
          ) : (
            <circle r={radius * 0.78} />
          )}
        </g>
      ))}
    </svg>
  );
}
