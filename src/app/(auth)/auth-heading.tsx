import type { ReactNode } from 'react';

/** The top of each of these sheets. */
export function AuthHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6">
      <h1 className="font-serif text-title font-medium tracking-[-.01em] text-balance">{title}</h1>
      {children ? <p className="mt-1.5 text-small text-ink-2">{children}</p> : null}
    </div>
  );
}
