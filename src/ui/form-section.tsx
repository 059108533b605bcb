import type { ReactNode } from 'react';

export interface FormSectionProps {
  title: string;
  /** What this is for, in a sentence. */
  text?: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a settings page: words at the left, controls at the right; below each other on a phone. */
export function FormSection({ title, text, actions, children }: FormSectionProps) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-t border-line py-6 first:border-t-0 lg:grid-cols-[minmax(0,240px)_minmax(0,1fr)]">
      <div>
        <h2 className="text-body font-semibold text-ink">{title}</h2>
        {text ? <p className="mt-1 text-small text-ink-3">{text}</p> : null}
      </div>
      <div className="flex max-w-xl min-w-0 flex-col gap-4">
        {children}
        {actions ? <div className="flex flex-wrap gap-2 pt-1">{actions}</div> : null}
      </div>
    </section>
  );
}
