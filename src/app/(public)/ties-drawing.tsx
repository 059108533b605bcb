/** People and what ties them, drawn as everywhere in Rapport: fine curves, their weight the strength. */
const people = [
  { initials: 'JW', hue: 185, x: 205, y: 150, size: 34 },
  { initials: 'MS', hue: 320, x: 76, y: 62, size: 26 },
  { initials: 'LB', hue: 140, x: 330, y: 66, size: 22 },
  { initials: 'AN', hue: 20, x: 348, y: 208, size: 20 },
  { initials: 'KV', hue: 280, x: 118, y: 256, size: 22 },
  { initials: 'TB', hue: 50, x: 258, y: 282, size: 18 },
  { initials: 'PW', hue: 90, x: 34, y: 176, size: 16 },
] as const;

const ties = [
  ['M76 62 Q150 74 205 150', 4, 'var(--super)'],
  ['M330 66 Q262 86 205 150', 2.5, 'var(--line-strong)'],
  ['M205 150 Q296 158 348 208', 1.5, 'var(--line-strong)'],
  ['M118 256 Q152 196 205 150', 3, 'var(--accent-line)'],
  ['M258 282 Q250 208 205 150', 1.5, 'var(--line-strong)'],
  ['M34 176 Q118 152 205 150', 1.5, 'var(--line-strong)'],
  ['M76 62 Q60 168 118 256', 1.5, 'var(--line-strong)'],
  ['M330 66 Q372 132 348 208', 2, 'var(--line-strong)'],
] as const;

export function TiesDrawing() {
  return (
    <svg viewBox="0 0 400 320" className="hidden w-full md:block" aria-hidden="true">
      {ties.map(([path, width, colour]) => (
        <path key={path} d={path} fill="none" stroke={colour} strokeWidth={width} strokeLinecap="round" />
      ))}
      {people.map(({ initials, hue, x, y, size }) => (
        <g key={initials}>
          <circle
            cx={x}
            cy={y}
            r={size}
            fill={`oklch(54% .085 ${hue})`}
            stroke="var(--paper)"
            strokeWidth="4"
          />
          <text
            x={x}
            y={y}
            fill="#fff"
            fontSize={size * 0.62}
            fontWeight="600"
            textAnchor="middle"
            dominantBaseline="central"
          >
            {initials}
          </text>
        </g>
      ))}
    </svg>
  );
}
