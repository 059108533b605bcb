import type { CSSProperties, ReactNode } from 'react';

export interface SkeletonProps {
  /** CSS lengths. */
  width?: string;
  height?: string;
  round?: boolean;
}

/** One grey shape. */
export function Skeleton({ width = '100%', height = '12px', round }: SkeletonProps) {
  const style: CSSProperties = { width, height };
  return (
    <span
      aria-hidden="true"
      className={`shimmer block shrink-0 ${round ? 'rounded-full' : 'rounded-r1'}`}
      style={style}
    />
  );
}

/** Around skeletons: says once that something is loading. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

const widths = ['62%', '48%', '70%', '55%', '44%', '66%'] as const;

/** Rows of the inbox's list, in their own shape. */
export function ListSkeleton({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <Loading label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={row} className="flex gap-3 border-b border-line py-3 pr-3.5 pl-3">
          <Skeleton width="34px" height="34px" round />
          <div className="flex min-w-0 flex-1 flex-col gap-2 pt-1">
            <div className="flex justify-between">
              <Skeleton width={widths[row % widths.length] ?? '50%'} height="13px" />
              <Skeleton width="32px" height="10px" />
            </div>
            <Skeleton width="80%" height="11px" />
            <Skeleton width="92%" height="11px" />
          </div>
        </div>
      ))}
    </Loading>
  );
}

/** A thread with an answer nested below. */
export function ConversationSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      <div className="flex flex-col gap-7 px-7 py-5">
        {[0, 44, 44, 0].map((indent, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <div key={place} className="flex gap-3" style={{ paddingLeft: indent }}>
            <Skeleton width="32px" height="32px" round />
            <div className="flex flex-1 flex-col gap-2 pt-1">
              <Skeleton width="140px" height="13px" />
              <Skeleton width="94%" />
              <Skeleton width={place % 2 ? '58%' : '80%'} />
            </div>
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** The person pane. */
export function PersonSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      <div className="flex flex-col gap-4 p-4.5">
        <div className="flex items-center gap-3">
          <Skeleton width="48px" height="48px" round />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton width="60%" height="15px" />
            <Skeleton width="80%" height="10px" />
          </div>
        </div>
        <div className="flex gap-1.5">
          <Skeleton width="96px" height="22px" round />
          <Skeleton width="128px" height="22px" round />
        </div>
        <div className="h-px bg-line" />
        <div className="grid grid-cols-2 gap-4">
          {[0, 1, 2, 3].map((cell) => (
            <div key={cell} className="flex flex-col gap-2">
              <Skeleton width="60%" height="10px" />
              <Skeleton width="72%" height="15px" />
            </div>
          ))}
        </div>
        <div className="h-px bg-line" />
        <Skeleton width="40%" height="10px" />
        <Skeleton width="88%" />
        <Skeleton width="76%" />
      </div>
    </Loading>
  );
}
