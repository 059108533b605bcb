import type { ReactNode } from 'react';

/** One family of parts under its name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <h2 className="border-b border-line pb-1.5 font-serif text-lead font-medium">{title}</h2>
      {children}
    </div>
  );
}

/** Parts beside each other. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex min-w-0 flex-wrap items-center gap-2">{children}</div>;
}
