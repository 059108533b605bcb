'use client';
import { Progress as Base } from '@base-ui/react/progress';
import type { ReactNode } from 'react';

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
  return (
    <Base.Root value={value} getAriaValueText={() => counts} className="flex flex-col gap-1.5">
      <div className="flex items-baseline gap-3">
        <Base.Label className="min-w-0 flex-1 truncate text-small font-medium">{label}</Base.Label>
        <span className="num text-meta text-ink-3">{counts}</span>
      </div>
      <div className="flex items-center gap-3">
        <Base.Track className="h-1 flex-1 overflow-hidden rounded-full bg-line">
          <Base.Indicator className="h-full rounded-full bg-accent transition-[width] duration-150 data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
        </Base.Track>
        {actions}
      </div>
    </Base.Root>
  );
}
