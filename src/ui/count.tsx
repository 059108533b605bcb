import clsx from 'clsx';

export interface CountProps {
  /** Already formatted for the reader's language: "1.240". */
  value: string;
  /** What is counted, for screen readers: "12 unread". Replaces the bare number there. */
  label?: string;
  tone?: 'quiet' | 'attention' | 'accent';
}

const tones = {
  quiet: 'text-ink-3',
  attention: 'text-attention-ink',
  accent: 'min-w-5 rounded-full bg-accent px-1.5 text-center text-accent-ink',
} as const;

/** A number beside a name; `accent` is the filled badge for unread. */
export function Count({ value, label, tone = 'quiet' }: CountProps) {
  return (
    <span className={clsx('num shrink-0 text-meta font-medium', tones[tone])}>
      <span aria-hidden={label ? true : undefined}>{value}</span>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
