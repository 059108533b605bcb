export interface StarsProps {
  /** 0 to `outOf`; halves are drawn. */
  rating: number;
  outOf?: number;
  /** "2 of 5 stars" */
  label: string;
  size?: number;
}

const path = 'm8 1.8 1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.5l-3.8 2.1.7-4.3-3.1-3 4.3-.6z';

/** A rating as a review gives it. */
export function Stars({ rating, outOf = 5, label, size = 13 }: StarsProps) {
  return (
    <span role="img" aria-label={label} className="inline-flex gap-px align-[-2px]">
      {Array.from({ length: outOf }, (_, place) => {
        const share = Math.max(0, Math.min(1, Math.round((rating - place) * 2) / 2));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: stars are their places
          <svg key={place} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
            <path d={path} fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />
            {share > 0 ? (
              <path d={path} fill="currentColor" style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }} />
            ) : null}
          </svg>
        );
      })}
    </span>
  );
}
