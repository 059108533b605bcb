import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface CardProps {
  title?: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  /** A coloured edge for a community or series: `var(--c3)`. */
  edge?: string;
  children: ReactNode;
  className?: string;
}

/** A thing of its own among others. Hairline, no shadow. */
export function Card({ title, aside, edge, children, className }: CardProps) {
  return (
    <section
      className={clsx('rounded-r3 border border-line bg-surface p-4', edge && 'border-l-3', className)}
      {...(edge ? { style: { borderLeftColor: edge } } : {})}
    >
      {title || aside ? (
        <div className="mb-2 flex items-start gap-3">
          {title ? <h3 className="min-w-0 flex-1 text-body font-semibold">{title}</h3> : null}
          {aside ? <div className="text-meta text-ink-3">{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
