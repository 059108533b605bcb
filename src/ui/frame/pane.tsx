import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface PaneProps {
  /** The region's name. */
  label: string;
  /** `paper` under the conversation, `surface` under lists and people. */
  ground?: 'surface' | 'paper';
  /** The 52 px bar at its top. */
  bar?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A column of a screen: a bar that stays, content that scrolls below it. */
export function Pane({ label, ground = 'surface', bar, children, className }: PaneProps) {
  return (
    <section
      aria-label={label}
      className={clsx(
        'flex h-full min-w-0 flex-col overflow-hidden border-line md:border-r last:border-r-0',
        ground === 'paper' ? 'bg-paper' : 'bg-surface',
        className,
      )}
    >
      {bar ? (
        <div className="flex h-13 shrink-0 items-center gap-2.5 border-b border-line px-4">{bar}</div>
      ) : null}
      {children}
    </section>
  );
}
