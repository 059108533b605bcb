import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon: ReactNode;
  /** What this place is for, or the good news that nothing is left. */
  title: string;
  text?: ReactNode;
  /** The next step. */
  action?: ReactNode;
  /** `quiet` inside a pane, without the serif. */
  quiet?: boolean;
  /** Where it is the whole page, its title is the page's heading. */
  heading?: boolean;
}

/** A list with nothing in it. */
export function EmptyState({ icon, title, text, action, quiet, heading }: EmptyStateProps) {
  const Title = heading ? 'h1' : 'p';
  return (
    <div className="mx-auto flex max-w-88 flex-col items-center gap-1.5 px-6 py-12 text-center">
      <div className="mb-2 grid size-12 place-items-center rounded-full bg-sunken text-ink-3">{icon}</div>
      <Title className={quiet ? 'text-body font-semibold' : 'font-serif text-title font-medium'}>
        {title}
      </Title>
      {text ? <p className="text-small text-ink-2">{text}</p> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
