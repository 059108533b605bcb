'use client';
import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

export interface ProgressProps {
  /** What is being done: "Assigning conversations". */
  label: string;
  done: number;
  /** Null while the end is not known. */
  total: number | null;
  /** The counts in words: "1.240 von 3.000". */
  counts: string;
  /** What can be done about it: stop, leave. */
  actions?: ReactNode;
}

/** Long work with its counts and an end. */
export function Progress({ label, done, total, counts, actions }: ProgressProps) {
  const value = total === null || total === 0 ? null : (done / total) * 100;
  const name = useId();
  return (
    <div
      role="progressbar"
      aria-labelledby={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value ?? undefined}
      aria-valuetext={counts}
      className="flex flex-col gap-1.5"
    >
      <div className="flex items-baseline gap-3">
        <span id={name} className="min-w-0 flex-1 truncate text-small font-medium">
          {label}
        </span>
        <span className="num text-meta text-ink-3">{counts}</span>
      </div>
      <div className="flex items-center gap-3">
        <div className="h-1 flex-1 overflow-hidden rounded-full bg-line">
          <div
            className={clsx(
              'h-full rounded-full bg-accent transition-[width] duration-150',
              value === null && 'w-1/3 animate-pulse',
            )}
            style={value === null ? undefined : { width: `${value}%` }}
          />
        </div>
        {actions}
      </div>
    </div>
  );
}
