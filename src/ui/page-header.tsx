import type { ReactNode } from 'react';

export interface PageHeaderProps {
  /** A name, or the verdict in words. */
  title: string;
  /** Figures and their doubt, one line. */
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The top of a page: title in serif, what it rests on below, actions at the right. */
export function PageHeader({ title, meta, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="font-serif text-display font-medium tracking-[-.01em] text-balance">{title}</h1>
        {meta ? <div className="num mt-1 flex flex-wrap gap-x-3.5 text-meta text-ink-3">{meta}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}
